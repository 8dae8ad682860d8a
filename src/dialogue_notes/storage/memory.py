"""What was read on a connection and made of it, kept exactly as long as it holds, and gone with the connection."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from dialogue_notes.storage.changes import Changes, version
from dialogue_notes.storage.database import Database

T = TypeVar("T")


class Memory:
    """One thing by each name, with what it is of: another meeting's takes its place."""

    def __init__(self, database: Database, changes: Changes) -> None:
        self._database = database
        self._changes = changes
        self._present: Moment | None = None
        self._kept: dict[str, tuple[tuple[object, ...], object]] = {}

    @contextmanager
    def moment(self) -> Iterator[Moment]:
        """Everything that is read or recalled inside is as of one moment; a moment inside another is the same one.

        In a transaction, or in a snapshot that began before, nothing is recalled from earlier and nothing kept: what is
        seen there may be older than what was counted, or never be committed.
        """
        if self._present is not None:
            yield self._present
            return
        is_apart = self._database.in_transaction
        counts = self._changes.counts()  # before the snapshot: what is read is as new as these, or newer
        with self._database.snapshot():
            self._present = Moment({} if is_apart else self._kept, counts)
            try:
                yield self._present
            finally:
                self._present = None

    def forget(self) -> None:
        """Drops everything."""
        self._kept.clear()


class Moment:
    """A look at the vault."""

    def __init__(self, kept: dict[str, tuple[tuple[object, ...], object]], counts: dict[str, int]) -> None:
        self._kept = kept
        self._counts = counts

    def recall(self, name: str, of: str, tables: Collection[str], make: Callable[[T | None], T]) -> T:
        """What is kept by a name, of a thing (a meeting's id), if nothing was committed since that it is made of.

        Else `make` makes it, and is handed what was kept of the same thing, to take over what still holds. `tables`
        of `changes.APART` are what it is made of besides all those that are not counted one by one. One name always
        stands for one type.
        """
        now = (of, *version(self._counts, tables))
        known, value = self._kept.get(name, ((), None))
        if known == now:
            return cast("T", value)
        before = cast("T", value) if known[:1] == (of,) else None
        made = make(before)
        self._kept[name] = (now, made)
        return made
