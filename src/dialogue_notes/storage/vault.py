"""An open vault: made, unlocked, written to in transactions, read beside, and closed with its keys erased."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from dialogue_notes.crypto.header import Header
from dialogue_notes.crypto.kdf import FLOOR, KdfCost
from dialogue_notes.crypto.key_buffer import erase
from dialogue_notes.domain.codes import Role
from dialogue_notes.errors import DialogueNotesError, ErrorCode, KnownError
from dialogue_notes.storage import search_index
from dialogue_notes.storage.attribution_cache import AttributionCache
from dialogue_notes.storage.changes import Changes
from dialogue_notes.storage.database import Database
from dialogue_notes.storage.identifiers import utc_now
from dialogue_notes.storage.keyring import Keyring, Secret, open_keyring
from dialogue_notes.storage.memory import Memory
from dialogue_notes.storage.migrating import migrate, stored_version
from dialogue_notes.storage.transactions import Transactions
from dialogue_notes.storage.vault_files import check_writable, read_header, write_header
from dialogue_notes.storage.vault_lock import VaultLock

_INDEXED_AT_CLOSE: Final = 1000
"""Entries; what waits beyond that is indexed after the next opening, for locking must be quick."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who unlocked the vault: the key slot, the name given to it, and the role."""

    slot_id: str
    name: str
    role: Role


class Readable(Protocol):
    """What every function that only reads asks for: an open vault, or a reader of it."""

    @property
    def database(self) -> Database:
        """The connection, for `storage` alone."""

    @property
    def attributions(self) -> AttributionCache:
        """The opened attributions, for `storage` alone."""

    @property
    def person(self) -> Person:
        """Who unlocked the vault."""

    @property
    def memory(self) -> Memory:
        """What was read before on this connection and still holds."""


class VaultReader:
    """A read-only connection to an open vault, bound to the thread that made it; close it before the vault."""

    def __init__(
        self, database: Database, attributions: AttributionCache, person: Person, changes: Changes
    ) -> None:
        """`changes` are those of the connection that writes."""
        self.database = database
        self.memory = Memory(database, changes)
        self.attributions = attributions
        self.person = person

    def interrupt(self) -> None:
        """Stops what is being read, from any thread: the statement raises KnownError(CANCELLED)."""
        self.database.interrupt()

    def close(self) -> None:
        """Closes the connection."""
        self.memory.forget()
        self.database.close()


class Vault:
    """An open vault, bound to the thread that opened it, which alone writes and closes it."""

    def __init__(self, folder: Path, lock: VaultLock, keyring: Keyring, database: Database) -> None:
        self.folder = folder
        self.keyring = keyring
        self.attributions = AttributionCache(keyring)
        self.memory = Memory(database, database.changes)
        self.person = _person(database, keyring)
        self._lock = lock
        self._database: Database | None = database
        self._transactions = Transactions(database)

    @property
    def database(self) -> Database:
        """The connection, for `storage` alone. Raises KnownError(VAULT_LOCKED) once the vault is closed."""
        if self._database is None:
            raise KnownError(ErrorCode.VAULT_LOCKED)
        return self._database

    @property
    def is_open(self) -> bool:
        """Whether it can be used."""
        return self._database is not None

    @property
    def header(self) -> Header:
        """The header as it stands on the disk."""
        return self.keyring.header

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together or not at all; an exception undoes it and goes on.

        On the disk when the block ends. Inside another transaction it is a savepoint.
        """
        if self._database is None:
            raise KnownError(ErrorCode.VAULT_LOCKED)
        with self._transactions.open():
            yield

    def open_reader(self) -> VaultReader:
        """A read-only connection for the calling thread. Safe to be called from another thread than the vault's."""
        if self._database is None:
            raise KnownError(ErrorCode.VAULT_LOCKED)
        return VaultReader(
            Database(self.folder, self.keyring.content, is_reader=True),
            self.attributions,
            self.person,
            self._database.changes,
        )

    def replace_header(self, header: Header) -> None:
        """Puts another header in place, sealed with its MAC; for changes of the key slots."""
        sealed = header.sealed(self.keyring.content)
        write_header(self.folder, sealed)
        self.keyring.header = sealed

    def truncate_after_commit(self) -> None:
        """Asks that the write-ahead log be emptied right after the present transaction: a strike destroyed text."""
        self._transactions.truncate_after_commit()

    def index_waiting(self, limit: int) -> int:
        """For a timer: makes at most `limit` new or changed entries searchable, outside a transaction; how many."""
        return search_index.drain(self.database, self._transactions, limit)

    def truncate_wal_if_due(self) -> bool:
        """For a timer: empties the write-ahead log when a commit has lain in it for 30 s; whether it did."""
        return self._transactions.truncate_if_due()

    def close(self) -> None:
        """Empties the log, closes the database, erases the keys, lets go of the lock; each whatever befalls the rest.

        A second call does nothing. Raises KnownError(DISK_FULL) and the like when the log could not be emptied:
        its commits are whole and are taken over at the next opening.
        """
        if self._database is None:
            return
        database, self._database = self._database, None
        with ExitStack() as stack:
            stack.callback(self._lock.close)
            stack.callback(self.keyring.close)
            stack.callback(self.attributions.close)
            stack.callback(self.memory.forget)
            stack.callback(database.close)
            search_index.drain(database, self._transactions, _INDEXED_AT_CLOSE)
            self._transactions.truncate()


def unlock(folder: Path, secret: Secret, *, minimum: KdfCost = FLOOR) -> Vault:
    """Opens the vault in `folder`; a passphrase is erased, whatever happens. Only tests give another `minimum`.

    Raises KnownError: VAULT_MISSING, VAULT_IN_USE, VAULT_READ_ONLY, HEADER_DAMAGED, VAULT_NEWER,
    KDF_COST_REFUSED, WRONG_PASSPHRASE, HEADER_ALTERED, VAULT_DAMAGED, DISK_FULL, CIPHER_MISSING.
    """
    try:
        check_writable(folder)
        lock = VaultLock(folder)
    except DialogueNotesError:
        if isinstance(secret, bytearray):
            erase(secret)
        raise
    with ExitStack() as undo:
        undo.callback(lock.close)
        if isinstance(secret, bytearray):
            undo.callback(erase, secret)
        # Under the lock, so that it cannot be one that another process is just replacing.
        keyring = open_keyring(read_header(folder), secret, minimum)
        undo.callback(keyring.close)
        vault = open_with(folder, lock, keyring)
        undo.pop_all()
        return vault


def open_with(folder: Path, lock: VaultLock, keyring: Keyring) -> Vault:
    """Opens the database of a vault whose keys and lock are held already."""
    with ExitStack() as undo:
        database = Database(folder, keyring.content)
        undo.callback(database.close)
        if stored_version(database) == 0:
            raise KnownError(ErrorCode.VAULT_DAMAGED, detail=" (content.db is empty)")
        migrate(database)
        vault = Vault(folder, lock, keyring, database)
        undo.pop_all()
        return vault


def stamp(vault: Vault) -> tuple[str, str]:
    """When and who: what every row that a person writes carries."""
    return utc_now(), vault.person.slot_id


def _person(database: Database, keyring: Keyring) -> Person:
    row = database.first("SELECT name FROM person WHERE slot_id = ?", (keyring.slot_id,))
    return Person(keyring.slot_id, str(row[0]) if row else "", keyring.role)
