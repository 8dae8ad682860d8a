"""Import: strangers' files become rows of the vault, all of one command in one transaction or none of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dialogue_notes.domain.codes import MeetingState
from dialogue_notes.domain.record import Meeting, MeetingRecord
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.importing.files import ImportKind, UntrustedFile
from dialogue_notes.services.importing.parsing import PARSE_BUNDLE, ImportBundle, ParsedBundle
from dialogue_notes.services.importing.writing import RecordWriter
from dialogue_notes.services.place_tasks import Report, Task
from dialogue_notes.services.places import Places
from dialogue_notes.storage import dialogues, meetings, participants
from dialogue_notes.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The meetings that were made or added to, in the order of the files, and how much was new."""

    meeting_ids: tuple[str, ...]
    interventions: int
    participants: int


def import_files(
    vault: Vault, places: Places, files: Sequence[UntrustedFile], meeting_id: str | None = None
) -> Task[ImportOutcome]:
    """Reads the files in the worker process, then writes all that they hold in one transaction.

    `meeting_id` is the meeting that rosters and notes go to. The task raises what `parse_bundle` raises,
    KnownError(NOT_FOUND) for a meeting that is not there, KnownError(MEETING_CLOSED) for one that is closed,
    and KnownError(WRONG_USE) when a meeting file is to go into a meeting.
    """
    bundle = places.write(lambda: _bundle(vault, tuple(files), meeting_id))
    parsed = bundle.then(lambda ready: places.compute(PARSE_BUNDLE, ready))
    return parsed.then(lambda result: places.write_reporting(lambda report: _write(vault, result, report)))


def _bundle(vault: Vault, files: tuple[UntrustedFile, ...], meeting_id: str | None) -> ImportBundle:
    if meeting_id is None:
        return ImportBundle(files)
    if any(file.kind is ImportKind.MEETING for file in files):
        raise KnownError(
            ErrorCode.WRONG_USE,
            detail="A meeting file makes its own meeting: --meeting is for rosters and notes.",
        )
    return ImportBundle(files, _without_entries(vault, _open_meeting(vault, meeting_id)))


def _without_entries(vault: Vault, meeting: Meeting) -> MeetingRecord:
    """What rosters and notes must know of the meeting they go to: not a word of what was said."""
    return MeetingRecord(
        dialogue=dialogues.dialogue(vault, meeting.dialogue_id),
        meeting=meeting,
        delegations=tuple(dialogues.delegations(vault, meeting.dialogue_id)),
        participants=tuple(participants.participants(vault, meeting.id)),
        sessions=tuple(meetings.sessions(vault, meeting.id)),
        entries=(),
    )


def _open_meeting(vault: Vault, meeting_id: str) -> Meeting:
    meeting = meetings.meeting(vault, meeting_id)
    if meeting.state not in (MeetingState.PLANNED, MeetingState.OPEN):
        raise KnownError(ErrorCode.MEETING_CLOSED)
    return meeting


def _write(vault: Vault, parsed: ParsedBundle, report: Report) -> ImportOutcome:
    total = sum(len(record.entries) for record in (*parsed.new, *filter(None, (parsed.target,))))
    with vault.transaction():
        writer = RecordWriter(vault, lambda done: report(done, total))
        ids = [writer.write_new(record) for record in parsed.new]
        if parsed.target is not None:
            # It may have changed while the files were read; what is there now is what is added to.
            known = _without_entries(vault, _open_meeting(vault, parsed.target.meeting.id))
            writer.add_to(known, replace(parsed.target, dialogue=known.dialogue, meeting=known.meeting))
            ids.append(known.meeting.id)
    return ImportOutcome(tuple(ids), writer.interventions, writer.participants)
