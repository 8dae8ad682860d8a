"""Shorthand: `;key` stands for the words that a glossary has for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dialogue_notes.domain.typing_line.layouts import readings

_KEY = re.compile(r"(?<!\S);([^\W_]{1,32})(?=$|[\s.,:!?)])")
_LONGEST_TAIL = 40


def expand(text: str, glossary: Mapping[str, str]) -> str:
    """`text` with every known key expanded; unknown keys stay as typed."""
    if not glossary:
        return text
    return _KEY.sub(lambda match: _words(match[1], glossary) or match[0], text)


def expand_before(text: str, caret: int, glossary: Mapping[str, str]) -> tuple[str, int] | None:
    """The line and caret after the key just ended by a space at `caret` is expanded; None when there is none.

    For expansion as one types: `caret` (code points) stands right after that space.
    """
    head = text[: max(caret - 1, 0)]
    if text[caret - 1 : caret] != " ":
        return None
    tail_start = max(0, len(head) - _LONGEST_TAIL)
    matches = [match for match in _KEY.finditer(head, tail_start) if match.end() == len(head)]
    words = _words(matches[-1][1], glossary) if matches else None
    if words is None:
        return None
    expanded = head[: matches[-1].start()] + words
    return expanded + text[caret - 1 :], len(expanded) + 1


def _words(key: str, glossary: Mapping[str, str]) -> str | None:
    return next((glossary[reading] for reading in readings(key) if reading in glossary), None)
