"""Which way a paragraph runs and which language its parts are most likely in, from the characters alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import Final


class Direction(StrEnum):
    """Where a paragraph begins."""

    LTR = "ltr"
    RTL = "rtl"


_LANGUAGES: Final = {
    "LATIN": "en",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "ARABIC": "ar",
    "HEBREW": "he",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "ETHIOPIC": "am",
}
"""The likeliest language of each script: a screen reader needs one, and it chooses the shape of a Han sign."""

DOCUMENT_LANGUAGE: Final = "en"
_UNDETERMINED: Final = "und"
_SCRIPT_PREFIXES: Final = {"FULLWIDTH": "LATIN", "HALFWIDTH": "KATAKANA", "IDEOGRAPHIC": "CJK"}


def direction(text: str) -> Direction:
    """The direction of the paragraph's first strong character (Unicode Annex 9, rules P2 and P3); else LTR."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return Direction.LTR
            case "R" | "AL":
                return Direction.RTL
            case _:
                pass
    return Direction.LTR


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """The script's name in capitals ("HANGUL"), or "" for what every script shares (digits, signs, marks)."""
    if unicodedata.category(character)[0] != "L":
        return ""
    word = unicodedata.name(character, "").split(" ")[0].split("-")[0]
    return _SCRIPT_PREFIXES.get(word, word)


def languages(text: str) -> tuple[tuple[str, str], ...]:
    """`text` cut where its language changes: pairs of a stretch and its language tag.

    What every script shares goes with what stands before it. Han signs count as Japanese in a text with kana
    and as Korean in one with Hangul.
    """
    if text.isascii():
        return ((text, DOCUMENT_LANGUAGE),) if text else ()
    tags = _tags(text)
    current = next((tag for tag in tags if tag), DOCUMENT_LANGUAGE)
    tagged: list[tuple[str, str]] = []
    for character, tag in zip(text, tags, strict=True):
        current = tag or current
        tagged.append((current, character))
    return tuple(
        ("".join(character for _, character in stretch), tag)
        for tag, stretch in groupby(tagged, key=lambda pair: pair[0])
    )


def scripts_in_words(characters: Iterable[str]) -> str:
    """The scripts of these characters in words ("Cuneiform, Thai"), for a message that must not quote them."""
    return ", ".join(sorted({_in_words(character) for character in characters}))


def _in_words(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Co":
        return "private-use characters"
    if category == "Cn":
        return "unassigned characters"
    if category[0] in "SNPZ":
        return "symbols"
    word = unicodedata.name(character, "an unnamed script").split(" ")[0].split("-")[0]
    return "Chinese, Japanese or Korean" if word == "CJK" else word.capitalize()


def _language_of_han(scripts: set[str]) -> str:
    if scripts & {"HIRAGANA", "KATAKANA"}:
        return "ja"
    return "ko" if "HANGUL" in scripts else "zh"


def _tags(text: str) -> list[str]:
    """A language tag for each character, "" where any will do."""
    scripts = [script_of(character) for character in text]
    han = _language_of_han(set(scripts))
    return [
        "" if not script else han if script == "CJK" else _LANGUAGES.get(script, _UNDETERMINED)
        for script in scripts
    ]
