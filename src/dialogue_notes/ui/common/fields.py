"""What is typed into and chosen from, each with its caption and its own line for what is wrong.

In this module: `LineField`, `PassphraseField`, `ChoiceField`, `TextField`, `captioned`.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone, restyle
from dialogue_notes.ui.common.layout import column


def captioned(caption: str | PlainLabel, widget: QWidget, hint: str = "") -> QVBoxLayout:
    """A widget below its caption, with a quiet hint below it; the caption is its accessible name too."""
    label = PlainLabel(caption, tone=Tone.MUTED, size=Size.SMALL) if isinstance(caption, str) else caption
    label.setBuddy(widget)
    widget.setAccessibleName(label.text())
    if not hint:
        return column(label, widget, gap=3)
    widget.setAccessibleDescription(hint)
    return column(label, widget, PlainLabel(hint, tone=Tone.MUTED, size=Size.SMALL, wraps=True), gap=3)


class LineField(QWidget):
    """One line of text. `changed(text)` as it is typed, `finished(text)` on Enter or when left, if it changed."""

    changed = Signal(str)
    finished = Signal(str)

    def __init__(self, caption: str, *, placeholder: str = "", hint: str = "") -> None:
        super().__init__()
        self.edit = _LineEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setDragEnabled(False)
        self._settled = ""
        self._caption = PlainLabel(caption, tone=Tone.MUTED, size=Size.SMALL)
        self._wrong = PlainLabel(tone=Tone.RED, size=Size.SMALL, wraps=True)
        self._wrong.hide()
        self.setLayout(column(captioned(self._caption, self.edit, hint), self._wrong, None, gap=3))
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._on_edit)
        self.edit.editingFinished.connect(self._on_finish)

    def text(self) -> str:
        """What stands in the field, without spaces around it."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Puts `text` in, without a signal."""
        self._settled = text
        self.edit.setText(text)
        self.edit.setCursorPosition(0)

    def refresh_text(self, text: str) -> None:
        """As `set_text`, but leaves alone what a person is typing there just now."""
        if not (self.edit.hasFocus() and self.edit.text() != self._settled):
            self.set_text(text)

    def set_caption(self, caption: str) -> None:
        """Another caption, also for a screen reader; it may take several lines."""
        self._caption.setWordWrap(True)
        self._caption.setText(caption)
        self.edit.setAccessibleName(caption)

    def show_wrong(self, words: str) -> None:
        """Says below the field what is wrong with it; empty words take that back."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        restyle(self.edit, wrong="true" if words else "false")

    def forget(self) -> None:
        """Empties the field and its memory of what was undone."""
        self.set_text("")
        self.show_wrong("")

    def _on_edit(self, text: str) -> None:
        self.show_wrong("")
        self.changed.emit(text)

    def _on_finish(self) -> None:
        if self.text() != self._settled:
            self._settled = self.text()
            self.finished.emit(self._settled)


class _LineEdit(QLineEdit):
    """Leaves Ctrl+E to the program: on X11 Qt takes it for "end of the line", which End is too."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if is_control and event.key() == Qt.Key.Key_E:
                event.ignore()
                return False
        return super().event(event)


class PassphraseField(QWidget):
    """A line for a secret: hidden, with a word about Caps Lock. `take` hands the secret over and empties it.

    Qt keeps what is typed in a string of its own that Python cannot wipe; `take` overwrites the widget's text
    and its undo history, which is all that can be done from here.
    """

    submitted = Signal()
    changed = Signal()

    def __init__(self, caption: str, hint: str = "") -> None:
        super().__init__()
        self.edit = _SecretEdit()
        self._caps = PlainLabel("Caps Lock is on", tone=Tone.AMBER, size=Size.SMALL)
        self._caps.hide()
        self._wrong = PlainLabel(tone=Tone.RED, size=Size.SMALL, wraps=True)
        self._wrong.hide()
        self.setLayout(column(captioned(caption, self.edit, hint), self._caps, self._wrong, None, gap=3))
        self.setFocusProxy(self.edit)
        self.edit.returnPressed.connect(self.submitted)
        self.edit.textEdited.connect(self._on_edit)
        self.edit.caps_lock_seen.connect(self._caps.setVisible)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.edit.text()

    def take(self) -> bytearray:
        """What was typed, in UTF-8, to be zeroed by whoever gets it; the field is empty afterwards."""
        secret = bytearray(self.edit.text().encode("utf-8", "surrogatepass"))
        self.forget()
        return secret

    def matches(self, other: PassphraseField) -> bool:
        """Whether both hold the same."""
        return self.edit.text() == other.edit.text()

    def copy(self) -> bytearray:
        """What is typed, for judging its strength; the field keeps it."""
        return bytearray(self.edit.text().encode("utf-8", "surrogatepass"))

    def set_shown(self, is_shown: bool) -> None:
        """Whether the letters can be read."""
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)

    def show_wrong(self, words: str) -> None:
        """Says below the field what is wrong with it; empty words take that back."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        restyle(self.edit, wrong="true" if words else "false")

    def forget(self) -> None:
        """Overwrites and empties the field."""
        self.edit.setText("\0" * len(self.edit.text()))
        self.edit.setText("")
        self._caps.hide()

    def _on_edit(self) -> None:
        self.show_wrong("")
        self.changed.emit()


class _SecretEdit(QLineEdit):
    """A hidden line that cannot be dragged from, and that notices Caps Lock."""

    caps_lock_seen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setProperty("scale", "large")
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt does not tell the state of Caps Lock; a letter that comes out upside down of Shift does.
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_seen.emit(letter.isupper() != has_shift)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.caps_lock_seen.emit(False)
        super().focusOutEvent(event)


class ChoiceField(QWidget):
    """One of a closed set, by code. `chosen(code)` when a person picks; typing a letter finds its word."""

    chosen = Signal(str)

    def __init__(self, caption: str, choices: Iterable[tuple[str, str]], hint: str = "") -> None:
        super().__init__()
        self.box = QComboBox()
        for code, words in choices:
            self.box.addItem(words, code)
        self.setLayout(column(captioned(caption, self.box, hint), None))
        self.setFocusProxy(self.box)
        self.box.activated.connect(lambda _index: self.chosen.emit(self.code()))

    def code(self) -> str:
        """The code of what is chosen."""
        return str(self.box.currentData() or "")

    def set_code(self, code: str) -> None:
        """Shows `code` as chosen, without a signal."""
        self.box.setCurrentIndex(max(0, self.box.findData(code)))

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Other choices; what was chosen stays if it is among them."""
        code = self.code()
        self.box.clear()
        for each, words in choices:
            self.box.addItem(words, each)
        self.set_code(code)


class TextField(QPlainTextEdit):
    """Several lines of plain text; Tab leaves the field, pasting takes the words alone."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)

    def forget(self) -> None:
        """Empties the field and its undo history."""
        self.clear()
        self.document().clearUndoRedoStacks()
