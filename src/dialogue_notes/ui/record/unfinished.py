"""Words half typed into a question or a sheet: kept in locking and hiding, there again when their field is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from dialogue_notes.services.recording.view import RecordView
from dialogue_notes.storage.half_typed import HalfTyped, half_typed, set_half_typed
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk

Field = QLineEdit | QPlainTextEdit | QTextEdit


class Unfinished(QObject):
    """Watches the fields in `room` but for the typing line, which has its draft. `kept(names)` after unlocking, and
    when hidden text is shown again.
    """

    kept = Signal(tuple)

    def __init__(self, office: Office, desk: Desk, room: QWidget, line: QWidget) -> None:
        super().__init__(room)
        self._office = office
        self._desk = desk
        self._room = room
        self._line = line
        self._meeting_id = ""
        self._waiting: dict[str, HalfTyped] = {}
        office.locking.connect(self._put_by)
        office.locked.connect(self._forget)
        desk.taken.connect(self._read)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def hide(self, is_hidden: bool) -> None:
        """Before the fields are emptied for hiding; or the text is shown again."""
        if is_hidden:
            self._put_by()
        elif self._waiting:
            self.kept.emit(tuple(self._waiting))

    def _put_by(self) -> None:
        meeting_id = self._meeting_id
        if not meeting_id:
            return
        found = {each.name: each for each in map(_words_in, self._fields()) if each.text.strip()}
        if found or self._waiting:
            self._waiting.update(found)
            words = tuple(self._waiting.values())
            self._office.keep(lambda vault: set_half_typed(vault, meeting_id, words))

    def _forget(self) -> None:
        self._meeting_id = ""
        self._waiting = {}

    def _read(self) -> None:
        view = self._desk.view
        if view is None or view.session.meeting_id == self._meeting_id:
            return
        meeting_id = self._meeting_id = view.session.meeting_id
        self._office.read(
            lambda reader: half_typed(reader, meeting_id), lambda words: self._take(view, words)
        )

    def _take(self, view: RecordView, words: tuple[HalfTyped, ...]) -> None:
        if view.session.meeting_id == self._meeting_id and words:
            self._waiting = {each.name: each for each in words}
            self.kept.emit(tuple(self._waiting))

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._waiting and isinstance(now, Field) and now.accessibleName() in self._waiting:
            QTimer.singleShot(0, now, lambda: self._put_back(now))  # whoever opens the field empties it first

    def _put_back(self, field: Field) -> None:
        name, meeting_id = field.accessibleName(), self._meeting_id
        if not field.isVisible():  # the focus comes back to a question that was left: asking it empties it
            return
        if not self._is_ours(field) or name not in self._waiting or not self._office.is_open:
            return
        words = self._waiting.pop(name)
        left = tuple(self._waiting.values())
        if not _words_in(field).text:
            _put(field, words)
        self._office.write(lambda vault: set_half_typed(vault, meeting_id, left), lambda _none: None)

    def _fields(self) -> Iterator[Field]:
        for field in self._room.findChildren(QWidget):
            if (
                isinstance(field, Field)
                and field.isVisibleTo(self._room)  # another room may be in front
                and not field.isReadOnly()
                and self._is_ours(field)
            ):
                yield field

    def _is_ours(self, field: QWidget) -> bool:
        """No cell of a table, which takes what is typed on being left, and no field without a name."""
        parent = field.parentWidget()
        while parent is not None and parent is not self._room:
            if isinstance(parent, QAbstractItemView):
                return False
            parent = parent.parentWidget()
        return parent is self._room and field is not self._line and bool(field.accessibleName())


def _words_in(field: Field) -> HalfTyped:
    """What stands in a field; half a character, which no database takes, is shown as such."""
    if isinstance(field, QLineEdit):
        text, caret = field.text(), field.cursorPosition()
    else:
        text, caret = field.toPlainText(), field.textCursor().position()
    words = HalfTyped(field.accessibleName(), text, caret)
    return replace(words, text=text.encode("utf-8", "replace").decode("utf-8"))


def _put(field: Field, words: HalfTyped) -> None:
    if isinstance(field, QLineEdit):
        field.insert(words.text)  # as if typed: whoever listens to keys hears of it
        field.setCursorPosition(words.caret)
    else:
        field.insertPlainText(words.text)
        cursor = field.textCursor()
        cursor.setPosition(min(words.caret, len(field.toPlainText())))
        field.setTextCursor(cursor)
