"""The record's entries, without their speakers, and their earlier texts in older vaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from dialogue_notes.domain.codes import Aim, EntryFlag, GroundRule, InterventionState, Kind, MarginMark
from dialogue_notes.domain.record import Intervention
from dialogue_notes.storage import search_index
from dialogue_notes.storage.columns import (
    codes,
    codes_column,
    consent_column,
    consent_of,
    date_column,
    time_of,
    words,
    words_column,
)
from dialogue_notes.storage.database import Row, Value
from dialogue_notes.storage.found import found
from dialogue_notes.storage.vault import Readable, Vault, stamp

_COLUMNS = (
    "session_id, sequence, kind, text, spoken_at, rule, rule_reason, marks, aims, tags, interpreted, read_back,"
    " consent, flags, state"
)
_NAMES = ", ".join(f"i.{name.strip()}" for name in _COLUMNS.split(","))
_SELECT = f"SELECT i.id, {_NAMES} FROM intervention i"
_SET = ", ".join(f"{name.strip()} = ?" for name in _COLUMNS.split(","))

# A table is three times as quick as asking an enum for its member, and a meeting may have 20,000 entries.
_KINDS: Final = {kind.value: kind for kind in Kind}
_STATES: Final = {state.value: state for state in InterventionState}
_RULES: Final[dict[str | None, GroundRule | None]] = {None: None, **{rule.value: rule for rule in GroundRule}}


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier text of an entry, and when and by whose key slot it was replaced; written by version 1 only."""

    text: str = field(repr=False)
    changed_at: str
    changed_by: str


def add_intervention(vault: Vault, intervention: Intervention) -> None:
    """Keeps a new entry; its text is searchable once the index has been filled."""
    values = (intervention.id, *_columns(intervention), *stamp(vault))
    with vault.transaction():
        vault.database.run(
            f"INSERT INTO intervention (id, {_COLUMNS}, written_at, written_by)"
            f" VALUES ({', '.join('?' * len(values))})",
            values,
        )
        number = vault.database.query("SELECT last_insert_rowid()")[0][0]
        search_index.enqueue(vault.database, number, None)


def update_intervention(vault: Vault, intervention: Intervention) -> None:
    """Changes an entry. When its text changed, points written by hand from it are marked stale.

    What it said before is kept by those who change texts (`entry_events`). Raises KnownError(NOT_FOUND).
    """
    with vault.transaction():
        row = vault.database.first("SELECT number, text FROM intervention WHERE id = ?", (intervention.id,))
        number, earlier = found(row, "entry")
        vault.database.run(
            f"UPDATE intervention SET {_SET}, written_at = ?, written_by = ? WHERE number = ?",
            (*_columns(intervention), *stamp(vault), number),
        )
        if earlier != intervention.text:
            search_index.enqueue(vault.database, number, earlier)
            mark_points_stale(vault, intervention.id)


def intervention(readable: Readable, intervention_id: str) -> Intervention:
    """The entry of that id. Raises KnownError(NOT_FOUND)."""
    return _intervention(
        found(readable.database.first(f"{_SELECT} WHERE i.id = ?", (intervention_id,)), "entry")
    )


def last_intervention(readable: Readable, session_id: str, before: int | None = None) -> Intervention | None:
    """The last entry of a session, or the last before a number; None when there is none."""
    where, values = ("", ()) if before is None else (" AND i.sequence < ?", (before,))
    row = readable.database.first(
        f"{_SELECT} WHERE i.session_id = ?{where} ORDER BY i.sequence DESC LIMIT 1", (session_id, *values)
    )
    return None if row is None else _intervention(row)


def last_time(readable: Readable, session_id: str, up_to: int) -> datetime | None:
    """The last time that is known of a session's entries up to a number."""
    row = readable.database.first(
        "SELECT spoken_at FROM intervention WHERE session_id = ? AND sequence <= ? AND spoken_at IS NOT NULL"
        " ORDER BY sequence DESC LIMIT 1",
        (session_id, up_to),
    )
    return None if row is None else time_of(row[0])


def interventions(readable: Readable, session_id: str) -> tuple[Intervention, ...]:
    """The entries of a session, in order of their sequence, struck ones too."""
    rows = readable.database.query(f"{_SELECT} WHERE i.session_id = ? ORDER BY i.sequence", (session_id,))
    return tuple(map(_intervention, rows))


