"""What the panels of dangers and of the checklist have in common: acts are said in place, and turned by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame

from dialogue_notes.errors import KnownError
from dialogue_notes.ui.common.labels import Tone
from dialogue_notes.ui.common.messages import InlineMessage

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class ActingPanel(QFrame):
    """`undo_requested` and `redo_requested`; `left` on Esc; `woken` and `slept` as it is shown and hidden."""

    undo_requested = Signal()
    redo_requested = Signal()
    left = Signal()
    woken = Signal()
    slept = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAccessibleName(name)
        self.message = InlineMessage()

    def show_done(self, words: str) -> None:
        """Says in place what was just done, with its undoing."""
        self.message.show_words(words, tone=Tone.GREEN, action="Undo", act=self.undo_requested.emit)

    def show_undone(self, words: str) -> None:
        """Says in place what was taken back or done again."""
        self.message.show_words(words, tone=Tone.GREEN)

    def show_failed(self, error: KnownError) -> None:
        """What went wrong."""
        self.message.show_error(error)

    def take_turn(self, event: QKeyEvent) -> bool:
        """Takes Ctrl+Z and Ctrl+Shift+Z of what has the focus here; whether it was one of them."""
        is_down = event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
        if not is_down or event.key() != Qt.Key.Key_Z or event.modifiers() & ~_SHIFT != _CONTROL:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.modifiers() & _SHIFT:
            self.redo_requested.emit()
        else:
            self.undo_requested.emit()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.woken.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.message.forget()
        self.slept.emit()
