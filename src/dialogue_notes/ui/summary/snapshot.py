"""Reading what the Summary room shows, in one go, where the vault is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from dialogue_notes.domain.codes import InterventionState, Kind
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, PlaceKind, Redaction
from dialogue_notes.domain.sanitised import Run, RunStyle
from dialogue_notes.domain.summary import Summary, SummaryPoint
from dialogue_notes.services import summaries
from dialogue_notes.services.reviewing.states import state_of
from dialogue_notes.services.reviewing.types import SanitisedLine
from dialogue_notes.services.reviewing.view import sanitised_lines
from dialogue_notes.services.summaries import SummaryState
from dialogue_notes.storage import entities as stored_entities
from dialogue_notes.storage import profiles
from dialogue_notes.storage import redactions as stored_redactions
from dialogue_notes.storage import summaries as stored
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable
from dialogue_notes.ui.summary.model import (
    CheckLine,
    ExportLine,
    OutlineRow,
    SourceRow,
    Standing,
    SummaryShown,
)

_PICKABLE = frozenset({Kind.OBSERVATION, Kind.ASIDE})
"""Kinds that stay in the room unless a reviewer makes a point of them."""

_REASONS_SHOWN = 6
_DIGITS = 16
"""Enough of a hash to tell two files apart by eye; the register keeps all of it."""


def read_summary(readable: Readable, meeting_id: str, profile_name: str) -> SummaryShown:
    """The latest summary of a meeting for an audience, with everything beside it. Raises KnownError(NOT_FOUND)."""
    summary = latest_summary(readable, meeting_id, profile_name)
    if summary is None:
        return _nothing_yet(readable, meeting_id, profile_name)
    state = summaries.summary_state(readable, summary.id)
    record, profile = state.material.record, state.profile
    entities, redactions = state.material.entities, state.material.redactions
    lines = _lines(record, entities, redactions, profile)
    outline = tuple(_outline(summary, lines))
    has_points = any(row.point_id for row in outline)
    review = state_of(record, entities, redactions)
    return SummaryShown(
        summary_id=summary.id,
        profile=profile_name,
        has_record=bool(record.entries),
        title=summary.title or record.meeting.title,
        marking=summary.marking or profile.marking,
        sources=tuple(_sources(record, lines, summary)),
        outline=outline,
        checks=tuple(_checks(review.decided, review.total, state)),
        page=state.sanitised,
        words=sum(len(row.text.split()) for row in outline),
        is_approved=state.is_approved,
        can_approve=has_points and not state.reasons and not state.is_approved,
        last_exports=tuple(_exports(readable, meeting_id, summary.id)),
        register=tuple(_register(readable, meeting_id)),
    )


def latest_summary(readable: Readable, meeting_id: str, profile_name: str) -> Summary | None:
    """The newest summary of a meeting for an audience."""
    found = [one for one in stored.summaries(readable, meeting_id) if one.profile == profile_name]
    return found[-1] if found else None


def _nothing_yet(readable: Readable, meeting_id: str, profile_name: str) -> SummaryShown:
    """The record alone, to pick from."""
    record = meeting_record(readable, meeting_id)
    entities = stored_entities.entities(readable, record.dialogue.id)
    redactions = stored_redactions.redactions(readable, meeting_id)
    lines = _lines(record, entities, redactions, profiles.profile(readable, profile_name))
    return SummaryShown(
        "",
        profile_name,
        bool(record.entries),
        sources=tuple(_sources(record, lines, None)),
        checks=(CheckLine(Standing.OPEN, "No summary for this audience yet"),),
        register=tuple(_register(readable, meeting_id)),
    )


def _lines(
    record: MeetingRecord, entities: tuple[Entity, ...], redactions: tuple[Redaction, ...], profile: Profile
) -> dict[str, SanitisedLine]:
    """Each entry as the audience may see it, by id."""
    return {
        line.place.id: line
        for line in sanitised_lines(record, entities, redactions, profile)
        if line.place.kind is PlaceKind.INTERVENTION
    }


def _sources(
    record: MeetingRecord, lines: dict[str, SanitisedLine], summary: Summary | None
) -> Iterator[SourceRow]:
    picked = _picked(summary) if summary is not None else {}
    for number, session in enumerate(record.sessions, 1):
        heading = f"Session {number}"
        for entry in record.entries:
            one = entry.intervention
            if one.session_id != session.id or one.state is not InterventionState.KEPT:
                continue
            line = lines[one.id]
            may_pick = not line.withheld or one.kind in _PICKABLE
            note = (
                ""
                if may_pick and line.runs
                else f"Stays in the room: {line.withheld or 'nothing is left of it'}"
            )
            yield SourceRow(one.id, heading, line.lead, line.runs, note, picked.get(one.id, ""))
            heading = ""


def _picked(summary: Summary) -> dict[str, str]:
    """Where each source has gone, in words."""
    places: dict[str, str] = {}
    for number, section in enumerate(summary.sections, 1):
        for place, point in enumerate(section.points, 1):
            for source in point.sources:
                places.setdefault(source, f"picked → {number}.{place}")
    return places


def _outline(summary: Summary, lines: dict[str, SanitisedLine]) -> Iterator[OutlineRow]:
    for number, section in enumerate(summary.sections, 1):
        yield OutlineRow(section.id, "", section.title, str(number))
        for place, point in enumerate(section.points, 1):
            yield OutlineRow(
                section_id=section.id,
                point_id=point.id,
                text=_point_text(point, lines),
                number=f"{number}.{place}",
                sources=len(point.sources),
                sureness=point.sureness,
                is_stale=point.stale,
                is_written=point.text is not None,
            )


def _point_text(point: SummaryPoint, lines: dict[str, SanitisedLine]) -> str:
    if point.text is not None:
        return point.text
    runs = [run for source in point.sources if source in lines for run in lines[source].runs]
    return "".join(map(_in_own_words, runs))


def _in_own_words(run: Run) -> str:
    """A label's number belongs to one export; words written from it say "a person" instead."""
    if run.style is not RunStyle.LABEL:
        return run.text
    word = re.sub(r" \d+$", "", run.text).lower()
    return f"an {word}" if word[:1] in "aeiou" else f"a {word}"


