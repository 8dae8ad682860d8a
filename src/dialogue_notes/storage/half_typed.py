"""Words half typed into a question or a sheet when the vault was locked, until their field is open again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogue_notes.storage.vault import Readable, Vault, stamp


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """The words in a field, which is known by its name; the caret is in UTF-16 units, as the field counts."""

    name: str
    text: str = field(repr=False)
    caret: int = 0


def set_half_typed(vault: Vault, meeting_id: str, words: Iterable[HalfTyped]) -> None:
    """Keeps these for a meeting, in place of those before."""
    with vault.transaction():
        vault.database.run("DELETE FROM half_typed WHERE meeting_id = ?", (meeting_id,))
        for each in words:
            vault.database.run(
                "INSERT OR REPLACE INTO half_typed (meeting_id, field, text, caret, written_at, written_by)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (meeting_id, each.name, each.text, each.caret, *stamp(vault)),
            )


def half_typed(readable: Readable, meeting_id: str) -> tuple[HalfTyped, ...]:
    """Those of a meeting, by the names of their fields."""
    rows = readable.database.query(
        "SELECT field, text, caret FROM half_typed WHERE meeting_id = ? ORDER BY field", (meeting_id,)
    )
    return tuple(HalfTyped(*row) for row in rows)
