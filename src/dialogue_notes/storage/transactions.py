"""Transactions of the writer, nested as savepoints, and when the write-ahead log is emptied."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from dialogue_notes.errors import DialogueNotesError
from dialogue_notes.storage.database import Database

WAL_SECONDS: Final = 25.0
"""How long a commit may stay in the write-ahead log: less than the 30 s of design 5.5 by the 5 s between two looks."""


class Transactions:
    """The transactions of one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._depth = 0
        self._must_truncate = False
        self._first_commit: float | None = None

    @contextmanager
    def open(self) -> Iterator[None]:
        """All or nothing: an exception undoes what was done inside and goes on. Inside another: a savepoint."""
        is_outermost = self._depth == 0
        begin, commit, undo = _outer() if is_outermost else _inner(self._depth)
        self._database.run(begin)
        self._depth += 1
        try:
            yield
            self._database.run(commit)
        except BaseException:
            self._undo(undo)
            raise
        finally:
            self._depth -= 1
        if is_outermost:
            self._committed()

    def truncate_after_commit(self) -> None:
        """Asks that the log be emptied right after the present transaction: something was destroyed in it."""
        self._must_truncate = True

    def truncate_if_due(self) -> bool:
        """Empties the log when a commit has been in it for 25 s or a strike waits for it; whether it was emptied.

        To be called now and then by a timer, outside a transaction.
        """
        is_due = self._first_commit is not None and time.monotonic() - self._first_commit >= WAL_SECONDS
        if self._depth or not (is_due or self._must_truncate):
            return False
        return self.truncate()

    def truncate(self) -> bool:
        """Empties the log now; False when a reader stands in the way, and then `truncate_if_due` tries again."""
        is_done = self._database.truncate_wal()
        if is_done:
            self._must_truncate = False
            self._first_commit = None
        else:
            self._must_truncate = True
        return is_done

    def _committed(self) -> None:
        if self._first_commit is None:
            self._first_commit = time.monotonic()
        if self._must_truncate:
            try:
                self.truncate()
            except DialogueNotesError:  # the commit holds all the same; the timer tries again
                self._must_truncate = True

    def _undo(self, statements: tuple[str, ...]) -> None:
        if not self._database.in_transaction:  # the library rolled back by itself (disk full, I/O error)
            return
        for statement in statements:
            self._database.run(statement)


def _outer() -> tuple[str, str, tuple[str, ...]]:
    return "BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",)


def _inner(depth: int) -> tuple[str, str, tuple[str, ...]]:
    name = f"level_{depth}"
    return f"SAVEPOINT {name}", f"RELEASE {name}", (f"ROLLBACK TO {name}", f"RELEASE {name}")
