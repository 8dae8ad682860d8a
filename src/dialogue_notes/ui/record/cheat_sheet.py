"""F1: every mark of the typing line and every key of the room, on one sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_notes.domain.typing_line.marks import CHEAT_SHEET, SHORTHAND, MarkWords
from dialogue_notes.ui.common.key_sheet import KeyTable, beside, key_grid
from dialogue_notes.ui.common.labels import KeyHint, PlainLabel
from dialogue_notes.ui.common.layout import column
from dialogue_notes.ui.record.cheat_keys import GROUPS, KeyGroup, KeyLine

_FOUR_COLUMNS, _TWO_COLUMNS = 1040, 560
"""Drawn pixels of the sheet from which on so many columns are readable; below, everything stands in one."""
_WITHIN = tuple(line for line in CHEAT_SHEET if line.spellings[0][0] in "%s;\\")
_OPENING = tuple(line for line in CHEAT_SHEET if line not in _WITHIN)
"""The marks that open a line, and those that stand in it or take it up otherwise."""
_SHORT = 22
"""Letters of spellings that stand beside each other; longer ones stand below each other."""


class CheatSheet(KeyTable):
    """Covers the room until Esc."""

    def __init__(self, host: QWidget, has_glossary: Callable[[], bool]) -> None:
        """`has_glossary` is asked each time it opens: without one, shorthand means nothing and is not shown."""
        self._has_glossary = has_glossary
        keys = [_group(group) for group in GROUPS]
        typing, speaking, entries, session, safety = keys
        within = _marks("Within the line", _WITHIN)
        self._shorthand = _widgets_of(within, _WITHIN.index(SHORTHAND) + 1)
        pairs = (
            beside(column(_marks("Typing line", _OPENING), None), column(typing, 12, within, None)),
            beside(column(entries, 12, speaking, None), column(session, 12, safety, None)),
        )
        columns = beside(*pairs)
        folds = [(columns, _TWO_COLUMNS), *((pair, _FOUR_COLUMNS) for pair in pairs)]
        super().__init__(host, columns, name="Cheat sheet", page="Marks and keys", width=1180, folds=folds)

    def show_sheet(self) -> None:
        """Opens the sheet, with or without shorthand."""
        for widget in self._shorthand:
            widget.setVisible(self._has_glossary())
        super().show_sheet()


def _mark(line: MarkWords) -> tuple[QWidget, str]:
    beside = "  ".join(line.spellings)
    return _typed(beside if len(beside) <= _SHORT else "\n".join(line.spellings)), line.meaning


def _marks(caption: str, lines: tuple[MarkWords, ...]) -> QGridLayout:
    return key_grid(caption, [_mark(line) for line in lines])


def _widgets_of(grid: QGridLayout, line: int) -> list[QWidget]:
    items = [grid.itemAtPosition(line, side) for side in (0, 1)]
    return [found for item in items if item is not None and (found := item.widget()) is not None]


def _group(group: KeyGroup) -> QGridLayout:
    return key_grid(group.caption, [(_caps(line), line.words) for line in group.lines])


def _caps(line: KeyLine) -> QWidget:
    """The key, and below it its other spelling."""
    caps = QWidget()
    caps.setLayout(column(*(KeyHint(key) for key in line.keys), gap=2))
    return caps


def _typed(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setProperty("face", "record")
    return label
