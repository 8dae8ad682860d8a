"""Rows that hang on an entry of the record: they count while the entry stands, so undoing it takes them back.

An entry that was joined to another lives on in its family.
"""

from __future__ import annotations

from dialogue_notes.storage import comments, parallel_records
from dialogue_notes.storage.families import relatives
from dialogue_notes.storage.vault import Vault


def stands(column: str) -> str:
    """A condition in SQL: the entry named in `column` (or a relative) is kept, or none is named."""
    return (
        f"({column} IS NULL OR EXISTS (SELECT 1 FROM intervention e WHERE e.id = {column} AND e.state = 'kept')"
        " OR EXISTS (SELECT 1 FROM entry_family f JOIN entry_family g ON g.family_id = f.family_id"
        " JOIN intervention e ON e.id = g.intervention_id"
        f" WHERE f.intervention_id = {column} AND e.state = 'kept'))"
    )


def destroy_rows_of(vault: Vault, intervention_id: str) -> None:
    """For a strike: what hangs on the entry and on its relatives goes with its words."""
    with vault.transaction():
        for entry_id in relatives(vault, intervention_id):
            vault.database.run("DELETE FROM attendance WHERE entry_id = ?", (entry_id,))
            vault.database.run("DELETE FROM paper WHERE entry_id = ?", (entry_id,))
            vault.database.run(
                "UPDATE paper SET collected_at = NULL, collected_entry_id = NULL WHERE collected_entry_id = ?",
                (entry_id,),
            )


def destroy_taken_back(vault: Vault, meeting_id: str) -> None:
    """For the end of undoing: what was taken back with its entry can come back no more."""
    with vault.transaction():
        for table in ("attendance", "paper"):
            vault.database.run(
                f"DELETE FROM {table} WHERE meeting_id = ? AND NOT {stands(f'{table}.entry_id')}",
                (meeting_id,),
            )
        comments.destroy_of_gone_entries(vault, meeting_id)
        parallel_records.destroy_removed(vault, meeting_id)
