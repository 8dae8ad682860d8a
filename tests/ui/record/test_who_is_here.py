"""F2: comings and goings by keys, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel

from dialogue_notes.services.attendance import who_is_here
from dialogue_notes.ui.record import attendance_presenter
from dialogue_notes.ui.record.roster_panel import PersonButton
from dialogue_notes.ui.record.who_sheet import WhoSheet
from tests.services.recording_room import NOW
from tests.ui.conftest import focused, wait_for
from tests.ui.record.conftest import Table

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def sheet_of(table: Table) -> WhoSheet:
    found = table.view.findChild(WhoSheet)
    assert isinstance(found, WhoSheet)
    return found


def open_sheet(table: Table) -> WhoSheet:
    table.press(Qt.Key.Key_F2)
    table.settle()
    sheet = sheet_of(table)
    assert sheet.isVisible()
    return sheet


def keys(text: str) -> None:
    QTest.keyClicks(focused(), text)


def states(table: Table) -> dict[str, str]:
    people = table.read(lambda reader: who_is_here(reader, table.meeting_id))
    return {one.participant.name: one.presence.words for one in people}


def panel(table: Table) -> list[str]:
    """What the roster panel says of each person, in its order."""
    return [
        f"{button.accessibleName()}: {button.accessibleDescription()}"
        for button in table.view.roster.findChildren(PersonButton)
        if not button.isHidden()
    ]


@pytest.fixture
def half_past_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attendance_presenter, "wall_clock", lambda: NOW)


@pytest.mark.usefixtures("half_past_ten")
def test_a_code_chooses_and_space_lets_somebody_leave_at_a_time_typed(table: Table) -> None:
    open_sheet(table)
    keys("pv")
    keys("0912")
    keys(" ")
    table.settle()
    assert states(table)["Petra Vance"] == "left 09:12"
    assert table.entries()[-1].text == "Petra Vance leaves"
    assert any("Petra Vance" in line and "left 09:12" in line for line in panel(table))
    assert "· 4" in table.view.roster._caption.text()
    table.press(Qt.Key.Key_Escape)
    assert focused() is table.view.area.edit


@pytest.mark.usefixtures("half_past_ten")
@pytest.mark.parametrize(("typed", "words"), [("1042", "still to come"), ("9", "four digits")])
def test_a_time_that_cannot_be_meant_is_refused_in_place(table: Table, typed: str, words: str) -> None:
    sheet = open_sheet(table)
    keys(f"pv{typed} ")
    table.settle()
    assert words in sheet.message.words()
    assert table.entries() == ()
    table.press(Qt.Key.Key_Escape)
    assert sheet.isVisible()
    table.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_who_comes_in_is_asked_for_once_whether_they_were_told(table: Table) -> None:
    open_sheet(table)
    keys("pv")
    table.press(Qt.Key.Key_A, SHIFT)
    table.settle()
    assert states(table)["Petra Vance"] == "not here"
    keys(" ")
    assert focused() is sheet_of(table).told
    keys("n")
    table.settle()
    assert table.entries()[-1].text == "Petra Vance arrives, not told the rule"
    assert any("rule not told" in line for line in panel(table))
    table.press(Qt.Key.Key_T, SHIFT)
    table.settle()
    assert not any("rule not told" in line for line in panel(table))
    keys(" ")
    table.settle()
    keys(" ")
    table.settle()
    assert table.entries()[-1].text == "Petra Vance arrives"


def test_a_click_beside_the_sheet_still_notes_whoever_came_in(table: Table) -> None:
    sheet = open_sheet(table)
    table.press(Qt.Key.Key_N, SHIFT)
    keys("Kang Min-ji")
    table.press(Qt.Key.Key_Return)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.rect().bottomLeft() + QPoint(3, -3))
    table.settle()
    assert not sheet.isVisible()
    assert [entry.text for entry in table.entries()] == ["Kang Min-ji joins"]


def test_a_walk_in_by_keys_alone(table: Table) -> None:
    sheet = open_sheet(table)
    table.press(Qt.Key.Key_N, SHIFT)
    keys("Kang Min-ji")
    table.press(Qt.Key.Key_Return)
    assert focused() is sheet.told
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert table.entries()[-1].text == "Kang Min-ji joins, told the rule"
    assert focused() is sheet.list
    table.press(Qt.Key.Key_Escape)
    table.enter("kmj: I can stay for twenty minutes")
    assert table.speaker(table.entries()[-1]).participant_id not in table.people.values()


def test_a_deputy_stands_below_whom_they_sit_for(table: Table) -> None:
    open_sheet(table)
    keys("hw")
    table.press(Qt.Key.Key_D, SHIFT)
    keys("Ann Lowe")
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_Escape)
    table.settle()
    assert table.entries()[-1].text == "Ann Lowe sits in for Helen Whitcombe"
    lines = panel(table)
    place = next(number for number, line in enumerate(lines) if "Helen Whitcombe, " in line)
    assert lines[place + 1].startswith("Ann Lowe")
    assert "for Helen Whitcombe" in lines[place + 1]
    assert "rule not told" in lines[place + 1]


def test_undo_takes_a_coming_back_and_the_panel_follows(table: Table) -> None:
    open_sheet(table)
    keys("pv ")
    table.settle()
    table.press(Qt.Key.Key_Escape)
    wait_for(
        table.composition.office.record_changed,
        lambda: table.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    )
    table.settle()
    assert states(table)["Petra Vance"] == ""
    assert not any("left" in line for line in panel(table))


def test_undo_works_with_the_sheet_open(table: Table) -> None:
    sheet = open_sheet(table)
    keys("pv ")
    table.settle()
    table.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    table.settle()
    chosen = sheet.list.chosen()
    assert chosen is not None
    assert chosen.participant.name == "Petra Vance"
    assert chosen.presence.is_here


def test_the_russian_layout_names_codes_and_keys_too(table: Table) -> None:
    open_sheet(table)
    for letter in "зм":  # the keys of pv
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, focused(), Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier
        )
    chosen = sheet_of(table).list.chosen()
    assert chosen is not None
    assert chosen.participant.name == "Petra Vance"
    QTest.sendKeyEvent(QTest.KeyAction.Click, focused(), Qt.Key.Key_unknown, "Ф", SHIFT)
    table.settle()
    assert states(table)["Petra Vance"] == "not here"


def test_clicking_a_person_in_the_panel_asks_for_them(table: Table) -> None:
    spy = QSignalSpy(table.view.roster.person_requested)
    button = next(
        each for each in table.view.roster.findChildren(PersonButton) if "Petra" in each.accessibleName()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert spy.at(0) == [table.people["pv"]]


def test_no_name_stays_in_any_widget_when_the_text_is_hidden(table: Table) -> None:
    open_sheet(table)
    keys("pv")
    table.press(Qt.Key.Key_D, SHIFT)
    keys("Ann Lowe")
    table.press(Qt.Key.Key_F12, widget=table.composition.window)
    table.settle()
    assert not sheet_of(table).isVisible()
    said = [label.text() for label in table.view.findChildren(QLabel)]
    said += [each.accessibleName() + each.accessibleDescription() for each in QApplication.allWidgets()]
    assert not any("Ann Lowe" in words or "Petra" in words or "Vance" in words for words in said)
    assert sheet_of(table).list.model().rowCount() == 0
    assert sheet_of(table).deputy.name.text() == ""
