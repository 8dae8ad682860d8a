"""Words half typed into a question or a sheet when the vault was locked, until their field is open again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dialogue_notes.storage.vault import Readable, Vault, stamp

_BEHIND: Final = "\x1f"
"""Stands between a room and the name of its field; the Record room's fields have no room before them."""
_OF_ROOM: Final = (
    "CASE WHEN ? = '' THEN instr(field, char(31)) = 0 ELSE substr(field, 1, instr(field, char(31))) = ? END"
)


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """The words in a field, which is known by its name; the caret is in UTF-16 units, as the field counts."""

    name: str
    text: str = field(repr=False)
    caret: int = 0


def set_half_typed(vault: Vault, meeting_id: str, words: Iterable[HalfTyped], room: str = "") -> None:
    """Keeps these for a room of a meeting, in place of those before; other rooms' stay."""
    with vault.transaction():
        vault.database.run(
            f"DELETE FROM half_typed WHERE meeting_id = ? AND {_OF_ROOM}", (meeting_id, room, room + _BEHIND)
        )
        for each in words:
            vault.database.run(
                "INSERT OR REPLACE INTO half_typed (meeting_id, field, text, caret, written_at, written_by)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (meeting_id, _stored(each.name, room), each.text, each.caret, *stamp(vault)),
            )


def half_typed(readable: Readable, meeting_id: str, room: str = "") -> tuple[HalfTyped, ...]:
    """Those of a room of a meeting, by the names of their fields."""
    rows = readable.database.query(
        f"SELECT field, text, caret FROM half_typed WHERE meeting_id = ? AND {_OF_ROOM} ORDER BY field",
        (meeting_id, room, room + _BEHIND),
    )
    return tuple(HalfTyped(row[0].rpartition(_BEHIND)[2], *row[1:]) for row in rows)


def _stored(name: str, room: str) -> str:
    return f"{room}{_BEHIND}{name}" if room else name
