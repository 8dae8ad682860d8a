"""What is folded against a neighbour's eyes, or for want of room: the panels at the sides, and earlier entries."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QFrame, QWidget

from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.record.record_list import RecordList
from dialogue_notes.ui.theme.theme import theme

RECORD_NEEDS = 392
"""Drawn pixels of the record with times and codes: with less, its lines hold three words, and a panel gives way."""
LEFT_IN_SIGHT = 130
"""Drawn pixels of the newest entries, when everything else is folded."""


class Wish(Enum):
    """What a person said about a panel. Without a word it is shown where there is room."""

    AS_FITS = auto()
    SHOWN = auto()
    FOLDED = auto()


class Veil(QFrame):
    """Paper over the earlier entries; lifted while a person is in the record."""

    def __init__(self, record: RecordList, key: str) -> None:
        super().__init__(record)
        self._record = record
        self._is_wanted = False
        self.setObjectName("veil-of-paper")
        words = PlainLabel(f"Earlier entries are folded · {key} unfolds", tone=Tone.MUTED, size=Size.SMALL)
        self.setLayout(column(None, row(None, words, None), None))
        record.installEventFilter(self)
        record.entered.connect(lambda _is_in: self._place())
        record.verticalScrollBar().valueChanged.connect(lambda _value: self._place())
        record.verticalScrollBar().rangeChanged.connect(lambda _first, _last: self._place())
        theme().changed.connect(self._tint)
        self._tint()

    def set_wanted(self, is_wanted: bool) -> None:
        """Covers the earlier entries, or not any more."""
        self._is_wanted = is_wanted
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if not self._is_wanted:
            self.hide()
            return
        height = self._edge()
        self.setGeometry(0, 0, self._record.width(), height)
        self.setVisible(height > 0 and not self._record.hasFocus())
        self.raise_()

    def _tint(self) -> None:
        paper = theme().tokens.paper
        self.setStyleSheet(f"QFrame#veil-of-paper {{ background: {paper}; border: none; }}")
        self._place()

    def _edge(self) -> int:
        """How far the paper reaches: to the end of an entry, so that none is seen in half; the newest one is seen."""
        height = max(0, self._record.height() - theme().px(LEFT_IN_SIGHT))
        entry = self._record.indexAt(QPoint(1, height))
        is_last = entry.row() == self._record.model().rowCount() - 1
        if not entry.isValid() or is_last:
            return height
        return self._record.visualRect(entry).bottom() + 1


class Folding(QObject):
    """Two panels and a veil. The roster is the last to give way: it has the codes that are typed."""

    def __init__(self, room: QWidget, agenda: QFrame, roster: QFrame, veil: Veil) -> None:
        super().__init__(room)
        self._room = room
        self._panels = {"roster": roster, "agenda": agenda}
        self._wishes = dict.fromkeys(self._panels, Wish.AS_FITS)
        self._before: dict[str, Wish] | None = None
        self._veil = veil
        room.installEventFilter(self)
        theme().changed.connect(self._fit)
        self._fit()

    def switch(self, panel: str) -> None:
        """Folds or unfolds the "agenda" or the "roster"; that holds until it is said otherwise, also after locking."""
        is_shown = not self._panels[panel].isHidden()
        self._wishes[panel] = Wish.FOLDED if is_shown else Wish.SHOWN
        self._fit()

    def switch_all(self) -> None:
        """Leaves only the line and the last entries; or everything as it was before."""
        if self._before is None:
            self._before, self._wishes = self._wishes, dict.fromkeys(self._panels, Wish.FOLDED)
        else:
            self._wishes, self._before = self._before, None
        self._veil.set_wanted(self._before is not None)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self._room.width() - theme().px(RECORD_NEEDS)
        for name, panel in self._panels.items():
            wish = self._wishes[name]
            width = panel.minimumWidth()
            is_shown = wish is Wish.SHOWN or (wish is Wish.AS_FITS and width <= room)
            if is_shown:
                room -= width
            if panel.isHidden() is is_shown:
                panel.setVisible(is_shown)
