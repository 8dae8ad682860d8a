"""F1: every mark of the typing line and every key of the room, on one sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QWidget

from dialogue_notes.domain.typing_line.marks import CHEAT_SHEET, SHORTHAND, MarkWords
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import CapsLabel, KeyHint, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row, scrolled
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.record.cheat_keys import GROUPS, KeyGroup, KeyLine
from dialogue_notes.ui.theme.theme import theme

_FOUR_COLUMNS, _TWO_COLUMNS = 1040, 560
"""Drawn pixels of the sheet from which on so many columns are readable; below, everything stands in one."""
_WITHIN = tuple(line for line in CHEAT_SHEET if line.spellings[0][0] in "%s;\\")
_OPENING = tuple(line for line in CHEAT_SHEET if line not in _WITHIN)
"""The marks that open a line, and those that stand in it or take it up otherwise."""
_SHORT = 22
"""Letters of spellings that stand beside each other; longer ones stand below each other."""


class CheatSheet(Overlay):
    """Covers the room until Esc."""

    def __init__(self, host: QWidget, has_glossary: Callable[[], bool]) -> None:
        """`has_glossary` is asked each time it opens: without one, shorthand means nothing and is not shown."""
        self._has_glossary = has_glossary
        self._close = Button("Close", kind=ButtonKind.QUIET, keys="Esc")
        keys = [_group(group) for group in GROUPS]
        typing, speaking, entries, session, safety = keys
        within = _marks("Within the line", _WITHIN)
        self._shorthand = _widgets_of(within, _WITHIN.index(SHORTHAND) + 1)
        self._pairs = (
            _pair(column(_marks("Typing line", _OPENING), None), column(typing, 12, within, None)),
            _pair(column(entries, 12, speaking, None), column(session, 12, safety, None)),
        )
        self._columns = _pair(*self._pairs)
        self._page = scrolled(self._columns)
        self._page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page.setAccessibleName("Marks and keys")
        content = column(self._page, row(None, self._close), margins=(24, 20, 24, 16), gap=12)
        super().__init__(host, content, name="Cheat sheet", width=1180)
        self._close.clicked.connect(self.close_sheet)

    def show_sheet(self) -> None:
        """Opens the sheet; arrow keys scroll it where it is longer than the window."""
        for widget in self._shorthand:
            widget.setVisible(self._has_glossary())
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
        self._columns.setDirection(across if width >= theme().px(_TWO_COLUMNS) else down)
        for pair in self._pairs:
            pair.setDirection(across if width >= theme().px(_FOUR_COLUMNS) else down)
        wanted = self._columns.totalHeightForWidth(self.sheet.width() - 60)
        self._page.setFixedHeight(max(80, min(wanted + 4, self.height() - theme().px(60) - 130)))


def _mark(line: MarkWords) -> tuple[QWidget, str]:
    beside = "  ".join(line.spellings)
    return _typed(beside if len(beside) <= _SHORT else "\n".join(line.spellings)), line.meaning


def _marks(caption: str, lines: tuple[MarkWords, ...]) -> QGridLayout:
    return _grid(caption, [_mark(line) for line in lines])


def _widgets_of(grid: QGridLayout, line: int) -> list[QWidget]:
    items = [grid.itemAtPosition(line, side) for side in (0, 1)]
    return [found for item in items if item is not None and (found := item.widget()) is not None]


def _pair(first: QLayout, second: QLayout) -> QBoxLayout:
    pair = row(first, second, gap=24)
    for place in (0, 1):
        pair.setStretch(place, 1)
    return pair


def _group(group: KeyGroup) -> QGridLayout:
    return _grid(group.caption, [(_caps(line), line.words) for line in group.lines])


def _caps(line: KeyLine) -> QWidget:
    """The key, and below it its other spelling."""
    caps = QWidget()
    caps.setLayout(column(*(KeyHint(key) for key in line.keys), gap=2))
    return caps


def _typed(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setProperty("face", "record")
    return label


def _grid(caption: str, lines: list[tuple[QWidget, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    grid.addWidget(CapsLabel(caption), 0, 0, 1, 2)
    for place, (shown, words) in enumerate(lines, start=1):
        grid.addWidget(shown, place, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        meaning = PlainLabel(words, tone=Tone.MUTED, size=Size.USUAL, wraps=True)
        grid.addWidget(meaning, place, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(lines) + 1, 1)
    return grid
