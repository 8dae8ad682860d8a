"""Reading what the Summary room shows, in one go, where the vault is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from dialogue_notes.domain.codes import InterventionState, Kind
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import PlaceKind
from dialogue_notes.domain.refusal import Reason
from dialogue_notes.domain.sanitised import Run, RunStyle
from dialogue_notes.domain.summary import Summary, SummaryPoint
from dialogue_notes.services import summaries
from dialogue_notes.services.review import state_of
from dialogue_notes.services.review_types import SanitisedLine
from dialogue_notes.services.review_view import sanitised_lines
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
    record = meeting_record(readable, meeting_id)
    profile = profiles.profile(readable, profile_name)
    entities = stored_redactions.entities(readable, record.dialogue.id)
    redactions = stored_redactions.redactions(readable, meeting_id)
    lines = {line.place.id: line for line in sanitised_lines(record, entities, redactions, profile)
             if line.place.kind is PlaceKind.INTERVENTION}  # fmt: skip
    summary = latest_summary(readable, meeting_id, profile_name)
    if summary is None:
        sources = tuple(_sources(record, lines, None))
        register = tuple(_register(readable, meeting_id))
        nothing = (CheckLine(Standing.OPEN, "No summary for this audience yet"),)
        return SummaryShown(
            "", profile_name, bool(record.entries), sources=sources, checks=nothing, register=register
        )
    state = state_of(record, entities, redactions)
    reasons = summaries.blockers(readable, summary.id)
    is_approved = summaries.is_approved(readable, summary.id)
    outline = tuple(_outline(summary, lines))
    has_points = any(row.point_id for row in outline)
    return SummaryShown(
        summary_id=summary.id,
        profile=profile_name,
        has_record=bool(record.entries),
        title=summary.title or record.meeting.title,
        marking=summary.marking or profile.marking,
        sources=tuple(_sources(record, lines, summary)),
        outline=outline,
        checks=tuple(_checks(state.decided, state.total, reasons, profile, is_approved=is_approved)),
        words=sum(len(row.text.split()) for row in outline),
        is_approved=is_approved,
        can_approve=has_points and not reasons and not is_approved,
        last_exports=tuple(_exports(readable, meeting_id, summary.id)),
        register=tuple(_register(readable, meeting_id)),
    )


def latest_summary(readable: Readable, meeting_id: str, profile_name: str) -> Summary | None:
    """The newest summary of a meeting for an audience."""
    found = [one for one in stored.summaries(readable, meeting_id) if one.profile == profile_name]
    return found[-1] if found else None


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


def _checks(
    decided: int, total: int, reasons: Iterable[Reason], profile: Profile, *, is_approved: bool
) -> Iterator[CheckLine]:
    all_decided = decided == total
    yield CheckLine(Standing.DONE if all_decided else Standing.STOPS, f"{decided} of {total} places decided")
    listed = list(reasons)
    for reason in listed[:_REASONS_SHOWN]:
        yield CheckLine(Standing.STOPS, f"{str(reason)[:1].upper()}{str(reason)[1:]}")
    if len(listed) > _REASONS_SHOWN:
        yield CheckLine(Standing.STOPS, f"and {len(listed) - _REASONS_SHOWN} more")
    if not listed:
        yield CheckLine(Standing.DONE, f"Every description fits {profile.k} people or more")
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
