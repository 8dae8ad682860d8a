"""What was changed in each entry, by whom and when: sealed, for the words and the speakers of before are in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dialogue_notes.errors import KnownError
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
    at, by = stamp(vault)
    put_back_events(vault, meeting_id, ((one, EntryEvent(at, by, payload)) for one, payload in events))


def put_back_events(vault: Vault, meeting_id: str, events: Iterable[tuple[str, EntryEvent]]) -> None:
    """Keeps events with the time and the key slot that they say, as `add_events`."""
    if not has_key(vault, meeting_id):
        return
    rows = [
        (
            entry_id,
            one.changed_at,
            one.changed_by,
            seal_text(vault, meeting_id, _PURPOSE, entry_id, one.payload),
        )
        for entry_id, one in events
    ]
    vault.database.run_many(
        "INSERT INTO intervention_event (intervention_id, changed_at, changed_by, sealed) VALUES (?, ?, ?, ?)",
        rows,
    )


def events(
    readable: Readable, meeting_id: str, intervention_id: str, *, may_be_damaged: bool = False
) -> tuple[EntryEvent, ...]:
    """What was changed in an entry, oldest first; empty without the meeting's key.

    Raises KnownError(VAULT_DAMAGED) for a changed row, or leaves it out where it `may_be_damaged`.
    """
    rows = readable.database.query(
        "SELECT changed_at, changed_by, sealed FROM intervention_event WHERE intervention_id = ? ORDER BY id",
        (intervention_id,),
    )
    found = []
    for at, by, sealed in rows:
        try:
            payload = open_text(readable, meeting_id, _PURPOSE, intervention_id, sealed)
        except KnownError:
            if not may_be_damaged:
                raise
            continue
        if payload is not None:
            found.append(EntryEvent(at, by, payload))
    return tuple(found)


def check(readable: Readable, meeting_id: str) -> None:
    """Opens what is kept about every entry of a meeting. Raises KnownError(VAULT_DAMAGED) for a changed row."""
    rows = readable.database.query(
        "SELECT e.intervention_id, e.sealed FROM intervention_event e"
        " JOIN intervention i ON i.id = e.intervention_id JOIN session s ON s.id = i.session_id"
        " WHERE s.meeting_id = ?",
        (meeting_id,),
    )
    for entry_id, sealed in rows:
        open_text(readable, meeting_id, _PURPOSE, entry_id, sealed)


def drop_of_entry(vault: Vault, intervention_id: str) -> None:
    """Forgets what was changed in an entry, and its earlier texts of older vaults."""
    for table in ("intervention_event", "intervention_revision"):
        vault.database.run(f"DELETE FROM {table} WHERE intervention_id = ?", (intervention_id,))
