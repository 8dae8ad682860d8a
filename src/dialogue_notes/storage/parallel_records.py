"""Other rapporteurs' records that were set beside a meeting. Who spoke is sealed under the meeting's key."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from dialogue_notes.domain.codes import GroundRule, InterventionState, Kind
from dialogue_notes.domain.parallel.records import (
    KeptDifference,
    ParallelEntry,
    ParallelPerson,
    ParallelRecord,
)
from dialogue_notes.domain.record import Speaker
from dialogue_notes.storage import review_steps
from dialogue_notes.storage.columns import date_column, time_of, words, words_column
from dialogue_notes.storage.database import Row, Value
from dialogue_notes.storage.found import found
from dialogue_notes.storage.identifiers import utc_now
from dialogue_notes.storage.sealed_texts import open_text, seal_text
from dialogue_notes.storage.vault import Readable, Vault, stamp

_PURPOSE: Final = "parallel speaker"
_ID_WIDTH: Final = 36
"""Letters of an id: nobody is written as long as somebody, so that the size does not tell."""
_UNSURE, _SURE = b"u", b"s"
_RECORD = "id, meeting_id, title, removed_at"
_PERSON = "id, record_id, position, name, aliases, scripts, role, participant_id"
_ENTRY = "id, record_id, session_id, position, kind, text, spoken_at, rule, tags, interpreted, speaker, taken_as, state"


def add_record(
    vault: Vault, record: ParallelRecord, people: Iterable[ParallelPerson], entries: Iterable[ParallelEntry]
) -> None:
    """Keeps a record as a whole. Raises KnownError(NOT_FOUND) without the meeting's key."""
    with vault.transaction():
        vault.database.run(
            "INSERT INTO parallel_record (id, meeting_id, title, written_at, written_by) VALUES (?, ?, ?, ?, ?)",
            (record.id, record.meeting_id, record.title, *stamp(vault)),
        )
        vault.database.run_many(
            f"INSERT INTO parallel_person ({_PERSON}) VALUES ({', '.join('?' * 8)})",
            list(map(_person_columns, people)),
        )
        vault.database.run_many(
            f"INSERT INTO parallel_entry ({_ENTRY}) VALUES ({', '.join('?' * 13)})",
            [_entry_columns(vault, record.meeting_id, one) for one in entries],
        )


def record(readable: Readable, record_id: str) -> ParallelRecord:
    """The record of that id. Raises KnownError(NOT_FOUND)."""
    row = readable.database.first(f"SELECT {_RECORD} FROM parallel_record WHERE id = ?", (record_id,))
    return _record(found(row, "record beside this one"))


def records(readable: Readable, meeting_id: str, *, with_removed: bool = False) -> tuple[ParallelRecord, ...]:
    """Those beside a meeting, in the order in which they came; those put away only if asked for."""
    where = "" if with_removed else " AND removed_at IS NULL"
    rows = readable.database.query(
        f"SELECT {_RECORD} FROM parallel_record WHERE meeting_id = ?{where} ORDER BY rowid", (meeting_id,)
    )
    return tuple(map(_record, rows))


