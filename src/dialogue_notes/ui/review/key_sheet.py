"""The keys of the Review room on one sheet: F1 opens it, Esc closes it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import CapsLabel, KeyHint, PlainLabel, Tone
from dialogue_notes.ui.common.layout import column, row, scrolled
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.review.keys import KEYS
from dialogue_notes.ui.theme.theme import theme

_TWO_COLUMNS = 620

OTHER_KEYS: Final = (
    ("Shift+P", "a letter with Shift: this place only"),
    ("Enter", "next place of the same thing"),
    ("↑", "and ↓ in the list: previous and next thing"),
    ("Alt+Down", "next thing that waits"),
    ("Shift+→", "in the record: selects words; a letter hides them"),
    ("Esc", "selects nothing; leaves a question unanswered"),
    ("Ctrl+Z", "undo; Ctrl+Shift+Z does it again"),
    ("Alt+1", "the list; Alt+2 the record, Alt+3 what the audience sees"),
    ("Alt+4", "the checklist"),
    ("Alt+P", "next audience"),
    ("F5", "looks through the record again"),
    ("F1", "this sheet"),
)
"""Keys beside the letters."""


class KeySheet(Overlay):
    """Covers the room until Esc."""

    def __init__(self, host: QWidget) -> None:
        self._close = Button("Close", kind=ButtonKind.QUIET, keys="Esc")
        letters = _grid("Letters, in the list and in the record", [(k.deed.value, k.words) for k in KEYS])
        others = _grid("Other keys", list(OTHER_KEYS))
        self._columns: QBoxLayout = row(letters, others, gap=28)
        self._page = scrolled(self._columns)
        self._page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page.setAccessibleName("Keys of the Review room")
        content = column(self._page, row(None, self._close), margins=(24, 20, 24, 16), gap=12)
        super().__init__(host, content, name="Keys of the Review room", width=900)
        self._close.clicked.connect(self.close_sheet)

    def show_sheet(self) -> None:
        """Opens the sheet; arrow keys scroll it where it is longer than the window."""
        self.open(self._page)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F1}:
            self.close_sheet()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        """As many columns as can be read; as high as its text, or as the window allows."""
        is_wide = self.sheet.width() >= theme().px(_TWO_COLUMNS)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        wanted = self._columns.totalHeightForWidth(self.sheet.width() - 60)
        self._page.setFixedHeight(max(80, min(wanted + 4, self.height() - theme().px(60) - 130)))


def _grid(caption: str, lines: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.addWidget(CapsLabel(caption), 0, 0, 1, 2)
    for place, (keys, words) in enumerate(lines, start=1):
        grid.addWidget(KeyHint(keys), place, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(words, tone=Tone.MUTED, wraps=True), place, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(lines) + 1, 1)
    return grid
