"""Naming the speaker by a key, back to the one before, and interpreted speech, by keys in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_notes.ui.record.digit_keys import digit_of
from dialogue_notes.ui.record.roster_panel import PersonButton
from dialogue_notes.ui.record.speaker_bar import NOBODY_YET, SpeakerBar, SpeakerKey
from tests.support.layouts import LAYOUTS, Layout
from tests.ui.conftest import wait_for
from tests.ui.record.conftest import Table

ALT = Qt.KeyboardModifier.AltModifier
ONE = 10
"""X's keycode of the key right of the one left of 1."""


def bar(table: Table) -> SpeakerBar:
    found = table.view.findChild(SpeakerBar)
    assert isinstance(found, SpeakerBar)
    return found


def line(table: Table) -> str:
    return table.view.area.edit.text()


def digits(table: Table) -> list[str]:
    keys = bar(table).findChildren(SpeakerKey)
    return [key.text() for key in keys if key.named is not None]


def speakers(table: Table) -> list[str]:
    codes = {who: code for code, who in table.people.items()}
    return [codes.get(table.speaker(entry).participant_id or "", "?") for entry in table.entries()]


def press_digit(table: Table, digit: int) -> None:
    table.press(Qt.Key(Qt.Key.Key_0.value + digit), ALT)


def press_physical(layout: Layout, keycode: int) -> None:
    """Alt and the physical key, as the layout gives it."""
    given = layout.at(keycode, shift=False).text
    key = Qt.Key(ord(given.upper())) if given.isascii() else Qt.Key.Key_unknown
    target = QApplication.focusWidget()
    assert target is not None
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, ALT, keycode, 0, 0, given))


def test_before_anybody_spoke_the_digits_go_along_the_roster(table: Table) -> None:
    assert digits(table) == ["1 KYC", "2 PJS", "3 HW", "4 PV", "5 DM"]
    assert NOBODY_YET in bar(table).words()
    press_digit(table, 3)
    table.settle()
    assert bar(table).words() == "HW, Helen Whitcombe, Side B · former official"
    assert line(table) == ""
    assert table.entries() == ()
    table.enter("we would not object")
    assert speakers(table) == ["hw"]


def test_who_speaks_stands_over_the_line_again_after_the_text_was_hidden(table: Table) -> None:
    table.enter("hw: one")
    table.type("half a li")
    before = bar(table).words(), digits(table)
    table.press(Qt.Key.Key_F12)
    table.settle()
    assert (bar(table).words(), digits(table)) == ("", [])
    table.press(Qt.Key.Key_F12)
    table.settle()
    assert (bar(table).words(), digits(table)) == before


def test_a_digit_names_the_speaker_of_a_line_that_is_half_typed(table: Table) -> None:
    table.enter("hw: one")
    table.type("we woud not")
    for _step in range(5):
        table.press(Qt.Key.Key_Left)
    press_digit(table, 1)
    assert line(table) == "kyc: we woud not"
    table.type("l")
    assert line(table) == "kyc: we would not"
    assert bar(table).words().startswith("KYC")
    press_digit(table, 4)
    assert line(table) == "pv: we would not"
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert speakers(table) == ["hw", "pv"]
    assert table.entries()[1].text == "we would not"


def test_what_a_key_put_into_the_line_is_undone_in_it(table: Table) -> None:
    table.type("we object")
    press_digit(table, 1)
    table.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line(table) == "we object"


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_physical_digit_row_works_on_every_layout(table: Table, name: str) -> None:
    layout = LAYOUTS[name]
    for number, code in enumerate(("kyc", "pjs", "hw", "pv", "dm")):
        press_physical(layout, ONE + number)
        table.settle()
        assert bar(table).words().startswith(code.upper())
    assert line(table) == ""
    press_physical(layout, ONE + 8)
    assert bar(table).words().startswith("DM")


def test_other_keys_with_alt_are_no_digits() -> None:
    def pressed(
        key: Qt.Key, held: Qt.KeyboardModifier, code: int = 0, virtual: int = 0, text: str = ""
    ) -> QKeyEvent:
        return QKeyEvent(QEvent.Type.KeyPress, key, held, code, virtual, 0, text)

    assert digit_of(pressed(Qt.Key.Key_Minus, ALT, 20), "linux") == 0
    assert digit_of(pressed(Qt.Key.Key_Ampersand, ALT, 10, text="&"), "linux") == 1
    assert digit_of(pressed(Qt.Key.Key_Ampersand, ALT, 2, text="&"), "win32") == 1
    assert digit_of(pressed(Qt.Key.Key_Ampersand, ALT, 0, 0x12, "&"), "darwin") == 1
    assert digit_of(pressed(Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, 10), "linux") == 0
    assert digit_of(pressed(Qt.Key.Key_1, ALT | Qt.KeyboardModifier.ControlModifier, 10), "linux") == 0
    assert digit_of(pressed(Qt.Key.Key_1, ALT | Qt.KeyboardModifier.KeypadModifier, 87), "linux") == 0
    assert digit_of(pressed(Qt.Key.Key_0, ALT, 19), "linux") == 0


def test_back_to_the_speaker_before_and_forth_again(table: Table) -> None:
    table.enter("hw: one", "kyc: two")
    assert bar(table).words().startswith("KYC")
    table.press(Qt.Key.Key_F8)
    table.settle()
    assert bar(table).words().startswith("HW")
    table.enter("three")
    table.press(Qt.Key.Key_X, ALT)
    table.enter("four")
    assert speakers(table) == ["hw", "kyc", "hw", "kyc"]


