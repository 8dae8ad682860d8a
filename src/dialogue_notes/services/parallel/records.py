"""Another rapporteur's record of a meeting: set beside it from a meeting file, put away, struck.

It stays what it is: evidence. Nothing of it is in the record, in a search or in an export until a person takes an entry
over (`parallel.taking`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from dialogue_notes.domain.parallel.matching import match_people, match_sessions
from dialogue_notes.domain.parallel.records import ParallelEntry, ParallelPerson, ParallelRecord
from dialogue_notes.domain.record import MeetingRecord, Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.importing.files import ImportKind, UntrustedFile
from dialogue_notes.services.importing.parsing import PARSE_BUNDLE, ImportBundle, ParsedBundle
from dialogue_notes.services.parallel.keeping import beside_turn
from dialogue_notes.services.place_tasks import Task
from dialogue_notes.services.places import Places
from dialogue_notes.services.reviewing import steps
from dialogue_notes.services.reviewing.history import take
from dialogue_notes.services.reviewing.steps import ReviewStep
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage import audit, meetings, participants
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.striking import is_held
from dialogue_notes.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Beside:
    """What was set beside a meeting: the records, and how many entries and people they have."""

    record_ids: tuple[str, ...]
    entries: int
    people: int


def import_beside(
    vault: Vault, places: Places, files: Sequence[UntrustedFile], meeting_id: str
) -> Task[Beside]:
    """Reads meeting files in the worker process, then sets them beside a meeting, all in one transaction or none.

    The task raises what `parse_bundle` raises, KnownError(NOT_FOUND) for a meeting that is not there, WRONG_USE for
    anything but meeting files, and BAD_FIELD as `set_beside`.
    """
    ready = places.write(lambda: _bundle(vault, tuple(files), meeting_id))
    parsed = ready.then(lambda bundle: places.compute(PARSE_BUNDLE, bundle))
    return parsed.then(lambda found: places.write(lambda: keep_beside(vault, meeting_id, files, found)))


def beside_bundle(files: Sequence[UntrustedFile]) -> ImportBundle:
    """The files for the worker. Raises KnownError(WRONG_USE) for anything but meeting files."""
    if not files or any(file.kind is not ImportKind.MEETING for file in files):
        raise KnownError(
            ErrorCode.WRONG_USE,
            detail="Only a meeting file (.json) can be set beside a meeting's own record.",
        )
    return ImportBundle(tuple(files))


def keep_beside(
    vault: Vault, meeting_id: str, files: Sequence[UntrustedFile], parsed: ParsedBundle
) -> Beside:
    """Sets what was read from the files beside a meeting; each record is called as its file is."""
    with vault.transaction():
        ids = [
            set_beside(vault, meeting_id, record, file.name.rpartition(".")[0] or file.name)
            for record, file in zip(parsed.new, files, strict=True)
        ]
    return Beside(
        tuple(ids),
        sum(len(one.entries) for one in parsed.new),
        sum(len(one.participants) for one in parsed.new),
    )


def set_beside(vault: Vault, meeting_id: str, theirs: MeetingRecord, title: str) -> str:
    """Keeps another record of a meeting beside its own; returns its id.

    People and sessions are known by their names; speakers are sealed. Of each entry the nearest rule that the file
    sets is kept, and none where it sets none. Consents to quotations are not taken along: they were given to somebody
    else's words. Raises KnownError: NOT_FOUND; BAD_FIELD when the meeting has no session yet.
    """
    with vault.transaction():
        meetings.meeting(vault, meeting_id)
        sessions = meetings.sessions(vault, meeting_id)
        if not sessions:
            detail = "it has no session that the entries could stand beside; add one first."
            raise KnownError(ErrorCode.BAD_FIELD, field="The meeting", detail=detail)
        kept = ParallelRecord(new_id(), meeting_id, title)
        known = match_people(theirs.participants, participants.participants(vault, meeting_id))
        people = {
            one.id: ParallelPerson(
                new_id(),
                kept.id,
                place,
                one.name,
                one.aliases,
                one.scripts,
                one.role,
                known.get(one.id),
            )
            for place, one in enumerate(theirs.participants)
        }
        theirs_as_ours = match_sessions(theirs.sessions, sessions)
        stored.add_record(vault, kept, people.values(), _entries(theirs, kept.id, people, theirs_as_ours))
        audit.append(
            vault,
            "parallel_record_added",
            meeting=meeting_id,
            record=kept.id,
            entries=str(len(theirs.entries)),
        )
        take(vault, meeting_id, ReviewStep(steps.SET_BESIDE, matters=(beside_turn(kept.id, comes=True),)))
    return kept.id


def put_away(vault: Vault, record_id: str) -> Decision:
    """Takes a record from beside its meeting; undone as any act of the review until the vault is locked.

    Raises KnownError: NOT_FOUND, LEGAL_HOLD.
    """
    with vault.transaction():
        one = stored.record(vault, record_id)
        step = ReviewStep(steps.PUT_AWAY, matters=(beside_turn(record_id, comes=False),))
        decision = take(vault, one.meeting_id, step)
        audit.append(vault, "parallel_record_removed", meeting=one.meeting_id, record=record_id)
        return decision


def destroy_put_away(vault: Vault) -> None:
    """Deletes for good what was put away in any meeting, and what could be undone of it: for the end of undoing, which
    is when the vault is locked (or, after a crash, opened again). What a legal hold keeps stays put away.
    """
    stored.destroy_all_removed(vault)


def strike_entries(vault: Vault, entry_ids: Collection[str]) -> None:
    """Destroys the words of entries of another record, all or none. Never undone.

    Raises KnownError: NOT_FOUND, LEGAL_HOLD.
    """
    with vault.transaction():
        for each in entry_ids:
            record = stored.record(vault, stored.entry(vault, each).record_id)
            _check_not_held(vault, record.meeting_id)
            stored.strike_entry(vault, each)
            audit.append(vault, "parallel_entry_struck", meeting=record.meeting_id, entry=each)


def _entries(
    theirs: MeetingRecord, record_id: str, people: dict[str, ParallelPerson], sessions: dict[str, str]
) -> list[ParallelEntry]:
    rules = {one.id: one.ground_rule or theirs.meeting.ground_rule for one in theirs.sessions}
    return [
        ParallelEntry(
            new_id(),
            record_id,
            sessions.get(one.session_id),
            place,
            one.kind,
            one.text,
            one.spoken_at,
            one.rule or rules[one.session_id] or theirs.dialogue.ground_rule,
            one.tags,
            one.interpreted,
            _speaker(entry.speaker, people),
        )
        for place, entry in enumerate(theirs.entries)
        for one in (entry.intervention,)
    ]


def _speaker(speaker: Speaker, people: dict[str, ParallelPerson]) -> Speaker:
    who = people.get(speaker.participant_id or "")
    return replace(speaker, participant_id=None if who is None else who.id)


def _bundle(vault: Vault, files: tuple[UntrustedFile, ...], meeting_id: str) -> ImportBundle:
    meetings.meeting(vault, meeting_id)
    return beside_bundle(files)


def _check_not_held(vault: Vault, meeting_id: str) -> None:
    if is_held(vault, meeting_id):
        raise KnownError(ErrorCode.LEGAL_HOLD)
