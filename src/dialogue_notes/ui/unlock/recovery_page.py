"""Unlocking with the recovery key, when the passphrase is lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import PassphraseField
from dialogue_notes.ui.common.layout import row
from dialogue_notes.ui.unlock.pages import Page


class RecoveryPage(Page):
    """`unlock_requested(folder, key)`; the key is a bytearray for the receiver to erase."""

    unlock_requested = Signal(Path, object)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Open with the recovery key",
            "Type the groups from the paper; spaces, hyphens and small letters do not matter. "
            "A mistyped group is named.",
        )
        self._folder = Path()
        self._key = PassphraseField("Recovery key")
        self._key.set_shown(True)
        self._unlock = Button("Unlock", kind=ButtonKind.PRIMARY, icon="key")
        self._back = Button("Back", kind=ButtonKind.QUIET)
        self.lay_out(self._key, row(self._unlock, self._back, None))
        self._key.submitted.connect(self._request)
        self._unlock.clicked.connect(self._request)
        self._back.clicked.connect(self.back_requested)

    def show_folder(self, folder: Path) -> None:
        """Which vault the key is for."""
        self._folder = folder

    def start(self) -> None:
        self._key.setFocus()

    def forget(self) -> None:
        super().forget()
        self._key.forget()

    def _request(self) -> None:
        if self._key.is_empty:
            self._key.show_wrong("Type the recovery key of this vault.")
            return
        self.unlock_requested.emit(self._folder, self._key.take())
