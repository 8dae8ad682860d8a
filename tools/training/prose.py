"""The texts that weights are learned from: paragraphs with their people, forty in a row as the record of a meeting."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

RECORD = 40

Paragraph = tuple[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Record:
    """Some paragraphs of one volume in a row."""

    volume: str
    paragraphs: tuple[Paragraph, ...] = field(repr=False)


def records(path: Path) -> list[Record]:
    """The training texts as records."""
    found: dict[str, list[Paragraph]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            found[one["volume"]].append((one["text"], tuple((start, end) for start, end in one["people"])))
    return [
        Record(volume, tuple(paragraphs[at : at + RECORD]))
        for volume, paragraphs in found.items()
        for at in range(0, len(paragraphs), RECORD)
    ]


def is_person(start: int, people: Iterable[tuple[int, int]]) -> bool:
    """Whether a word that begins at `start` belongs to a name."""
    return any(begin <= start < end for begin, end in people)
