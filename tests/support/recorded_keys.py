"""What hands do at a meeting, and what has to stand in the record for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

from dialogue_notes.domain.codes import Aim, Kind, MarginMark


class Act(StrEnum):
    """What hands do."""

    TEXT = "text"
    CODE = "code"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Stroke:
    """Something pressed: text as it is to stand in the line, a code by its keys on a US layout, or a key by its code.
    `at` is in seconds since the hour began.
    """

    at: float
    act: Act
    text: str = field(default="", repr=False)
    key: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry as it has to stand in the record."""

    kind: Kind
    text: str
    code: str | None = None
    unsure: bool = False
    marks: frozenset[MarginMark] = frozenset()
    aims: frozenset[Aim] = frozenset()
    interpreted: bool = False
    read_back: bool = False
    at: time | None = None
