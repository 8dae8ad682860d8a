"""A whole meeting, put together for the rules."""

from __future__ import annotations

from dialogue_notes.domain.record import Entry, MeetingRecord, Speaker
from dialogue_notes.storage import attributions, dialogues, interventions, meetings, participants
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
        return MeetingRecord(
            dialogues.dialogue(readable, meeting.dialogue_id),
            meeting,
            dialogues.delegations(readable, meeting.dialogue_id),
            roster,
            meetings.sessions(readable, meeting_id),
            tuple(entries),
        )
