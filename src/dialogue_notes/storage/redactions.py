"""The redactions of a meeting: what is to be hidden, and what was decided about it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.redaction import Place, PlaceKind, Redaction
from dialogue_notes.storage.database import Row, Value
from dialogue_notes.storage.found import must_change
from dialogue_notes.storage.vault import Readable, Vault, stamp

_COLUMNS = (
    "place_kind, place_id, start, end, entity_id, category, action, reason, state, replacement, why, score,"
    " by_default, stale, fresh, alone"
)
_NAMES = f"id, meeting_id, {_COLUMNS}, written_at, written_by"
_SET = ", ".join(f"{name.strip()} = ?" for name in _COLUMNS.split(","))


def add_redactions(vault: Vault, redactions: Iterable[Redaction]) -> None:
    """Keeps new redactions."""
    written = stamp(vault)
    rows = [(one.id, one.meeting_id, *_columns(one), *written) for one in redactions]
    with vault.transaction():
        vault.database.run_many(
            f"INSERT INTO redaction ({_NAMES}) VALUES ({', '.join('?' * len(_NAMES.split(',')))})", rows
        )


def update_redactions(vault: Vault, redactions: Iterable[Redaction]) -> None:
    """Changes redactions, all or none. Raises KnownError(NOT_FOUND) when one is not there."""
    written = stamp(vault)
    with vault.transaction():
        for one in redactions:
            count = vault.database.run(
                f"UPDATE redaction SET {_SET}, written_at = ?, written_by = ? WHERE id = ?",
                (*_columns(one), *written, one.id),
            )
            must_change(count, "redaction")


def put_verdicts(vault: Vault, redactions: Iterable[Redaction]) -> None:
    """Changes what is decided about redactions that are there, and leaves where they lie.

    In the order in which they were added: a database of encrypted pages pays for every page that it comes back to.
    """
    written = stamp(vault)
    rows = [
        (
            one.entity_id,
            one.action,
            one.reason,
            one.state,
            one.replacement,
            int(one.stale),
            int(one.fresh),
            int(one.alone),
            *written,
            one.id,
        )
        for one in redactions
    ]
    values = "action = ?, reason = ?, state = ?, replacement = ?, stale = ?, fresh = ?, alone = ?"
    stay = f"UPDATE redaction SET {values}, written_at = ?, written_by = ? WHERE id = ?"
    move = f"UPDATE redaction SET entity_id = ?, {values}, written_at = ?, written_by = ? WHERE id = ?"
    with vault.transaction():
        moved = _moved(vault, ((row[-1], row[0]) for row in rows))
        vault.database.run_many(stay, [row[1:] for row in rows if row[-1] not in moved])
        vault.database.run_many(move, [row for row in rows if row[-1] in moved])


def _moved(vault: Vault, wanted: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Those of some redactions that have another entity than they are to have: an index is changed for these alone."""
    pairs = dict(wanted)
    rows = vault.database.query(
        "SELECT id, entity_id FROM redaction WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(pairs)),),
    )
    return frozenset(row[0] for row in rows if pairs[row[0]] != row[1])


def remove_redactions(vault: Vault, ids: Iterable[str]) -> None:
    """Removes redactions; those that are gone already are no error."""
    with vault.transaction():
        vault.database.run_many("DELETE FROM redaction WHERE id = ?", [(one,) for one in ids])


def redactions(readable: Readable, meeting_id: str) -> tuple[Redaction, ...]:
    """The redactions of a meeting, in the order in which they were added."""
    rows = readable.database.query(
        f"SELECT id, meeting_id, {_COLUMNS} FROM redaction WHERE meeting_id = ? ORDER BY rowid", (meeting_id,)
    )
    return tuple(map(_redaction, rows))


def redactions_at(readable: Readable, meeting_id: str, place: Place) -> tuple[Redaction, ...]:
    """A meeting's redactions in one text, in the order in which they were added."""
    rows = readable.database.query(
        f"SELECT id, meeting_id, {_COLUMNS} FROM redaction"
        " WHERE place_id = ? AND place_kind = ? AND meeting_id = ? ORDER BY rowid",
        (place.id, place.kind, meeting_id),
    )
    return tuple(map(_redaction, rows))


def redactions_of_entry(readable: Readable, intervention_id: str) -> tuple[Redaction, ...]:
    """The redactions of an entry's text and of its tags, in the order in which they were added."""
    rows = readable.database.query(
        # As a range, so that the index over the places serves: '$' is the character after '#'.
        f"SELECT id, meeting_id, {_COLUMNS} FROM redaction WHERE place_id = ?1"
        " OR (place_id >= ?1 || '#' AND place_id < ?1 || '$') ORDER BY rowid",
        (intervention_id,),
    )
    return tuple(map(_redaction, rows))


def redactions_of_entities(readable: Readable, entity_ids: Iterable[str]) -> tuple[Redaction, ...]:
    """The redactions of some entities in all meetings, in the order in which they were added."""
    rows = readable.database.query(
        f"SELECT id, meeting_id, {_COLUMNS} FROM redaction"
        " WHERE entity_id IN (SELECT value FROM json_each(?)) ORDER BY rowid",
        (json.dumps(sorted(set(entity_ids))),),
    )
    return tuple(map(_redaction, rows))


def redactions_by_id(readable: Readable, ids: Iterable[str]) -> tuple[Redaction, ...]:
    """Those of some redactions that are there, in the order in which they were added."""
    rows = readable.database.query(
        f"SELECT id, meeting_id, {_COLUMNS} FROM redaction"
        " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rowid",
        (json.dumps(sorted(set(ids))),),
    )
    return tuple(map(_redaction, rows))


def counts_by_entity(readable: Readable, meeting_ids: Iterable[str]) -> dict[str, tuple[int, int]]:
    """For each entity, how many places in some meetings a decision from elsewhere reaches, and in how many of them."""
    rows = readable.database.query(
        "SELECT entity_id, count(*), count(DISTINCT meeting_id) FROM redaction"
        " WHERE meeting_id IN (SELECT value FROM json_each(?)) AND alone = 0 GROUP BY entity_id",
        (json.dumps(sorted(set(meeting_ids))),),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def destroy_of_entry(vault: Vault, intervention_id: str) -> tuple[str, ...]:
    """Removes the redactions of an entry that is struck; returns the ids of their entities."""
    with vault.transaction():
        gone = redactions_of_entry(vault, intervention_id)
        remove_redactions(vault, [one.id for one in gone])
    return tuple(sorted({one.entity_id for one in gone}))


def _columns(redaction: Redaction) -> tuple[Value, ...]:
    return (
        redaction.place.kind,
        redaction.place.id,
        redaction.start,
        redaction.end,
        redaction.entity_id,
        redaction.category,
        redaction.action,
        redaction.reason,
        redaction.state,
        redaction.replacement,
        redaction.why,
        redaction.score,
        int(redaction.default),
        int(redaction.stale),
        int(redaction.fresh),
        int(redaction.alone),
    )


def _redaction(row: Row) -> Redaction:
    return Redaction(
        id=row[0],
        meeting_id=row[1],
        place=Place(PlaceKind(row[2]), row[3]),
        start=row[4],
        end=row[5],
        entity_id=row[6],
        category=Category(row[7]),
        action=RedactionAction(row[8]),
        reason=RedactionReason(row[9]),
        state=RedactionState(row[10]),
        replacement=row[11],
        why=row[12],
        score=row[13],
        default=bool(row[14]),
        stale=bool(row[15]),
        fresh=bool(row[16]),
        alone=bool(row[17]),
    )
