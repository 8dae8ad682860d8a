"""Reading what the Review room shows of a meeting, in one go, where the vault is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.language import KIND_WORDS
from dialogue_notes.domain.places import intervention_place, record_texts, tag_place, written_words
from dialogue_notes.domain.record import Entry, Intervention, MeetingRecord
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.services import comments
from dialogue_notes.services.entities.book import EntityBook
from dialogue_notes.services.reviewing.states import REVIEWED, learned
from dialogue_notes.services.reviewing.types import SanitisedLine
from dialogue_notes.storage import profiles, review_settings
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable
from dialogue_notes.ui.review.board import Board, ReviewRead
from dialogue_notes.ui.review.model import Passage, SeenPassage


def read_board(readable: Readable, meeting_id: str) -> Board:
    """Everything the room shows of one meeting. Raises KnownError(NOT_FOUND)."""
    with readable.database.snapshot():
        record = meeting_record(readable, meeting_id)
        redactions = stored.redactions(readable, meeting_id)
        book = EntityBook(readable, record.dialogue.id)
        shows_speakers = review_settings.shows_speakers(readable, meeting_id)
        read = ReviewRead(
            record=record,
            entities=tuple(book.entities.values()),
            redactions=redactions,
            passages=_passages(record, {one.place for one in redactions}, with_speakers=shows_speakers),
            profiles=profiles.profiles(readable),
            is_reviewed=record.meeting.state in REVIEWED,
            learned=learned(readable, book, meeting_id),
            second_looks=frozenset(_second_looks(readable, meeting_id)),
            shows_speakers=shows_speakers,
        )
    return Board(read)


def _second_looks(readable: Readable, meeting_id: str) -> Iterator[str]:
    """The redactions that somebody is asked to look at again, or else the entities."""
    for thread in comments.threads(readable, meeting_id):
        if thread.is_open and thread.is_second_look:
            yield thread.about.redaction_id or thread.about.entity_id or ""


def _passages(record: MeetingRecord, marked: set[Place], *, with_speakers: bool) -> tuple[Passage, ...]:
    """The texts in the order in which a person reads; tags only where something in them is marked."""
    if not record.entries:
        return ()
    texts = record_texts(record)
    names = {one.id: one.name for one in record.participants} if with_speakers else {}
    return tuple(
        Passage(place, heading, texts[place], speaker=speaker)
        for place, heading, speaker in _order(record, names)
        if texts.get(place) and (place.kind is not PlaceKind.TAG or place in marked)
    )


def _order(record: MeetingRecord, names: Mapping[str, str]) -> Iterator[tuple[Place, str, str]]:
    """Every text, each with what stands above it and who spoke."""
    yield Place(PlaceKind.DIALOGUE_TITLE, record.dialogue.id), "Dialogue", ""
    yield Place(PlaceKind.MEETING_TITLE, record.meeting.id), "Meeting", ""
    yield Place(PlaceKind.MEETING_PLACE, record.meeting.id), "Place", ""
    by_session: dict[str, list[Entry]] = {}
    for entry in record.entries:
        by_session.setdefault(entry.intervention.session_id, []).append(entry)
    for number, session in enumerate(record.sessions, 1):
        yield Place(PlaceKind.SESSION_TITLE, session.id), f"Session {number}", ""
        for entry in by_session.get(session.id, ()):
            one = entry.intervention
            yield intervention_place(one.id), _heading(one), _who(entry, names)
            for tag in range(len(one.tags)):
                yield tag_place(one.id, tag), "Tag", ""
    for place, words in written_words(record).items():
        yield place, f"Summary · {words}", ""


def _who(entry: Entry, names: Mapping[str, str]) -> str:
    name = names.get(entry.speaker.participant_id or "", "")
    return f"{name}?" if name and entry.speaker.unsure else name


def _heading(one: Intervention) -> str:
    time = f"{one.spoken_at.hour:02}:{one.spoken_at.minute:02}" if one.spoken_at else ""
    kind = "" if one.kind is Kind.STATEMENT else KIND_WORDS[one.kind].lower()
    return " · ".join(part for part in (time, kind) if part) or KIND_WORDS[one.kind].lower()


def seen_passages(lines: Iterable[SanitisedLine], record: MeetingRecord) -> Iterator[SeenPassage]:
    """What a profile would see, text by text, each session under its number."""
    numbers = {session.id: number for number, session in enumerate(record.sessions, 1)}
    for line in lines:
        kind = line.place.kind
        heading = f"session {numbers[line.place.id]}" if kind is PlaceKind.SESSION_TITLE else ""
        heading = "meeting" if kind is PlaceKind.MEETING_TITLE else heading
        note = f"stays in the room: {line.withheld}" if line.withheld else ""
        yield SeenPassage(line.place, heading, line.lead, line.runs, note)
