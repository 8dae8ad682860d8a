"""Entities, and what the dialogue has learned of them: who they are, which are one, and what was decided."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.entities import EntityDecision
from dialogue_notes.domain.redaction import Entity
from dialogue_notes.storage.found import found, must_change
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Readable, Vault, stamp

_ENTITY = "SELECT id, dialogue_id, category, name, participant_id FROM entity"
_DECISION = (
    "SELECT d.entity_id, d.meeting_id, d.state, d.action, d.reason, d.replacement FROM entity_decision d"
)


class Bond(StrEnum):
    """How an entity, or a participant, hangs together with an entity: the value is the table that says so."""

    MERGED_INTO = "entity_merge"
    SPLIT_FROM = "entity_split"
    PERSON = "entity_person"


@dataclass(frozen=True, slots=True)
class Link:
    """The first is bound to the second, an entity; for `Bond.PERSON` the first is a participant."""

    source_id: str
    entity_id: str


_FIRST = {Bond.MERGED_INTO: "entity_id", Bond.SPLIT_FROM: "entity_id", Bond.PERSON: "participant_id"}
_SECOND = {Bond.MERGED_INTO: "into_id", Bond.SPLIT_FROM: "from_id", Bond.PERSON: "entity_id"}


def add_entity(vault: Vault, entity: Entity) -> None:
    """Keeps a new entity."""
    add_entities(vault, (entity,))


def add_entities(vault: Vault, entities: Iterable[Entity]) -> None:
    """Keeps new entities."""
    written = stamp(vault)
    with vault.transaction():
        vault.database.run_many(
            "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (one.id, one.dialogue_id, one.category, one.name, one.participant_id, *written)
                for one in entities
            ],
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


def remove_entities(vault: Vault, ids: Iterable[str]) -> None:
    """Removes entities with all that was learned of them; those that are gone already are no error."""
    with vault.transaction():
        vault.database.run_many("DELETE FROM entity WHERE id = ?", [(one,) for one in ids])


def remove_unused(vault: Vault, ids: Iterable[str]) -> None:
    """Removes those of some entities that have no place in any meeting and of which nothing was said."""
    with vault.transaction():
        vault.database.run_many(
            "DELETE FROM entity WHERE id = ?1 AND participant_id IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM redaction WHERE entity_id = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM entity_decision WHERE entity_id = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM entity_person WHERE entity_id = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM entity_merge WHERE entity_id = ?1 OR into_id = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM entity_split WHERE entity_id = ?1 OR from_id = ?1)",
            [(one,) for one in ids],
        )


def entity(readable: Readable, entity_id: str) -> Entity:
    """The entity of that id. Raises KnownError(NOT_FOUND)."""
    row = found(readable.database.first(f"{_ENTITY} WHERE id = ?", (entity_id,)), "entity")
    return Entity(row[0], row[1], Category(row[2]), row[3], row[4])


def entities(readable: Readable, dialogue_id: str) -> tuple[Entity, ...]:
    """The entities of a dialogue, in the order in which they were added."""
    rows = readable.database.query(f"{_ENTITY} WHERE dialogue_id = ? ORDER BY rowid", (dialogue_id,))
    return tuple(Entity(row[0], row[1], Category(row[2]), row[3], row[4]) for row in rows)


def known_entities(readable: Readable, ids: Iterable[str]) -> frozenset[str]:
    """Those of `ids` that are entities still."""
    return frozenset(
        one for one in ids if readable.database.first("SELECT 1 FROM entity WHERE id = ?", (one,)) is not None
    )


def root(readable: Readable, entity_id: str) -> str:
    """The entity that one was merged into, or itself."""
    row = readable.database.first("SELECT into_id FROM entity_merge WHERE entity_id = ?", (entity_id,))
    return entity_id if row is None else str(row[0])


def merged_with(readable: Readable, ids: Iterable[str]) -> frozenset[str]:
    """All that some entities were merged into, and all that was merged into one of them."""
    given = json.dumps(sorted({*ids, *(root(readable, one) for one in ids)}))
    rows = readable.database.query(
        "SELECT entity_id, into_id FROM entity_merge WHERE entity_id IN (SELECT value FROM json_each(?1))"
        " OR into_id IN (SELECT value FROM json_each(?1))",
        (given,),
    )
    return frozenset(one for row in rows for one in row)


def has_places(readable: Readable, entity_id: str) -> bool:
    """Whether an entity has a redaction in any meeting."""
    return (
        readable.database.first("SELECT 1 FROM redaction WHERE entity_id = ? LIMIT 1", (entity_id,))
        is not None
    )


def links(readable: Readable, dialogue_id: str, bond: Bond) -> tuple[Link, ...]:
    """All bonds of a kind in a dialogue."""
    rows = readable.database.query(
        f"SELECT b.{_FIRST[bond]}, b.{_SECOND[bond]} FROM {bond} b"
        f" JOIN entity e ON e.id = b.{_SECOND[bond]} WHERE e.dialogue_id = ? ORDER BY 1",
        (dialogue_id,),
    )
    return tuple(Link(*row) for row in rows)


def set_links(vault: Vault, bond: Bond, given: Iterable[Link]) -> None:
    """Makes bonds; an earlier one of the same kind goes."""
    written = stamp(vault)
    rows = [(one.source_id, one.entity_id, *written) for one in given]
    with vault.transaction():
        vault.database.run_many(
            f"INSERT OR REPLACE INTO {bond} VALUES (?, ?, ?, ?)",
            rows,
        )


def remove_links(vault: Vault, bond: Bond, source_ids: Iterable[str]) -> None:
    """Undoes bonds."""
    with vault.transaction():
        vault.database.run_many(
            f"DELETE FROM {bond} WHERE {_FIRST[bond]} = ?",
            [(one,) for one in source_ids],
        )


def decisions(readable: Readable, dialogue_id: str) -> tuple[EntityDecision, ...]:
    """All that was decided about the entities of a dialogue."""
    rows = readable.database.query(
        f"{_DECISION} JOIN entity e ON e.id = d.entity_id WHERE e.dialogue_id = ? ORDER BY d.id",
        (dialogue_id,),
    )
    return tuple(_decision(*row) for row in rows)


def decisions_on(readable: Readable, entity_id: str) -> tuple[EntityDecision, ...]:
    """All that was decided about one entity."""
    rows = readable.database.query(f"{_DECISION} WHERE d.entity_id = ? ORDER BY d.id", (entity_id,))
    return tuple(_decision(*row) for row in rows)


def deciding_dialogue(readable: Readable, meeting_id: str) -> str | None:
    """The dialogue of a meeting, if anything was decided about an entity of it."""
    row = readable.database.first(
        "SELECT dialogue_id FROM meeting m WHERE id = ? AND EXISTS (SELECT 1 FROM entity_decision d"
        " JOIN entity e ON e.id = d.entity_id WHERE e.dialogue_id = m.dialogue_id)",
        (meeting_id,),
    )
    return None if row is None else str(row[0])


def set_decisions(vault: Vault, entity_id: str, decided: Iterable[EntityDecision]) -> None:
    """Puts decisions in the place of all that was decided about an entity."""
    written = stamp(vault)
    rows = [
        (new_id(), entity_id, one.meeting_id, one.state, one.action, one.reason, one.replacement, *written)
        for one in decided
    ]
    with vault.transaction():
        vault.database.run("DELETE FROM entity_decision WHERE entity_id = ?", (entity_id,))
        vault.database.run_many("INSERT INTO entity_decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _decision(
    entity_id: str, meeting_id: str | None, state: str, action: str, reason: str, replacement: str
) -> EntityDecision:
    return EntityDecision(
        entity_id,
        meeting_id,
        RedactionState(state),
        RedactionAction(action),
        RedactionReason(reason),
        replacement,
    )
