"""Locked or hidden in the middle of an answer: the safe outcome is kept, and what was typed is there again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dialogue_notes.storage import half_typed
from dialogue_notes.ui.record.who_sheet import WhoSheet
from tests.support.looking import in_accessibility_tree, in_widgets
from tests.ui.conftest import focused
from tests.ui.record.conftest import Table
from tests.ui.record.test_as_it_was import ask_for_a_reason

SHIFT = Qt.KeyboardModifier.ShiftModifier
NEWCOMER, REASON = "Kang Min-ji", "Zwiebelturm, both chairs"


def hide_and_show(table: Table) -> None:
    for _time in range(2):
        table.composition.commands.run("record.hide")
        table.settle()


def walk_in(table: Table) -> None:
    """As far as the question whether the newcomer was told the rule."""
    table.press(Qt.Key.Key_F2)
    table.settle()
    table.press(Qt.Key.Key_N, SHIFT)
    QTest.keyClicks(focused(), NEWCOMER)
    table.press(Qt.Key.Key_Return)
    sheet = table.view.findChild(WhoSheet)
    assert isinstance(sheet, WhoSheet)
    assert focused() is sheet.told


def hands_off_and_on(table: Table) -> None:
    for _time in range(2):
        table.composition.commands.run("record.hands_off")
        table.settle()
    table.press(Qt.Key.Key_Return)
    table.settle()


@pytest.mark.parametrize("interrupt", [Table.lock_and_unlock, hide_and_show, hands_off_and_on])
def test_whoever_came_in_is_noted_though_nobody_said_whether_they_were_told(
    table: Table, interrupt: Callable[[Table], None]
) -> None:
    walk_in(table)
    interrupt(table)
    said = [entry.text for entry in table.entries() if entry.text]
    assert said == [f"{NEWCOMER} joins"]
    interrupt(table)
    assert [entry.text for entry in table.entries() if entry.text] == said


def test_an_arrival_that_was_answered_is_noted_once_though_the_lock_comes_at_once(table: Table) -> None:
    walk_in(table)
    table.press(Qt.Key.Key_Return)
    table.lock_and_unlock()
    assert [entry.text for entry in table.entries()] == [f"{NEWCOMER} joins, told the rule"]


def test_words_half_typed_into_a_question_are_there_again_after_hiding(table: Table) -> None:
    field = ask_for_a_reason(table)
    name = field.accessibleName()
    field.insert(REASON)
    field.setCursorPosition(4)
    table.composition.commands.run("record.hide")
    table.settle()
    assert not [text for text in (*in_widgets(), *in_accessibility_tree()) if REASON in text]
    assert [
        each.text for each in table.read(lambda reader: half_typed.half_typed(reader, table.meeting_id))
    ] == [REASON]
    table.composition.commands.run("record.hide")
    table.settle()
    assert f"when you are asked again: {name}" in table.view.message.words()
    again = ask_for_a_reason(table)
    assert (again.text(), again.cursorPosition()) == (REASON, 4)


def test_words_half_typed_are_kept_though_another_room_is_in_front(table: Table) -> None:
    ask_for_a_reason(table).insert(REASON)
    table.composition.window.show_room("meetings")
    table.settle()
    table.lock_and_unlock()
    table.composition.window.show_room("record")
    table.settle()
    assert ask_for_a_reason(table).text() == REASON
