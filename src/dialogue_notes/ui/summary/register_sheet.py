"""The export register of the meeting: every file that left, when, for whom, by whom, and its hash."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import clear_layout, column, row, scrolled
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.summary.model import ExportLine

HEADS = ("When", "File", "Audience", "", "By", "SHA-256 of the file")
EMPTY = "Nothing has left this meeting yet."


class RegisterSheet(Overlay):
    """A table to read; the newest file stands on top."""

    def __init__(self, host: QWidget) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(7)
        self._close = Button("Close")
        content = column(
            PlainLabel("Export register", size=Size.LARGE),
            scrolled(column(self._grid, None)),
            row(None, self._close),
            margins=(24, 22, 24, 20),
            gap=12,
        )
        super().__init__(host, content, name="Export register", width=860)
        self.sheet.setMinimumHeight(300)
        self._close.clicked.connect(self.close_sheet)

    def show_sheet(self, lines: tuple[ExportLine, ...]) -> None:
        """Opens with these files, oldest first as they are kept."""
        clear_layout(self._grid)
        if not lines:
            self._grid.addWidget(PlainLabel(EMPTY, tone=Tone.MUTED), 0, 0)
        else:
            self._fill(lines)
        self.open(self._close)

    def forget(self) -> None:
        clear_layout(self._grid)
        super().forget()

    def _fill(self, lines: tuple[ExportLine, ...]) -> None:
        for place, head in enumerate(HEADS):
            self._grid.addWidget(PlainLabel(head, tone=Tone.MUTED, size=Size.SMALL), 0, place)
        for number, line in enumerate(reversed(lines), 1):
            cells = (line.when, line.file, line.audience, line.state, line.by, line.digest)
            for place, words in enumerate(cells):
                label = PlainLabel(words)
                label.setAccessibleName(f"{HEADS[place]} {words}".strip())
                self._grid.addWidget(label, number, place)
        self._grid.setColumnStretch(len(HEADS) - 1, 1)
