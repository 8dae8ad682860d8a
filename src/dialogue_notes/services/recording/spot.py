"""Where in a session a typed line goes, and what it takes from there: who spoke, under which rule, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from dialogue_notes.domain.codes import GroundRule, InterventionState
from dialogue_notes.domain.record import Intervention, Session, Speaker
from dialogue_notes.domain.rules import strictest
from dialogue_notes.domain.typing_line.parse import SPOKEN
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import attributions, interventions, meetings
from dialogue_notes.storage.vault import Readable

_HALF_A_DAY: Final = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Spot:
    """The end of a session, or the place before an entry (`following`); `previous` stands before the line there."""

    previous: Intervention | None
    following: Intervention | None = None

    @property
    def text_before(self) -> str | None:
        """The words that a line may go on with or mend; None when there are none."""
        is_there = self.previous is not None and self.previous.state is InterventionState.KEPT
        return self.previous.text if is_there and self.previous is not None else None

    def rule(self, strict: GroundRule, force: GroundRule) -> GroundRule:
        """The rule of a line that was typed under `strict`: in between, never looser than its neighbours'."""
        if self.following is None:
            return strict
        beside = [one.rule or force for one in (self.previous, self.following) if one is not None]
        return strictest(strict, *beside)


def spot_of(readable: Readable, session_id: str, before: str | None) -> Spot:
    """The place before an entry, or the end. Raises KnownError: BAD_FIELD for another session's entry; NOT_FOUND."""
    if before is None:
        return Spot(interventions.last_intervention(readable, session_id))
    following = interventions.intervention(readable, before)
    if following.session_id != session_id:
        raise KnownError(ErrorCode.BAD_FIELD, field="The place", detail="it is in another session")
    return Spot(interventions.last_intervention(readable, session_id, following.sequence), following)


def speaker_at(readable: Readable, meeting_id: str, spot: Spot) -> Speaker:
    """Who spoke there, if a line that goes in between does not say."""
    entry = spot.previous
    while entry is not None and entry.kind not in SPOKEN:
        entry = interventions.last_intervention(readable, entry.session_id, entry.sequence)
    return NOBODY if entry is None else attributions.speaker(readable, meeting_id, entry.id)


def spoken_at(
    readable: Readable, session: Session, spot: Spot, now: datetime, at: time | None
) -> datetime | None:
    """The wall clock of a new entry: now, or as the line says; None when nobody knows.

    Without a running clock, and in between, a time is known only where the line says it.
    """
    if session.has_clock and spot.following is None:
        return stated_now(now, at)
    return None if at is None else stated(readable, session, spot.previous, now, at)


def stated_now(now: datetime, at: time | None) -> datetime:
    """A time noted after midnight that lies half a day ahead was yesterday's."""
    if at is None:
        return now.replace(microsecond=0)
    spoken = datetime.combine(now.date(), at)
    return spoken - timedelta(days=1) if spoken - now > _HALF_A_DAY else spoken


def stated(
    readable: Readable, session: Session, previous: Intervention | None, now: datetime, at: time
) -> datetime:
    """A time on the day of the session: the one nearest to the last time known before, so that midnight is passed."""
    near = _last_time(readable, previous)
    if near is None:
        return datetime.combine(_day(readable, session, now), at)
    days = (near.date() + timedelta(days=shift) for shift in (-1, 0, 1))
    return min((datetime.combine(day, at) for day in days), key=lambda one: abs(one - near))


def _last_time(readable: Readable, entry: Intervention | None) -> datetime | None:
    return None if entry is None else interventions.last_time(readable, entry.session_id, entry.sequence)


def _day(readable: Readable, session: Session, now: datetime) -> date:
    """When nothing else says it: today while the meeting lasts, else its first day."""
    if session.began_at is not None:
        return session.began_at.date()
    meeting = meetings.meeting(readable, session.meeting_id)
    if meeting.date is None or meeting.date <= now.date() <= (meeting.end_date or meeting.date):
        return now.date()
    return meeting.date
