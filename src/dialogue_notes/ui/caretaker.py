"""What an open vault needs now and then, whichever room is shown: entries made searchable, the log emptied."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.reserve import set_aside
from dialogue_notes.storage.vault import Vault
from dialogue_notes.storage.vault_files import content_identity
from dialogue_notes.ui.office import Office

LOOKS_EVERY_MS = 5000
INDEXED_AT_ONCE = 50
"""Entries made searchable in one turn: short enough that an Enter never waits for it."""

Identity = tuple[int, int] | None


class Caretaker(QObject):
    """Looks after the vault while it is open, in the place where it is written.

    A database whose name was taken away under it goes on taking what is written, and all of it is gone when it is
    closed: only its name tells, so that is looked at too.
    """

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._office = office
        self._identity: Identity = None
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look_after)
        office.unlocked.connect(self._begin)
        office.locked.connect(self._timer.stop)

    def look_after(self) -> None:
        """One turn."""
        if self._office.is_open:
            identity = self._identity
            self._office.write(lambda vault: _tend(vault, identity), lambda _none: None, self._on_trouble)

    def _begin(self) -> None:
        self._timer.start()
        self._office.write(_prepare, self._take_identity)

    def _take_identity(self, identity: Identity) -> None:
        self._identity = identity

    def _on_trouble(self, error: KnownError) -> None:
        """A disk that fails is told by whoever has something to save, and tried again here."""
        if error.code is ErrorCode.VAULT_GONE:
            self._office.error_raised.emit(error)


def _prepare(vault: Vault) -> Identity:
    set_aside(vault.folder)
    return content_identity(vault.folder)


def _tend(vault: Vault, identity: Identity) -> None:
    if identity is not None and content_identity(vault.folder) != identity:
        raise KnownError(ErrorCode.VAULT_GONE, path=str(vault.folder))
    vault.index_waiting(INDEXED_AT_ONCE)
    vault.truncate_wal_if_due()
