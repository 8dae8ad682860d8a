"""Choosing formats and a folder, and reading what the leak gate found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from dialogue_notes.errors import KnownError
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.folders import FolderField
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.messages import BusyLine, InlineMessage
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.summary.model import CheckLine, Standing
from dialogue_notes.ui.summary.side import CheckList

FORMATS = (("pdf", "PDF"), ("docx", "Word"), ("html", "Web page"), ("md", "Markdown"), ("txt", "Plain text"))


class ExportSheet(Overlay):
    """`wanted(formats, folder, is_draft, may_overwrite)` when a person exports; `stopped` to cancel."""

    wanted = Signal(tuple, object, bool, bool)
    stopped = Signal()

    def __init__(self, host: QWidget) -> None:
        self.boxes = {code: QCheckBox(words) for code, words in FORMATS}
        self.folder = FolderField("Into the folder", hint="A folder that does not exist yet is made")
        self.draft = QCheckBox("As a draft, stamped DRAFT on every page")
        self.overwrite = QCheckBox("Write over files of the same name")
        self.go = Button("Export", kind=ButtonKind.PRIMARY, keys="Enter")
        self._close = Button("Close", kind=ButtonKind.QUIET, keys="Esc")
        self.message = InlineMessage()
        self._busy = BusyLine()
        self._result = CheckList()
        title = PlainLabel("Export", size=Size.LARGE)
        about = PlainLabel(
            "Every file is read back before it is written. If anything withheld stands in it, nothing is written.",
            tone=Tone.MUTED,
            wraps=True,
        )
        content = column(
            title,
            about,
            row(*self.boxes.values(), None, gap=14),
            self.folder,
            self.draft,
            self.overwrite,
            self.message,
            self._busy,
            self._result,
            row(None, self._close, self.go),
            margins=(24, 22, 24, 20),
            gap=11,
        )
        super().__init__(host, content, name="Export", width=620)
        for code in ("pdf", "docx"):
            self.boxes[code].setChecked(True)
        self.go.clicked.connect(self._export)
        self._close.clicked.connect(self.close_sheet)
        self._busy.cancelled.connect(self.stopped)

    def show_sheet(self, *, is_approved: bool) -> None:
        """Opens for a summary; an unapproved one can only go out as a draft."""
        self._result.show_lines(())
        self.message.forget()
        if not self.folder.text():
            self.folder.set_folder(Path.home() / "Documents")
        self.draft.setChecked(not is_approved)
        self.draft.setEnabled(is_approved)
        self.open(self.boxes["pdf"])

    def show_busy(self) -> None:
        """The files are being made and read back."""
        self.go.setEnabled(False)
        self.message.forget()
        self._result.show_lines(())
        self._busy.start("Making the files and reading them back")

    def show_done(self, lines: tuple[CheckLine, ...]) -> None:
        """What was written, what was looked for, and what no program can check."""
        self._busy.stop()
        self.go.setEnabled(True)
        unchecked = (CheckLine(Standing.OPEN, "Meaning: not checked"),) if lines else ()
        self._result.show_lines((*lines, *unchecked))
        if self.isVisible():
            self._close.setFocus()

    def show_error(self, error: KnownError, places: tuple[str, ...] = ()) -> None:
        """What is in the way, with the places."""
        self._busy.stop()
        self.go.setEnabled(True)
        self.message.show_error(error)
        self._result.show_lines(tuple(CheckLine(Standing.STOPS, place) for place in places))

    def forget(self) -> None:
        self._busy.stop()
        self.message.forget()
        self._result.show_lines(())
        self.go.setEnabled(True)
        super().forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.go.isEnabled():
                self._export()
            return
        super().keyPressEvent(event)

    def _export(self) -> None:
        formats = tuple(code for code, box in self.boxes.items() if box.isChecked())
        if not formats:
            self.message.show_words("Choose at least one format.", tone=Tone.AMBER)
            return
        if not self.folder.text():
            self.folder.show_wrong("Name the folder that the files go into.")
            return
        self.wanted.emit(formats, self.folder.folder(), self.draft.isChecked(), self.overwrite.isChecked())
