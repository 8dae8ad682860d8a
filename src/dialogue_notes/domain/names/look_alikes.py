"""Words typed in two alphabets, with letters that only look right ("Kissіnger" with a Cyrillic і).

Only words that mix alphabets are read otherwise than they stand: to fold whole words would join those of two
languages ("рот" and "pot").
"""

from __future__ import annotations

import re

_CYRILLIC = "АВЕЅІЈКМНОРСТУХԀԚԜаеѕіјорсухһԁԛԝ"
_AS_CYRILLIC = "ABESIJKMHOPCTYXDQWaesijopcyxhdqw"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳ"
_AS_GREEK = "ABEZHIKMNOPTYXovcj"
_OTHERS = "ɑɡⅼ"
_AS_OTHERS = "agl"
_TO_LATIN = str.maketrans(_CYRILLIC + _GREEK + _OTHERS, _AS_CYRILLIC + _AS_GREEK + _AS_OTHERS)
_TO_CYRILLIC = str.maketrans("ABEIKMHOPCTYXaeiopcyxh", "АВЕІКМНОРСТУХаеіорсухһ")

_LATIN = "A-Za-z\u00c0-\u024f"
_SEAM = re.compile(f"[{_LATIN}][\u0370-\u052f{_OTHERS}]|[\u0370-\u052f{_OTHERS}][{_LATIN}]")
"""Where two alphabets meet inside a word."""
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")


def in_one_alphabet(text: str) -> str:
    """The text, every letter in its place, with each word that mixes alphabets in the one most of it is in."""
    if text.isascii() or _SEAM.search(text) is None:
        return text
    return _WORD.sub(_mended, text)


def _mended(word: re.Match[str]) -> str:
    typed = word[0]
    if typed.isascii() or _SEAM.search(typed) is None:
        return typed
    cyrillic, latin = len(_CYRILLIC_LETTER.findall(typed)), len(_LATIN_LETTER.findall(typed))
    return typed.translate(_TO_CYRILLIC if cyrillic > latin else _TO_LATIN)
