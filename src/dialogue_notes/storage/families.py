"""Which entries share words of the past: those whose texts went through one another by splitting and joining."""

from __future__ import annotations

from collections.abc import Collection

from dialogue_notes.storage.vault import Readable, Vault


def unite(vault: Vault, ids: Collection[str]) -> None:
    """Makes one family of entries and of all that they were related to before."""
    with vault.transaction():
        families = {one: _family(vault, one) or one for one in ids}
        kept = min(families.values())
        for old in set(families.values()) - {kept}:
            vault.database.run("UPDATE entry_family SET family_id = ? WHERE family_id = ?", (kept, old))
        vault.database.run_many(
            "INSERT OR REPLACE INTO entry_family VALUES (?, ?)", [(one, kept) for one in ids]
        )


def relatives(readable: Readable, intervention_id: str) -> tuple[str, ...]:
    """An entry and all that it shares words of the past with, those that are no longer there too."""
    family = _family(readable, intervention_id)
    if family is None:
        return (intervention_id,)
    rows = readable.database.query(
        "SELECT intervention_id FROM entry_family WHERE family_id = ? ORDER BY intervention_id", (family,)
    )
    return tuple(row[0] for row in rows)


def dissolve(vault: Vault, intervention_id: str) -> None:
    """Forgets an entry's family: the history that it shared is gone."""
    vault.database.run(
        "DELETE FROM entry_family WHERE family_id = (SELECT family_id FROM entry_family WHERE intervention_id = ?)",
        (intervention_id,),
    )


def _family(readable: Readable, intervention_id: str) -> str | None:
    row = readable.database.first(
        "SELECT family_id FROM entry_family WHERE intervention_id = ?", (intervention_id,)
    )
    return None if row is None else str(row[0])
