"""The one line to type in."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit

from dialogue_notes.domain.typing_line.completion import Candidate
from dialogue_notes.ui.common.positions import to_code_points, to_units
from dialogue_notes.ui.theme.theme import theme

PLACEHOLDER = "Type what is said. hk: names a speaker, F1 shows the marks"
HANDS_OFF = "Nothing can be typed. F9 resumes · ↑ reaches back to earlier entries"
MEETING_CLOSED = "This meeting is closed. Open it again in Meetings to write in it."


class TypingEdit(QLineEdit):
    """Knows keys, not meaning. What an input method has not committed yet is in no signal.

    Signals: `line_changed(text, caret)` with the caret in code points, `kept(text)` on Enter, `up_pressed`,
    `list_requested` (Shift and arrow up), `page_requested(pages)`, `left` (Esc), `undo_requested` and
    `redo_requested` when the line has nothing of its own to undo.
    """

    line_changed = Signal(str, int)
    kept = Signal(str)
    up_pressed = Signal()
    list_requested = Signal()
    page_requested = Signal(int)
    left = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._candidates: tuple[Candidate, ...] = ()
        self._picked = 0
        self._is_setting = False
        self.setObjectName("typing-line")
        self.setAccessibleName("Typing line")
        self.setProperty("face", "record")
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMaxLength(10_000_000)
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._tell)
        self.set_closed("")

    def set_line(self, text: str, caret: int) -> None:
        """Puts a line in with its caret (a code point); nothing of the line before can be undone into it."""
        units = to_units(text, caret)
        if text == self.text() and units == self.cursorPosition():
            return
        self._is_setting = True
        self.setText(text)
        self.setCursorPosition(units)
        self._is_setting = False

    def forget(self) -> None:
        """Empties the line, what an input method is composing, and everything that could be undone into it."""
        QGuiApplication.inputMethod().reset()
        self._is_setting = True
        self.setText("")
        self._is_setting = False

    def set_closed(self, why: str) -> None:
        """With words that say why: nothing can be typed, pasted or composed. Without: as usual."""
        self.setReadOnly(bool(why))
        self.setPlaceholderText(why or PLACEHOLDER)
        self.setAccessibleDescription(why)

    def set_candidates(self, candidates: tuple[Candidate, ...]) -> None:
        """What Tab would put in; the first is drawn faintly after the caret."""
        self._candidates = candidates
        self._picked = 0
        self.update()

    @property
    def picked(self) -> Candidate | None:
        """The candidate that Tab takes."""
        return self._candidates[self._picked] if self._candidates else None

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_tab = event.key() == Qt.Key.Key_Tab and not event.modifiers()
            if is_tab and not self.isReadOnly() and (self.picked or self.text()):
                self._complete()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Up:
            (self.list_requested if shifted else self.up_pressed).emit()
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.page_requested.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.isReadOnly() or _is_a_shortcut(event):
            event.ignore()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.kept.emit(self.text())
        elif key == Qt.Key.Key_Down:
            self._pick_next()
        elif not self._history_key(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt lets an input method write even where nothing can be typed; hands off means hands off."""
        if self.isReadOnly():
            event.ignore()
        else:
            super().inputMethodEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Without Qt's own, which makes a selection the X11 primary selection and pastes that of others."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ghost = self._ghost()
        if not ghost:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme().colour("muted"))
        caret = self.cursorRect()
        metrics = self.fontMetrics()
        middle = caret.center().y() + (metrics.ascent() - metrics.descent()) // 2
        painter.drawText(QPoint(caret.center().x() + 1, middle), ghost)

    def _history_key(self, event: QKeyEvent) -> bool:
        """Undo and redo beyond the line itself; whether the key was one of these."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_requested.emit()
            return True
        if event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable():
            self.redo_requested.emit()
            return True
        return False

    def _complete(self) -> None:
        picked = self.picked
        if picked is None:
            return
        text = self.text()
        start, end = to_units(text, picked.start), self.cursorPosition()
        self.setSelection(start, end - start)
        self.insert(picked.replacement)

    def _pick_next(self) -> None:
        if self._candidates:
            self._picked = (self._picked + 1) % len(self._candidates)
            self.update()

    def _ghost(self) -> str:
        """The rest of what Tab would put in, when it goes on from what is typed at the end of the line."""
        picked = self.picked
        if picked is None or self.cursorPosition() != len(self.text()) or self.isReadOnly():
            return ""
        typed = self.text()[picked.start :]
        rest = picked.replacement.rstrip(": ")
        return rest[len(typed) :] if rest.casefold().startswith(typed.casefold()) else ""

    def _tell(self) -> None:
        if not self._is_setting:
            text = self.text()
            self.line_changed.emit(text, to_code_points(text, self.cursorPosition()))


def _is_a_shortcut(event: QKeyEvent) -> bool:
    """Alt and a key are for commands, and no letter where there is none; on a Mac they write letters."""
    return sys.platform != "darwin" and event.modifiers() == Qt.KeyboardModifier.AltModifier
