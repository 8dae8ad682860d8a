"""A larger field for the closing text that the chairs read aloud: many lines, typed or pasted, kept as one entry."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import TextField
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.positions import to_code_points, to_units
from dialogue_notes.ui.record.prompts import Prompt
from dialogue_notes.ui.theme.theme import theme

_HIGH = 220


class _ClosingField(TextField):
    """Ctrl and Enter keeps the text, Esc puts it aside."""

    kept = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _keeps(event):
            event.accept()  # the key means something else in the typing line
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _keeps(event):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _keeps(event: QKeyEvent) -> bool:
    has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return has_control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ClosingPrompt(Prompt):
    """`typed(text, caret)` with the caret in code points, `kept(text)`, `put_aside` on Esc: the text stays."""

    typed = Signal(str, int)
    kept = Signal(str)
    put_aside = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Closing text of the chairs")
        self.field = _ClosingField("Closing text of the chairs", "What the chairs read aloud, word for word")
        self.field.setProperty("face", "record")
        keep = Button("Keep as one entry", kind=ButtonKind.PRIMARY, keys="Ctrl+Return")
        aside = Button("Put aside", kind=ButtonKind.QUIET, keys="Esc")
        words = PlainLabel("Saved as you type.", tone=Tone.MUTED, size=Size.SMALL)
        self.setLayout(
            column(
                PlainLabel("Closing text of the chairs", strong=True),
                self.field,
                row(keep, aside, None, words, gap=12),
                margins=(14, 10, 14, 10),
            )
        )
        self._is_setting = False
        self.field.textChanged.connect(self._tell)
        self.field.cursorPositionChanged.connect(self._tell)
        self.field.kept.connect(lambda: self.kept.emit(self.text()))
        self.field.left.connect(self.put_aside)
        keep.clicked.connect(lambda: self.kept.emit(self.text()))
        aside.clicked.connect(self.put_aside)
        theme().changed.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """What stands in the field, character for character; what an input method has not committed is not in it."""
        block, lines = self.field.document().firstBlock(), []
        while block.isValid():
            lines.append(block.text())
            block = block.next()
        return "\n".join(lines)

    def show_text(self, text: str, caret: int) -> None:
        """Opens with a text and its caret."""
        self._is_setting = True
        if text != self.text():
            self.field.setPlainText(text)
        cursor = self.field.textCursor()
        cursor.setPosition(min(to_units(text, caret), self.field.document().characterCount() - 1))
        self.field.setTextCursor(cursor)
        self._is_setting = False
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        """Hides it; the caret goes back to the line."""
        had_focus = self.isVisible()
        self.forget()
        if had_focus:
            self.left.emit()

    def forget(self) -> None:
        """Hides it and drops every word; the draft is on the disk."""
        self._is_setting = True
        self.field.forget()
        self._is_setting = False
        self.hide()

    def _tell(self) -> None:
        if not self._is_setting:
            text = self.text()
            self.typed.emit(text, to_code_points(text, self.field.textCursor().position()))

    def _fit(self) -> None:
        self.field.setFixedHeight(theme().px(_HIGH))
