"""The keys of the Review room on one sheet: F1 opens it, Esc closes it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from dialogue_notes.ui.common.key_sheet import KeyTable, beside, key_grid
from dialogue_notes.ui.common.labels import KeyHint
from dialogue_notes.ui.review.keys import KEYS

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
    ("Alt+S", "shows or hides who spoke"),
    ("F5", "or Ctrl+R: looks through the record again"),
    ("F1", "or Ctrl+Shift+K: this sheet"),
)
"""Keys beside the letters."""


class KeySheet(KeyTable):
    """Covers the room until Esc."""

    def __init__(self, host: QWidget) -> None:
        letters = [(KeyHint(each.deed.value), each.words) for each in KEYS]
        others = [(KeyHint(keys), words) for keys, words in OTHER_KEYS]
        columns = beside(
            key_grid("Letters, in the list and in the record", letters),
            key_grid("Other keys", others),
            gap=28,
        )
        name = "Keys of the Review room"
        super().__init__(host, columns, name=name, page=name, width=900, folds=[(columns, _TWO_COLUMNS)])
