"""A sheet that lists keys: as many columns as can be read, closed by Esc, Enter and F1.

In this module: `KeyTable`, `key_grid`, `beside`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QWidget

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Tone
from dialogue_notes.ui.common.layout import column, row, scrolled
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.theme.theme import theme


class KeyTable(Overlay):
    """Covers the room until Esc; arrow keys scroll it where it is longer than the window."""

    def __init__(
        self,
        host: QWidget,
        columns: QBoxLayout,
        *,
        name: str,
        page: str,
        width: int,
        folds: Sequence[tuple[QBoxLayout, int]],
    ) -> None:
        """`name` and `page` are for screen readers. Each of `folds` stands side by side from so many drawn pixels of
        the sheet on, and below each other where there is less.
        """
        self._columns = columns
        self._folds = tuple(folds)
        self._close = Button("Close", kind=ButtonKind.QUIET, keys="Esc")
        self._page = scrolled(columns)
        self._page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page.setAccessibleName(page)
        content = column(self._page, row(None, self._close), margins=(24, 20, 24, 16), gap=12)
        super().__init__(host, content, name=name, width=width)
        self._close.clicked.connect(self.close_sheet)

    def show_sheet(self) -> None:
        """Opens the sheet."""
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
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        width = self.sheet.width()
        for layout, least in self._folds:
            layout.setDirection(across if width >= theme().px(least) else down)
        wanted = self._columns.totalHeightForWidth(width - 60)
        self._page.setFixedHeight(max(80, min(wanted + 4, self.height() - theme().px(60) - 130)))


def beside(first: QLayout, second: QLayout, *, gap: int = 24) -> QBoxLayout:
    """Two columns of a sheet, as wide as each other."""
    pair = row(first, second, gap=gap)
    for place in (0, 1):
        pair.setStretch(place, 1)
    return pair


def key_grid(caption: str, lines: Iterable[tuple[QWidget, str]]) -> QGridLayout:
    """Keys, or what is typed, at the left, and at the right what they do."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    grid.addWidget(CapsLabel(caption), 0, 0, 1, 2)
    place = 0
    for place, (shown, words) in enumerate(lines, start=1):
        grid.addWidget(shown, place, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        meaning = PlainLabel(words, tone=Tone.MUTED, wraps=True)
        grid.addWidget(meaning, place, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(place + 1, 1)
    return grid
