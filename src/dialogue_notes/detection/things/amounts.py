"""Numbers with units, and money: a figure that only one person in the room had gives its source away."""

from __future__ import annotations

import re

from dialogue_notes.detection.things.families import NUMBER
from dialogue_notes.detection.things.patterns import Pattern, PatternFamily, one_of
from dialogue_notes.domain.codes import Category

_B = r"[ \u00a0\u202f]"
_NUMBER = rf"\d[\d,.]{{0,20}}(?:{_B}\d{{3}}(?!\d)){{0,4}}(?<=\d)"
_THOUSANDS = one_of(
    """
    thousand, million, billion, trillion, mln, bln, mn, bn, m, k, тыс\\.?, млн, млрд, millions, milliards, millones
    """
)
_LARGE = rf"(?:{_B}?{_THOUSANDS}\b)?"
_LARGE_UNSPACED = "[万萬亿億만억조千]?"
_SIGNS = "$€£¥₩₽₹₪₺"
_CURRENCIES = one_of(
    """
    dollars?, euros?, pounds?, yen, yuan, renminbi, won, rubles?, roubles?, rupees?, francs?, marks, baht, rials?,
    riyals?, dinars?, dirhams?, shekels?, lira, pesos?, dólares, libras, евро, рублей, долларов,
    USD, EUR, GBP, JPY, CNY, RMB, KRW, RUB, CHF, INR, SAR, ILS,
    دولار, يورو, 美元, 欧元, 歐元, 人民币, 人民幣, 日元, 韩元, 달러, 유로, 원, 엔, 위안
    """
)
_UNITS = one_of(
    """
    per ?cent, percent, pct, %, tons?, tonnes?, kilotons?, megatons?, kt, Mt, kilograms?, kilos?, kg, grams?, pounds,
    barrels?, bushels?, lit(?:re|er)s?, kilomet(?:re|er)s?, kms?, met(?:re|er)s, miles?, nautical miles?, feet, acres?,
    hectares?, square (?:miles?|kilomet(?:re|er)s?), (?:mega|giga|kilo)watts?(?:[- ]hours?)?, kW, MW, GW, MWe, volts,
    men, troops, soldiers, divisions, brigades, battalions, missiles?, warheads?, launchers?, aircraft, planes,
    tanks, ships, submarines, boats, vessels, prisoners, POWs, refugees, families, staff, employees,
    centrifuges, reactors, people, persons, votes, tonnes?, kilomètres, personnes, hommes, toneladas, kilómetros,
    км, тонн, человек, процентов, 公里, 吨, 噸, 人, 명, 킬로미터, 톤
    """
)
_FLIGHT_WORDS = frozenset({"flight", "vol", "vuelo", "рейс"})
_NUMBERS = frozenset({NUMBER})
_SHAPES = (
    (frozenset(_SIGNS), rf"[{_SIGNS}]{_B}?{_NUMBER}{_LARGE}", "an amount of money", 0.7),
    (
        _NUMBERS,
        rf"{_NUMBER}{_LARGE}{_LARGE_UNSPACED}{_B}?(?:[{_SIGNS}]|{_CURRENCIES}(?![a-zà-ÿа-я]))",
        "an amount of money",
        0.7,
    ),
    (
        _NUMBERS,
        rf"{_NUMBER}{_LARGE}{_LARGE_UNSPACED}(?:{_B}|-)?{_UNITS}(?![a-zà-ÿа-я])",
        "a number with its unit",
        0.6,
    ),
    (
        _NUMBERS,
        rf"\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+\b|\d+(?:\.\d+)?{_B}(?:thousand|million|billion|trillion)\b",
        "a large number",
        0.5,
    ),
    (
        _FLIGHT_WORDS,
        r"(?i:flight|vol|vuelo|рейс)(?: (?:no\.?|number|n°|№))? (?P<it>[A-Z][A-Z0-9][A-Z]?[ -]?\d{1,4}[A-Z]?)\b",
        "a flight number",
        0.8,
    ),
)

AMOUNTS = PatternFamily(
    Pattern(openings, re.compile(expression), Category.NUMBER, reason, score)
    for openings, expression, reason, score in _SHAPES
)
"""Proposed only: what a number gives away, only a person can tell."""
