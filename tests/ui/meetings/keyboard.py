"""The Meetings room as a person at the keyboard has it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTableView, QWidget

from dialogue_notes.app.compose import Composition
from dialogue_notes.storage.vault import Readable
from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.meetings.snapshot import MeetingSnapshot, read_meeting
from dialogue_notes.ui.meetings.view import MeetingsView
from tests.ui.conftest import settle

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Room:
    """The room as a person at the keyboard has it."""

    def __init__(self, composition: Composition) -> None:
        self.composition = composition
        view = composition.window.findChild(MeetingsView)
        assert view is not None
        self.view = view

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)
        settle(self.composition)

    def type(self, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
        for letter in text:  # the first one may open an editor, which takes the others
            focus = QApplication.focusWidget()
            assert focus is not None
            if letter.isascii():
                QTest.keyClicks(focus, letter)
            else:  # what is on no key comes from an input method
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(focus, event)
        if end is not None:
            self.key(end)

    def press(self, words: str) -> None:
        for button in self.view.findChildren(Button):
            if words in {button.text(), button.accessibleName()} and button.isVisible():
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                settle(self.composition)
                return
        raise AssertionError(words)

    def field(self, name: str) -> QLineEdit:
        found = [each for each in self.view.findChildren(QLineEdit) if each.accessibleName() == name]
        shown = [each for each in found if each.isVisible()]
        assert shown, name
        return shown[0]

    def fill(self, name: str, text: str) -> None:
        edit = self.field(name)
        edit.setFocus()
        edit.selectAll()
        self.type(text)

    def table(self, name: str) -> QTableView:
        return next(each for each in self.view.findChildren(QTableView) if each.accessibleName() == name)

    def cell(self, name: str, row: int, column: int) -> None:
        """Puts the cursor there, as arrow keys would."""
        table = self.table(name)
        table.setFocus()
        table.setCurrentIndex(table.model().index(row, column))

    def choose(self, name: str, code: str) -> None:
        """Chooses in a closed set by keys."""
        boxes = [each for each in self.view.findChildren(QComboBox) if each.accessibleName() == name]
        box = next(each for each in boxes if each.isVisible())
        box.setFocus()
        step = box.findData(code) - box.currentIndex()
        key = Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up
        for _each in range(abs(step)):
            QTest.keyClick(box, key)
        settle(self.composition)

    def snapshot(self) -> MeetingSnapshot:
        meeting_id = self.composition.office.chosen.meeting_id or ""
        return self.read(lambda reader: read_meeting(reader, meeting_id))

    def read(self, work: Callable[[Readable], MeetingSnapshot]) -> MeetingSnapshot:
        found: list[MeetingSnapshot] = []
        self.composition.office.read(work, found.append)
        settle(self.composition)
        return found[0]

    def texts(self) -> str:
        labels = [each for each in self.view.findChildren(QWidget) if each.isVisible()]
        return "\n".join(str(each.property("text") or "") for each in labels)
