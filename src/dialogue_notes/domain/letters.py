"""Single letters: which show nothing, and which are compared as one and the same.

Shared by the comparison of texts and by what cleans exports: a character that an export leaves out may not part
a name for the comparison either.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HYPHENS = "-\u058a\u05be\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
"""Those of Armenian and Hebrew too."""
APOSTROPHES = "'\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u0060\u00b4\u2032\uff07"

_OPENING_QUOTES = frozenset("\"“”„«»‹›「『《〈'‘")

INVISIBLE_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0\u2800")
"""Fillers, joiners and selectors filed under letters, marks or symbols that show nothing of their own."""

_LAST_OF_PLANE = 0xFFFE
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]"
)
"""Accents of Latin, Greek and Cyrillic letters, and the vowel signs and stretching of Hebrew and Arabic: written
by one hand and left out by the next. The vowel signs of Indian scripts are letters and stay."""

_SMALL_CAPITALS, _CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGHIJKLMNOPRSTUVWYZ"
_AS_CAPITALS = str.maketrans(_SMALL_CAPITALS, _CAPITALS)

_ONE_FOR_ANOTHER = str.maketrans(
    dict(zip("øłđħŧıªº", "oldhtiao", strict=True))
    | dict(zip(_SMALL_CAPITALS, _CAPITALS.lower(), strict=True))
    | dict(zip("ىیئةکؤ", "يييهكو", strict=True))
    | {"æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
"""Letters that no accent tells apart and that are written for each other: strokes, small capitals, Arabic ends."""


def quotation_marks(text: str) -> tuple[str, str]:
    """What is set before and behind a quotation: nothing where it was typed with marks of its own."""
    return ("", "") if text[:1] in _OPENING_QUOTES else ("“", "”")


def is_unseen(letter: str) -> bool:
    """Format and control characters, selectors, fillers, noncharacters: they change a text, not what one reads."""
    return (
        unicodedata.category(letter) in {"Cf", "Cc"}
        or letter in INVISIBLE_LETTERS
        or is_selector(letter)
        or is_noncharacter(letter)
    )


def is_selector(letter: str) -> bool:
    """Variation selectors: they choose a shape and show nothing of their own."""
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"


def is_noncharacter(letter: str) -> bool:
    """The 66 code points that Unicode promises never to use (PDFium reads line-end hyphens back as one)."""
    return "\ufdd0" <= letter <= "\ufdef" or ord(letter) & _LAST_OF_PLANE == _LAST_OF_PLANE


@lru_cache(maxsize=8192)
def compared(cluster: str, *, fold_case: bool) -> str:
    """One letter with its marks as it is compared; empty for what cannot be seen.

    Accents are left out where letter case is: whoever writes "garcia" writes "García" too. In its own case a
    short name is told from a word by nothing but its accent ("Tô").
    """
    if cluster in APOSTROPHES:
        return "'"
    plain = unicodedata.normalize("NFKC", cluster)
    if fold_case:
        plain = without_marks(unicodedata.normalize("NFKC", plain.casefold()))
    elif not plain.isascii():
        plain = plain.translate(_AS_CAPITALS)
    return "".join(letter for letter in plain if not is_unseen(letter))


def without_marks(text: str) -> str:
    """A text in small letters without accents and vowel signs, with one letter for those that are exchanged."""
    if text.isascii():
        return text
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text)).translate(_ONE_FOR_ANOTHER)
    return unicodedata.normalize("NFKC", bare)
