"""Dialogues and their delegations."""

from __future__ import annotations

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Delegation, Dialogue
from dialogue_notes.storage.database import Row
from dialogue_notes.storage.found import found, must_change
from dialogue_notes.storage.vault import Readable, Vault, stamp

_SELECT = "SELECT id, title, ground_rule FROM dialogue"


def add_dialogue(vault: Vault, dialogue: Dialogue) -> None:
    """Keeps a new dialogue."""
    with vault.transaction():
        vault.database.run(
            "INSERT INTO dialogue VALUES (?, ?, ?, ?, ?)",
            (dialogue.id, dialogue.title, dialogue.ground_rule, *stamp(vault)),
        )


def update_dialogue(vault: Vault, dialogue: Dialogue) -> None:
    """Changes a dialogue. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        count = vault.database.run(
            "UPDATE dialogue SET title = ?, ground_rule = ?, written_at = ?, written_by = ? WHERE id = ?",
            (dialogue.title, dialogue.ground_rule, *stamp(vault), dialogue.id),
        )
        must_change(count, "dialogue")


def dialogue(readable: Readable, dialogue_id: str) -> Dialogue:
    """The dialogue of that id. Raises KnownError(NOT_FOUND)."""
    return _dialogue(found(readable.database.first(f"{_SELECT} WHERE id = ?", (dialogue_id,)), "dialogue"))


def dialogues(readable: Readable) -> tuple[Dialogue, ...]:
    """All dialogues, oldest first."""
    return tuple(_dialogue(row) for row in readable.database.query(f"{_SELECT} ORDER BY rowid"))


def dialogue_titled(readable: Readable, title: str) -> Dialogue | None:
    """The oldest dialogue of exactly that title, or None."""
    row = readable.database.first(f"{_SELECT} WHERE title = ? ORDER BY rowid LIMIT 1", (title,))
    return None if row is None else _dialogue(row)


def add_delegation(vault: Vault, delegation: Delegation) -> None:
    """Keeps a new delegation."""
    with vault.transaction():
        vault.database.run(
            "INSERT INTO delegation VALUES (?, ?, ?, ?, ?)",
            (delegation.id, delegation.dialogue_id, delegation.name, *stamp(vault)),
        )


def rename_delegation(vault: Vault, delegation_id: str, name: str) -> None:
    """Gives a delegation another name. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        count = vault.database.run(
            "UPDATE delegation SET name = ?, written_at = ?, written_by = ? WHERE id = ?",
            (name, *stamp(vault), delegation_id),
        )
        must_change(count, "delegation")


def delegations(readable: Readable, dialogue_id: str) -> tuple[Delegation, ...]:
    """The delegations of a dialogue, in the order in which they were added."""
    rows = readable.database.query(
        "SELECT id, dialogue_id, name FROM delegation WHERE dialogue_id = ? ORDER BY rowid", (dialogue_id,)
    )
    return tuple(Delegation(*row) for row in rows)


def _dialogue(row: Row) -> Dialogue:
    return Dialogue(row[0], row[1], None if row[2] is None else GroundRule(row[2]))
