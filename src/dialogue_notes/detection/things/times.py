"""Dates and times of day: they tell who was where, and which meeting this was."""

from __future__ import annotations

import re

from dialogue_notes.detection.things.families import NUMBER
from dialogue_notes.detection.things.patterns import Pattern, PatternFamily
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.word_lists import words

_MONTHS = words(
    """
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    Januar Februar März Juni Juli Oktober Dezember
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    """
)
_WEEKDAYS = words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado
    понедельник вторник среду четверг пятницу субботу воскресенье
    الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
    """
)
_ABBREVIATED = 3
_CAPITAL_MONTHS = frozenset(month for month in _MONTHS if month[0].isupper())
_CLEAR_MONTHS = _CAPITAL_MONTHS - {
    "May",
    "March",
    "Mar",
    "Sep",
    "Dec",
    "Jan",
    "Jun",
    "Juli",
    "Januar",
    "August",
}
"""Months that are no other word and nobody's name."""


def _any_of(names: frozenset[str]) -> str:
    return f"(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))})"


def _after(*before: str) -> str:
    places = (rf"(?<=\b{word} )" for word in before)
    return f"(?:{'|'.join(places)})"


_SHORT_MONTHS = frozenset(month for month in _MONTHS if len(month) == _ABBREVIATED or month == "Sept")
_MONTH = rf"(?:{_any_of(_SHORT_MONTHS)}\.(?=[ \u00a0,]*\d)|{_any_of(_MONTHS)})"
"""The full stop of an abbreviated month belongs to it where the date goes on behind it, and else to the sentence."""
_WEEKDAY = rf"{_any_of(_WEEKDAYS)}"
_B = r"[ \u00a0]"
_DAY = r"[0-3]?\d(?:st|nd|rd|th|er|º|°)?(?!\d)"
_DAYS = rf"{_DAY}(?:{_B}?[–-]{_B}?{_DAY})?"
_YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
_CLOCK = r"(?:[01]?\d|2[0-3])"
_IN = _after(
    "in", "since", "until", "till", "before", "during", "after", "by", "of", "from", "en", "desde", "в", "с"
)
_WHEN = _after("in", "since", "until", "last", "next", "this", "early", "late", "by", "during")
_NUMBERS = frozenset({NUMBER})


def _small(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)


_ANY_MONTH = _small(_MONTHS)
_SHAPES = (
    (
        _NUMBERS,
        rf"{_DAYS}{_B}(?:de{_B}|of{_B}|من{_B})?{_MONTH}(?:,?{_B}(?:de{_B})?{_YEAR})?(?!\w)",
        "a date",
        0.9,
    ),
    (_ANY_MONTH, rf"{_MONTH}{_B}(?:the )?{_DAYS}(?:,?{_B}{_YEAR})?(?!\w)", "a date", 0.9),
    (_ANY_MONTH, rf"{_MONTH},?{_B}(?:of{_B}|de{_B})?{_YEAR}", "a month", 0.8),
    (
        _NUMBERS,
        rf"{_YEAR}[-/.][01]?\d[-/.][0-3]?\d(?!\d)|[0-3]?\d[./-][01]?\d[./-](?:{_YEAR}|\d\d(?!\d))",
        "a date",
        0.9,
    ),
    (
        _NUMBERS,
        rf"{_YEAR}\s?年(?:\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?[日号號])?)?|\d{{1,2}}\s?月\s?\d{{1,2}}\s?[日号號]",
        "a date",
        0.9,
    ),
    (
        _NUMBERS,
        rf"{_YEAR}\s?년(?:\s?\d{{1,2}}\s?월(?:\s?\d{{1,2}}\s?일)?)?|\d{{1,2}}\s?월\s?\d{{1,2}}\s?일",
        "a date",
        0.9,
    ),
    (
        _NUMBERS,
        rf"{_CLOCK}[:h][0-5]\d(?:{_B}?[ap]\.?m\.?)?(?!\w)|{_CLOCK}(?:\.[0-5]\d)?{_B}?[ap]\.?m\.?(?!\w)",
        "a time of day",
        0.6,
    ),
    (
        _NUMBERS,
        rf"{_CLOCK}\.?[0-5]\d{_B}?(?:hours|hrs|Uhr|часов)\b|\d{{1,2}}\s?[点點시]\s?(?:\d{{1,2}}\s?[分분])?",
        "a time of day",
        0.6,
    ),
    (_NUMBERS, rf"{_IN}{_YEAR}\b", "a year", 0.5),
    (_NUMBERS, r"(?:19|20)?\d0(?:’|')?s\b", "a decade", 0.4),
    (_small(_WEEKDAYS), rf"{_WEEKDAY}(?: (?:morning|afternoon|evening|night))?(?!\w)", "a day", 0.6),
    (_small(_CLEAR_MONTHS), rf"{_any_of(_CLEAR_MONTHS)}(?!\w)", "a month", 0.5),
    (
        _small(_CAPITAL_MONTHS),
        rf"{_WHEN}{_any_of(_CAPITAL_MONTHS)}(?!\w)",
        "a month",
        0.5,
    ),
    (
        frozenset({f"mid-{month.lower()}" for month in _CAPITAL_MONTHS}),
        rf"mid-{_any_of(_CAPITAL_MONTHS)}(?:{_B}{_YEAR})?(?!\w)",
        "a month",
        0.6,
    ),
    (
        frozenset({"yesterday", "tomorrow"}),
        r"(?i:yesterday|tomorrow)(?: (?:morning|afternoon|evening|night))?\b",
        "a day, counted from this one",
        0.4,
    ),
    (
        frozenset({"last", "next"}),
        r"(?i:last|next) (?:night|week|month|spring|summer|autumn|fall|winter)\b",
        "a time, counted from this day",
        0.4,
    ),
)

_UNSPACED = (
    re.compile("星期|周[一二三四五六日]|[一二三四五六七八九十]+月|[월화수목금토일]요일|曜日"),
    tuple(
        Pattern(frozenset(), re.compile(expression), Category.DATE, reason, score)
        for expression, reason, score in (
            ("星期[一二三四五六日天]|周[一二三四五六日](?![期年])", "a day", 0.6),
            ("[月火水木金土日]?曜日|[월화수목금토일]요일", "a day", 0.6),
            ("[一二三四五六七八九十]+月[一二三四五六七八九十]+[日号號]", "a date", 0.9),
        )
    ),
)

TIMES = PatternFamily(
    (
        Pattern(openings, re.compile(expression), Category.DATE, reason, score)
        for openings, expression, reason, score in _SHAPES
    ),
    _UNSPACED,
)
"""Proposed only, surest where the writing admits nothing else: a date hides much of what was said about it."""
