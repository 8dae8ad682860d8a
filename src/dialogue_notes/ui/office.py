"""What all presenters share: the places of work, the open vault, what is chosen, and the news of the house.

A presenter asks `office.read(...)` or `office.write(...)` for work and gets the outcome on the GUI thread;
it listens to the signals for what others changed. Locking makes everything asked for before it undeliverable.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.place_tasks import Report, Task
from dialogue_notes.services.places import Places
from dialogue_notes.services.worker.jobs import Job
from dialogue_notes.storage.reserve import spend
from dialogue_notes.storage.vault import Vault, VaultReader
from dialogue_notes.ui.common.bridge import Bridge

CLOSING_SECONDS = 30.0
"""A disk that takes longer than this to take the last commits will not take them at all."""

A = TypeVar("A")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person works on: ids only, so that it may outlive a locking and bring them back."""

    dialogue_id: str | None = None
    meeting_id: str | None = None
    session_id: str | None = None


@dataclass(frozen=True, slots=True)
class _OpenVault:
    """The handles of the open vault: each is touched in its own place only."""

    vault: Vault
    reader: VaultReader
    discard: Callable[[], None] | None


class Office(QObject):
    """The shared state of the window.

    Signals: `unlocked` (the vault can be read); `locking` (last call, though the vault may stay open after a
    bug: hand what is unsaved to `keep`, which is done before it is closed); `locked` (drop every text now);
    `closed` (no connection is left); `meeting_changed` (another one is chosen, or its details or roster
    changed), `session_changed` (another one is chosen), `record_changed`, `review_changed`, `summary_changed`
    (what is stored changed: read it again); `rule_changed` (the rule in force for what is said now, and whether
    hands are off); `error_raised(KnownError)`; `room_wanted(code)`.
    """

    unlocked = Signal()
    locking = Signal()
    locked = Signal()
    closed = Signal()
    meeting_changed = Signal()
    session_changed = Signal()
    record_changed = Signal()
    review_changed = Signal()
    summary_changed = Signal()
    rule_changed = Signal()
    error_raised = Signal(object)
    room_wanted = Signal(str)

    def __init__(self, places: Places) -> None:
        super().__init__()
        self.places = places
        self.folder: Path | None = None
        self.rule_now: GroundRule | None = None
        self.hands_off_since = ""
        self._bridge = Bridge(self)
        self._open: _OpenVault | None = None
        self._is_locking = False
        self._chosen = Chosen()
        self._closing: Task[None] | None = None

    @property
    def is_open(self) -> bool:
        """Whether a vault is unlocked."""
        return self._open is not None

    @property
    def chosen(self) -> Chosen:
        """The dialogue, meeting and session that a person works on."""
        return self._chosen

    def read(
        self,
        work: Callable[[VaultReader], T],
        then: Callable[[T], None],
        failed: Callable[[KnownError], None] | None = None,
    ) -> Task[T]:
        """Does `work` on the read-only side; `then` gets its value, `failed` (or `error_raised`) its error.

        Raises KnownError(VAULT_LOCKED) when no vault is open.
        """
        handles = self._handles()
        reader = handles.reader
        task = self.places.read(lambda: work(reader), reader.interrupt)
        return self.watch(task, *self._while_open(handles, then, failed))

    def write(
        self,
        work: Callable[[Vault], T],
        then: Callable[[T], None],
        failed: Callable[[KnownError], None] | None = None,
    ) -> Task[T]:
        """Does `work` where the vault is written; as `read` otherwise. Short transactions only."""
        handles = self._handles()
        task = self.places.write(lambda: work(handles.vault))
        return self.watch(task, *self._while_open(handles, then, failed))

    def keep(self, work: Callable[[Vault], object]) -> None:
        """A write of which only failure is told: for what is half typed, while `locking` is emitted.

        On a full disk it takes the room that was set aside for it.
        """
        self.write(lambda vault: _at_any_cost(work, vault), _drop)

    def compute(
        self,
        job: Job[A, T],
        argument: A,
        then: Callable[[T], None],
        failed: Callable[[KnownError], None] | None = None,
        progress: Report | None = None,
    ) -> Task[T]:
        """Has the keyless worker process do `job`."""
        return self.watch(self.places.compute(job, argument), then, failed, progress)

    def watch(
        self,
        task: Task[T],
        then: Callable[[T], None],
        failed: Callable[[KnownError], None] | None = None,
        progress: Report | None = None,
    ) -> Task[T]:
        """Delivers any task's outcome on the GUI thread, never after a locking.

        Of what is asked for in the course of locking only failure is told, as `error_raised`.
        """
        if self._is_locking:
            self._bridge.watch(task, _drop, self.error_raised.emit)
        else:
            self._bridge.watch(task, then, failed or self.error_raised.emit, progress)
        return task

    def adopt(
        self,
        opening: Task[Vault],
        then: Callable[[], None],
        failed: Callable[[KnownError], None],
        discard: Callable[[], None] | None = None,
    ) -> None:
        """Takes over the vault that `opening` (a task of the writer's place) unlocks, and opens its reader.

        `then` comes before `unlocked`. `discard` is done after the vault is closed again (a sample's folder is
        removed).
        """

        def settle(handles: _OpenVault) -> None:
            folder = handles.vault.folder
            if folder != self.folder:
                self._chosen = Chosen()
            self.folder = folder
            self._open = handles
            then()
            self.unlocked.emit()

        def open_reader(vault: Vault) -> Task[_OpenVault]:
            return self.places.read(lambda: _OpenVault(vault, vault.open_reader(), discard))

        self.watch(opening.then(open_reader), settle, failed)

    def hand_in(self) -> None:
        """Has everything that is unsaved handed to the writer, as the first step of locking does."""
        if self._open is not None:
            self.locking.emit()

    def lock(self) -> None:
        """Locks at once: unsaved work is handed to the writer, screens are emptied, the vault is closed."""
        if self._open is None:
            return
        self.places.bump_epoch()
        self._is_locking = True
        self.hand_in()
        self._is_locking = False
        handles, self._open = self._open, None
        self.rule_now, self.hands_off_since = None, ""
        self.locked.emit()
        closing = self.places.read(handles.reader.close).then(
            lambda _none: self.places.write(lambda: _close(handles))
        )
        self._closing = self.watch(closing, lambda _none: self.closed.emit())

    def wait_until_closed(self) -> None:
        """For the end of the program, when no event loop runs: returns when the last vault is closed.

        Ending the places without this would drop the closing itself. What fails in it is in the vault's log of
        commits and is taken over at the next opening.
        """
        if self._closing is not None:
            with suppress(KnownError, TimeoutError):
                self._closing.result(CLOSING_SECONDS)

    def choose_meeting(
        self, dialogue_id: str | None, meeting_id: str | None, session_id: str | None = None
    ) -> None:
        """Makes another meeting the one that every room shows."""
        self._chosen = Chosen(dialogue_id, meeting_id, session_id)
        self.rule_now, self.hands_off_since = None, ""
        self.meeting_changed.emit()
        self.session_changed.emit()

    def choose_session(self, session_id: str | None) -> None:
        """Makes another session of the same meeting the one worked in."""
        self._chosen = Chosen(self._chosen.dialogue_id, self._chosen.meeting_id, session_id)
        self.rule_now = None
        self.session_changed.emit()

    def show_rule(self, rule: GroundRule | None, hands_off_since: str = "") -> None:
        """For the Record room: the rule in force now (None: as stored) and since when hands are off (`10:46`)."""
        self.rule_now = rule
        self.hands_off_since = hands_off_since
        self.rule_changed.emit()

    def go_to(self, room: str) -> None:
        """Asks the window for another room."""
        self.room_wanted.emit(room)

    def _while_open(
        self,
        handles: _OpenVault,
        then: Callable[[T], None],
        failed: Callable[[KnownError], None] | None,
    ) -> tuple[Callable[[T], None], Callable[[KnownError], None]]:
        """What was asked for while locking ends after it: then only its failure is told, to everyone."""

        def succeed(value: T) -> None:
            if self._open is handles:
                then(value)

        def fail(error: KnownError) -> None:
            (failed if failed and self._open is handles else self.error_raised.emit)(error)

        return succeed, fail

    def _handles(self) -> _OpenVault:
        if self._open is None:
            raise KnownError(ErrorCode.VAULT_LOCKED)
        return self._open


def _close(handles: _OpenVault) -> None:
    handles.vault.close()
    if handles.discard is not None:
        handles.discard()


def _at_any_cost(work: Callable[[Vault], object], vault: Vault) -> None:
    try:
        work(vault)
    except KnownError as error:
        if error.code is not ErrorCode.DISK_FULL or not spend(vault.folder):
            raise
        work(vault)


def _drop(_value: object) -> None:
    """Where words would go that come back when the screens are empty already."""