def _checks(decided: int, total: int, state: SummaryState) -> Iterator[CheckLine]:
    all_decided = decided == total
    yield CheckLine(Standing.DONE if all_decided else Standing.STOPS, f"{decided} of {total} places decided")
    for reason in state.reasons[:_REASONS_SHOWN]:
        yield CheckLine(Standing.STOPS, f"{str(reason)[:1].upper()}{str(reason)[1:]}")
    if len(state.reasons) > _REASONS_SHOWN:
        yield CheckLine(Standing.STOPS, f"and {len(state.reasons) - _REASONS_SHOWN} more")
    if not state.reasons:
        fitting = f"Speakers are described so that {state.profile.k} people or more fit"
        yield CheckLine(Standing.DONE, fitting)
    is_approved = state.is_approved
    yield CheckLine(
        Standing.DONE if is_approved else Standing.OPEN, "Approved" if is_approved else "Approval"
    )


def _exports(readable: Readable, meeting_id: str, summary_id: str) -> Iterator[str]:
    mine = [one for one in stored.exports(readable, meeting_id) if one.summary_id == summary_id]
    if not mine:
        return
    last = [one for one in mine if one.made_at == mine[-1].made_at]
    kind = "draft" if last[0].draft else "approved"
    yield f"{', '.join(one.format for one in last)} · {kind}"
    yield f"{last[0].made_at[:16].replace('T', ' ')} UTC, by {last[0].made_by}"
    yield "Read back by independent parsers, nothing withheld found"


def _register(readable: Readable, meeting_id: str) -> Iterator[ExportLine]:
    for one in stored.exports(readable, meeting_id):
        made = datetime.fromisoformat(one.made_at).astimezone()
        yield ExportLine(
            when=f"{made:%d %B %Y, %H:%M}",
            file=one.file_name,
            audience=one.profile,
            state="draft" if one.draft else "approved",
            by=one.made_by,
            digest=one.file_hash[:_DIGITS],
        )