def newest_interventions(
    readable: Readable, session_id: str, count: int, before: int | None = None
) -> tuple[Intervention, ...]:
    """The last `count` entries of a session, or the last before a number, in order of their sequence."""
    where, values = ("", ()) if before is None else (" AND i.sequence < ?", (before,))
    rows = readable.database.query(
        f"{_SELECT} WHERE i.session_id = ?{where} ORDER BY i.sequence DESC LIMIT ?",
        (session_id, *values, count),
    )
    return tuple(map(_intervention, reversed(rows)))


def count_before(readable: Readable, session_id: str, sequence: int) -> int:
    """How many entries of a session stand before a number, struck ones too."""
    row = readable.database.first(
        "SELECT count(*) FROM intervention WHERE session_id = ? AND sequence < ?", (session_id, sequence)
    )
    return int(row[0]) if row else 0


def interpreted_before(readable: Readable, session_id: str, sequence: int) -> bool:
    """Whether any entry of a session before a number was heard through an interpreter."""
    row = readable.database.first(
        "SELECT 1 FROM intervention WHERE session_id = ? AND interpreted = 1 AND sequence < ? LIMIT 1",
        (session_id, sequence),
    )
    return row is not None


def heard_before(readable: Readable, session_id: str, sequence: int) -> tuple[tuple[str, Kind, bool], ...]:
    """Id, kind, and whether it was heard through an interpreter, of each entry before a number, in order."""
    rows = readable.database.query(
        "SELECT id, kind, interpreted FROM intervention WHERE session_id = ? AND sequence < ? ORDER BY sequence",
        (session_id, sequence),
    )
    return tuple((entry_id, _KINDS[kind], bool(interpreted)) for entry_id, kind, interpreted in rows)


def meeting_interventions(readable: Readable, meeting_id: str) -> tuple[Intervention, ...]:
    """The entries of a meeting, session by session, in order of their sequence, struck ones too."""
    rows = readable.database.query(
        f"{_SELECT} JOIN session s ON s.id = i.session_id WHERE s.meeting_id = ?"
        " ORDER BY s.position, s.rowid, i.sequence",
        (meeting_id,),
    )
    return tuple(map(_intervention, rows))


def count_interventions(readable: Readable, meeting_id: str) -> int:
    """How many entries a meeting has that were not struck."""
    row = readable.database.first(
        "SELECT count(*) FROM intervention i JOIN session s ON s.id = i.session_id"
        " WHERE s.meeting_id = ? AND i.state = 'kept'",
        (meeting_id,),
    )
    return int(row[0]) if row else 0


def next_sequence(readable: Readable, session_id: str) -> int:
    """The sequence number for the next entry of a session, from 1."""
    row = readable.database.first(
        "SELECT coalesce(max(sequence), 0) + 1 FROM intervention WHERE session_id = ?", (session_id,)
    )
    return int(row[0]) if row else 1


def revisions(readable: Readable, intervention_id: str) -> tuple[Revision, ...]:
    """The earlier texts of an entry, oldest first."""
    rows = readable.database.query(
        "SELECT text, changed_at, changed_by FROM intervention_revision WHERE intervention_id = ? ORDER BY id",
        (intervention_id,),
    )
    return tuple(Revision(*row) for row in rows)


def mark_points_stale(vault: Vault, intervention_id: str) -> None:
    """Marks the summary points that were written by hand from this entry: they must be looked at again."""
    vault.database.run(
        "UPDATE summary_point SET stale = 1 WHERE text IS NOT NULL"
        " AND id IN (SELECT point_id FROM point_source WHERE intervention_id = ?)",
        (intervention_id,),
    )


def _columns(intervention: Intervention) -> tuple[Value, ...]:
    return (
        intervention.session_id,
        intervention.sequence,
        intervention.kind,
        intervention.text,
        date_column(intervention.spoken_at),
        intervention.rule,
        intervention.rule_reason,
        codes_column(intervention.marks),
        codes_column(intervention.aims),
        words_column(intervention.tags),
        int(intervention.interpreted),
        int(intervention.read_back),
        consent_column(intervention.consent),
        codes_column(intervention.flags),
        intervention.state,
    )


def _intervention(row: Row) -> Intervention:
    return Intervention(
        id=row[0],
        session_id=row[1],
        sequence=row[2],
        kind=_KINDS[row[3]],
        text=row[4],
        spoken_at=time_of(row[5]),
        rule=_RULES[row[6]],
        rule_reason=row[7],
        marks=codes(row[8], MarginMark),
        aims=codes(row[9], Aim),
        tags=words(row[10]),
        interpreted=bool(row[11]),
        read_back=bool(row[12]),
        consent=consent_of(row[13]),
        flags=codes(row[14], EntryFlag),
        state=_STATES[row[15]],
    )
