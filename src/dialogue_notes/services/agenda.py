"""How the agenda of a meeting stands in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dialogue_notes.domain.agenda_times import SessionTimes, TimeWords, time_words
from dialogue_notes.storage import agenda_times, meetings
from dialogue_notes.storage.vault import Readable


@dataclass(frozen=True, slots=True)
class AgendaTimes:
    """The sessions of a meeting in their order, and which of them is recorded in; `days` are the meeting's first and
    last, None where nobody said.
    """

    sessions: tuple[SessionTimes, ...]
    session_id: str
    days: tuple[date | None, date | None] = (None, None)

    @property
    def here(self) -> SessionTimes | None:
        """The session recorded in."""
        return next((one for one in self.sessions if one.session.id == self.session_id), None)

    def words(self, now: datetime) -> dict[str, TimeWords]:
        """What to say of each session at `now`, by id: one runs at most, and on the meeting's days the one after it
        is next.
        """
        here = self.here
        runs = here is not None and here.runs(now)
        after = self.sessions.index(here) + 1 if here is not None and here.began is not None else 0
        waiting = (one.session.id for one in self.sessions[after:] if one.began is None)
        next_id = next(waiting, "") if self._is_on(now.date()) else ""
        return {
            one.session.id: time_words(
                one, now, is_running=runs and one is here, is_next=one.session.id == next_id
            )
            for one in self.sessions
        }

    def _is_on(self, day: date) -> bool:
        first, last = self.days
        return first is None or first <= day <= (last or first)


def agenda(readable: Readable, meeting_id: str, session_id: str) -> AgendaTimes:
    """Reads when the sessions of a meeting ran, as far as their entries tell."""
    meeting = meetings.meeting(readable, meeting_id)
    spans = agenda_times.spans(readable, meeting_id)
    found = []
    for one in meetings.sessions(readable, meeting_id):
        first, last = spans.get(one.id, (None, None))
        found.append(SessionTimes(one, first, last, agenda_times.breaks(readable, one.id)))
    return AgendaTimes(tuple(found), session_id, (meeting.date, meeting.end_date))
