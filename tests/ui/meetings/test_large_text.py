"""At 200 % text on a laptop's screen nothing in the Meetings room is cut off that cannot give way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_notes.app.compose import Composition
from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.meetings.about import AboutPane
from dialogue_notes.ui.meetings.tree import DialogueTree

pytestmark = pytest.mark.usefixtures("meeting")


def _head(opened: Composition, zoom_steps: int) -> AboutPane:
    opened.window.resize(1280, 800)
    opened.theme.zoom_by(zoom_steps)
    for _ in range(3):  # the rail, then the room, then what is in it
        QApplication.processEvents()
    found = opened.window.findChild(AboutPane)
    assert isinstance(found, AboutPane)
    return found


def test_buttons_stand_whole_below_the_title_where_there_is_no_room_beside_it(opened: Composition) -> None:
    head = _head(opened, 6)
    assert opened.theme.zoom == 2.0
    for button in head.findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
            assert head.rect().contains(button.geometry())
    assert head._open.geometry().top() > head._title.geometry().bottom()
    date = head._first.edit
    assert date.width() > date.fontMetrics().horizontalAdvance("28 September 2026")


def test_buttons_stand_beside_the_title_where_there_is_room(opened: Composition) -> None:
    head = _head(opened, 0)
    assert abs(head._open.geometry().center().y() - head._title.geometry().center().y()) < 6
    assert head._first.geometry().top() == head._place.geometry().top()


def test_the_tree_leaves_most_of_the_room_to_the_meeting(opened: Composition) -> None:
    _head(opened, 6)
    tree = opened.window.findChild(DialogueTree)
    assert tree is not None
    room = tree.parentWidget()
    assert room is not None
    assert tree.width() <= 0.37 * room.width()
