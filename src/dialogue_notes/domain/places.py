"""The texts of a meeting that could reach an export, by place."""

from __future__ import annotations

from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.domain.summary import Summary


def intervention_place(intervention_id: str) -> Place:
    """The place of an entry's text."""
    return Place(PlaceKind.INTERVENTION, intervention_id)


def tag_place(intervention_id: str, number: int) -> Place:
    """The place of tag `number`, from 0, of an entry."""
    return Place(PlaceKind.TAG, f"{intervention_id}#{number}")


def record_texts(record: MeetingRecord) -> dict[Place, str]:
    """Every text of a record, in the order in which a reader meets them: titles, then entries with their tags."""
    texts = {
        Place(PlaceKind.DIALOGUE_TITLE, record.dialogue.id): record.dialogue.title,
        Place(PlaceKind.MEETING_TITLE, record.meeting.id): record.meeting.title,
        Place(PlaceKind.MEETING_PLACE, record.meeting.id): record.meeting.place,
    }
    for session in record.sessions:
        texts[Place(PlaceKind.SESSION_TITLE, session.id)] = session.title
    for entry in record.entries:
        intervention = entry.intervention
        texts[intervention_place(intervention.id)] = intervention.text
        for number, tag in enumerate(intervention.tags):
            texts[tag_place(intervention.id, number)] = tag
    return texts


def description_texts(record: MeetingRecord) -> dict[Place, str]:
    """How the roster describes people. No redaction lies there: a person picks such words, hidden ones aside."""
    texts: dict[Place, str] = {}
    for person in record.participants:
        if person.role:
            texts[Place(PlaceKind.ROLE, person.id)] = person.role
        for number, words in enumerate(person.descriptors):
            texts[Place(PlaceKind.DESCRIPTOR, f"{person.id}#{number}")] = words
    return texts


def summary_texts(summary: Summary) -> dict[Place, str]:
    """The texts that were written for a summary by hand, by point."""
    return {
        Place(PlaceKind.POINT, point.id): point.text
        for section in summary.sections
        for point in section.points
        if point.text is not None
    }


def entry_words(record: MeetingRecord) -> dict[str, str]:
    """What each entry is called when something is the matter with it: "entry 4 of session 2"; no content."""
    numbers = {session.id: number for number, session in enumerate(record.sessions, 1)}
    count: dict[str, int] = {}
    words: dict[str, str] = {}
    for entry in record.entries:
        session = entry.intervention.session_id
        count[session] = count.get(session, 0) + 1
        words[entry.intervention.id] = f"entry {count[session]} of session {numbers.get(session, 0)}"
    return words
