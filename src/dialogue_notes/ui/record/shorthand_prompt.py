"""Asked in place, above the line: which key stands for the words selected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from dialogue_notes.errors import KnownError
from dialogue_notes.ui.common.labels import ElidedLabel, PlainLabel, Tone
from dialogue_notes.ui.common.layout import row
from dialogue_notes.ui.record.prompts import Prompt
from dialogue_notes.ui.theme.theme import theme


class ShorthandPrompt(Prompt):
    """A key and Enter. `given(key, words)`; `left` on Esc."""

    given = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.words = ""
        self._asked = ElidedLabel(strong=True)
        self._wrong = PlainLabel(tone=Tone.RED)
        self.edit = QLineEdit()
        self.edit.setDragEnabled(False)
        self.edit.setAccessibleName("Key for the words selected")
        self.edit.returnPressed.connect(lambda: self.given.emit(self.edit.text(), self.words))
        self.edit.textEdited.connect(lambda _text: self._wrong.clear())
        help_words = ElidedLabel("Enter keeps it · Ctrl+G opens the list · Esc leaves it", tone=Tone.MUTED)
        line = row(
            PlainLabel("Key for"), self._asked, self.edit, self._wrong, None, help_words,
            margins=(14, 8, 14, 8), gap=12,
        )  # fmt: skip
        self.setLayout(line)
        theme().changed.connect(self._measure)
        self._measure()
        self.hide()

    def ask(self, words: str, key: str) -> None:
        """Asks for the key of `words`; `key` is proposed."""
        self.words = words
        self._asked.setText(f"“{words}”")
        self._wrong.clear()
        self.edit.setText(key)
        self.edit.setAccessibleDescription(words)
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    def show_wrong(self, error: KnownError) -> None:
        """Says what is wrong with the key."""
        self._wrong.setText(error.details.get("detail", "").capitalize() or error.message)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def forget(self) -> None:
        """Hides it and drops the words."""
        self.words = ""
        self._asked.setText("")
        self._asked.setToolTip("")
        self._wrong.clear()
        self.edit.setText("")
        self.edit.setAccessibleDescription("")
        self.hide()

    def _measure(self) -> None:
        self.edit.setFixedWidth(theme().px(110))
