"""Two texts compared word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|[\u3400-\u9fff\uf900-\ufaff]|[^\W\u3400-\u9fff\uf900-\ufaff]+|[^\w\s]")
"""A word is a run of letters and digits; Chinese characters, which no space parts, are words of their own."""
_MOST = 3_000
"""Words that differ on either side, beyond which they are compared as one block: the comparison is quadratic."""


class Fate(StrEnum):
    """What became of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class DiffRun:
    """Words that share a fate."""

    text: str = field(repr=False)
    fate: Fate


def compare(old: str, new: str) -> tuple[DiffRun, ...]:
    """The runs from `old` to `new`. SAME and GONE together are `old`, SAME and NEW together are `new`; where both
    changed, what went stands before what came.
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    gone, came = before[start : len(before) - end], after[start : len(after) - end]
    runs = [(Fate.SAME, before[:start]), *_middle(gone, came), (Fate.SAME, before[len(before) - end :])]
    return tuple(_joined((fate, "".join(words)) for fate, words in runs if words))


def _middle(gone: list[str], came: list[str]) -> Iterator[tuple[Fate, list[str]]]:
    if max(len(gone), len(came)) > _MOST:
        yield from ((Fate.GONE, gone), (Fate.NEW, came))
        return
    for kind, i, j, k, m in SequenceMatcher(None, gone, came, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Fate.SAME, gone[i:j]
        else:
            yield from ((Fate.GONE, gone[i:j]), (Fate.NEW, came[k:m]))


def _shared(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(first, second, strict=False)
    return next(
        (place for place, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second))
    )


def _joined(runs: Iterator[tuple[Fate, str]]) -> Iterator[DiffRun]:
    """Neighbours of one fate as one run."""
    fate, text = Fate.SAME, ""
    for next_fate, more in runs:
        if next_fate is not fate and text:
            yield DiffRun(text, fate)
            text = ""
        fate, text = next_fate, text + more
    if text:
        yield DiffRun(text, fate)
