"""F1: every mark of the typing line and every key of the room, on one sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_notes.domain.typing_line.marks import CHEAT_SHEET, SHORTHAND, MarkWords
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import CapsLabel, KeyHint, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row, scrolled
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.theme.theme import theme

KEYS = (
    ("Enter", "keeps the line"),
    ("Tab", "takes the name or code offered; ↓ the next one"),
    ("↑", "edits the last entry; Esc leaves it as it was"),
    ("Shift+↑", "goes into the record: Enter edits, letters say who spoke, Space unfolds"),
    ("PgUp", "scrolls the record while you type; PgDown back"),
    ("Ctrl+Z", "undoes what was kept, edited or re-attributed; Ctrl+Shift+Z redoes"),
    ("Alt+I", "marks the last entry important; K check, P personal, L instructed line, B balloon, U unsure"),
    ("Alt+A", "attitude; C channel, R relationship, F confidence, O option; again takes it off"),
    ("Alt+Q", "the speaker allows the words of a quotation to be used; again takes it back"),
    ("Alt+↓", "the next session; Alt+↑ the one before"),
    ("F9", "hands off, and on again"),
    ("F12", "hides the text, and shows it again"),
    ("F6", "folds the agenda; F7 the roster"),
)


class CheatSheet(Overlay):
    """Covers the room until Esc."""

    def __init__(self, host: QWidget, has_glossary: Callable[[], bool]) -> None:
        """`has_glossary` is asked each time it opens: without one, shorthand means nothing and is not shown."""
        self._has_glossary = has_glossary
        self._close = Button("Close", kind=ButtonKind.QUIET, keys="Esc")
        self._columns = row(self._typing_line(), _grid("Keys", _keys()), gap=36)
        self._page = scrolled(self._columns)
        self._page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page.setAccessibleName("Marks and keys")
        content = column(self._page, row(None, self._close), margins=(24, 20, 24, 16), gap=12)
        super().__init__(host, content, name="Cheat sheet", width=940)
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

    def _typing_line(self) -> QGridLayout:
        marks = [_mark(line) for line in CHEAT_SHEET]
        grid = _grid("Typing line", marks)
        place = CHEAT_SHEET.index(SHORTHAND) + 1
        items = [grid.itemAtPosition(place, side) for side in (0, 1)]
        self._shorthand = [
            found for item in items if item is not None and (found := item.widget()) is not None
        ]
        return grid

    def _fit(self) -> None:
        """As high as its text, or as the window allows."""
        wanted = self._columns.totalHeightForWidth(self.sheet.width() - 60)
        self._page.setFixedHeight(max(80, min(wanted + 4, self.height() - theme().px(60) - 130)))


def _mark(line: MarkWords) -> tuple[QWidget, str]:
    return _typed("   ".join(line.spellings)), line.meaning


def _keys() -> list[tuple[QWidget, str]]:
    return [(KeyHint(key), words) for key, words in KEYS]


def _typed(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setProperty("face", "record")
    return label


def _grid(caption: str, lines: list[tuple[QWidget, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.addWidget(CapsLabel(caption), 0, 0, 1, 2)
    for place, (shown, words) in enumerate(lines, start=1):
        grid.addWidget(shown, place, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        meaning = PlainLabel(words, tone=Tone.MUTED, size=Size.USUAL, wraps=True)
        grid.addWidget(meaning, place, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(lines) + 1, 1)
    return grid
