"""Initials beside a family name: "MJ Kim", "M.-J. Kim", "Kim, M. J."; they belong to the mention."""

from __future__ import annotations

import re
from collections.abc import Collection

_CAPITAL = "[A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁІЇЄҐ]"
_BEFORE = re.compile(rf"(?<![^\s(“\"‘'\[—–/«„])((?:{_CAPITAL}(?:\.-?|-)?[ \u00a0]?){{1,4}})(?<=[ \u00a0])$")
_AFTER = re.compile(rf",?[ \u00a0]((?:{_CAPITAL}(?:\.-?|-)?[ \u00a0]?){{1,4}})(?![^\W\d_])")
_LAST_LATIN = "\u036f"
_REACH = 16


def with_initials_before(text: str, start: int, floor: int, initials: Collection[str]) -> int:
    """Where a mention begins whose name begins at `start`: before initials that are its bearer's."""
    if start <= floor or not text[start - 1].isspace() or not initials:
        return start
    before = text[max(floor, start - _REACH) : start]
    found = _BEFORE.search(before)
    if found is None or not _are_theirs(found[1], initials):
        return start
    if len(_letters(found[1])) == 1 and found[1] > _LAST_LATIN and "." not in found[1]:
        return start  # in Greek and Cyrillic "А" and "О" begin sentences
    return start - len(before) + found.start(1)


def with_initials_after(text: str, end: int, initials: Collection[str]) -> int:
    """Where a mention ends whose name ends at `end`: behind its bearer's initials; one alone needs a full stop."""
    if not initials or text[end : end + 1] not in {",", " ", "\u00a0"}:
        return end
    found = _AFTER.match(text, end)
    if found is None or not _are_theirs(found[1], initials):
        return end
    if len(_letters(found[1])) == 1 and "." not in found[1]:
        return end
    return end + len(found[0].rstrip(" \u00a0"))


def _are_theirs(written: str, initials: Collection[str]) -> bool:
    letters = _letters(written)
    return any(letters in own for own in initials)


def _letters(written: str) -> str:
    return "".join(letter for letter in written if letter.isalpha())
