"""Words that stand before a colon in ordinary notes, and so are no codes: `So: let us be clear`."""

from __future__ import annotations

import re

from dialogue_notes.domain.typing_line.layouts import as_typed

_EVERYDAY = re.compile(
    "also|and|but|cf|eg|etc|fyi|ie|last|nb|next|no|note|now|ok|or|ps|q|qa|qed|re|so|tbc|tbd|then|thus|viz|well|yes|yet"
)


def is_everyday(word: str) -> bool:
    """Whether a word stands before a colon in ordinary notes."""
    return _EVERYDAY.fullmatch(as_typed(word)) is not None


def begins_a_sentence(word: str) -> bool:
    """Whether an everyday word is written with a capital as a sentence begins: then it is no code, also where
    somebody has been given that very code.
    """
    return word[:1].isupper() and not word.isupper() and is_everyday(word)
