"""Dangers of a meeting: found afresh each time, settled by a person with a reason, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogue_notes.domain.dangers.clues import Clue, remaining_clues
from dialogue_notes.domain.dangers.danger import Danger, FoundDanger, open_count, stand
from dialogue_notes.domain.dangers.descriptors import Descriptions
from dialogue_notes.domain.dangers.rules import (
    entry_of,
    not_read_back,
    private_remarks,
    quotes,
    undecided_voices,
)
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting, see_meeting
from dialogue_notes.domain.dangers.settling import Settled
from dialogue_notes.domain.dangers.voices import (
    DescriptionUsed,
    descriptions_that_fit_too_few,
    descriptions_used,
    joined_facts,
    rare_topics,
    told_by_exports,
)
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.earlier_exports import reveals_of
from dialogue_notes.storage import audit, profiles, redactions, summaries
from dialogue_notes.storage import dangers as stored
from dialogue_notes.storage import entities as stored_entities
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable, Vault


@dataclass(frozen=True, slots=True)
class DangersShown:
    """What the panel shows of a meeting: dangers as they stand, the descriptions that go out, the clues that remain.

    `profiles` are the audiences in order. `entries` is how many entries stand.
    """

    dangers: tuple[Danger, ...]
    descriptions: tuple[DescriptionUsed, ...]
    clues: tuple[Clue, ...]
    profiles: tuple[Profile, ...]
    entries: int

    @property
    def open(self) -> int:
        """How many dangers wait for a person."""
        return open_count(self.dangers)


@dataclass(frozen=True, slots=True)
class Settling:
    """A danger that was settled, to be taken back as one."""

    meeting_id: str
    settled: Settled
    intervention_id: str | None


def dangers_shown(readable: Readable, meeting_id: str) -> DangersShown:
    """Everything about the dangers of a meeting, as of one moment. Raises KnownError(NOT_FOUND)."""
    with readable.database.snapshot():
        record = meeting_record(readable, meeting_id)
        entities = stored_entities.entities(readable, record.dialogue.id)
        found = redactions.redactions(readable, meeting_id)
        return dangers_of(readable, record, entities, found)


def dangers_of(
    readable: Readable, record: MeetingRecord, entities: Iterable[Entity], found: Iterable[Redaction]
) -> DangersShown:
    """As `dangers_shown`, of a record that was read already."""
    audiences = profiles.profiles(readable)
    picked = _picked(readable, record.meeting.id)
    meeting = see_meeting(record, entities, found, audiences, picked)
    known = Descriptions(record, meeting.hidden_sides)
    clues = remaining_clues(meeting)
    dangers = stand(
        _found(readable, meeting, known, clues),
        stored.settled(readable, record.meeting.id),
    )
    entries = sum(1 for _ in meeting.entries)
    return DangersShown(dangers, descriptions_used(meeting, known), clues, audiences, entries)


def settle(vault: Vault, meeting_id: str, found: FoundDanger, reason: str) -> Settling:
    """Says that a danger, as a person saw it, may stay, and why; it holds as long as what it rests on stays so.

    Raises KnownError: BAD_FIELD without a reason, and for one that only a decision in the record ends; NOT_FOUND
    without the meeting's key.
    """
    if not reason.strip():
        raise KnownError(ErrorCode.BAD_FIELD, field="Reason", detail="Say why it may stay.")
    if found.must_be_decided:
        detail = "Decide about the place itself: hide it, or let it stand."
        raise KnownError(ErrorCode.BAD_FIELD, field="Danger", detail=detail)
    settled = Settled(new_id(), found.key, found.rests_on, reason.strip())
    made = Settling(meeting_id, settled, entry_of(found.place))
    with vault.transaction():
        stored.add_settled(vault, meeting_id, settled, made.intervention_id)
        audit.append(vault, "danger_settled", meeting=meeting_id, danger=settled.id, kind=found.kind.value)
    return made


def undo_settling(vault: Vault, settling: Settling) -> None:
    """Takes a settling back: the danger is open again. Raises KnownError(NOTHING_TO_UNDO) when it is gone already."""
    with vault.transaction():
        if settling.settled.id not in {one.id for one in stored.settled(vault, settling.meeting_id)}:
            raise KnownError(ErrorCode.NOTHING_TO_UNDO)
        stored.remove_settled(vault, settling.settled.id)
        audit.append(vault, "danger_reopened", meeting=settling.meeting_id, danger=settling.settled.id)


def reopen(vault: Vault, meeting_id: str, settled_id: str) -> Settling:
    """Takes back a settling of earlier; the outcome says what it was, so that `settle_again` can bring it back.

    Raises KnownError(NOT_FOUND).
    """
    with vault.transaction():
        found = next((one for one in stored.settled(vault, meeting_id) if one.id == settled_id), None)
        if found is None:
            raise KnownError(ErrorCode.NOT_FOUND, detail="danger")
        entry = stored.entry_of(vault, settled_id)
        stored.remove_settled(vault, settled_id)
        audit.append(vault, "danger_reopened", meeting=meeting_id, danger=settled_id)
    return Settling(meeting_id, found, entry)


def settle_again(vault: Vault, settling: Settling) -> None:
    """Brings back a settling that was taken back, as it was: with its time and its person."""
    with vault.transaction():
        if settling.settled.id in {one.id for one in stored.settled(vault, settling.meeting_id)}:
            raise KnownError(ErrorCode.NOTHING_TO_UNDO)
        stored.add_settled(vault, settling.meeting_id, settling.settled, settling.intervention_id)
        audit.append(vault, "danger_settled", meeting=settling.meeting_id, danger=settling.settled.id)


def _found(
    readable: Readable, meeting: SeenMeeting, known: Descriptions, clues: tuple[Clue, ...]
) -> Iterator[FoundDanger]:
    yield from private_remarks(meeting)
    yield from undecided_voices(meeting)
    yield from descriptions_that_fit_too_few(meeting, known)
    yield from quotes(meeting)
    yield from joined_facts(meeting, clues)
    yield from told_by_exports(meeting, reveals_of(readable, meeting))
    yield from rare_topics(meeting)
    yield from not_read_back(meeting)


def _picked(readable: Readable, meeting_id: str) -> frozenset[str]:
    """The entries that some summary of the meeting makes a point of."""
    return frozenset(
        source
        for summary in summaries.summaries(readable, meeting_id)
        for section in summary.sections
        for point in section.points
        for source in point.sources
    )
