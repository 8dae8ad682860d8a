"""Telling at once that none of many terms can stand in a long stretch of ASCII that is no prose.

The page descriptions of a long PDF are megabytes of numbers and operators. A term can stand there only if its
letters do, whatever lies between them; that is looked for in one pass, and hardly ever found.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import ahocorasick

from dialogue_notes.domain.text import term_keys

_KEPT: Final = frozenset(b"abcdefghijklmnopqrstuvwxyz")
_DROPPED: Final = bytes(code for code in range(128) if code not in _KEPT)


class Prefilter:
    """The letters of terms, to be looked for all at once."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for form in forms:
            for key in term_keys(form, fold_case=True):
                letters = _letters(key)
                if letters:
                    self._automaton.add_word(letters, letters)
        if len(self._automaton):
            self._automaton.make_automaton()

    def may_hold(self, text: str) -> bool:
        """False only if no term stands in the text; texts beyond ASCII are not judged."""
        if not text.isascii():
            return True
        if not len(self._automaton):
            return False
        return next(self._automaton.iter(_letters(text)), None) is not None


def _letters(text: str) -> str:
    """The ASCII letters of a text, in lower case, without all that stands between them."""
    return text.lower().encode("ascii", "ignore").translate(None, _DROPPED).decode("ascii")
