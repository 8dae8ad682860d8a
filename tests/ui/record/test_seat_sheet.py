"""The seat plan in the Record room: by click, by code on any layout, by arrow keys; and what it leaves behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_notes.domain.seating import SeatPlan
from dialogue_notes.services.seating import arrange
from dialogue_notes.ui.common.seat_picture import Chair
from dialogue_notes.ui.record.seat_sheet import NOT_ARRANGED, SeatSheet
from tests.ui.conftest import wait_for
from tests.ui.record.conftest import Table

ALT = Qt.KeyboardModifier.AltModifier


def sheet(table: Table) -> SeatSheet:
    found = table.view.findChild(SeatSheet)
    assert isinstance(found, SeatSheet)
    return found


def open_plan(table: Table) -> SeatSheet:
    table.press(Qt.Key.Key_F4, widget=table.view.area.edit)
    table.settle()
    assert sheet(table).isVisible()
    return sheet(table)


def chair(table: Table, code: str) -> Chair:
    return sheet(table).picture.chairs[table.people[code]]


def press_text(text: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QApplication.sendEvent(
        target, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, text)
    )


def test_a_click_names_the_speaker_and_the_half_typed_line_keeps_words_and_caret(table: Table) -> None:
    table.type("we woud not")
    for _step in range(5):
        table.press(Qt.Key.Key_Left)
    open_plan(table)
    QTest.mouseClick(chair(table, "hw"), Qt.MouseButton.LeftButton)
    table.settle()
    assert not sheet(table).isVisible()
    assert table.view.area.edit.hasFocus()
    table.type("l")
    assert table.view.area.edit.text() == "hw: we would not"


@pytest.mark.parametrize("typed", ["pv", "PV", "зм", "ㅔㅍ"])
def test_a_code_goes_to_its_chair_on_every_layout_and_enter_names(table: Table, typed: str) -> None:
    open_plan(table)
    for letter in typed:
        press_text(letter)
    assert sheet(table).picture.focused is chair(table, "pv")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert not sheet(table).isVisible()
    table.enter("we object")
    assert table.speaker(table.entries()[0]).participant_id == table.people["pv"]


def test_what_is_nobodys_code_names_nobody_and_says_so(table: Table) -> None:
    open_plan(table)
    press_text("z")
    words = [
        each.text()
        for each in sheet(table).findChildren(QWidget)
        if hasattr(each, "text") and each.isVisible()
    ]
    assert "z: no such code" in words
    press_text("h")
    assert sheet(table).picture.focused is chair(table, "hw")


def test_arrow_keys_go_from_chair_to_chair_from_whoever_speaks(table: Table) -> None:
    table.enter("kyc: one")
    open_plan(table)
    assert sheet(table).picture.focused is chair(table, "kyc")
    seen = {table.people["kyc"]}
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
    ):
        table.press(key)
        focused = sheet(table).picture.focused
        assert focused is not None
        seen.add(focused.id)
    assert len(seen) > 2
    table.press(Qt.Key.Key_Escape)
    assert not sheet(table).isVisible()
    assert table.view.area.edit.hasFocus()


def test_the_picture_says_who_speaks_and_names_every_chair(table: Table) -> None:
    table.enter("hw: one")
    open_plan(table)
    plan = sheet(table).picture.seating
    assert plan is not None
    assert not plan.is_arranged
    assert any(
        each.text() == NOT_ARRANGED for each in sheet(table).findChildren(QWidget) if hasattr(each, "text")
    )
    assert plan.plan.table[0] == table.people["dm"], "who leads the meeting sits at the head"
    place = plan.plan.place_of(table.people["hw"])
    assert chair(table, "hw").accessibleName() == (
        f"Seat {place}: Helen Whitcombe, Side B, former official, speaking"
    )
    assert [one.is_speaking for one in sheet(table).picture.chairs.values()].count(True) == 1


def test_an_arranged_plan_is_shown_with_those_without_a_seat_beside_it(table: Table) -> None:
    people, meeting_id = table.people, table.meeting_id
    plan = SeatPlan((people["hw"], people["kyc"]), (people["dm"],))
    kept: list[SeatPlan] = []
    table.composition.office.write(lambda vault: arrange(vault, meeting_id, plan), kept.append)
    table.settle()
    open_plan(table)
    assert chair(table, "hw").accessibleName().startswith("Seat 1: Helen")
    assert chair(table, "dm").accessibleName().startswith("Seat 3: Dieter")
    assert chair(table, "pv").accessibleName().startswith("No seat: Petra")
    QTest.mouseClick(chair(table, "pv"), Qt.MouseButton.LeftButton)
    table.settle()
    table.enter("one")
    assert table.speaker(table.entries()[0]).participant_id == people["pv"]


def test_the_key_closes_it_again_and_locking_leaves_no_name(table: Table) -> None:
    open_plan(table)
    table.press(Qt.Key.Key_S, ALT)
    assert not sheet(table).isVisible()
    open_plan(table)
    office = table.composition.office
    wait_for(office.closed, office.lock)
    assert not sheet(table).isVisible()
    assert sheet(table).picture.chairs == {}
    assert sheet(table).picture.seating is None
    table.unlock()


def test_hiding_takes_every_name_out_at_once(table: Table) -> None:
    open_plan(table)
    chairs = list(sheet(table).picture.chairs.values())
    table.press(Qt.Key.Key_F12)
    assert [one.accessibleName() for one in chairs if one.accessibleName()] == []
    assert not sheet(table).isVisible()


def test_a_plan_that_is_read_while_the_text_is_hidden_is_not_shown(table: Table) -> None:
    table.press(Qt.Key.Key_F4, widget=table.view.area.edit)
    table.press(Qt.Key.Key_F12)
    table.settle()
    assert not sheet(table).isVisible()
    assert sheet(table).picture.chairs == {}
