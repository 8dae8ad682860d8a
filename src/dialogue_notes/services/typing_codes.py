"""Typing codes for names in any script: transliterated first, then made by the pure rule."""

from __future__ import annotations

import re
from collections.abc import Collection

from anyascii import anyascii

from dialogue_notes.domain.typing_codes import make_code

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def typing_code(name: str, taken: Collection[str]) -> str:
    """A short code for a name, unlike those in `taken`.

    Another script is spelled in Latin letters first; Korean and Chinese syllables begin with capitals then, and
    count as words: `gyc` for 강용철.
    """
    return make_code(name if name.isascii() else _CAPITAL.sub(" ", anyascii(name)), taken)
