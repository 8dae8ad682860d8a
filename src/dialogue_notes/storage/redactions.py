"""Entities and the redactions that hide them."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.redaction import Entity, Place, PlaceKind, Redaction
from dialogue_notes.storage.database import Row, Value
from dialogue_notes.storage.found import must_change
from dialogue_notes.storage.vault import Readable, Vault, stamp

_COLUMNS = (
    "place_kind, place_id, start, end, entity_id, category, action, reason, state, replacement, why, score,"
    " by_default, stale"
)
_SET = ", ".join(f"{name.strip()} = ?" for name in _COLUMNS.split(","))


def add_entity(vault: Vault, entity: Entity) -> None:
    """Keeps a new entity."""
    with vault.transaction():
        vault.database.run(
            "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                entity.id,
                entity.dialogue_id,
                entity.category,
                entity.name,
                entity.participant_id,
                *stamp(vault),
            ),
        )


def update_entity(vault: Vault, entity: Entity) -> None:
    """Changes an entity. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        count = vault.database.run(
            "UPDATE entity SET category = ?, name = ?, participant_id = ?, written_at = ?, written_by = ?"
            " WHERE id = ?",
            (entity.category, entity.name, entity.participant_id, *stamp(vault), entity.id),
        )
        must_change(count, "entity")


def entities(readable: Readable, dialogue_id: str) -> tuple[Entity, ...]:
    """The entities of a dialogue, in the order in which they were added."""
    rows = readable.database.query(
        "SELECT id, dialogue_id, category, name, participant_id FROM entity WHERE dialogue_id = ? ORDER BY rowid",
        (dialogue_id,),
    )
    return tuple(Entity(row[0], row[1], Category(row[2]), row[3], row[4]) for row in rows)


def known_entities(readable: Readable, ids: Iterable[str]) -> frozenset[str]:
    """Those of `ids` that are entities still."""
    return frozenset(
        one for one in ids if readable.database.first("SELECT 1 FROM entity WHERE id = ?", (one,)) is not None
    )


def add_redactions(vault: Vault, redactions: Iterable[Redaction]) -> None:
    """Keeps new redactions."""
    written = stamp(vault)
    rows = [(one.id, one.meeting_id, *_columns(one), *written) for one in redactions]
    with vault.transaction():
        vault.database.run_many(f"INSERT INTO redaction VALUES ({', '.join('?' * 18)})", rows)


def update_redaction(vault: Vault, redaction: Redaction) -> None:
    """Changes a redaction. Raises KnownError(NOT_FOUND)."""
    update_redactions(vault, (redaction,))


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


def destroy_of_entry(vault: Vault, intervention_id: str) -> None:
    """Removes the redactions of an entry that is struck, and the entities that were known from it alone."""
    with vault.transaction():
        gone = redactions_of_entry(vault, intervention_id)
        remove_redactions(vault, [one.id for one in gone])
        vault.database.run_many(
            "DELETE FROM entity WHERE id = ?1 AND participant_id IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM redaction WHERE entity_id = ?1)",
            [(one,) for one in {each.entity_id for each in gone}],
        )


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
    )
