"""The words that a side's name makes: from "Seora" or "Delegation of the Republic of Seora" to "the Seorans"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_notes.domain.names.common_words import is_ordinary
from dialogue_notes.domain.text import has_no_spaces, is_hangul
from dialogue_notes.domain.word_lists import words

_GENERAL = words(
    """
    a and association centre center civil committee common country council countries de del delegation democratic des
    du el embassy emirate experts facilitators federal federation for from government group host hosts independent
    institute international islamic kingdom la le les member members ministry mission national no observers of office
    official officials organisation organization others party people's peoples representatives republic secretariat
    side socialist society staff state states team the third track union united university world
    délégation république royaume delegación república reino
    """
)
"""Words of sides' names that name no side."""
_SHORTEST = 4
_LATIN = re.compile("[A-Za-zÀ-ɏ'’-]+")
_VOWELS = "aeiouy"
_AFTER_VOWEL = ("n", "ns", "ni", "nis", "ne", "nese")
_AFTER_CONSONANT = ("ian", "ians", "an", "ans", "ese", "ish", "i", "is", "er", "ers", "ic")
_ENDINGS = ("ians", "ian", "ans", "an", "ese", "ish", "is", "i", "ers", "er", "ns", "n")


def side_words(side: str) -> Iterator[str]:
    """The side's name, those of its words that name it, and the adjectives and peoples made of them."""
    name = " ".join(side.split())
    if name and not _is_general(name):
        yield name
    for word in dict.fromkeys(re.split(r"[\s,;/()&+–—]+", name)):
        if has_no_spaces(word) or is_hangul(word):
            if len(word) > 1:
                yield word
        elif _is_abbreviation(word):
            yield word
        elif len(word) >= _SHORTEST and word[0].isupper() and not _is_general(word) and not is_ordinary(word):
            yield word
            if _LATIN.fullmatch(word):
                yield from _derived(word)


def _derived(word: str) -> Iterator[str]:
    """Adjectives and peoples of a land, and lands of an adjective; a word too many is met by nobody."""
    if word.endswith("y"):
        yield from (word[:-1], f"{word[:-1]}s")
    if word[-1] in _VOWELS:
        yield from (word + ending for ending in _AFTER_VOWEL)
        yield from (word[:-1] + ending for ending in _AFTER_CONSONANT)
    else:
        yield from (word + ending for ending in _AFTER_CONSONANT)
    ending = next((each for each in _ENDINGS if word.endswith(each)), "")
    stem = word.removesuffix(ending) if ending else ""
    if len(stem) >= _SHORTEST:
        yield from (stem, f"{stem}a", f"{stem}ia")
        yield from (stem + each for each in _AFTER_CONSONANT)
        yield from (stem + each for each in _AFTER_VOWEL if stem[-1] in _VOWELS)


def _is_abbreviation(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isalpha() and letters.isupper()


def _is_general(name: str) -> bool:
    return all(word.casefold() in _GENERAL for word in name.split())
