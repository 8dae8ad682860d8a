"""What a dialogue knows beside one of its meetings, for detection."""

from __future__ import annotations

from dialogue_notes.detection.surroundings import Surroundings
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.storage import meetings, papers, participants
from dialogue_notes.storage.vault import Readable


def surroundings(readable: Readable, record: MeetingRecord) -> Surroundings:
    """Who took part in the dialogue's other meetings, and the papers of all of them."""
    every = [one.id for one in meetings.meetings(readable, record.dialogue.id)]
    return Surroundings(
        tuple(
            person
            for meeting_id in every
            if meeting_id != record.meeting.id
            for person in participants.participants(readable, meeting_id)
        ),
        tuple(paper for meeting_id in every for paper in papers.papers(readable, meeting_id)),
    )
