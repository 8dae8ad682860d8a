"""The roster: who is in the room."""

from __future__ import annotations

from dialogue_notes.domain.codes import Capacity, Standing
from dialogue_notes.domain.record import Participant
from dialogue_notes.storage.columns import words, words_column
from dialogue_notes.storage.database import Row, Value
from dialogue_notes.storage.found import found, must_change
from dialogue_notes.storage.vault import Readable, Vault, stamp

_COLUMNS = (
    "position, name, honorific, given_name, family_name, aliases, scripts, role, delegation_id, capacity,"
    " standing, count, code, descriptors, guest, replaces_id"
)
_SELECT = f"SELECT id, meeting_id, {_COLUMNS} FROM participant"
_SET = ", ".join(f"{name.strip()} = ?" for name in _COLUMNS.split(","))


def add_participant(vault: Vault, participant: Participant) -> None:
    """Keeps a new participant."""
    values = (participant.id, participant.meeting_id, *_columns(participant), *stamp(vault))
    with vault.transaction():
        vault.database.run(f"INSERT INTO participant VALUES ({', '.join('?' * len(values))})", values)


def update_participant(vault: Vault, participant: Participant) -> None:
    """Changes a participant. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        count = vault.database.run(
            f"UPDATE participant SET {_SET}, written_at = ?, written_by = ? WHERE id = ?",
            (*_columns(participant), *stamp(vault), participant.id),
        )
        must_change(count, "participant")


def remove_participant(vault: Vault, participant_id: str) -> None:
    """Removes a participant; whether they spoke is for the caller to know. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        must_change(
            vault.database.run("DELETE FROM participant WHERE id = ?", (participant_id,)), "participant"
        )


def participant(readable: Readable, participant_id: str) -> Participant:
    """The participant of that id. Raises KnownError(NOT_FOUND)."""
    row = readable.database.first(f"{_SELECT} WHERE id = ?", (participant_id,))
    return _participant(found(row, "participant"))


def participants(readable: Readable, meeting_id: str) -> tuple[Participant, ...]:
    """The roster of a meeting, in order."""
    rows = readable.database.query(f"{_SELECT} WHERE meeting_id = ? ORDER BY position, rowid", (meeting_id,))
    return tuple(_participant(row) for row in rows)


def meetings_with(readable: Readable, delegation_id: str) -> tuple[str, ...]:
    """The meetings on whose roster somebody of a delegation is."""
    rows = readable.database.query(
        "SELECT DISTINCT meeting_id FROM participant WHERE delegation_id = ? ORDER BY 1", (delegation_id,)
    )
    return tuple(str(row[0]) for row in rows)


def _columns(participant: Participant) -> tuple[Value, ...]:
    return (
        participant.position,
        participant.name,
        participant.honorific,
        participant.given_name,
        participant.family_name,
        words_column(participant.aliases),
        words_column(participant.scripts),
        participant.role,
        participant.delegation_id,
        participant.capacity,
        participant.standing,
        participant.count,
        participant.code,
        words_column(participant.descriptors),
        int(participant.guest),
        participant.replaces_id,
    )


def _participant(row: Row) -> Participant:
    return Participant(
        id=row[0],
        meeting_id=row[1],
        position=row[2],
        name=row[3],
        honorific=row[4],
        given_name=row[5],
        family_name=row[6],
        aliases=words(row[7]),
        scripts=words(row[8]),
        role=row[9],
        delegation_id=row[10],
        capacity=None if row[11] is None else Capacity(row[11]),
        standing=None if row[12] is None else Standing(row[12]),
        count=row[13],
        code=row[14],
        descriptors=words(row[15]),
        guest=bool(row[16]),
        replaces_id=row[17],
    )
