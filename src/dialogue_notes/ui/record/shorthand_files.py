"""The line that asks where a list of shorthand comes from, or where it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from dialogue_notes.errors import KnownError
from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.folders import FileField, FolderField
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row

WARNING = "The list may tell what is talked about. Keep it as you keep the notes; it is not encrypted."
EXPECTED = "Plain text in UTF-8 (.csv, .tsv or .txt): a key, a comma or a tab, and the words. Keys that are here stay."


class FileLine(QFrame):
    """`import_requested(path)`, `export_requested(folder)`; hidden until one of them is asked for."""

    import_requested = Signal(object)
    export_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.file = FileField("Take a list from the file")
        self.folder = FolderField("Write the list into the folder")
        self._about = PlainLabel(tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self._go = Button("Import", keys="Enter")
        self._go.clicked.connect(self._do)
        for field in (self.file, self.folder):
            field.edit.returnPressed.connect(self._do)
        line = row(self.file, self.folder, column(None, self._go), gap=10)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        self.setLayout(column(line, self._about, margins=(14, 10, 14, 10), gap=6))
        self.hide()

    def ask_file(self) -> None:
        """Asks for a list to take in."""
        self._ask(self.file, self.folder, "Import", EXPECTED)

    def ask_folder(self) -> None:
        """Asks for a folder, and says what leaves the vault."""
        if not self.folder.text():
            self.folder.set_folder(Path.home() / "Documents")
        self._ask(self.folder, self.file, "Export", WARNING)

    def show_wrong(self, error: KnownError) -> None:
        """What is wrong with the file or the folder."""
        self._shown().show_wrong(error.message)
        self._shown().setFocus()

    def forget(self) -> None:
        """Hides it and drops the names."""
        self.file.forget()
        self.folder.forget()
        self.hide()

    def _ask(self, asked: LineField, other: LineField, words: str, about: str) -> None:
        other.hide()
        asked.show()
        asked.show_wrong("")
        self._go.set_words(words)
        self._about.setText(about)
        self.show()
        asked.setFocus()

    def _shown(self) -> LineField:
        return self.folder if self.file.isHidden() else self.file

    def _do(self) -> None:
        if not self._shown().text():
            self._shown().show_wrong("Name it first.")
        elif self.file.isHidden():
            self.export_requested.emit(self.folder.folder())
        else:
            self.import_requested.emit(self.file.file())
