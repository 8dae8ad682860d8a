"""Rows in which a person settled something, whole and as they are stored, so that they can go and come back the same.

What is in them stays sealed on the way: nothing is opened here, and nothing is sealed anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from dialogue_notes.storage.vault import Readable, Vault


@dataclass(frozen=True, slots=True)
class RowKind:
    """A table whose rows are of one meeting: the column that tells them apart there, and the others but `sealed`."""

    table: str
    key: str
    others: tuple[str, ...]


SETTLED: Final = RowKind("settled_danger", "id", ("intervention_id", "written_at", "written_by"))
ANSWER: Final = RowKind("checklist_answer", "item", ("written_at", "written_by"))
CONSENT: Final = RowKind("quote_consent", "id", ("intervention_id", "revoked_at", "written_at", "written_by"))

_ROW: Final = msgspec.json.Decoder(tuple[bytes, tuple[str | None, ...]])


def row_as_stored(readable: Readable, kind: RowKind, meeting_id: str, key: str) -> bytes | None:
    """A row of a meeting as bytes that `put_row` reads; None where there is none."""
    row = readable.database.first(
        f"SELECT sealed, {', '.join(kind.others)} FROM {kind.table} WHERE meeting_id = ? AND {kind.key} = ?",
        (meeting_id, key),
    )
    return None if row is None else msgspec.json.encode((bytes(row[0]), tuple(row[1:])))


def put_row(vault: Vault, kind: RowKind, meeting_id: str, key: str, state: bytes | None) -> None:
    """Puts a row in the place of the one that is there; None takes it away."""
    with vault.transaction():
        vault.database.run(
            f"DELETE FROM {kind.table} WHERE meeting_id = ? AND {kind.key} = ?", (meeting_id, key)
        )
        if state is None:
            return
        sealed, others = _ROW.decode(state)
        names = ("meeting_id", kind.key, "sealed", *kind.others)
        marks = ", ".join("?" * len(names))
        vault.database.run(
            f"INSERT INTO {kind.table} ({', '.join(names)}) VALUES ({marks})",
            (meeting_id, key, sealed, *others),
        )
