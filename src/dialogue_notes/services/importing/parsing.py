"""The job that reads strangers' files, all of one command together, in the process without keys.

What comes back are records: one for each new meeting, and one for what is to be added to the meeting that the
rosters and notes belong to. Its new rows carry ids of this module's making, which the importer replaces.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count

from dialogue_notes.domain.record import (
    Delegation,
    Dialogue,
    Entry,
    Meeting,
    MeetingRecord,
    Participant,
    Session,
)
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.importing.files import ImportKind, UntrustedFile, text_of
from dialogue_notes.services.importing.meeting_files import DIALOGUE_ID, MEETING_ID, read_meeting_file
from dialogue_notes.services.importing.notes_text import NotesSession, read_notes
from dialogue_notes.services.place_tasks import Report
from dialogue_notes.services.rosters import RosterRow, parse_roster
from dialogue_notes.services.typing_codes import typing_code
from dialogue_notes.services.worker.jobs import Job


@dataclass(frozen=True, slots=True)
class ImportBundle:
    """The files of one command, and the meeting that rosters and notes go to (its entries left out) if named."""

    files: tuple[UntrustedFile, ...]
    target: MeetingRecord | None = None


@dataclass(frozen=True, slots=True)
class ParsedBundle:
    """New meetings in the order of the files, and what the target is to become."""

    new: tuple[MeetingRecord, ...] = field(repr=False)
    target: MeetingRecord | None = field(default=None, repr=False)


def parse_bundle(bundle: ImportBundle, report: Report) -> ParsedBundle:
    """Everything that the files hold.

    Rosters and notes go to the target; without one to the only meeting file, or else notes make a meeting of
    their own. Raises KnownError(FILE_NOT_UNDERSTOOD), or KnownError(WRONG_USE) when it is not clear to which
    meeting a roster belongs.
    """
    try:
        return _Parsing(bundle, report).outcome()
    except MemoryError:
        name = bundle.files[0].name if len(bundle.files) == 1 else "the files"
        raise KnownError(
            ErrorCode.FILE_NOT_UNDERSTOOD, path=name, place="the file", detail="it holds too much to be read."
        ) from None


PARSE_BUNDLE = Job(
    "import", parse_bundle, ImportBundle, ParsedBundle, seconds=60, mebibytes=512, untrusted=True
)


class _Parsing:
    """One bundle while it is being read."""

    def __init__(self, bundle: ImportBundle, report: Report) -> None:
        self._files = bundle.files
        self._target = bundle.target
        self._report = report
        self._done = 0

    def outcome(self) -> ParsedBundle:
        meetings = [
            _with_typing_codes(read_meeting_file(self._text(file), file.name))
            for file in self._of(ImportKind.MEETING)
        ]
        record = self._target or self._own_record(meetings)
        if record is None:
            return ParsedBundle(tuple(meetings))
        for file in self._of(ImportKind.ROSTER):
            record = _with_roster(record, parse_roster(self._text(file), file.name), file.name)
        record = _with_typing_codes(record)
        for file in self._of(ImportKind.NOTES, ImportKind.MARKDOWN):
            is_markdown = file.kind is ImportKind.MARKDOWN
            text = self._text(file)
            notes = read_notes(
                text, file.name, record.participants, record.meeting.date, is_markdown=is_markdown
            )
            record = _with_notes(record, notes)
        if self._target is not None:
            return ParsedBundle(tuple(meetings), record)
        return ParsedBundle((record,))

    def _own_record(self, meetings: list[MeetingRecord]) -> MeetingRecord | None:
        """The meeting for rosters and notes when none was named; None when there are neither."""
        notes = self._of(ImportKind.NOTES, ImportKind.MARKDOWN)
        if not notes and not self._of(ImportKind.ROSTER):
            return None
        if len(meetings) == 1:
            return meetings[0]
        if meetings or not notes:
            raise KnownError(
                ErrorCode.WRONG_USE,
                detail="Say with --meeting to which meeting the roster or the notes belong.",
            )
        title = " ".join(notes[0].name.rpartition(".")[0].split()) or "Notes"
        return MeetingRecord(
            Dialogue(DIALOGUE_ID, title), Meeting(MEETING_ID, DIALOGUE_ID, title), (), (), (), ()
        )

    def _of(self, *kinds: ImportKind) -> list[UntrustedFile]:
        return [file for file in self._files if file.kind in kinds]

    def _text(self, file: UntrustedFile) -> str:
        self._report(self._done, len(self._files))
        self._done += 1
        return text_of(file)


def _with_roster(record: MeetingRecord, rows: tuple[RosterRow, ...], name: str) -> MeetingRecord:
    """The record with the rows' people. Somebody who is on the roster already is refused, not taken twice."""
    delegations = list(record.delegations)
    participants = list(record.participants)
    known = {_folded(participant.name) for participant in participants}
    taken = {participant.code for participant in participants}
    for number, row in enumerate(rows, 1):
        if _folded(row.name) in known:
            detail = "somebody of this name is on the roster already; expected new names only."
            raise KnownError(
                ErrorCode.FILE_NOT_UNDERSTOOD, path=name, place=f"participant {number}", detail=detail
            )
        if row.code and row.code in taken:
            detail = "this typing code is taken; expected one of its own."
            raise KnownError(
                ErrorCode.FILE_NOT_UNDERSTOOD, path=name, place=f"participant {number}", detail=detail
            )
        known.add(_folded(row.name))
        taken.add(row.code)
        participants.append(
            _participant(row, record.meeting.id, len(participants), delegations, record.dialogue.id)
        )
    return replace(record, delegations=tuple(delegations), participants=tuple(participants))


