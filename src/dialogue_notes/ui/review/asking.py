"""Questions asked in place, above the record: what to merge into, and whether to decide a whole group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget

from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.review.key_buttons import KeyButton, KeyButtons
from dialogue_notes.ui.review.keys import Deed
from dialogue_notes.ui.theme.theme import theme

_SHOWN, _LEAST = 6, 2
_AROUND = 190
"""Drawn pixels of the column that are not the list's: its heading, the question, the line, and a bit of the record."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A thing that another may be merged into."""

    key: str
    words: str = field(repr=False)
    note: str = field(default="", repr=False)


class MergePrompt(QFrame):
    """A line to type in and what matches it below. `given(key)` on Enter, `left` on Esc. Hidden until asked."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName("Merge")
        self._words = PlainLabel(strong=True, wraps=True)
        self.edit = QLineEdit()
        self.edit.setAccessibleName("Merge into")
        self.edit.setPlaceholderText("Type a name")
        self.edit.setDragEnabled(False)
        self.list = QListWidget()
        self.list.setAccessibleName("What it may be merged into")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._none = PlainLabel("Nothing is called so.", tone=Tone.MUTED)
        help_line = PlainLabel("Enter merges · ↑ ↓ choose · Esc leaves it", tone=Tone.MUTED, size=Size.SMALL)
        self._choices: tuple[Choice, ...] = ()
        self._shown: list[Choice] = []
        self.setLayout(
            column(self._words, self.edit, self.list, self._none, help_line, margins=(14, 10, 14, 10), gap=6)
        )
        self.edit.textEdited.connect(self._narrow)
        self.edit.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._take())
        self.hide()

    def ask(self, name: str, choices: Sequence[Choice]) -> None:
        """Asks what `name` is the same as; the likeliest choices come first."""
        self._choices = tuple(choices)
        self._words.setText(f"“{name}” is the same as …")
        self.edit.clear()
        self._narrow("")
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hides it and drops every word."""
        self._choices, self._shown = (), []
        self._words.forget()
        self.edit.clear()
        self.list.clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                step = 1 if key == Qt.Key.Key_Down else -1
                row_now = self.list.currentRow() + step
                self.list.setCurrentRow(min(max(row_now, 0), self.list.count() - 1))
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take()
                return True
            if key == Qt.Key.Key_Escape:
                self.forget()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [one for one in self._choices if all(word in one.words.casefold() for word in words)]
        begin = typed.casefold().strip()
        found.sort(key=lambda one: not one.words.casefold().startswith(begin))
        self._shown = found[: 3 * _SHOWN]
        self.list.clear()
        for one in self._shown:
            self.list.addItem(f"{one.words}   {one.note}" if one.note else one.words)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """As many things as there is room for."""
        high = max(self.list.sizeHintForRow(0), theme().px(24))
        around = self.parentWidget()
        room = (around.height() - theme().px(_AROUND)) // high if around is not None else _SHOWN
        shown = min(_SHOWN, max(_LEAST, room), max(1, len(self._shown)))
        self.list.setFixedHeight(high * shown + 6)

    def _take(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._shown):
            key = self._shown[place].key
            self.forget()
            self.given.emit(key)


_BULK_KEYS = (
    (Deed.NOT_IDENTIFYING, "not identifying"),
    (Deed.PSEUDONYM, "pseudonym"),
    (Deed.REMOVE, "remove"),
)


class BulkPrompt(QFrame):
    """How many things a bulk decision reaches, and as what. `given(letter)` on Enter, `left` on Esc; letters choose."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Decide the rest of the group")
        self._words = PlainLabel(strong=True, wraps=True)
        self._help = PlainLabel("Enter decides · Esc leaves it", tone=Tone.MUTED, size=Size.SMALL)
        self.keys = KeyButtons(KeyButton(deed.value, words, words) for deed, words in _BULK_KEYS)
        for button, (deed, _words) in zip(self.keys.buttons, _BULK_KEYS, strict=True):
            button.clicked.connect(lambda _checked=False, deed=deed: self._choose(deed))
        self._what = ""
        self._deed = Deed.NOT_IDENTIFYING
        line = row(self._words, gap=8)
        self.setLayout(column(line, self.keys, self._help, margins=(14, 10, 14, 10), gap=6))
        self.hide()

    def ask(self, what: str, deed: Deed) -> None:
        """Asks about `what` ("17 dates in 23 places"); Enter decides them as `deed`."""
        self._what = what
        self._choose(deed)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """What is asked."""
        return self._words.text()

    def forget(self) -> None:
        """Hides it and drops every word."""
        self._what = ""
        self._words.forget()
        self.setAccessibleName("")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letters = {deed.value: deed for deed, _ in _BULK_KEYS}
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            deed = self._deed
            self.forget()
            self.given.emit(deed.value)
        elif event.text().upper() in letters:
            self._choose(letters[event.text().upper()])
        else:
            super().keyPressEvent(event)

    def _choose(self, deed: Deed) -> None:
        self._deed = deed
        words = dict(_BULK_KEYS)[deed]
        self._words.setText(f"{self._what}: {words}")
        self.setAccessibleName(f"{self._what}: {words}. {self._help.text()}")
