"""The Meetings room, by keys and mouse, on a real vault."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from dialogue_notes.domain.codes import GroundRule, MeetingState, SidesAgreement
from dialogue_notes.domain.record import Consent
from dialogue_notes.storage import audit
from dialogue_notes.ui.common.buttons import Button
from tests.ui.conftest import PASSPHRASE, settle, wait_for
from tests.ui.meetings.keyboard import ALT, CONTROL, Room


def test_an_empty_vault_says_what_to_do_first(room: Room) -> None:
    assert "Begin with a dialogue" in room.texts()
    assert isinstance(QApplication.focusWidget(), Button)


def test_a_dialogue_and_its_first_meeting_are_made_by_keys_and_can_be_typed_in_at_once(meeting: Room) -> None:
    found = meeting.snapshot()
    assert found.dialogue.title == "Lakeside Dialogue"
    assert found.meeting.title == "Seventh meeting"
    assert found.meeting.state is MeetingState.OPEN
    assert meeting.composition.office.chosen.session_id == found.sessions[0].id


def test_place_and_dates_are_kept_as_they_are_left(meeting: Room) -> None:
    meeting.fill("Place", "Lakeside House")
    meeting.fill("From", "14 May 2026")
    meeting.fill("To", "2026-05-16")
    found = meeting.snapshot().meeting
    assert (found.place, str(found.date), str(found.end_date)) == (
        "Lakeside House",
        "2026-05-14",
        "2026-05-16",
    )


def test_a_date_that_cannot_be_read_is_said_below_its_field_and_nothing_is_changed(meeting: Room) -> None:
    meeting.fill("From", "5/14/2026")
    assert "Write it as 14 May 2026" in meeting.texts()
    assert meeting.snapshot().meeting.date is None


def test_a_stricter_rule_is_set_at_once(meeting: Room) -> None:
    meeting.choose("Ground rule of the meeting", "off_record")
    assert meeting.snapshot().meeting.ground_rule is GroundRule.OFF_RECORD


def test_a_looser_rule_asks_for_its_reason_in_place_and_writes_it_to_the_audit_log(meeting: Room) -> None:
    meeting.choose("Ground rule of the meeting", "on_record")
    assert meeting.snapshot().meeting.ground_rule is not GroundRule.ON_RECORD
    meeting.type("Both chairs agreed")
    assert meeting.snapshot().meeting.ground_rule is GroundRule.ON_RECORD
    entries: list[object] = []
    meeting.composition.office.read(lambda reader: list(audit.entries(reader)), entries.extend)
    settle(meeting.composition)
    assert any("Both chairs agreed" in str(each) for each in entries) or len(entries) > 1


def test_escape_leaves_the_rule_as_it_was(meeting: Room) -> None:
    meeting.choose("Ground rule of the meeting", "on_record")
    meeting.key(Qt.Key.Key_Escape)
    assert meeting.snapshot().meeting.ground_rule is not GroundRule.ON_RECORD
    box = next(
        each
        for each in meeting.view.findChildren(QComboBox)
        if each.accessibleName() == "Ground rule of the meeting"
    )
    assert box.currentData() == ""


def test_an_agreement_records_who_agreed_and_when(meeting: Room) -> None:
    QTest.mouseClick(_segment(meeting, "“One side”"), Qt.MouseButton.LeftButton)
    settle(meeting.composition)
    meeting.fill("Who agreed to the sides", "both chairs")
    meeting.fill("When the sides was agreed", "14 May")
    agreements = meeting.snapshot().meeting.agreements
    assert agreements.sides is SidesAgreement.ONE_SIDE
    assert agreements.sides_consent == Consent("both chairs", "14 May")


def _segment(room: Room, words: str) -> QWidget:
    from PySide6.QtWidgets import QPushButton

    return next(each for each in room.view.findChildren(QPushButton) if each.text() == words)


def test_the_agenda_is_typed_where_it_stands(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_2, ALT)
    meeting.cell("Agenda", 1, 0)
    meeting.type("Notification of tests")
    meeting.cell("Agenda", 1, 1)
    meeting.type("915")
    meeting.cell("Agenda", 1, 2)
    meeting.type("11.30")
    session = meeting.snapshot().sessions[1]
    assert (session.title, session.planned_start, session.planned_end) == (
        "Notification of tests",
        "09:15",
        "11:30",
    )


def test_a_time_that_is_none_is_said_and_not_kept(meeting: Room) -> None:
    meeting.cell("Agenda", 0, 1)
    meeting.type("noon")
    assert "Write times as 9:15." in meeting.texts()
    assert not meeting.snapshot().sessions[0].planned_start


def test_sessions_move_by_keys(meeting: Room) -> None:
    meeting.cell("Agenda", 1, 0)
    meeting.type("Second")
    meeting.cell("Agenda", 1, 0)
    meeting.key(Qt.Key.Key_Up, ALT)
    assert [each.title for each in meeting.snapshot().sessions] == ["Second", "Session 1"]


def test_an_empty_session_is_removed_and_brought_back_by_undo(meeting: Room) -> None:
    meeting.cell("Agenda", 1, 0)
    meeting.type("Second")
    meeting.cell("Agenda", 0, 0)
    meeting.key(Qt.Key.Key_Delete)
    assert [each.title for each in meeting.snapshot().sessions] == ["Second"]
    meeting.key(Qt.Key.Key_Z, CONTROL)
    assert [each.title for each in meeting.snapshot().sessions] == ["Session 1", "Second"]


def test_a_closed_meeting_says_so_and_opens_again(meeting: Room) -> None:
    meeting.press("Close meeting")
    assert meeting.snapshot().meeting.state is MeetingState.CLOSED
    meeting.press("Open again")
    assert meeting.snapshot().meeting.state is MeetingState.OPEN


def test_enter_in_the_tree_goes_to_the_record(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_1, ALT)
    meeting.key(Qt.Key.Key_Return)
    assert meeting.composition.window.current_room == "record"


def test_another_meeting_is_chosen_by_arrow_keys(meeting: Room) -> None:
    first = meeting.composition.office.chosen.meeting_id
    meeting.key(Qt.Key.Key_N, CONTROL)
    meeting.type("Eighth meeting")
    assert meeting.composition.office.chosen.meeting_id != first
    meeting.key(Qt.Key.Key_1, ALT)
    meeting.key(Qt.Key.Key_Up)
    assert meeting.composition.office.chosen.meeting_id == first


def test_a_dialogue_is_renamed_and_given_sides(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_1, ALT)
    meeting.key(Qt.Key.Key_Up)
    meeting.fill("Title of the dialogue", "Seaside Dialogue")
    meeting.fill("Another side", "Northern delegation")
    meeting.fill("Side 1", "Northern side")
    found = meeting.snapshot()
    assert found.dialogue.title == "Seaside Dialogue"
    assert [each.name for each in found.delegations] == ["Northern side"]


def test_what_is_half_typed_when_the_vault_is_locked_is_there_again(
    meeting: Room, vault_folder: Path
) -> None:
    composition = meeting.composition
    meeting.field("Place").setFocus()
    meeting.type("Lakeside Hou", end=None)
    wait_for(composition.office.closed, composition.office.lock)
    wait_for(
        composition.office.unlocked,
        lambda: composition.unlock.unlock(vault_folder, bytearray(PASSPHRASE.encode())),
    )
    settle(composition)
    assert meeting.snapshot().meeting.place == "Lakeside Hou"


def test_a_cell_half_typed_when_the_vault_is_locked_is_there_again(meeting: Room, vault_folder: Path) -> None:
    composition = meeting.composition
    meeting.cell("Agenda", 0, 0)
    meeting.type("Opening vie", end=None)
    wait_for(composition.office.closed, composition.office.lock)
    wait_for(
        composition.office.unlocked,
        lambda: composition.unlock.unlock(vault_folder, bytearray(PASSPHRASE.encode())),
    )
    settle(composition)
    assert meeting.snapshot().sessions[0].title == "Opening vie"


def test_tab_leaves_a_table_and_goes_on_from_cell_to_cell_while_one_is_open(meeting: Room) -> None:
    meeting.cell("Agenda", 0, 0)
    meeting.type("Opening views", Qt.Key.Key_Tab)
    meeting.type("9", Qt.Key.Key_Tab)
    meeting.type("1030")
    session = meeting.snapshot().sessions[0]
    assert (session.title, session.planned_start, session.planned_end) == ("Opening views", "09:00", "10:30")
    agenda = meeting.table("Agenda")
    agenda.setFocus()
    meeting.key(Qt.Key.Key_Tab)
    assert not agenda.hasFocus()
