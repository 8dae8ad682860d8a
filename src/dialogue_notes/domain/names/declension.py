"""Endings and beginnings that other languages put to a name: Russian cases, Hebrew prefixes, English plurals.

Too many forms do no harm: a form that no one ever wrote is merely never found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CYRILLIC = re.compile(r"^[\u0400-\u04ff-]+$")
_ARABIC = re.compile(r"^[\u0600-\u06ff\s]+$")
_HEBREW = re.compile(r"^[\u05d0-\u05ea]+$")
_LATIN = re.compile(r"^[A-Za-zÀ-ɏ'-]+$")
_NOUN_ENDINGS = (
    "а",
    "у",
    "ом",
    "ем",
    "е",
    "ы",
    "и",
    "ю",
    "я",
    "ой",
    "ей",
    "ым",
    "ых",
    "ыми",
    "ам",
    "ами",
    "ах",
)
_ADJECTIVE_ENDINGS = ("ого", "ому", "им", "ым", "ом", "ая", "ую", "ой", "ие", "ые", "их", "ых", "ими", "ыми")
_ADJECTIVES = ("ий", "ый", "ой", "ая", "яя")
_FLEETING = re.compile("(?<=[бвгджзклмнпрстфхцчшщ])[ео](?=[лкц]$)")
"""The vowel that other cases leave out: Павел, Павла; Донец, Донца."""
_VOWELS = "аяьй"
_PREFIXES = ("و", "ب", "ل", "ف", "ك", "وب", "ول", "فب", "فل")
_HEBREW_PREFIXES = ("ו", "ב", "ל", "מ", "ה", "ש", "כ", "וה", "של")
"""And, in, to, so, like, from, the: each is written together with the word after it."""
_ARTICLE = "ال"
_SHORTEST_WITHOUT_ARTICLE = 4


def declined(word: str) -> Iterator[str]:
    """The other forms of a name of one word, without the name itself."""
    if _CYRILLIC.match(word):
        if word.endswith(_ADJECTIVES):
            yield from (word[:-2] + ending for ending in _ADJECTIVE_ENDINGS)
        else:
            stem = word[:-1] if word[-1] in _VOWELS else word
            for each in dict.fromkeys((stem, _FLEETING.sub("", stem))):
                yield from (each + ending for ending in _NOUN_ENDINGS if each + ending != word)
    elif _ARABIC.match(word):
        yield from (prefix + word for prefix in _PREFIXES)
        bare = word.removeprefix(_ARTICLE)
        yield from ("لل" + bare, "ولل" + bare)
        if bare == word:
            yield from (prefix + _ARTICLE + word for prefix in ("", *_PREFIXES))
        elif len(bare) >= _SHORTEST_WITHOUT_ARTICLE:
            yield from (prefix + bare for prefix in ("", *_PREFIXES))
    elif _HEBREW.match(word):
        yield from (prefix + word for prefix in _HEBREW_PREFIXES)
    elif _LATIN.match(word):
        yield word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