def set_removed(vault: Vault, record_id: str, *, is_removed: bool) -> None:
    """Puts a record away, or brings it back. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        record(vault, record_id)
        at, by = stamp(vault)
        vault.database.run(
            "UPDATE parallel_record SET removed_at = ?, written_at = ?, written_by = ? WHERE id = ?",
            (utc_now() if is_removed else None, at, by, record_id),
        )


def destroy_all_removed(vault: Vault) -> None:
    """`destroy_removed` in every meeting: when the vault is locked, and when it is opened after a crash."""
    rows = vault.database.query(
        "SELECT DISTINCT meeting_id FROM parallel_record WHERE removed_at IS NOT NULL"
    )
    if rows:
        with vault.transaction():
            for row in rows:
                destroy_removed(vault, str(row[0]))


def destroy_removed(vault: Vault, meeting_id: str) -> int:
    """Deletes for good the records that were put away, unless a legal hold forbids it, with the steps of the review
    about them; how many.
    """
    with vault.transaction():
        gone = vault.database.query(
            "SELECT id FROM parallel_record WHERE meeting_id = ?1 AND removed_at IS NOT NULL AND NOT EXISTS"
            " (SELECT 1 FROM legal_hold WHERE meeting_id = ?1 AND lifted_at IS NULL)",
            (meeting_id,),
        )
        vault.database.run_many("DELETE FROM parallel_record WHERE id = ?", [tuple(row) for row in gone])
        for row in gone:
            review_steps.drop_of_place(vault, str(row[0]))
        if gone:
            vault.truncate_after_commit()
        return len(gone)


def persons(readable: Readable, record_id: str) -> tuple[ParallelPerson, ...]:
    """Whom a record knows, in its order."""
    rows = readable.database.query(
        f"SELECT {_PERSON} FROM parallel_person WHERE record_id = ? ORDER BY position", (record_id,)
    )
    return tuple(map(_person, rows))


def strangers(readable: Readable, meeting_id: str) -> tuple[ParallelPerson, ...]:
    """Those of all records beside a meeting who are not on its roster; those of records put away too."""
    names = ", ".join(f"p.{name.strip()}" for name in _PERSON.split(","))
    rows = readable.database.query(
        f"SELECT {names} FROM parallel_person p JOIN parallel_record r ON r.id = p.record_id"
        " WHERE r.meeting_id = ? AND p.participant_id IS NULL ORDER BY r.rowid, p.position",
        (meeting_id,),
    )
    return tuple(map(_person, rows))


def entries(readable: Readable, record_id: str, *, with_speakers: bool = False) -> tuple[ParallelEntry, ...]:
    """The entries of a record in its order; their speakers only if asked for and if the meeting's key is there."""
    meeting_id = record(readable, record_id).meeting_id
    rows = readable.database.query(
        f"SELECT {_ENTRY} FROM parallel_entry WHERE record_id = ? ORDER BY position", (record_id,)
    )
    return tuple(_entry(readable, meeting_id, row, with_speaker=with_speakers) for row in rows)


def entry(readable: Readable, entry_id: str) -> ParallelEntry:
    """One entry with its speaker, if the meeting's key is there. Raises KnownError(NOT_FOUND)."""
    row = found(
        readable.database.first(f"SELECT {_ENTRY} FROM parallel_entry WHERE id = ?", (entry_id,)), "entry"
    )
    return _entry(readable, record(readable, row[1]).meeting_id, row, with_speaker=True)


def taken_as(readable: Readable, intervention_ids: Collection[str]) -> tuple[str, ...]:
    """The entries whose words were taken over as one of these."""
    rows = [
        row
        for one in intervention_ids
        for row in readable.database.query(
            "SELECT id FROM parallel_entry WHERE taken_as = ? ORDER BY id", (one,)
        )
    ]
    return tuple(str(row[0]) for row in rows)


def find_taken(readable: Readable, entry_id: str) -> str | None:
    """As which entry of the meeting an entry was taken over; None for none, and for one that is not there."""
    row = readable.database.first("SELECT taken_as FROM parallel_entry WHERE id = ?", (entry_id,))
    return None if row is None else row[0]


def set_taken(vault: Vault, entry_id: str, intervention_id: str | None) -> None:
    """Says as which entry of the meeting the words were taken over; None when as none."""
    with vault.transaction():
        vault.database.run("UPDATE parallel_entry SET taken_as = ? WHERE id = ?", (intervention_id, entry_id))


def strike_entry(vault: Vault, entry_id: str) -> None:
    """Overwrites the words, tags and speaker of an entry; its place stays, struck. Differences kept of it go.

    Raises KnownError(NOT_FOUND).
    """
    with vault.transaction():
        row = vault.database.first("SELECT 1 FROM parallel_entry WHERE id = ?", (entry_id,))
        found(row, "entry")
        vault.database.run(
            "UPDATE parallel_entry SET text = '', tags = '', speaker = X'', state = ? WHERE id = ?",
            (InterventionState.STRUCK, entry_id),
        )
        vault.database.run("DELETE FROM parallel_difference WHERE right_id = ?", (entry_id,))
        vault.truncate_after_commit()