def test_going_back_in_the_middle_of_a_line_keeps_its_words(table: Table) -> None:
    table.enter("hw: one", "kyc: two")
    table.type('" we never said')
    table.press(Qt.Key.Key_F8)
    assert line(table) == 'hw: " we never said'
    table.press(Qt.Key.Key_F8)
    assert line(table) == 'kyc: " we never said'
    table.type(" that")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert speakers(table) == ["hw", "kyc", "kyc"]


def test_what_an_input_method_is_composing_is_in_the_line_before_a_speaker_is_named(table: Table) -> None:
    edit = table.view.area.edit
    table.type("우리는 ")
    QApplication.sendEvent(edit, QInputMethodEvent("반", []))
    press_digit(table, 1)
    assert line(table) == "kyc: 우리는 반"
    assert edit.cursorPosition() == len("kyc: 우리는 반")


def test_a_line_about_the_entry_before_keeps_its_meaning(table: Table) -> None:
    table.enter("hw: one")
    table.type("+ and more")
    assert "HW" in bar(table).words()
    assert "to the entry before" in bar(table).words()
    press_digit(table, 1)
    assert line(table) == "+ and more"
    assert table.view.message.isVisible()


def test_the_digits_stay_while_people_speak(table: Table) -> None:
    before = digits(table)
    table.enter("dm: one", "pv: two", "kyc: three")
    assert digits(table) == before


def test_the_line_says_whom_it_belongs_to_as_it_is_typed(table: Table) -> None:
    table.enter("hw: one")
    table.type("pv?: perhaps")
    assert bar(table).words() == "PV, Petra Vance, Side B · specialist · unsure"
    table.view.area.edit.clear()
    table.type("-- he smiles")
    assert bar(table).words() == "No speaker: observation"
    table.view.area.edit.clear()
    table.type("words")
    assert bar(table).words().startswith("HW")


def test_a_digit_in_the_record_says_who_spoke_the_entries_selected(table: Table) -> None:
    table.enter("hw: one", "two", "three")
    table.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    table.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    press_digit(table, 2)
    table.settle()
    assert speakers(table) == ["hw", "pjs", "pjs"]


def test_editing_an_entry_a_digit_gives_it_another_speaker(table: Table) -> None:
    table.enter("hw: one", "pv: two")
    table.press(Qt.Key.Key_Up)
    table.settle()
    press_digit(table, 1)
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert speakers(table) == ["hw", "kyc"]


def test_a_click_on_the_strip_or_in_the_roster_names_the_speaker_and_the_caret_stays(table: Table) -> None:
    table.type("we object")
    key = next(one for one in bar(table).findChildren(SpeakerKey) if one.text() == "4 PV")
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert line(table) == "pv: we object"
    person = next(
        one for one in table.view.roster.findChildren(PersonButton) if "Dieter" in one.accessibleName()
    )
    QTest.mouseClick(person, Qt.MouseButton.LeftButton)
    assert line(table) == "dm: we object"
    assert table.view.area.edit.hasFocus()
    table.type("!")
    assert line(table) == "dm: we object!"


def test_a_line_heard_through_an_interpreter_and_those_that_follow(table: Table) -> None:
    table.type("kyc: we object")
    table.press(Qt.Key.Key_T, ALT)
    assert line(table) == "kyc: we object %interpreted"
    assert "interpreted" in bar(table).words()
    table.press(Qt.Key.Key_Return)
    table.settle()
    table.enter("hw: no", "kyc: yes", "and more")
    assert [entry.interpreted for entry in table.entries()] == [True, False, True, True]
    assert [("interpreted" in shown) for shown in table.shown()] == [True, False, True, True]
    table.type("now in English")
    assert "interpreted" in bar(table).words()
    table.press(Qt.Key.Key_T, ALT)
    table.settle()
    assert "interpreted" not in bar(table).words()
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert not table.entries()[-1].interpreted


def test_the_entry_just_made_is_marked_as_interpreted_and_it_is_undone(table: Table) -> None:
    table.enter("kyc: we object")
    table.press(Qt.Key.Key_T, ALT)
    table.settle()
    assert table.entries()[0].interpreted
    assert "interpreted" in table.shown()[0]
    table.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    table.settle()
    assert not table.entries()[0].interpreted
    assert "interpreted" not in bar(table).words()


def test_selected_entries_are_marked_as_interpreted(table: Table) -> None:
    table.enter("kyc: one", "hw: two", "pv: three")
    table.type("half")
    table.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    table.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    table.press(Qt.Key.Key_T, ALT)
    table.settle()
    assert [entry.interpreted for entry in table.entries()] == [False, True, True]
    assert line(table) == "half"


def test_while_hands_are_off_or_the_text_is_hidden_nobody_is_named(table: Table) -> None:
    table.enter("hw: one")
    table.press(Qt.Key.Key_F9)
    table.settle()
    press_digit(table, 1)
    table.press(Qt.Key.Key_F8)
    table.settle()
    assert bar(table).words().startswith("HW")
    table.press(Qt.Key.Key_F12)
    table.settle()
    assert bar(table).words() == ""
    assert digits(table) == []


def test_locking_leaves_no_name_and_unlocking_brings_the_same_order_back(table: Table) -> None:
    table.enter("hw: one", "kyc: two %interpreted")
    before, said = digits(table), bar(table).words()
    office = table.composition.office

    wait_for(office.closed, office.lock)
    assert bar(table).words() == ""
    assert [key.accessibleName() for key in bar(table).findChildren(SpeakerKey) if key.accessibleName()] == []
    table.unlock()
    assert digits(table) == before
    assert bar(table).words() == said
    table.press(Qt.Key.Key_F8)
    table.settle()
    assert bar(table).words().startswith("HW")
