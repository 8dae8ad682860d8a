"""The first page: which vault, its passphrase, and quiet links to everything else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import ChoiceField, PassphraseField
from dialogue_notes.ui.common.folders import FolderField
from dialogue_notes.ui.common.layout import Hairline, row
from dialogue_notes.ui.unlock.pages import Page

ELSEWHERE = ":elsewhere"
"""The choice of typing a folder; no path is spelt so."""

TITLE = "Unlock your notes"
FIRST_TITLE = "Notes that stay in the room"
FIRST_WORDS = (
    "Everything is kept in a vault: one encrypted folder on this computer, opened by a passphrase that only you "
    "know. Make one to begin; it takes about two minutes."
)


class OpenPage(Page):
    """`unlock_requested(folder, passphrase)`; the passphrase is a bytearray for the receiver to erase."""

    unlock_requested = Signal(Path, object)
    new_requested = Signal()
    recovery_requested = Signal(Path)
    sample_requested = Signal()

    def __init__(self) -> None:
        super().__init__(TITLE, "")
        self._vault = ChoiceField("Vault", ())
        self._folder = FolderField("Folder of the vault")
        self._passphrase = PassphraseField("Passphrase")
        self._unlock = Button("Unlock", kind=ButtonKind.PRIMARY, icon="lock", keys="")
        self._first_new = Button("New vault", kind=ButtonKind.PRIMARY, icon="plus")
        self._new = Button("New vault", kind=ButtonKind.LINK)
        self._recovery = Button("Recovery key", kind=ButtonKind.LINK)
        self._other = Button("Open a vault elsewhere", kind=ButtonKind.LINK)
        self._sample = Button("Look around with a sample meeting", kind=ButtonKind.LINK, icon="sample")
        self.lay_out(
            self._vault, self._folder, self._passphrase, row(self._unlock, self._first_new, None),
            self.busy, self.message, 14, Hairline(),
            row(self._new, self._recovery, self._other, None, gap=18),
            row(self._sample, None),
        )  # fmt: skip
        self._vault.chosen.connect(self._on_vault)
        self._passphrase.submitted.connect(self._request)
        self._unlock.clicked.connect(self._request)
        for button in (self._new, self._first_new):
            button.clicked.connect(self.new_requested)
        self._recovery.clicked.connect(lambda: self.recovery_requested.emit(self.folder()))
        self._other.clicked.connect(self._choose_elsewhere)
        self._sample.clicked.connect(self.sample_requested)
        self.show_vaults((), None)

    def show_vaults(self, vaults: tuple[Path, ...], chosen: Path | None) -> None:
        """Offers the vaults by the names of their folders, with `chosen` ready."""
        self._vault.set_choices(
            [*((str(vault), vault.stem) for vault in vaults), (ELSEWHERE, "In another folder …")]
        )
        if chosen is not None:
            self._vault.set_code(str(chosen))
        self._show(has_vault=bool(vaults))

    def folder(self) -> Path:
        """The vault that is chosen or named."""
        code = self._vault.code()
        return self._folder.folder() if code == ELSEWHERE else Path(code)

    def start(self) -> None:
        for widget in (self._passphrase, self._first_new):
            if widget.isVisibleTo(self):
                widget.setFocus()
                return

    def forget(self) -> None:
        super().forget()
        self._passphrase.forget()

    def _show(self, *, has_vault: bool) -> None:
        is_elsewhere = self._vault.code() == ELSEWHERE
        can_open = has_vault or self._folder.isVisibleTo(self)
        self.show_title(TITLE if can_open else FIRST_TITLE, "" if can_open else FIRST_WORDS)
        self._vault.setVisible(has_vault)
        self._folder.setVisible(has_vault and is_elsewhere)
        for widget in (self._passphrase, self._unlock, self._recovery, self._new):
            widget.setVisible(has_vault)
        self._first_new.setVisible(not has_vault)

    def _on_vault(self, code: str) -> None:
        self.message.forget()
        self._folder.setVisible(code == ELSEWHERE)
        (self._folder if code == ELSEWHERE else self._passphrase).setFocus()

    def _choose_elsewhere(self) -> None:
        self._show(has_vault=True)
        self._vault.set_code(ELSEWHERE)
        self._on_vault(ELSEWHERE)

    def _request(self) -> None:
        if self._passphrase.is_empty:
            self._passphrase.show_wrong("Type the passphrase of this vault.")
            self._passphrase.setFocus()
            return
        self.unlock_requested.emit(self.folder(), self._passphrase.take())