def destroy_differences_of(vault: Vault, intervention_id: str) -> None:
    """For a strike: what was kept about the words of an entry of the meeting goes with them."""
    with vault.transaction():
        vault.database.run("DELETE FROM parallel_difference WHERE left_id = ?", (intervention_id,))


def add_difference(vault: Vault, difference: KeptDifference) -> None:
    """Keeps a difference as one."""
    with vault.transaction():
        vault.database.run(
            "INSERT INTO parallel_difference (id, record_id, left_id, right_id, digest, written_at, written_by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                difference.id,
                difference.record_id,
                difference.left_id,
                difference.right_id,
                difference.digest,
                *stamp(vault),
            ),
        )


def remove_difference(vault: Vault, difference_id: str) -> None:
    """Takes that back."""
    with vault.transaction():
        vault.database.run("DELETE FROM parallel_difference WHERE id = ?", (difference_id,))


def differences(readable: Readable, record_id: str) -> tuple[KeptDifference, ...]:
    """The differences of a record that are to stay, oldest first."""
    rows = readable.database.query(
        "SELECT id, record_id, left_id, right_id, digest FROM parallel_difference WHERE record_id = ? ORDER BY rowid",
        (record_id,),
    )
    return tuple(KeptDifference(*row) for row in rows)


def check(readable: Readable, meeting_id: str) -> None:
    """Opens every speaker of the records beside a meeting. Raises KnownError(VAULT_DAMAGED) for a changed one."""
    for row in readable.database.query("SELECT id FROM parallel_record WHERE meeting_id = ?", (meeting_id,)):
        entries(readable, row[0], with_speakers=True)


def _person_columns(one: ParallelPerson) -> tuple[Value, ...]:
    return (
        one.id,
        one.record_id,
        one.position,
        one.name,
        words_column(one.aliases),
        words_column(one.scripts),
        one.role,
        one.participant_id,
    )


def _entry_columns(vault: Vault, meeting_id: str, one: ParallelEntry) -> tuple[Value, ...]:
    return (
        one.id,
        one.record_id,
        one.session_id,
        one.position,
        one.kind,
        one.text,
        date_column(one.spoken_at),
        one.rule,
        words_column(one.tags),
        int(one.interpreted),
        seal_text(vault, meeting_id, _PURPOSE, one.id, _payload(one.speaker)),
        one.taken_as,
        one.state,
    )


def _payload(speaker: Speaker) -> bytes:
    person = (speaker.participant_id or "").ljust(_ID_WIDTH)
    return person.encode("ascii") + (_UNSURE if speaker.unsure else _SURE)


def _speaker(payload: bytes | None) -> Speaker:
    if payload is None:
        return Speaker()
    return Speaker(payload[:-1].decode("ascii").strip() or None, unsure=payload[-1:] == _UNSURE)


def _record(row: Row) -> ParallelRecord:
    return ParallelRecord(row[0], row[1], row[2], row[3] is not None)


def _person(row: Row) -> ParallelPerson:
    return ParallelPerson(row[0], row[1], row[2], row[3], words(row[4]), words(row[5]), row[6], row[7])


def _entry(readable: Readable, meeting_id: str, row: Row, *, with_speaker: bool) -> ParallelEntry:
    is_wanted = with_speaker and row[12] != InterventionState.STRUCK  # then it has none
    sealed = open_text(readable, meeting_id, _PURPOSE, row[0], row[10]) if is_wanted else None
    return ParallelEntry(
        id=row[0],
        record_id=row[1],
        session_id=row[2],
        position=row[3],
        kind=Kind(row[4]),
        text=row[5],
        spoken_at=time_of(row[6]),
        rule=None if row[7] is None else GroundRule(row[7]),
        tags=words(row[8]),
        interpreted=bool(row[9]),
        speaker=_speaker(sealed),
        taken_as=row[11],
        state=InterventionState(row[12]),
    )
