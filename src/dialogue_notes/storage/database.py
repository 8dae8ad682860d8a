"""One connection to content.db: keyed, with every pragma set, and with errors of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

from sqlcipher3 import dbapi2

from dialogue_notes.crypto.key_buffer import KeyBuffer, erase
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.changes import Changes, written_table
from dialogue_notes.storage.database_errors import FAILURES, translate

Row: TypeAlias = tuple[Any, ...]
"""A row as SQLite hands it over; the mapper of each family says what its columns are."""

Value: TypeAlias = str | int | float | bytes | None
"""What can be bound to a statement."""

T = TypeVar("T")

CONTENT: Final = "content.db"
_STATEMENTS_KEPT: Final = 256
_BUSY_SECONDS: Final = 5.0
_HEX: Final = b"0123456789abcdef"

_PRAGMAS: Final = (
    ("cipher_log_level", "NONE"),
    ("temp_store", "MEMORY"),
    ("trusted_schema", "OFF"),
    ("cell_size_check", "ON"),
    ("foreign_keys", "ON"),
    ("mmap_size", "0"),
    ("secure_delete", "ON"),
    ("synchronous", "FULL"),
)
"""Design 5.5. `cipher_memory_security` stays off: on, it made edits 6 and searches 18 times slower."""


class Database:
    """A connection, bound to the thread that opened it. Every statement is finished before a method returns."""

    def __init__(self, folder: Path, content_key: KeyBuffer, *, is_reader: bool = False) -> None:
        """Opens `folder`/content.db, which must exist (an empty file becomes a new database).

        Raises KnownError: CIPHER_MISSING, VAULT_DAMAGED, VAULT_READ_ONLY, DISK_FULL and the like.
        """
        self._folder = folder
        self.changes = Changes()
        self._written: set[str] = set()
        self._connection = self._connect()
        try:
            self._set_key(content_key)
            self._set_pragmas(is_reader=is_reader)
        except BaseException:
            self.close()
            raise

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._connection.in_transaction)

    def query(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a statement."""
        return self._counted(sql, lambda: list(self._connection.execute(sql, values).fetchall()))

    def first(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row, or None."""
        rows = self.query(sql, values)
        return rows[0] if rows else None

    def run(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Runs a statement that writes; the number of rows it changed."""

        def finish() -> int:
            cursor = self._connection.execute(sql, values)
            cursor.fetchall()  # a statement that is not stepped to its end would hold its locks
            return int(cursor.rowcount)

        return self._counted(sql, finish)

    def run_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Runs a statement once for each of `rows`."""
        self._counted(sql, lambda: self._connection.executemany(sql, rows))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reads inside see the database as of one moment; inside a transaction they do so anyway."""
        if self.in_transaction:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            self.run("COMMIT")

    def truncate_wal(self) -> bool:
        """Empties the write-ahead log into the database; False when a reader stood in the way (try again)."""
        self.run("PRAGMA busy_timeout = 0")  # a checkpoint that waited would make typing wait
        try:
            row = self.first("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self.run(f"PRAGMA busy_timeout = {int(_BUSY_SECONDS * 1000)}")
        return row is not None and row[0] == 0

    def interrupt(self) -> None:
        """Stops the statement under way, from another thread: it raises KnownError(CANCELLED)."""
        self._connection.interrupt()

    def close(self) -> None:
        """Closes the connection; an open transaction is rolled back."""
        self._guarded(self._connection.close)

    def _counted(self, sql: str, work: Callable[[], T]) -> T:
        """Runs a statement and counts what it wrote, once that is committed.

        One that changed no row wrote nothing, unless it cannot be told what it does; one that failed half-way, or was
        rolled back, is counted with the next. Rows may be read for it while it runs.
        """
        table = written_table(sql)
        changes = self._connection.total_changes if table else 0
        try:
            done = self._guarded(work)
        finally:
            if table is not None and (not table or self._connection.total_changes != changes):
                self._written.add(table)
        if self._written and not self.in_transaction:
            written, self._written = self._written, set()
            self.changes.add(written)
        return done

    def _guarded(self, work: Callable[[], T]) -> T:
        """Turns the library's exceptions into ours, leaving the originals, which may quote values, behind."""
        try:
            return work()
        except FAILURES as error:
            known = translate(error, self._folder)
        raise known  # outside the handler, so that the original is not its context

    def _connect(self) -> Any:
        uri = (self._folder / CONTENT).absolute().as_uri() + "?mode=rw"
        return self._guarded(
            lambda: dbapi2.connect(
                uri,
                uri=True,
                isolation_level=None,
                cached_statements=_STATEMENTS_KEPT,
                timeout=_BUSY_SECONDS,
            )
        )

    def _set_key(self, content_key: KeyBuffer) -> None:
        """Hands over the key itself as x'...': given 32 raw bytes, SQLCipher would run PBKDF2 over them."""
        if not self.query("PRAGMA cipher_version"):
            raise KnownError(ErrorCode.CIPHER_MISSING)
        literal = _hex_literal(content_key)
        try:
            self._guarded(lambda: self._connection.set_key(literal))
        finally:
            erase(literal)

    def _set_pragmas(self, *, is_reader: bool) -> None:
        for name, value in _PRAGMAS:
            self.run(f"PRAGMA {name} = {value}")
        if is_reader:
            self.run("PRAGMA query_only = ON")
            self.query("SELECT count(*) FROM sqlite_schema")  # reads a page: the first proof of the key
        else:
            row = self.first("PRAGMA journal_mode = WAL")
            if row is None or row[0] != "wal":
                raise KnownError(ErrorCode.VAULT_READ_ONLY, detail="no write-ahead log")


def _hex_literal(key: KeyBuffer) -> bytearray:
    literal = bytearray(2 * len(key) + 3)
    literal[:2] = b"x'"
    for index, byte in enumerate(key.view):
        literal[2 + 2 * index] = _HEX[byte >> 4]
        literal[3 + 2 * index] = _HEX[byte & 15]
    literal[-1:] = b"'"
    return literal
