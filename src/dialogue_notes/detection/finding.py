"""What a detector says about a text, before it is known where the text lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from dialogue_notes.domain.codes import Category


@dataclass(frozen=True, slots=True)
class Finding:
    """A span (code points, end exclusive) that may identify someone, and why; see `Suggestion` for the fields."""

    start: int
    end: int
    category: Category
    entity: str
    reason: str
    score: float
    default: bool


class Detector(Protocol):
    """Looks through one text after another for one sort of thing; made once for a record."""

    def find(self, text: str) -> Iterable[Finding]:
        """What of the detector's sort stands in the text, in any order."""