def _participant(
    row: RosterRow, meeting_id: str, position: int, delegations: list[Delegation], dialogue_id: str
) -> Participant:
    return Participant(
        id=f"{meeting_id} participant {position}",
        meeting_id=meeting_id,
        position=position,
        name=row.name,
        honorific=row.honorific,
        given_name=row.given_name,
        family_name=row.family_name,
        aliases=row.aliases,
        scripts=row.scripts,
        role=row.role,
        delegation_id=_delegation_id(row.delegation, delegations, dialogue_id),
        capacity=row.capacity,
        standing=row.standing,
        count=row.count,
        code=row.code,
    )


def _delegation_id(name: str, delegations: list[Delegation], dialogue_id: str) -> str | None:
    """The id of the delegation called `name`, which is added to `delegations` when it is new."""
    if not name:
        return None
    for delegation in delegations:
        if _folded(delegation.name) == _folded(name):
            return delegation.id
    delegations.append(Delegation(f"{dialogue_id} delegation {len(delegations)}", dialogue_id, name))
    return delegations[-1].id


def _with_typing_codes(record: MeetingRecord) -> MeetingRecord:
    """The record, in which everybody has a typing code: notes may use them before anything is kept."""
    taken = {participant.code for participant in record.participants if participant.code}
    coded: list[Participant] = []
    for participant in record.participants:
        code = participant.code or typing_code(participant.name, taken)
        taken.add(code)
        coded.append(replace(participant, code=code))
    return replace(record, participants=tuple(coded))


def _with_notes(record: MeetingRecord, notes: tuple[NotesSession, ...]) -> MeetingRecord:
    """The record with the notes' sessions. A heading that is a session's title goes on in that session."""
    sessions = list(record.sessions)
    entries = list(record.entries)
    numbers = count(len(entries))
    for part in notes:
        session = next((known for known in sessions if _folded(known.title) == _folded(part.title)), None)
        if session is None:
            new_id = f"{record.meeting.id} session {len(sessions)}"
            session = Session(new_id, record.meeting.id, len(sessions), part.title)
            sessions.append(session)
        entries.extend(
            Entry(
                replace(entry.intervention, id=f"entry {next(numbers)}", session_id=session.id), entry.speaker
            )
            for entry in part.entries
        )
    return replace(record, sessions=tuple(sessions), entries=tuple(entries))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
