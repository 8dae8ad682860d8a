"""What was changed in each entry, by whom and when: sealed, for the words and the speakers of before are in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dialogue_notes.storage.sealed_texts import has_key, open_text, seal_text
from dialogue_notes.storage.vault import Readable, Vault, stamp

_PURPOSE: Final = "entry event"


@dataclass(frozen=True, slots=True)
class EntryEvent:
    """One event: when (UTC), by whose key slot, and what."""

    changed_at: str
    changed_by: str
    payload: bytes = field(repr=False)


def add_events(vault: Vault, meeting_id: str, events: Iterable[tuple[str, bytes]]) -> None:
    """Keeps what was changed, by intervention id; nothing without the meeting's key, for then nobody was to know."""
    if not has_key(vault, meeting_id):
        return
    at, by = stamp(vault)
    rows = [
        (entry_id, at, by, seal_text(vault, meeting_id, _PURPOSE, entry_id, payload))
        for entry_id, payload in events
    ]
    vault.database.run_many(
        "INSERT INTO intervention_event (intervention_id, changed_at, changed_by, sealed) VALUES (?, ?, ?, ?)",
        rows,
    )


def events(readable: Readable, meeting_id: str, intervention_id: str) -> tuple[EntryEvent, ...]:
    """What was changed in an entry, oldest first; empty without the meeting's key."""
    rows = readable.database.query(
        "SELECT changed_at, changed_by, sealed FROM intervention_event WHERE intervention_id = ? ORDER BY id",
        (intervention_id,),
    )
    opened = [
        (at, by, open_text(readable, meeting_id, _PURPOSE, intervention_id, sealed))
        for at, by, sealed in rows
    ]
    return tuple(EntryEvent(at, by, payload) for at, by, payload in opened if payload is not None)


def drop_of_entry(vault: Vault, intervention_id: str) -> None:
    """Forgets what was changed in an entry, and its earlier texts of older vaults."""
    for table in ("intervention_event", "intervention_revision"):
        vault.database.run(f"DELETE FROM {table} WHERE intervention_id = ?", (intervention_id,))
