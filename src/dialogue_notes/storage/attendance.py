"""Comings and goings."""

from __future__ import annotations

from datetime import datetime

from dialogue_notes.domain.attendance import AttendanceEvent, AttendanceNote
from dialogue_notes.storage.columns import date_column
from dialogue_notes.storage.database import Row
from dialogue_notes.storage.standing_rows import stands
from dialogue_notes.storage.vault import Readable, Vault, stamp

_COLUMNS = "id, meeting_id, session_id, participant_id, event, at, told_rule, entry_id"


def add_note(vault: Vault, note: AttendanceNote) -> None:
    """Keeps a coming or going."""
    told = None if note.told_rule is None else int(note.told_rule)
    ids = (note.id, note.meeting_id, note.session_id, note.participant_id)
    values = (*ids, note.event, date_column(note.at), told, note.entry_id, *stamp(vault))
    with vault.transaction():
        vault.database.run(
            f"INSERT INTO attendance ({_COLUMNS}, written_at, written_by) VALUES ({', '.join('?' * len(values))})",
            values,
        )


def notes(readable: Readable, meeting_id: str) -> tuple[AttendanceNote, ...]:
    """The comings and goings of a meeting that stand, by time; those of one moment in order of their making."""
    rows = readable.database.query(
        f"SELECT {_COLUMNS} FROM attendance WHERE meeting_id = ? AND {stands('attendance.entry_id')}"
        " ORDER BY at, rowid",
        (meeting_id,),
    )
    return tuple(_note(row) for row in rows)


def taken_back(readable: Readable, meeting_id: str) -> frozenset[str]:
    """Those of whom nothing stands, because what was noted was undone: a walk-in who never was."""
    rows = readable.database.query(
        f"SELECT participant_id FROM attendance WHERE meeting_id = ? GROUP BY participant_id"
        f" HAVING NOT max({stands('attendance.entry_id')})",
        (meeting_id,),
    )
    return frozenset(row[0] for row in rows)


def _note(row: Row) -> AttendanceNote:
    note_id, meeting_id, session_id, participant_id, event, at, told, entry_id = row
    return AttendanceNote(
        note_id,
        meeting_id,
        session_id,
        participant_id,
        AttendanceEvent(event),
        datetime.fromisoformat(at),
        None if told is None else bool(told),
        entry_id,
    )
