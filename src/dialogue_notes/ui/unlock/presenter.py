"""Decides what the Unlock room does: known vaults, opening, making, the sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.paths import default_vault_folder, resource
from dialogue_notes.services.importing.files import read_import_file
from dialogue_notes.services.importing.importer import import_files
from dialogue_notes.services.meetings import create_dialogue
from dialogue_notes.services.place_tasks import Task
from dialogue_notes.services.vault_folders import discard_sample, new_sample_folder, vaults_in
from dialogue_notes.services.vaults import (
    CreatedVault,
    Strength,
    offered_passphrase,
    passphrase_strength,
    recovery_key_group_matches,
)
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.unlock.doors import Doors
from dialogue_notes.ui.unlock.new_page import NewVault

SAMPLE_PERSON = "Visitor"


class UnlockPresenter(QObject):
    """Emits what the room shows. `opened(folder)` once a lasting vault is unlocked, for the settings; `late_failure`
    for what went wrong in locking.
    """

    vaults_known = Signal(tuple, object)
    busy = Signal(str)
    failed = Signal(object)
    late_failure = Signal(object)
    strength_known = Signal(int, str)
    words_offered = Signal(str)
    recovery_key_ready = Signal(str)
    group_mismatched = Signal()
    recovery_key_checked = Signal()
    opened = Signal(Path)
    done = Signal()

    def __init__(
        self, office: Office, doors: Doors, last_vault: Path | None, folder: Path | None = None
    ) -> None:
        """`folder` is where vaults are kept unless said otherwise; `last_vault` is offered first."""
        super().__init__()
        self._office = office
        self._doors = doors
        self._last = last_vault
        self.folder = folder or default_vault_folder()
        self._made: CreatedVault | None = None
        office.locked.connect(self.look_around)
        office.error_raised.connect(self._tell_late)

    def look_around(self) -> None:
        """Finds the vaults that are known, the last one first."""
        known = vaults_in(self.folder)
        last = self._last if self._last is not None and self._last.is_dir() else None
        if last is not None and last not in known:
            known = (last, *known)
        self.vaults_known.emit(known, last or (known[0] if known else None))

    def unlock(self, folder: Path, passphrase: bytearray) -> None:
        """Opens a vault by its passphrase."""
        self._enter(folder, self._behind_closing(lambda: self._doors.unlock(folder, passphrase)))

    def unlock_with_recovery_key(self, folder: Path, key: bytearray) -> None:
        """Opens a vault by its recovery key."""
        self._enter(folder, self._behind_closing(lambda: self._doors.unlock_with_recovery_key(folder, key)))

    def create(self, wanted: NewVault) -> None:
        """Makes a vault; nothing of the house is shown before the recovery key was checked."""
        self.busy.emit("Making the vault: the passphrase is being made expensive to guess …")
        making = self._office.places.write(
            lambda: self._doors.create(wanted.folder, wanted.passphrase, wanted.person)
        )
        self._office.watch(making, self._show_key, self.failed.emit)

    def check_group(self, typed: str) -> None:
        """Whether the last group of the recovery key was retyped."""
        if self._made is None:
            return
        if recovery_key_group_matches(self._made.recovery_key, typed):
            self.recovery_key_checked.emit()
        else:
            self.group_mismatched.emit()

    def name_dialogue(self, title: str) -> None:
        """Enters the vault just made, with its first dialogue if it has a title."""
        made, self._made = self._made, None
        if made is None:
            return
        vault = made.vault

        def begin() -> Vault:
            if title:
                create_dialogue(vault, title)
            return vault

        self._enter(vault.folder, self._office.places.write(begin))

    def judge(self, passphrase: bytearray) -> None:
        """How hard a passphrase is to guess; found out beside the screen's own work."""

        def estimate() -> Strength:
            try:
                return passphrase_strength(bytes(passphrase))
            finally:
                passphrase[:] = bytes(len(passphrase))

        judging = self._office.places.read(estimate)
        self._office.watch(judging, lambda found: self.strength_known.emit(found.score, found.words))

    def offer_words(self) -> None:
        """Five random words."""
        self.words_offered.emit(offered_passphrase())

    def open_sample(self) -> None:
        """A throwaway vault with the sample meeting, removed when it is locked."""
        self.busy.emit("Laying out the sample meeting …")
        places = self._office.places
        folder = new_sample_folder(self.folder)
        made: list[Vault] = []

        def make() -> Vault:
            made.append(
                self._doors.create_sample(
                    folder, bytearray(offered_passphrase().encode()), SAMPLE_PERSON
                ).vault
            )
            return made[0]

        def fill(vault: Vault) -> Task[Vault]:
            sample = read_import_file(resource("sample/meeting.json"))
            return import_files(vault, places, [sample]).then(lambda _outcome: places.write(lambda: vault))

        def give_up(error: KnownError) -> None:
            places.write(lambda: _close_and_discard(made, folder))
            self.failed.emit(error)

        self._office.adopt(
            places.write(make).then(fill), self.done.emit, give_up, lambda: discard_sample(folder)
        )

    def abandon(self) -> None:
        """For the end of the program: a vault that was made and not yet entered is closed."""
        made, self._made = self._made, None
        if made is not None:
            self._office.places.write(made.vault.close)

    def _behind_closing(self, unlocking: Callable[[], Vault]) -> Task[Vault]:
        """Unlocks once the vault locked a moment ago is closed.

        Closing goes from the reader's place to the writer's; what goes the same way cannot overtake it.
        """
        places = self._office.places
        return places.read(_nothing).then(lambda _none: places.write(unlocking))

    def _enter(self, folder: Path, opening: Task[Vault]) -> None:
        self.busy.emit("Opening: the passphrase is expensive to try, for everyone …")

        def settle() -> None:
            self._last = folder
            self.opened.emit(folder)
            self.done.emit()

        self._office.adopt(opening, settle, self.failed.emit)

    def _tell_late(self, error: KnownError) -> None:
        if not self._office.is_open:
            self.late_failure.emit(error)

    def _show_key(self, made: CreatedVault) -> None:
        self._made = made
        self.recovery_key_ready.emit(made.recovery_key)


def _nothing() -> None:
    """Work that only keeps its place in the queue."""


def _close_and_discard(made: list[Vault], folder: Path) -> None:
    for vault in made:
        vault.close()
    discard_sample(folder)


def is_about_place(error: KnownError) -> bool:
    """Whether an error is mended by another name or folder."""
    return error.code in {ErrorCode.VAULT_EXISTS, ErrorCode.VAULT_READ_ONLY, ErrorCode.VAULT_IN_SYNCED_FOLDER}
