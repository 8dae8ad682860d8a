"""Where a comment is typed: what Enter will do with it is said above it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import TextField
from dialogue_notes.ui.common.flow import Flow
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column
from dialogue_notes.ui.theme.theme import theme


class Purpose(Enum):
    """What the words are for."""

    COMMENT = auto()
    SECOND_LOOK = auto()
    REPLY = auto()
    EDIT = auto()
    SETTLE = auto()


_CAPTIONS = {
    Purpose.COMMENT: "New comment",
    Purpose.SECOND_LOOK: "Why somebody else should look at it",
    Purpose.REPLY: "Reply",
    Purpose.EDIT: "Your comment, in other words",
    Purpose.SETTLE: "Why no second look is needed any more",
}
_BUTTONS = {
    Purpose.COMMENT: "Comment",
    Purpose.SECOND_LOOK: "Ask for a second look",
    Purpose.REPLY: "Reply",
    Purpose.EDIT: "Change",
    Purpose.SETTLE: "Settle",
}


@dataclass(frozen=True, slots=True)
class Target:
    """What the words are for, and of which thread and comment."""

    purpose: Purpose = Purpose.COMMENT
    thread_id: str = ""
    comment_id: str = ""


NEW = Target()


class CommentField(QFrame):
    """`entered(Target, text)` on Enter; `typed(text, caret)` as it is typed; `left` on Esc where nothing is given up.

    Esc first gives up what the words are for and keeps the words; Shift+Enter is a new line.
    """

    entered = Signal(object, str)
    typed = Signal(str, int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edit = _Edit("Comment", "Enter keeps it, Shift+Enter is a new line")
        self.target = NEW
        self._handed_over = ""
        self.save = Button("", kind=ButtonKind.PRIMARY, keys="Return")
        self._caption = PlainLabel(tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self.cancel = Button("Cancel", kind=ButtonKind.QUIET, keys="Esc")
        self.look = Button("Ask for a second look …", kind=ButtonKind.QUIET)
        self._acts = Flow((self.save, self.look, self.cancel), gap=8)
        self.setLayout(column(self._caption, self.edit, self._acts, gap=6))
        self.setFocusProxy(self.edit)
        self.edit.entered.connect(self._enter)
        self.edit.escaped.connect(self._escape)
        self.edit.textChanged.connect(self._on_text)
        self.save.clicked.connect(self._enter)
        self.cancel.clicked.connect(self._escape)
        self.look.clicked.connect(self._ask_to_look)
        theme().changed.connect(self._measure)
        self._measure()
        self.aim(NEW)
        self.save.setEnabled(False)

    def aim(self, target: Target, text: str | None = None) -> None:
        """Says what the words are for; `text` takes the place of what stands there, which is kept otherwise."""
        self.target = target
        self._caption.setText(_CAPTIONS[target.purpose])
        self.save.set_words(_BUTTONS[target.purpose])
        self.edit.setAccessibleDescription(_CAPTIONS[target.purpose])
        self.cancel.setVisible(target != NEW)
        self.look.setVisible(target == NEW)
        self._acts.place()
        if text is not None:
            self.edit.setPlainText(text)
            self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)

    def put_back(self, text: str, caret: int) -> None:
        """What was typed before a lock, unless something stands there by now."""
        if self.edit.toPlainText():
            return
        self.edit.setPlainText(text)
        cursor = self.edit.textCursor()
        cursor.setPosition(min(caret, len(self.edit.toPlainText())))
        self.edit.setTextCursor(cursor)

    def free(self) -> None:
        """The words handed over are on the disk and go; what was typed behind them meanwhile stays."""
        left = self.edit.toPlainText().removeprefix(self._handed_over)
        self.edit.forget()
        self.aim(NEW, left)

    def forget(self) -> None:
        """Empties the field."""
        self.edit.forget()
        self.aim(NEW)

    def _ask_to_look(self) -> None:
        self.aim(Target(Purpose.SECOND_LOOK))
        self.edit.setFocus()

    def _enter(self) -> None:
        text = self.edit.toPlainText()
        if text.strip():
            self._handed_over = text
            self.entered.emit(self.target, text)

    def _escape(self) -> None:
        if self.target == NEW:
            self.left.emit()
        else:
            self.aim(NEW)
            self.edit.setFocus()

    def _on_text(self) -> None:
        text = self.edit.toPlainText()
        self.save.setEnabled(bool(text.strip()))
        self.typed.emit(text, self.edit.textCursor().position())

    def _measure(self) -> None:
        self.edit.setFixedHeight(theme().px(56))


class _Edit(TextField):
    """Enter hands the words over; Tab goes on. Where nothing typed can be undone, the keys for it are the room's."""

    entered = Signal()
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document, keys = self.document(), QKeySequence.StandardKey
            is_idle_undo = event.matches(keys.Undo) and not document.isUndoAvailable()
            if is_idle_undo or (event.matches(keys.Redo) and not document.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
