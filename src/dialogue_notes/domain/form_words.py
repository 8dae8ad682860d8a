"""The words by which forms and texts are brought together before they are compared letter by letter."""

from __future__ import annotations

import re

from dialogue_notes.domain.reading import HANGUL_RANGES, NO_SPACE_RANGES
from dialogue_notes.domain.text import readings, term_keys

_RUN = re.compile(rf"[^\W\d_{NO_SPACE_RANGES}{HANGUL_RANGES}]+|\d+")


def form_words(form: str) -> frozenset[str]:
    """The words of which a text holds at least one if it holds the form (see `domain.term_finder`): of each reading the
    longest, or the first sign where the form begins in Hangul or in a script without spaces.
    """
    return frozenset(
        key[0] if _RUN.match(key) is None else max(_RUN.findall(key), key=len)
        for key in term_keys(form, fold_case=True)
        if key
    )


def text_words(text: str) -> frozenset[str]:
    """The words of a text in both readings, and the signs of which it may be that a form begins with them."""
    words: set[str] = set()
    for read in readings(text, fold_case=True):
        words.update(_RUN.findall(read.text))
        words.update(sign for sign in set(read.text) if _RUN.match(sign) is None and not sign.isspace())
    return frozenset(words)
