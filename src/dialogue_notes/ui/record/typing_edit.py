"""The one line to type in."""

from __future__ import annotations

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
from dialogue_notes.ui.common.painting import is_right_to_left
from dialogue_notes.ui.common.positions import to_code_points, to_units
from dialogue_notes.ui.record.line_keys import COMPOSING_KEYS, is_a_shortcut
from dialogue_notes.ui.theme.theme import theme

PLACEHOLDER = "Type what is said. hk: names a speaker, F1 shows the marks"
HANDS_OFF = "Nothing can be typed. F9 resumes · ↑ reaches back to earlier entries"
MEETING_CLOSED = "This meeting is closed. Open it again in Meetings to write in it."

LONGEST_SHOWN = 10_000
"""Code points that are laid out in the line. Qt lays out the whole line anew with every key: 3 ms for these, but
0.8 s for 5 million. Of a longer text the rest waits behind the line and belongs to it.
"""

_HEAD = 200


class TypingEdit(QLineEdit):
    """Knows keys, not meaning. What an input method has not committed yet is in no signal.

    Signals: `line_changed(text, caret)` with the caret in code points, `kept(text)` on Enter, `picked_changed(number)`
    when the arrow down chose another candidate, `up_pressed`, `list_requested` (Shift and arrow up),
    `page_requested(pages)`, `left` (Esc), `undo_requested` and `redo_requested` when the line has nothing of its own
    to undo, `half_refused` when half a character (a lone surrogate), which no file can hold, was left out.
    """

    line_changed = Signal(str, int)
    kept = Signal(str)
    picked_changed = Signal(int)
    up_pressed = Signal()
    list_requested = Signal()
    page_requested = Signal(int)
    left = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    half_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._candidates: tuple[Candidate, ...] = ()
        self._picked = 0
        self._is_setting = False
        self._composed = ""
        self._rest = ""
        self._told: tuple[str, int] | None = None
        self._before_paste: tuple[str, int, str] | None = None
        self.setObjectName("typing-line")
        self.setAccessibleName("Typing line")
        self.setProperty("face", "record")
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMaxLength(10_000_000)
        self.setCursorMoveStyle(Qt.CursorMoveStyle.VisualMoveStyle)
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._tell)
        self.set_closed("")

    def whole(self) -> str:
        """All that was typed and pasted, also what is too long to be shown."""
        return self.text() + self._rest

    def set_line(self, text: str, caret: int) -> None:
        """Puts a line in with its caret (a code point); nothing of the line before can be undone into it."""
        units = to_units(text, caret)
        if text == self.whole() and units == self.cursorPosition():
            return
        is_long = len(text) > LONGEST_SHOWN
        shown = text[:_HEAD] if is_long else text
        self._put(shown, min(units, to_units(shown, len(shown))), text[_HEAD:] if is_long else "")

    def expand_line(self, text: str, caret: int) -> None:
        """Changes one run of the line in a way that undo brings back, and puts the caret (a code point); what is the
        same behind the caret stays.
        """
        if self._rest:
            self.set_line(text, caret)
            return
        shown = self.text()
        start = _alike(shown, text)
        same = _alike(shown[start:][::-1], text[start:][::-1])
        end = min(same, len(text) - caret)
        self._is_setting, self._told = True, None
        units = to_units(shown, start)
        self.home(False)  # a caret that moves parts what is done now from what was typed, for undo
        self.end(False)
        self.setSelection(units, to_units(shown, len(shown) - end) - units)
        self.insert(text[start : len(text) - end])
        self.setCursorPosition(to_units(text, caret))
        self._is_setting = False

    def forget(self) -> None:
        """Empties the line, what an input method is composing, and everything that could be undone into it."""
        QGuiApplication.inputMethod().reset()
        self._composed = ""
        self._put("", 0, "")

    def finish_composing(self) -> None:
        """Takes what an input method is composing into the line; without one that answers, as it stands."""
        QGuiApplication.inputMethod().commit()
        if self._composed:
            rest = QInputMethodEvent()
            rest.setCommitString(self._composed)
            self.inputMethodEvent(rest)

    def set_closed(self, why: str) -> None:
        """With words that say why: nothing can be typed, pasted or composed. Without: as usual."""
        self.setReadOnly(bool(why))
        self.setPlaceholderText(why or PLACEHOLDER)
        self.setAccessibleDescription(why)

    def set_candidates(self, candidates: tuple[Candidate, ...]) -> None:
        """What Tab can put in now; the first is picked."""
        self._candidates = candidates
        self._picked = 0
        self.update()

    @property
    def picked(self) -> Candidate | None:
        """The candidate that Tab takes."""
        return self._candidates[self._picked] if self._candidates else None

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._composed and event.key() in COMPOSING_KEYS:
                event.accept()  # an input method that lets such a key through still means itself
                return True
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
        elif self.isReadOnly() or is_a_shortcut(event):
            event.ignore()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.kept.emit(self.whole())
        elif key == Qt.Key.Key_Down:
            self._pick_next()
        elif not self._history_key(event) and not self._edits_long(event):
            super().keyPressEvent(event)
            if event.matches(QKeySequence.StandardKey.Undo) and self.hasSelectedText():
                self.setCursorPosition(
                    self.selectionEnd()
                )  # the next key must not replace what just came back

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt lets an input method write even where nothing can be typed; hands off means hands off."""
        if self.isReadOnly():
            event.ignore()
            return
        self._composed = event.preeditString()
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

    def _put(self, shown: str, units: int, rest: str) -> None:
        self._is_setting = True
        self._rest, self._told, self._before_paste = rest, None, None
        self.setText(shown)
        self.setCursorPosition(units)
        self._is_setting = False

    def _history_key(self, event: QKeyEvent) -> bool:
        """Undo and redo beyond the line itself; whether the key was one of these."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            if self._before_paste is None:
                self.undo_requested.emit()
            else:
                self._put(*self._before_paste)
                self._tell()
            return True
        if event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable():
            self.redo_requested.emit()
            return True
        return False

    def _edits_long(self, event: QKeyEvent) -> bool:
        """Pasting what is too long to be laid out, and deleting what waits behind the line; whether it was done."""
        if event.matches(QKeySequence.StandardKey.Paste):
            pasted = QGuiApplication.clipboard().text()
            if len(pasted) + len(self.text()) <= LONGEST_SHOWN:
                return False
            text, start, end = self._selected()
            head, before = text[:start] + pasted[:_HEAD], (text, self.cursorPosition(), self._rest)
            self._put(head, to_units(head, len(head)), pasted[_HEAD:] + text[end:] + self._rest)
            self._before_paste = before
            self._tell()
            return True
        is_at_end = self.cursorPosition() == to_units(self.text(), len(self.text()))
        if event.key() == Qt.Key.Key_Delete and self._rest and is_at_end and not self.hasSelectedText():
            self._rest, self._told = "", None
            self._tell()
            return True
        return False

    def _selected(self) -> tuple[str, int, int]:
        """The text shown and what is selected of it, in code points; the caret where nothing is."""
        text, caret = self.text(), self.cursorPosition()
        start, end = (
            (self.selectionStart(), self.selectionEnd()) if self.hasSelectedText() else (caret, caret)
        )
        return text, to_code_points(text, start), to_code_points(text, end)

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
            self.picked_changed.emit(self._picked)
            self.update()

    def _ghost(self) -> str:
        """Behind the end of the line: that there is more than is shown, or the rest of what Tab would put in."""
        text, picked = self.text(), self.picked
        is_at_end = self.cursorPosition() == to_units(text, len(text))
        if not is_at_end or self.isReadOnly() or self._composed or is_right_to_left(text[-_HEAD:]):
            return ""
        if self._rest:
            return "…"
        if picked is None:
            return ""
        typed = text[picked.start :]
        rest = picked.replacement.rstrip(": ")
        return rest[len(typed) :] if rest.casefold().startswith(typed.casefold()) else ""

    def _tell(self) -> None:
        if self._is_setting:
            return
        text, caret = self.text(), self.cursorPosition()
        if caret > to_units(text, len(text)):  # Qt holds more than can be read: half a character was left out
            self._put(text, to_units(text, len(text)), self._rest)
            self.half_refused.emit()
            caret = self.cursorPosition()
        if (text, caret) != self._told:  # Qt tells of the text and of the caret, one after the other
            self._told = text, caret
            self.line_changed.emit(text + self._rest, to_code_points(text, caret))


def _alike(one: str, other: str) -> int:
    """How many letters the two begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
