"""What every family of tables does with a row that should be there."""

from __future__ import annotations

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.database import Row


def found(row: Row | None, what: str) -> Row:
    """The row. Raises KnownError(NOT_FOUND) naming `what` when there is none."""
    if row is None:
        raise KnownError(ErrorCode.NOT_FOUND, detail=what)
    return row


def must_change(count: int, what: str) -> None:
    """Raises KnownError(NOT_FOUND) naming `what` when a statement for one row found none."""
    if count == 0:
        raise KnownError(ErrorCode.NOT_FOUND, detail=what)
