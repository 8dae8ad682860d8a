"""Reading what people type in the place of a name as detection reads a record.

A wording is a line at most: it is read where the vault is read, in about a millisecond, and not in the worker.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from dialogue_notes.domain.dangers.own_descriptions import Concern, OwnDescription
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting
from dialogue_notes.domain.dangers.wordings import HOLDS_HIDDEN, Told, WordingRead, told_words, worded
from dialogue_notes.domain.places import point_place
from dialogue_notes.domain.record import MeetingRecord, WrittenText
from dialogue_notes.services.recalled_record import DECISIONS
from dialogue_notes.services.reviewing.fresh_mentions import holds_hidden
from dialogue_notes.storage.memory import Moment
from dialogue_notes.storage.record import room_record
from dialogue_notes.storage.vault import Readable


def told_by(record: MeetingRecord, wordings: Collection[str]) -> dict[str, tuple[Told, ...]]:
    """What each of some wordings says of anybody, for the people on the record's roster."""
    if not wordings:
        return {}
    from dialogue_notes.detection.suggesting import suggest  # noqa: PLC0415 - the program starts quickly without

    texts = {point_place(str(number)): words for number, words in enumerate(dict.fromkeys(wordings))}
    written = tuple(WrittenText(place, words) for place, words in texts.items())
    found: dict[str, tuple[Told, ...]] = dict.fromkeys(texts.values(), ())
    for one in suggest(_roster_of(record, written)):
        if one.place in texts:
            told = Told(one.text, one.category, one.default)
            found[texts[one.place]] += () if told in found[texts[one.place]] else (told,)
    return found


def wording_says(readable: Readable, meeting_id: str, wording: str) -> str:
    """What is to be said of a wording as it is typed, in words; empty for nothing. Raises KnownError(NOT_FOUND)."""
    if not wording.strip():
        return ""
    if holds_hidden(readable, meeting_id, wording):
        return HOLDS_HIDDEN
    return told_words(told_by(room_record(readable, meeting_id), (wording,))[wording])


def read_wordings(readable: Readable, moment: Moment, meeting: SeenMeeting) -> Mapping[str, WordingRead]:
    """What each wording says that goes out of a meeting; one that was read before on the same record is not again."""
    meeting_id = meeting.record.meeting.id

    def read(before: _Read | None) -> _Read:
        known = before[1] if before is not None and before[0] is meeting.record else {}
        wanted = worded(meeting)
        told = {one: known[one].told for one in wanted if one in known}
        told |= told_by(meeting.record, [one for one in wanted if one not in told])
        return meeting.record, {
            one: WordingRead(told[one], holds_hidden(readable, meeting_id, one)) for one in wanted
        }

    return moment.recall("wordings read", meeting_id, DECISIONS, read)[1]


_Read = tuple[MeetingRecord, dict[str, WordingRead]]


def described(
    record: MeetingRecord, readable: Readable, given: Iterable[OwnDescription]
) -> tuple[OwnDescription, ...]:
    """Descriptions of somebody on the roster, with what each says of who somebody is."""
    listed = tuple(given)
    told = told_by(record, [one.words for one in listed])
    return tuple(_with_told(one, told[one.words], readable, record.meeting.id) for one in listed)


def _with_told(
    one: OwnDescription, told: Iterable[Told], readable: Readable, meeting_id: str
) -> OwnDescription:
    if one.concern is Concern.NAME:
        return one
    if holds_hidden(readable, meeting_id, one.words):
        says = (
            f"“{one.words}” holds something that was hidden, so it is never offered in the place of a name."
        )
        return replace(one, concern=Concern.NAME, says=says)
    said = told_words(each for each in told if each.is_loud)
    if not said:
        return one
    return replace(one, concern=Concern.ONE_PERSON, says=f"{one.says} {said}")


def _roster_of(record: MeetingRecord, written: tuple[WrittenText, ...]) -> MeetingRecord:
    """A meeting with its roster and sides, and nothing to read but what is `written`."""
    return replace(
        record,
        dialogue=replace(record.dialogue, title=""),
        meeting=replace(record.meeting, title="", place=""),
        participants=tuple(replace(one, descriptors=()) for one in record.participants),
        sessions=(),
        entries=(),
        quote_consents=(),
        written=written,
    )
