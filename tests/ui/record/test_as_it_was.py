"""After unlocking: place in the record, selection, caret, folded panels, words half typed into a question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from dialogue_notes.storage import half_typed
from tests.support.looking import in_widgets
from tests.ui.conftest import focused
from tests.ui.record.conftest import Table

SHIFT = Qt.KeyboardModifier.ShiftModifier
REASON = "Zwiebelturm, both chairs"


def lock_and_unlock(table: Table) -> None:
    table.lock_and_unlock()
    QApplication.processEvents()


def test_the_place_in_the_record_and_what_is_selected_are_as_they_were(table: Table) -> None:
    table.enter(*(f"hw: entry {number} {'words ' * 30}" for number in range(40)))
    record = table.view.list
    record.setFocus()
    index = record.model().index(12, 0)
    record.setCurrentIndex(index)
    record.scrollTo(record.model().index(10, 0))
    record.viewport().repaint()
    ids, place, height = record.selected_ids(), record.visualRect(index), record.verticalScrollBar().value()
    assert len(ids) == 1
    assert height < record.verticalScrollBar().maximum()
    lock_and_unlock(table)
    record.viewport().repaint()
    assert record.selected_ids() == ids
    assert record.visualRect(record.model().index(12, 0)) == place
    assert table.view.area.edit.hasFocus()


def test_at_the_end_of_the_record_the_end_is_followed_again(table: Table) -> None:
    table.enter(*(f"hw: entry {number} {'words ' * 30}" for number in range(40)))
    lock_and_unlock(table)
    table.enter("the newest")
    bar = table.view.list.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_what_is_selected_in_the_line_is_selected_again(table: Table) -> None:
    table.type("hw: half typed")
    for _ in range(5):
        table.press(Qt.Key.Key_Left, SHIFT)
    assert table.view.area.edit.selectedText() == "typed"
    lock_and_unlock(table)
    assert table.view.area.edit.selectedText() == "typed"
    table.press(Qt.Key.Key_Right, SHIFT)
    assert table.view.area.edit.selectedText() == "yped"
    table.type("x")
    assert table.view.area.edit.text() == "hw: half tx"


def test_folded_panels_stay_folded(table: Table) -> None:
    table.composition.commands.run("record.agenda")
    assert table.view.agenda.isHidden()
    lock_and_unlock(table)
    assert table.view.agenda.isHidden()
    assert table.view.roster.isVisible()


def ask_for_a_reason(table: Table) -> QLineEdit:
    table.composition.commands.run("record.rule.on_record")
    field = focused()
    assert isinstance(field, QLineEdit)
    QApplication.processEvents()
    return field


def test_a_reason_half_typed_is_there_when_it_is_asked_for_again(table: Table) -> None:
    field = ask_for_a_reason(table)
    name = field.accessibleName()
    field.insert(REASON)
    field.setCursorPosition(4)
    table.lock_and_unlock()
    assert not [text for text in in_widgets() if REASON in text]
    assert f"when you are asked again: {name}" in table.view.message.words()
    again = ask_for_a_reason(table)
    assert (again.text(), again.cursorPosition()) == (REASON, 4)
    table.settle()
    assert table.read(lambda reader: half_typed.half_typed(reader, table.meeting_id)) == ()
    table.press(Qt.Key.Key_Escape)
    assert ask_for_a_reason(table).text() == ""


def test_words_that_nobody_took_up_outlive_another_locking(table: Table) -> None:
    ask_for_a_reason(table).insert(REASON)
    table.lock_and_unlock()
    table.lock_and_unlock()
    assert ask_for_a_reason(table).text() == REASON


def test_the_half_typed_line_is_no_matter_of_fields(table: Table) -> None:
    table.type("hw: half")
    table.lock_and_unlock()
    assert table.read(lambda reader: half_typed.half_typed(reader, table.meeting_id)) == ()
    assert "half" not in repr(half_typed.HalfTyped("name", "half"))
