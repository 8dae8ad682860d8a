"""What may leave the room: the only types that an exporter accepts. This module reaches nothing raw."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

MARKER = "█████"
"""Stands for every removed span, whatever its length: five U+2588, one constant width."""


class RunStyle(StrEnum):
    """How a run of text is set."""

    PLAIN = "plain"
    MARKER = "marker"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str = field(repr=False)
    style: RunStyle = RunStyle.PLAIN


class PointKind(StrEnum):
    """How a point is set: prose, a quotation, something agreed or to be done, a note on the proceedings."""

    PROSE = "prose"
    QUOTE = "quote"
    AGREED = "agreed"
    ACTION = "action"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class SanitisedPoint:
    """One point; `lead` describes the speaker as finely as allowed, `notes` say how sure it is ("personal view")."""

    kind: PointKind
    lead: str
    runs: tuple[Run, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SanitisedSection:
    """A heading with its points."""

    title: tuple[Run, ...]
    points: tuple[SanitisedPoint, ...]


@dataclass(frozen=True, slots=True)
class SanitisedSummary:
    """A whole summary, fit to be seen by its profile's audience.

    `method` says under which rule it was held and how the text came about; `notices` stand on every page
    (DRAFT; redactions accepted without a person's decision). Nothing in here depends on what was withheld.
    """

    title: tuple[Run, ...]
    subtitle: tuple[Run, ...]
    marking: str
    method: str
    sections: tuple[SanitisedSection, ...]
    attendance: tuple[str, ...] = ()
    disclaimer: str = ""
    notices: tuple[str, ...] = ()


def text_of(runs: tuple[Run, ...]) -> str:
    """The runs' text, joined."""
    return "".join(run.text for run in runs)
