"""The texts of a meeting that could reach an export, by place."""

from __future__ import annotations

from collections import Counter

from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.domain.summary import Summary

WRITTEN_WORDS = {PlaceKind.SUMMARY_TITLE: "title", PlaceKind.HEADING: "heading", PlaceKind.POINT: "point"}
"""What is written by hand for a summary, which may be after the review, in words."""


def intervention_place(intervention_id: str) -> Place:
    """The place of an entry's text."""
    return Place(PlaceKind.INTERVENTION, intervention_id)


def tag_place(intervention_id: str, number: int) -> Place:
    """The place of tag `number`, from 0, of an entry."""
    return Place(PlaceKind.TAG, f"{intervention_id}#{number}")


def point_place(point_id: str) -> Place:
    """The place of the text of a point that was written by hand."""
    return Place(PlaceKind.POINT, point_id)


def heading_place(section_id: str) -> Place:
    """The place of a section's heading that was written by hand."""
    return Place(PlaceKind.HEADING, section_id)


def summary_title_place(summary_id: str) -> Place:
    """The place of a summary's own title."""
    return Place(PlaceKind.SUMMARY_TITLE, summary_id)


def record_texts(record: MeetingRecord) -> dict[Place, str]:
    """Every text of a record, in the order in which a reader meets them: titles, then entries with their tags, then
    what was written of them for summaries.
    """
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
    for written in record.written:
        texts[written.place] = written.text
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
    """The texts that were written for a summary by hand, in the order in which they stand in it.

    A heading that is a session's title, and a title that is the meeting's, are no texts of their own.
    """
    texts: dict[Place, str] = {}
    if summary.title:
        texts[summary_title_place(summary.id)] = summary.title
    for section in summary.sections:
        if section.session_id is None and section.title:
            texts[heading_place(section.id)] = section.title
        for point in section.points:
            if point.text is not None:
                texts[point_place(point.id)] = point.text
    return texts


def written_words(record: MeetingRecord) -> dict[Place, str]:
    """What each text that was written for summaries is called: "title", "heading 2", "point 5"; no content."""
    kinds = Counter(one.place.kind for one in record.written)
    met: Counter[PlaceKind] = Counter()
    words: dict[Place, str] = {}
    for one in record.written:
        kind = one.place.kind
        met[kind] += 1
        is_numbered = kind is not PlaceKind.SUMMARY_TITLE or kinds[kind] > 1
        words[one.place] = f"{WRITTEN_WORDS[kind]} {met[kind]}" if is_numbered else WRITTEN_WORDS[kind]
    return words


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
