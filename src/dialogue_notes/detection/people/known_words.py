"""Words that are known as something else than a person's name."""

from __future__ import annotations

import re
from functools import cache

from dialogue_notes.detection.people.cues import Lexicon
from dialogue_notes.domain.names.common_words import is_ordinary
from dialogue_notes.domain.names.words import NATIONALITIES, ROLES, TITLES
from dialogue_notes.paths import resource

NOT_A_NAME = TITLES | ROLES | NATIONALITIES
"""Words that are never taken for a name by a title before them: "Mr. Ambassador"."""

_ACRONYM = re.compile(r"[A-Z]{2,}s?$")
_PARTS = re.compile(r"[-‑]")
_PLURAL = "s"
_ENDINGS = ("ly", "ing", "tion", "tions", "ment", "ments", "ness", "ism", "able", "ible", "ised", "ized")
"""Endings of English words that begin sentences, and of hardly any name of more than six letters."""
_SHORTEST_WITH_ENDING = 7


@cache
def place_words() -> frozenset[str]:
    """Names of places that are one word, in small letters, from the list by which places are found."""
    lines = resource("words/places.tsv").read_text(encoding="utf-8").splitlines()
    names = (line.split("\t")[1] for line in lines if line and not line.startswith("#"))
    return frozenset(name.casefold() for name in names if " " not in name)


@cache
def _dictionary() -> frozenset[str]:
    """The English words from which passphrases are drawn."""
    lines = resource("words/eff_large.txt").read_text(encoding="ascii").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_small_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in small letters is a word of English, a title or a role."""
    return word in lexicon.small or is_ordinary(word) or word in NOT_A_NAME or word in _dictionary()


def is_unknown(word: str, lexicon: Lexicon) -> bool:
    """Whether a word with a capital stands in no list that says what else it is, and is not made like a word."""
    small = word.casefold()
    if word in lexicon.capital or is_small_word(small, lexicon) or _ACRONYM.match(word):
        return False
    if len(small) >= _SHORTEST_WITH_ENDING and small.endswith(_ENDINGS):
        return False
    parts = (small, small.removesuffix(_PLURAL), *_PARTS.split(small))
    return small not in place_words() and NOT_A_NAME.isdisjoint(parts)
