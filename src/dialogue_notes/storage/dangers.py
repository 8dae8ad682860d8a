"""What was settled of a meeting's dangers: sealed, for a danger may tell who spoke and a reason may name them."""

from __future__ import annotations

from typing import Final

import msgspec

from dialogue_notes.domain.dangers.settling import Settled
from dialogue_notes.storage.found import found, must_change
from dialogue_notes.storage.sealed_texts import open_text, seal_text
from dialogue_notes.storage.vault import Readable, Vault, stamp

_PURPOSE: Final = "settled danger"
_PAYLOAD: Final = msgspec.json.Decoder(tuple[str, str, str])


def add_settled(vault: Vault, meeting_id: str, settled: Settled, intervention_id: str | None) -> None:
    """Keeps that a danger was settled; `intervention_id` is the entry that it is about, if it is about one.

    Raises KnownError(NOT_FOUND) without the meeting's key.
    """
    payload = msgspec.json.encode((settled.key, settled.rests_on, settled.reason))
    with vault.transaction():
        at, by = stamp(vault)
        vault.database.run(
            "INSERT INTO settled_danger VALUES (?, ?, ?, ?, ?, ?)",
            (
                settled.id,
                meeting_id,
                intervention_id,
                seal_text(vault, meeting_id, _PURPOSE, settled.id, payload),
                settled.at or at,
                settled.by or by,
            ),
        )


def remove_settled(vault: Vault, settled_id: str) -> None:
    """Takes a settling back. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        must_change(vault.database.run("DELETE FROM settled_danger WHERE id = ?", (settled_id,)), "danger")


def settled(readable: Readable, meeting_id: str) -> tuple[Settled, ...]:
    """What was settled in a meeting, oldest first; nothing without the meeting's key.

    Raises KnownError(VAULT_DAMAGED) for a changed row.
    """
    rows = readable.database.query(
        "SELECT id, sealed, written_at, written_by FROM settled_danger WHERE meeting_id = ? ORDER BY rowid",
        (meeting_id,),
    )
    kept = []
    for settled_id, sealed, at, by in rows:
        payload = open_text(readable, meeting_id, _PURPOSE, settled_id, sealed)
        if payload is not None:
            kept.append(Settled(settled_id, *_PAYLOAD.decode(payload), at, by))
    return tuple(kept)


def destroy_of_entry(vault: Vault, meeting_id: str, intervention_id: str) -> None:
    """For a strike: what was settled about the entry, and about several entries of its meeting at once."""
    vault.database.run(
        "DELETE FROM settled_danger WHERE intervention_id = ? OR (meeting_id = ? AND intervention_id IS NULL)",
        (intervention_id, meeting_id),
    )


def entry_of(readable: Readable, settled_id: str) -> str | None:
    """The entry that a settled danger is about, if it is about one. Raises KnownError(NOT_FOUND)."""
    row = readable.database.first("SELECT intervention_id FROM settled_danger WHERE id = ?", (settled_id,))
    entry_id: str | None = found(row, "danger")[0]
    return entry_id
