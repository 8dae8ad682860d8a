"""The keys for danger: hands off, hide, lock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from dialogue_notes.domain.codes import GroundRule, Kind
from tests.ui.conftest import wait_for
from tests.ui.record.conftest import Table

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def words_in(widget: QWidget) -> str:
    """Everything that a person or a screen reader could find in the widget tree."""
    found = [widget.accessibleName()]
    for child in widget.findChildren(QWidget):
        found += [child.accessibleName(), child.accessibleDescription(), child.toolTip()]
        if isinstance(child, QLabel | QLineEdit | QAbstractButton):
            found.append(child.text())
    return "\n".join(found)


def test_hands_off_refuses_every_key_and_time_passes_as_not_for_the_report(table: Table) -> None:
    table.enter("hw: before")
    table.type("half")
    table.press(Qt.Key.Key_F9)
    edit = table.view.area.edit
    assert edit.text() == ""
    table.type("nothing of this")
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_V, CONTROL)
    commit = QInputMethodEvent()
    commit.setCommitString("이것도")
    QApplication.sendEvent(edit, commit)
    assert edit.text() == ""
    table.settle()
    assert table.composition.window.band.property("mood") == "hands-off"
    assert [(entry.kind, entry.rule) for entry in table.entries()] == [
        (Kind.STATEMENT, GroundRule.CHATHAM_HOUSE),
        (Kind.GAP, GroundRule.NOT_FOR_REPORT),
    ]
    draft = table.draft()
    assert draft is not None
    assert (draft.text, draft.rule) == ("half", GroundRule.NOT_FOR_REPORT)


def test_typing_is_taken_up_again_by_one_key_and_the_half_typed_line_is_not_for_the_report(
    table: Table,
) -> None:
    table.enter("hw: before")
    table.type("half")
    table.press(Qt.Key.Key_F9)
    table.settle()
    table.press(Qt.Key.Key_F9)
    assert table.view.rule_prompt.hasFocus()
    table.press(Qt.Key.Key_Return)
    table.settle()
    edit = table.view.area.edit
    assert edit.hasFocus()
    assert edit.text() == "half"
    table.press(Qt.Key.Key_Return)
    table.enter("after")
    assert [entry.rule for entry in table.entries()] == [
        GroundRule.CHATHAM_HOUSE,
        GroundRule.NOT_FOR_REPORT,
        GroundRule.NOT_FOR_REPORT,
        None,
    ]


def test_a_stricter_rule_is_one_digit_away_and_a_looser_one_asks_for_its_reason(table: Table) -> None:
    office = table.composition.office
    table.press(Qt.Key.Key_Period, CONTROL)
    table.settle()
    table.press(Qt.Key.Key_Period, CONTROL)
    table.press(Qt.Key.Key_4)
    table.settle()
    assert (office.rule_now, office.hands_off_since) == (GroundRule.OFF_RECORD, "")
    table.press(Qt.Key.Key_F9)
    table.settle()
    table.press(Qt.Key.Key_F9)
    table.press(Qt.Key.Key_1)
    assert table.view.reason.isVisible()
    assert office.hands_off_since
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("both chairs, 14:20")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert (office.rule_now, office.hands_off_since) == (GroundRule.ON_RECORD, "")


def test_hands_off_outlives_locking(table: Table) -> None:
    table.press(Qt.Key.Key_F9)
    table.settle()
    table.lock_and_unlock()
    table.type("nothing")
    assert table.view.area.edit.text() == ""
    assert table.composition.office.hands_off_since


def test_arrow_up_reaches_back_to_earlier_entries(table: Table) -> None:
    table.enter("hw: one", "two", "three")
    table.press(Qt.Key.Key_F9)
    table.settle()
    table.press(Qt.Key.Key_Up, widget=table.view.area.edit)
    record = table.view.list
    table.press(Qt.Key.Key_Up, SHIFT, record)
    table.press(Qt.Key.Key_Return, widget=record)
    assert table.view.rule_prompt.hasFocus()
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert [entry.rule for entry in table.entries()][:3] == [
        GroundRule.CHATHAM_HOUSE,
        GroundRule.NOT_FOR_REPORT,
        GroundRule.NOT_FOR_REPORT,
    ]
    assert table.composition.office.hands_off_since


def test_hide_takes_every_word_off_the_screen_and_brings_it_back_with_the_line(table: Table) -> None:
    table.enter("kyc: moratorium")
    table.type("half typed")
    table.press(Qt.Key.Key_F12)
    found = words_in(table.view)
    for word in ("moratorium", "half", "Kang", "Opening"):
        assert word not in found
    assert table.shown() == []
    table.press(Qt.Key.Key_Space)
    table.press(Qt.Key.Key_A)
    table.settle()
    assert table.shown() == []
    table.press(Qt.Key.Key_Comma, CONTROL)
    table.settle()
    assert "moratorium" in table.shown()[0]
    assert table.view.area.edit.text() == "half typed"
    assert table.view.area.edit.hasFocus()


def test_what_was_on_its_way_to_the_disk_when_hiding_is_kept_and_not_shown(table: Table) -> None:
    table.type("kyc: moratorium")
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_F12)
    table.settle()
    assert table.shown() == []
    assert "moratorium" not in words_in(table.view)
    assert [entry.text for entry in table.entries()] == ["moratorium"]
    table.press(Qt.Key.Key_F12)
    table.settle()
    assert len(table.shown()) == 1


def test_hands_can_be_taken_off_while_the_text_is_hidden(table: Table) -> None:
    table.press(Qt.Key.Key_F12)
    table.press(Qt.Key.Key_F9)
    table.settle()
    assert table.composition.office.hands_off_since
    assert [entry.kind for entry in table.entries()] == [Kind.GAP]
    assert table.shown() == []


def test_locking_leaves_no_word_in_the_widget_tree(table: Table) -> None:
    table.enter("kyc: moratorium")
    table.type("half typed")
    table.press(Qt.Key.Key_Up, SHIFT, table.view.area.edit)
    table.press(Qt.Key.Key_H, widget=table.view.list)
    wait_for(table.composition.office.closed, table.composition.office.lock)
    found = words_in(table.composition.window)
    for word in ("moratorium", "half", "Kang", "Opening views", "Lakeside Dialogue"):
        assert word not in found
    assert table.shown() == []
    assert table.view.code_prompt.edit.text() == ""


def test_the_keys_for_danger_work_from_every_room(table: Table) -> None:
    window = table.composition.window
    table.enter("kyc: moratorium")
    window.show_room("meetings")
    table.settle()
    table.press(Qt.Key.Key_F9)
    assert window.current_room == "record"
    table.type("nothing")
    assert table.view.area.edit.text() == ""
    table.settle()
    assert table.composition.office.hands_off_since
    assert [entry.kind for entry in table.entries()] == [Kind.STATEMENT, Kind.GAP]
    window.show_room("meetings")
    table.settle()
    table.press(Qt.Key.Key_F12)
    assert window.current_room == "record"
    assert table.shown() == []
    table.settle()
    assert table.shown() == []
    table.press(Qt.Key.Key_F12)
    table.settle()
    assert len(table.shown()) == 2
    assert table.composition.office.hands_off_since


def test_a_line_composed_when_hands_go_off_leaves_nothing_behind(table: Table) -> None:
    edit = table.view.area.edit
    table.type("half")
    for _ in range(4):
        table.press(Qt.Key.Key_Backspace)
    wait_for(table.composition.office.closed, table.composition.office.lock)
    assert not edit.isUndoAvailable()
    assert edit.text() == ""
