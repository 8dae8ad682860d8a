"""A whole meeting, put together for the rules."""

from __future__ import annotations

from dialogue_notes.domain.attendance import Presence, is_expected, presences
from dialogue_notes.domain.record import Entry, MeetingRecord, Participant, Speaker
from dialogue_notes.storage import (
    attendance,
    attributions,
    dialogues,
    interventions,
    meetings,
    participants,
    quote_consents,
    summaries,
)
from dialogue_notes.storage.vault import Readable


def meeting_record(readable: Readable, meeting_id: str) -> MeetingRecord:
    """Everything of a meeting, speakers included, as of one moment. Raises KnownError(NOT_FOUND)."""
    with readable.database.snapshot():
        meeting = meetings.meeting(readable, meeting_id)
        roster = participants.participants(readable, meeting_id)
        present = {one.id for one in roster}
        speakers = attributions.speakers(readable, meeting_id)
        entries = []
        for intervention in interventions.meeting_interventions(readable, meeting_id):
            speaker = speakers.get(intervention.id, Speaker())
            # Somebody who was taken off the roster is nobody that a rule could know anything about.
            is_known = speaker.participant_id is None or speaker.participant_id in present
            entries.append(Entry(intervention, speaker if is_known else Speaker(unsure=speaker.unsure)))
        # Whoever spoke was in the room, whatever was noted of their coming.
        came = {one.speaker.participant_id for one in entries}
        return MeetingRecord(
            dialogues.dialogue(readable, meeting.dialogue_id),
            meeting,
            dialogues.delegations(readable, meeting.dialogue_id),
            roster,
            meetings.sessions(readable, meeting_id),
            tuple(entries),
            tuple(who for who in _not_noted(readable, meeting_id, roster) if who not in came),
            quote_consents.consents(readable, meeting_id),
            summaries.written_texts(readable, meeting_id),
        )


def room_record(readable: Readable, meeting_id: str) -> MeetingRecord:
    """A meeting with its roster and without its entries: enough to count who is in the room, however long it is.

    Raises KnownError(NOT_FOUND).
    """
    with readable.database.snapshot():
        meeting = meetings.meeting(readable, meeting_id)
        roster = participants.participants(readable, meeting_id)
        away = _not_noted(readable, meeting_id, roster)
        came = (
            {one.participant_id for one in attributions.speakers(readable, meeting_id).values()}
            if away
            else set()
        )
        return MeetingRecord(
            dialogues.dialogue(readable, meeting.dialogue_id),
            meeting,
            dialogues.delegations(readable, meeting.dialogue_id),
            roster,
            meetings.sessions(readable, meeting_id),
            (),
            tuple(who for who in away if who not in came),
        )


def _not_noted(readable: Readable, meeting_id: str, roster: tuple[Participant, ...]) -> tuple[str, ...]:
    """Those of whom it was not noted that they came, though they were expected, by id."""
    found = presences(roster, attendance.notes(readable, meeting_id))
    undone = attendance.taken_back(readable, meeting_id)
    return tuple(who.id for who in roster if not _has_come(who, found[who.id], undone))


def _has_come(who: Participant, presence: Presence, undone: frozenset[str]) -> bool:
    return presence.has_come and (is_expected(who) or who.id not in undone)
