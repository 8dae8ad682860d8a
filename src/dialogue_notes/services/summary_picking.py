"""Picking entries from the record: each goes under its session's heading, in the order of the record."""

from __future__ import annotations

from dataclasses import replace

from dialogue_notes.domain.record import Intervention, MeetingRecord, Session
from dialogue_notes.domain.summary import Summary, SummaryPoint, SummarySection
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.summaries import entry_sureness
from dialogue_notes.services.summary_editing import SummaryChange, change_summary
from dialogue_notes.storage import summaries as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Vault


def switch_entry(vault: Vault, summary_id: str, intervention_id: str) -> SummaryChange:
    """Makes a point of an entry, or takes the point out again that stands for it as it is.

    Raises KnownError(NOT_FOUND) when the summary, or the entry in its meeting, is not there.
    """
    record = meeting_record(vault, stored.summary(vault, summary_id).meeting_id)
    order = [entry.intervention.id for entry in record.entries]
    if intervention_id not in order:
        raise KnownError(ErrorCode.NOT_FOUND, detail="entry")
    picked = record.entries[order.index(intervention_id)].intervention

    def changed(summary: Summary) -> Summary:
        without = _without(summary, intervention_id)
        return without if without != summary else _with(summary, picked, record, order)

    return change_summary(vault, summary_id, changed)


def _without(summary: Summary, intervention_id: str) -> Summary:
    """The summary without the point that stands for the entry, and without a session's heading left empty by it."""
    sections = []
    for section in summary.sections:
        points = tuple(one for one in section.points if not _stands_for(one, intervention_id))
        if points or len(points) == len(section.points) or section.session_id is None:
            sections.append(replace(section, points=points))
    return replace(summary, sections=tuple(sections))


def _stands_for(point: SummaryPoint, intervention_id: str) -> bool:
    return point.text is None and point.sources == (intervention_id,)


def _with(summary: Summary, picked: Intervention, record: MeetingRecord, order: list[str]) -> Summary:
    sections = list(summary.sections)
    at = next((n for n, one in enumerate(sections) if one.session_id == picked.session_id), None)
    if at is None:
        session = next(one for one in record.sessions if one.id == picked.session_id)
        at = _place_of(session, sections, record)
        sections.insert(at, SummarySection(new_id(), summary.id, at, session.title, session.id))
    section = sections[at]
    point = SummaryPoint(new_id(), section.id, 0, sources=(picked.id,), sureness=entry_sureness(picked))
    number = order.index(picked.id)
    before = sum(_rank(one, order) < number for one in section.points)
    sections[at] = replace(section, points=(*section.points[:before], point, *section.points[before:]))
    return replace(summary, sections=tuple(sections))


def _place_of(session: Session, sections: list[SummarySection], record: MeetingRecord) -> int:
    """Before the first heading of a later session; at the end when there is none."""
    later = {one.id for one in record.sessions[record.sessions.index(session) + 1 :]}
    return next((n for n, one in enumerate(sections) if one.session_id in later), len(sections))


def _rank(point: SummaryPoint, order: list[str]) -> int:
    """Where a point's first source stands in the record; a point without one comes first, where it was put."""
    return order.index(point.sources[0]) if point.sources and point.sources[0] in order else -1
