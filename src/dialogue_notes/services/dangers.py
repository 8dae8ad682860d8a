"""Dangers of a meeting: found afresh each time, settled by a person with a reason, and taken back."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_notes.domain.dangers.clues import Clue
from dialogue_notes.domain.dangers.danger import Danger, DangerKind, FoundDanger, open_count, stand
from dialogue_notes.domain.dangers.finding import Findings, find, find_again
from dialogue_notes.domain.dangers.rules import entry_of
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting, WrittenPoint, see_again, see_meeting
from dialogue_notes.domain.dangers.settling import Settled
from dialogue_notes.domain.dangers.voices import DescriptionUsed, descriptions_used
from dialogue_notes.domain.dangers.wordings import wording_clues, wordings_that_name
from dialogue_notes.domain.places import summary_texts
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.earlier_exports import ToldTogether, told_together
from dialogue_notes.services.recalled_record import DECISIONS, recalled_marks, recalled_record
from dialogue_notes.services.reviewing import steps
from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.services.reviewing.history import take
from dialogue_notes.services.reviewing.matters import MatterKind
from dialogue_notes.services.reviewing.steps import ReviewStep
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.services.reviewing.wordings import read_wordings
from dialogue_notes.services.settled_keeping import RowChange
from dialogue_notes.storage import audit, profiles, summaries
from dialogue_notes.storage import dangers as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.memory import Moment
from dialogue_notes.storage.vault import Readable, Vault


@dataclass(frozen=True, slots=True)
class DangersShown:
    """What the panel shows of a meeting: dangers as they stand, the descriptions that go out, the clues that remain.

    `profiles` are the audiences in order. `entries` is how many entries stand. `exports` contents left the dialogue
    before, of which `unknown_exports` could not be considered.
    """

    dangers: tuple[Danger, ...]
    descriptions: tuple[DescriptionUsed, ...]
    clues: tuple[Clue, ...]
    profiles: tuple[Profile, ...]
    entries: int
    exports: int = 0
    unknown_exports: int = 0

    @property
    def open(self) -> int:
        """How many dangers wait for a person."""
        return open_count(self.dangers)


def dangers_shown(readable: Readable, meeting_id: str) -> DangersShown:
    """Everything about the dangers of a meeting, as of one moment. Raises KnownError(NOT_FOUND)."""
    with readable.memory.moment() as moment:
        return dangers_in(readable, moment, meeting_id)


def dangers_in(readable: Readable, moment: Moment, meeting_id: str) -> DangersShown:
    """As `dangers_shown`, at a moment at which more is read."""
    found = _findings(readable, moment, meeting_id)
    told = told_together(readable, moment, found.meeting)
    read = read_wordings(readable, moment, found.meeting)
    dangers = _standing(readable, moment, meeting_id, found, told)
    used = descriptions_used(found.meeting, found.known)
    entries = sum(1 for _ in found.meeting.entries)
    audiences = tuple(one.profile for one in found.meeting.seen)
    clues = (*found.clues, *wording_clues(found.meeting, read))
    return DangersShown(dangers, used, clues, audiences, entries, told.exports, told.unknown)


def open_kinds(readable: Readable, moment: Moment, meeting_id: str) -> tuple[DangerKind, ...]:
    """The kinds of the dangers that wait for a person. Raises KnownError(NOT_FOUND)."""

    def find(_before: object) -> tuple[DangerKind, ...]:
        found = _findings(readable, moment, meeting_id)
        told = told_together(readable, moment, found.meeting)
        standing = _standing(readable, moment, meeting_id, found, told)
        return tuple(one.found.kind for one in standing if one.is_open)

    return moment.recall("open dangers", meeting_id, (*DECISIONS, "settled_danger"), find)


def _findings(readable: Readable, moment: Moment, meeting_id: str) -> Findings:
    """What is found in a meeting, from what was found before if the record is the same."""

    def look(before: Findings | None) -> Findings:
        record = recalled_record(readable, moment, meeting_id)
        entities, marked = recalled_marks(readable, moment, record)
        out = _going_out(readable, moment, meeting_id)
        if before is not None and _is_of(before.meeting, record, out):
            return find_again(before, *see_again(before.meeting, entities, marked))
        return find(see_meeting(record, entities, marked, out.audiences, out.picked, out.written))

    return moment.recall("dangers found", meeting_id, DECISIONS, look)


@dataclass(frozen=True, slots=True)
class _GoingOut:
    """The audiences, the entries that the meeting's summaries make points of, and what is written by hand for them."""

    audiences: tuple[Profile, ...]
    picked: frozenset[str]
    written: tuple[WrittenPoint, ...]


def _is_of(meeting: SeenMeeting, record: MeetingRecord, out: _GoingOut) -> bool:
    profiles = tuple(one.profile for one in meeting.seen)
    return meeting.record is record and _GoingOut(profiles, meeting.picked, meeting.written) == out


def _going_out(readable: Readable, moment: Moment, meeting_id: str) -> _GoingOut:
    def read(_before: object) -> _GoingOut:
        made = summaries.summaries(readable, meeting_id)
        points = [point for summary in made for section in summary.sections for point in section.points]
        return _GoingOut(
            profiles.profiles(readable),
            frozenset(source for point in points for source in point.sources),
            tuple(
                WrittenPoint(place, text, summary.profile)
                for summary in made
                for place, text in summary_texts(summary).items()
            ),
        )

    return moment.recall("going out", meeting_id, (), read)


def _standing(
    readable: Readable, moment: Moment, meeting_id: str, found: Findings, told: ToldTogether
) -> tuple[Danger, ...]:
    settled = moment.recall(
        "settled dangers", meeting_id, ("settled_danger",), lambda _: stored.settled(readable, meeting_id)
    )
    worded = wordings_that_name(found.meeting, read_wordings(readable, moment, found.meeting))
    return stand((*found.dangers(told.reveals), *worded), settled)


def settle(vault: Vault, meeting_id: str, found: FoundDanger, reason: str) -> Decision:
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
    entry_id = None if len(found.spots) > 1 else entry_of(found.place)
    with vault.transaction():
        change = RowChange(vault, MatterKind.SETTLED_DANGER, meeting_id, settled.id)
        stored.add_settled(vault, meeting_id, settled, entry_id)
        audit.append(vault, "danger_settled", meeting=meeting_id, danger=settled.id, kind=found.kind.value)
        return take(vault, meeting_id, ReviewStep(steps.DANGER_SETTLED, matters=(change.turn(entry_id),)))


def reopen(vault: Vault, meeting_id: str, settled_id: str) -> Decision:
    """Takes back a settling of earlier: the danger is open again, and a reviewed meeting with it.

    Raises KnownError(NOT_FOUND).
    """
    with vault.transaction():
        entry_id = stored.entry_of(vault, settled_id)
        change = RowChange(vault, MatterKind.SETTLED_DANGER, meeting_id, settled_id)
        stored.remove_settled(vault, settled_id)
        reopen_review(vault, meeting_id)
        audit.append(vault, "danger_reopened", meeting=meeting_id, danger=settled_id)
        return take(vault, meeting_id, ReviewStep(steps.DANGER_REOPENED, matters=(change.turn(entry_id),)))
