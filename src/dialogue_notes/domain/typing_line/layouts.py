"""Which keys were pressed: a typed word read as if the keyboard layout had been another one.

Hands that know where the keys of `hk` are press the same keys when the Russian or the Korean layout is on, and
`рл` or `ㅗㅏ` comes out. The maps go from the character that came out to the letter that a US layout has on that
key. Sources: the layouts `us`, `ru`, `fr` and `kr` of the X keyboard database; Korean is KS X 5002 (2-set).
"""

from __future__ import annotations

import unicodedata

_RUSSIAN = dict(zip("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm", strict=True))
_AZERTY = {"a": "q", "q": "a", "z": "w", "w": "z", ",": "m", ";": "m"} | dict(
    zip("&é\"'(-è_çà", "1234567890", strict=True)
)
"""Letters that AZERTY and QWERTY exchange; M lies on the keys that the other layout calls `,` and `;`, and the
digits lie above the signs of the top row.
"""

_SIMPLE_JAMO = dict(
    zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㅏㅐㅑㅓㅔㅕㅗㅛㅜㅠㅡㅣ", "rsefaqtdwczxvgkoijpuhynbml", strict=True)
)
_SHIFTED_JAMO = {"ㄲ": "r", "ㄸ": "e", "ㅃ": "q", "ㅆ": "t", "ㅉ": "w", "ㅒ": "o", "ㅖ": "p"}
_JOINED_JAMO = {
    "ㅘ": "hk", "ㅙ": "ho", "ㅚ": "hl", "ㅝ": "nj", "ㅞ": "np", "ㅟ": "nl", "ㅢ": "ml", "ㄳ": "rt", "ㄵ": "sw",
    "ㄶ": "sg", "ㄺ": "fr", "ㄻ": "fa", "ㄼ": "fq", "ㄽ": "ft", "ㄾ": "fx", "ㄿ": "fv", "ㅀ": "fg", "ㅄ": "qt",
}  # fmt: skip
_KOREAN = _SIMPLE_JAMO | _SHIFTED_JAMO | _JOINED_JAMO

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_CONJOINING = (
    {chr(0x1100 + n): jamo for n, jamo in enumerate(_INITIALS)}
    | {chr(0x1161 + n): jamo for n, jamo in enumerate(_VOWELS)}
    | {chr(0x11A8 + n): jamo for n, jamo in enumerate(_FINALS)}
)
"""The parts of a composed syllable (Unicode 3.12) as the letters on the keys."""

INVISIBLE = "\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Signs for the direction of text, and spaces without width, which typing in Arabic and pasting bring along."""

_NOTHING = dict.fromkeys(map(ord, INVISIBLE))


def as_typed(word: str) -> str:
    """The word as it stands, free of case, of full-width forms, of composed look-alikes and of signs nobody sees."""
    return unicodedata.normalize("NFKC", word).casefold().translate(_NOTHING)


def other_readings(word: str) -> tuple[str, ...]:
    """The words that the same keys give on a US layout, for each layout that can have produced `word`."""
    lowered = word.casefold()
    readings = (
        _through(lowered, _RUSSIAN),
        _korean_keys(lowered),
        _through(as_typed(word), _AZERTY, partly=True),
    )
    return tuple(dict.fromkeys(reading for reading in readings if reading))


def readings(word: str) -> tuple[str, ...]:
    """The word as typed, then its other readings, each once."""
    return tuple(dict.fromkeys((as_typed(word), *other_readings(word))))


def _through(word: str, keys: dict[str, str], *, partly: bool = False) -> str:
    """`word` through a map; empty when a letter has no place in it, unless the layouts share letters."""
    if partly:
        return "".join(keys.get(letter, letter) for letter in word)
    if not all(letter in keys or letter.isdecimal() for letter in word):
        return ""
    return "".join(keys.get(letter, letter) for letter in word)


def _korean_keys(word: str) -> str:
    jamo = "".join(_CONJOINING.get(part, part) for part in unicodedata.normalize("NFD", word))
    return _through(jamo, _KOREAN)
