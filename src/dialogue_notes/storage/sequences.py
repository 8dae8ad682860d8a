"""The order of a session's entries: who stands after whom, and making room between two of them.

Numbers only ever say an order. They have gaps where entries went away, and never depend on a clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dialogue_notes.storage.found import found
from dialogue_notes.storage.vault import Readable, Vault

_STRIDE: Final = 16
"""From number to number, once a session has to be renumbered to its end."""


@dataclass(frozen=True, slots=True)
class Room:
    """Free numbers from `first` on, and whether other entries had to be renumbered for them."""

    first: int
    is_renumbered: bool


def last_id(readable: Readable, session_id: str) -> str | None:
    """The last entry of a session; None in an empty one."""
    row = readable.database.first(
        "SELECT id FROM intervention WHERE session_id = ? ORDER BY sequence DESC LIMIT 1", (session_id,)
    )
    return None if row is None else str(row[0])


def id_before(readable: Readable, session_id: str, sequence: int) -> str | None:
    """The entry that stands before a number; None at the beginning."""
    row = readable.database.first(
        "SELECT id FROM intervention WHERE session_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT 1",
        (session_id, sequence),
    )
    return None if row is None else str(row[0])


def place(vault: Vault, intervention_id: str, session_id: str, sequence: int) -> None:
    """Puts an entry at a free number of a session."""
    vault.database.run(
        "UPDATE intervention SET session_id = ?, sequence = ? WHERE id = ?",
        (session_id, sequence, intervention_id),
    )


def sequence_of(readable: Readable, intervention_id: str) -> tuple[str, int]:
    """An entry's session and number. Raises KnownError(NOT_FOUND)."""
    row = readable.database.first(
        "SELECT session_id, sequence FROM intervention WHERE id = ?", (intervention_id,)
    )
    session_id, sequence = found(row, "entry")
    return session_id, sequence


def make_room(vault: Vault, session_id: str, after: str | None, count: int) -> Room:
    """`count` free numbers right after an entry of a session, or at its beginning.

    Entries that stand in the way move up, as few as there are up to the next gap that is wide enough.
    Raises KnownError(NOT_FOUND) when `after` is not in the session.
    """
    start = 0
    if after is not None:
        there, start = sequence_of(vault, after)
        found((start,) if there == session_id else None, "entry")
    following = vault.database.first(
        "SELECT sequence FROM intervention WHERE session_id = ? AND sequence > ? ORDER BY sequence LIMIT 1",
        (session_id, start),
    )
    missing = 0 if following is None else count - (following[0] - start - 1)
    if missing > 0:
        _move_up(vault, session_id, start, missing)
    return Room(start + 1, missing > 0)


def _move_up(vault: Vault, session_id: str, start: int, by: int) -> None:
    numbers = [
        row[0]
        for row in vault.database.query(
            "SELECT sequence FROM intervention WHERE session_id = ? AND sequence > ? ORDER BY sequence",
            (session_id, start),
        )
    ]
    stop = next((one for one, after in pairwise(numbers) if after - one > by), numbers[-1])
    run = (session_id, start, stop)
    is_dense = stop == numbers[-1] == start + len(numbers)
    if (
        is_dense and by <= stop - start
    ):  # beyond its own end it meets nobody, and gaps are left for the next mending
        vault.database.run(
            "UPDATE intervention SET sequence = ?3 + (sequence - ?2) * ?4"
            " WHERE session_id = ?1 AND sequence > ?2 AND sequence <= ?3",
            (*run, _STRIDE),
        )
        return
    # No two rows may have one number even for a moment, so they go by way of the negative numbers.
    vault.database.run(
        "UPDATE intervention SET sequence = -sequence WHERE session_id = ? AND sequence > ? AND sequence <= ?",
        run,
    )
    vault.database.run(
        "UPDATE intervention SET sequence = ? - sequence WHERE session_id = ? AND sequence < 0",
        (by, session_id),
    )
