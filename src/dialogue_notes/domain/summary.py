"""A summary as staff write it: sections, points and their sources. Raw; never reachable by a renderer."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_notes.domain.codes import Sureness


@dataclass(frozen=True, slots=True)
class SummaryPoint:
    """One point.

    `text` is None while the point stands for its one source entry as it is; otherwise it is written by hand.
    `sources` are intervention ids. `stale` is set when a source changed after the point was made.
    """

    id: str
    section_id: str
    position: int
    text: str | None = field(default=None, repr=False)
    sources: tuple[str, ...] = ()
    sureness: Sureness = Sureness.NOT_SAID
    stale: bool = False


@dataclass(frozen=True, slots=True)
class SummarySection:
    """A heading and its points; `session_id` when the heading is a session's own title."""

    id: str
    summary_id: str
    position: int
    title: str = field(repr=False)
    session_id: str | None = None
    points: tuple[SummaryPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What staff write from the record for one profile; `auto_accepted` when suggestions were accepted unseen."""

    id: str
    meeting_id: str
    profile: str
    title: str = field(repr=False)
    marking: str = ""
    sections: tuple[SummarySection, ...] = ()
    auto_accepted: bool = False


@dataclass(frozen=True, slots=True)
class Approval:
    """A person's approval of exactly one content (SHA-256 hex of what will be seen)."""

    id: str
    summary_id: str
    content_hash: str
    approved_by: str
    approved_at: str


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """An entry of the export register; `made_at` is UTC in ISO 8601, `file_hash` SHA-256 hex of the file."""

    id: str
    summary_id: str
    profile: str
    format: str
    file_name: str
    file_hash: str
    content_hash: str
    draft: bool
    made_by: str
    made_at: str
