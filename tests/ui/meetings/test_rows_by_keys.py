"""Whole rows of the roster and the agenda, typed from the first cell to the last without the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from dialogue_notes.domain.codes import Capacity, Standing
from tests.conftest import Messages
from tests.ui.conftest import settle
from tests.ui.meetings.keyboard import ALT, Room


def _choices() -> QComboBox:
    """The choice whose list is open."""
    popup = QApplication.activePopupWidget()
    assert popup is not None
    box = popup.parentWidget()
    assert isinstance(box, QComboBox)
    return box


def _in_list(room: Room, letter: str, end: Qt.Key) -> None:
    """In the list of a choice: a letter that finds its word, and the key that leaves the list."""
    settle(room.composition)
    view = _choices().view()
    QTest.keyClicks(view, letter)
    QTest.keyClick(view, end)
    settle(room.composition)


def test_tab_after_a_new_name_goes_on_with_that_person_to_the_end_of_the_row(
    meeting: Room, expected_messages: Messages
) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    meeting.type("Kim Yu-chan", Qt.Key.Key_Tab)
    meeting.type("Northern delegation", Qt.Key.Key_Tab)
    _in_list(meeting, "s", Qt.Key.Key_Tab)
    _in_list(meeting, "p", Qt.Key.Key_Tab)
    found = meeting.snapshot()
    assert [each.name for each in found.participants] == ["Kim Yu-chan"]
    person = found.participants[0]
    assert found.delegation_name(person.delegation_id) == "Northern delegation"
    assert (person.capacity, person.standing) == (Capacity.SPECIALIST, Standing.PRIVATE)
    expected_messages.expect("This plugin does not support")  # a screen in memory grabs no keyboard


def test_sessions_typed_one_after_the_other_are_all_kept(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_2, ALT)
    meeting.cell("Agenda", 1, 0)
    meeting.type("Notification of tests")
    meeting.type("Next steps")
    titles = [each.title for each in meeting.snapshot().sessions]
    assert titles == ["Session 1", "Notification of tests", "Next steps"]


def test_tab_after_a_new_session_goes_on_with_its_times(meeting: Room) -> None:
    meeting.cell("Agenda", 1, 0)
    meeting.type("Next steps", Qt.Key.Key_Tab)
    meeting.type("14", Qt.Key.Key_Tab)
    meeting.type("1530")
    session = meeting.snapshot().sessions[1]
    assert (session.planned_start, session.planned_end) == ("14:00", "15:30")


def test_times_typed_before_the_new_session_is_there_are_its_times(meeting: Room) -> None:
    meeting.cell("Agenda", 1, 0)
    for letter in "Fisheries\t0830\t1000":  # nothing is waited for, as fast hands do not wait
        focus = QApplication.focusWidget()
        assert focus is not None
        if letter == "\t":
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(focus, letter)
    settle(meeting.composition)
    meeting.key(Qt.Key.Key_Return)
    sessions = meeting.snapshot().sessions
    assert [each.title for each in sessions] == ["Session 1", "Fisheries"]
    assert (sessions[1].planned_start, sessions[1].planned_end) == ("08:30", "10:00")


def test_a_key_after_tab_in_an_empty_row_without_a_title_is_not_held_back(meeting: Room) -> None:
    meeting.cell("Agenda", 1, 0)
    meeting.key(Qt.Key.Key_F2)
    meeting.key(Qt.Key.Key_Tab)
    meeting.cell("Agenda", 1, 0)
    meeting.type("Next steps")
    assert [each.title for each in meeting.snapshot().sessions] == ["Session 1", "Next steps"]


def test_escape_in_the_list_of_a_choice_leaves_the_cell_as_it_was(
    meeting: Room, expected_messages: Messages
) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    meeting.type("Kim Yu-chan")
    meeting.cell("Roster", 0, 3)
    meeting.key(Qt.Key.Key_Return)
    _in_list(meeting, "s", Qt.Key.Key_Escape)
    assert meeting.snapshot().participants[0].capacity is None
    assert QApplication.focusWidget() is meeting.table("Roster")
    expected_messages.expect("This plugin does not support")  # a screen in memory grabs no keyboard


def test_after_somebody_is_removed_the_cursor_stays_in_its_place(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    for name in ("Kang Yong-chol", "Li Wei", "Helen Whitcombe"):
        meeting.type(name)
    meeting.cell("Roster", 1, 1)
    meeting.key(Qt.Key.Key_Delete)
    assert meeting.table("Roster").currentIndex().row() == 1
    meeting.key(Qt.Key.Key_Delete)
    assert [each.name for each in meeting.snapshot().participants] == ["Kang Yong-chol"]


def test_tab_goes_from_the_title_to_place_and_dates_before_anything_is_closed(meeting: Room) -> None:
    meeting.field("Title of the meeting").setFocus()
    reached = []
    for _step in range(3):
        meeting.key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        reached.append(focus.accessibleName() if focus is not None else "")
    assert reached == ["Place", "From", "To"]
