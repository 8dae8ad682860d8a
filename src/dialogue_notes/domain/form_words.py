"""The words by which forms and texts are brought together before they are compared letter by letter."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dialogue_notes.domain.reading import HANGUL_RANGES, NO_SPACE_RANGES
from dialogue_notes.domain.text import readings, term_keys

_RUN = re.compile(rf"[^\W\d_{NO_SPACE_RANGES}{HANGUL_RANGES}]+|\d+")


def form_words(form: str) -> tuple[frozenset[str], ...]:
    """For each reading of a form the words of which a text holds every one if it holds the form so (see
    `domain.term_finder`); the first sign alone where it begins in Hangul or in a script without spaces.
    """
    return tuple(
        frozenset(_RUN.findall(key) if _RUN.match(key) else key[:1])
        for key in term_keys(form, fold_case=True)
        if key
    )


def telling_words(form: str, commonness: Mapping[str, int]) -> frozenset[str]:
    """The words of which a text holds at least one if it holds the form: of each reading the one that is the least
    common, and of these the longest. "Minister" leads to everybody who is one, and a family name to few.
    """
    return frozenset(
        max(words, key=lambda one: (-commonness.get(one, 0), len(one), one)) for words in form_words(form)
    )


def text_words(text: str) -> frozenset[str]:
    """The words of a text in both readings, and the signs of which it may be that a form begins with them."""
    words: set[str] = set()
    for read in readings(text, fold_case=True):
        words.update(_RUN.findall(read.text))
        words.update(sign for sign in set(read.text) if _RUN.match(sign) is None and not sign.isspace())
    return frozenset(words)
