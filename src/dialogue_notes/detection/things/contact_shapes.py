"""How contacts are written that a word or a street gives away."""

from __future__ import annotations

import re

from dialogue_notes.detection.things.families import NUMBER
from dialogue_notes.detection.things.patterns import Pattern
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.word_lists import words

_SCORE = 0.9
_NO = r"(?: (?i:no\.?|number|nr\.?|n°|№|numéro|número|номер))?:? "
_WAY = "(?i:rue|avenue|av\\.|boulevard|bd|place|quai|chemin|route|allée|calle|plaza|paseo|via)"
_STREET = (
    r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|Drive|Square|Place|Boulevard|Blvd\.?|Terrace|Gardens|Crescent"
    r"|Way|Court|Quay)"
)


def _pattern(openings: frozenset[str], reason: str, expression: str) -> Pattern:
    return Pattern(openings, re.compile(expression), Category.CONTACT, reason, _SCORE, default=True)


_NONE: frozenset[str] = frozenset()
PATTERNS = (
    _pattern(words("http https www"), "a web address", r"(?:https?://|www\.)[^\s<>\"”»]{3,300}(?<![.,;:)])"),
    _pattern(
        words("passport passeport pasaporte паспорт паспорта"),
        "the number of a passport",
        rf"(?i:passports?|passeport|pasaporte|паспорта?){_NO}(?P<it>[A-ZА-Я]{{0,3}} ?\d{{5,10}}[A-Z]?)\b",
    ),
    _pattern(
        words("account acct compte cuenta konto счёт счет"),
        "a bank account",
        rf"(?i:account|acct|compte|cuenta|konto|сч[её]т){_NO}(?P<it>\d[\d -]{{4,24}}\d)\b",
    ),
    _pattern(
        words("swift bic"),
        "a bank account",
        r"(?i:swift|bic)(?: code)?:? (?P<it>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b",
    ),
    _pattern(
        words("plate plates registration licence license immatriculation matrícula kennzeichen"),
        "a number plate",
        rf"(?i:(?:licen[cs]e )?plates?|registration|licen[cs]e|immatriculation|matrícula|kennzeichen){_NO}"
        r"(?P<it>(?=[A-Z0-9 -]{0,9}\d)[A-Z0-9]{1,4}[A-Z0-9 -]{2,8}[A-Z0-9])\b",
    ),
    _pattern(
        frozenset({NUMBER}),
        "a postal address",
        rf"\d{{1,5}}[A-Za-z]?,? (?:{_WAY} (?:[\w’'-]+ ){{0,4}}[A-ZÀ-Þ][\w’'-]+"
        rf"|(?:[A-Z][\w’'-]+ ){{1,4}}{_STREET}(?!\w))",
    ),
    _pattern(
        words("rue avenue boulevard calle plaza quai via улица ул"),
        "a postal address",
        r"(?:(?i:rue|avenue|boulevard|calle|plaza|quai|via|улица)|ул\.) (?:[\w’'-]+ ){0,4}?[A-ZÀ-ÞА-Я][\w’'-]+,? "
        r"(?:д\. ?)?\d{1,4}\b",
    ),
    _pattern(
        words("p po p.o. apartado bp b.p."),
        "a postal address",
        r"(?:P\. ?O\.?|PO) Box \d{1,6}\b|(?:Apartado(?: de Correos)?|B\.?P\.?) \d{1,6}\b",
    ),
    _pattern(frozenset({NUMBER}), "the address of a computer", r"\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"),
    _pattern(frozenset({NUMBER}), "a number plate", r"\d{2,3}[가-힣] ?\d{4}(?!\d)"),
)
"""Those that words open."""

UNSPACED = (
    _pattern(
        _NONE,
        "the number of a passport",
        r"(?:护照|護照|여권|جواز السفر)(?:号码|号|號碼|번호| رقم)?[:：는은 ]{0,3}(?P<it>[A-Z]{0,3}\d{6,10})",
    ),
    _pattern(
        _NONE,
        "a bank account",
        r"(?:账号|帳號|帐号|계좌(?:번호)?|حساب(?: رقم)?)[:：는은 ]{0,3}(?P<it>\d[\d -]{5,22}\d)",
    ),
    _pattern(
        _NONE,
        "a number plate",
        "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?[A-Z0-9]{5,6}",
    ),
    _pattern(_NONE, "a postal address", "[一-龥]{2,8}?(?:路|街|大道)[0-9]{1,5}[号號]"),
)
"""Those of scripts without blanks."""
UNSPACED_OPENINGS = re.compile(
    "护照|護照|여권|جواز|账号|帳號|帐号|계좌|حساب|[一-龥](?=[A-Z][·• ]?[A-Z0-9]{5})"
    "|[一-龥](?=[一-龥]{1,8}[0-9]{1,5}[号號])"
)
"""Where one of `UNSPACED` may begin."""
