"""What is said about the line while it is typed."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.typing_line.completion import Candidate

KEEPS = "Enter keeps the line as typed"


@dataclass(frozen=True, slots=True)
class Hint:
    """What the row under the line says: candidates with the sides they belong to, and the line's meaning."""

    candidates: tuple[Candidate, ...] = ()
    sides: tuple[int, ...] = ()
    words: str = field(default=KEEPS, repr=False)
    rule: GroundRule | None = None
