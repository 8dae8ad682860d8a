"""Typing in the Record room: keys in, entries on the disk, and nothing lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import Speaker
from dialogue_notes.services import meetings as services
from dialogue_notes.ui.record.desk import Desk
from tests.ui.conftest import wait_for
from tests.ui.record.conftest import Table

SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_enter_clears_the_line_at_once_and_the_entry_is_on_the_disk_when_it_shows(table: Table) -> None:
    table.type("kyc: the moratorium %option")
    wait_for(
        table.view.list.model().rowsInserted,
        lambda: table.press(Qt.Key.Key_Return, widget=table.view.area.edit),
    )
    assert table.view.area.edit.text() == ""
    (entry,) = table.entries()
    assert entry.text == "the moratorium"
    assert table.speaker(entry) == Speaker(table.people["kyc"])
    assert len(table.shown()) == 1
    assert "kyc, the moratorium, option" in table.shown()[0]


def test_lines_typed_faster_than_the_disk_keep_their_order_and_speaker(table: Table) -> None:
    table.enter("hw: one", "two", "+ more", "-- tense", "pv: three", "four")
    entries = table.entries()
    assert [entry.text for entry in entries] == ["one", "two more", "tense", "three", "four"]
    hw, pv = Speaker(table.people["hw"]), Speaker(table.people["pv"])
    assert [table.speaker(entry) for entry in entries] == [hw, hw, Speaker(), pv, pv]
    assert [entry.kind for entry in entries][2] is Kind.OBSERVATION
    assert "tense" not in "".join(table.shown())


def test_what_is_half_typed_is_on_the_disk(table: Table) -> None:
    wait_for(table.presenter.saved, lambda: table.type("kyc: half "))
    draft = table.draft()
    assert draft is not None
    assert "kyc: half ".startswith(draft.text)
    assert draft.text


def test_locking_loses_no_letter_and_unlocking_puts_the_caret_back(table: Table) -> None:
    table.type("kyc: half typed 연락")
    table.press(Qt.Key.Key_Left)
    table.press(Qt.Key.Key_Left)
    table.lock_and_unlock()
    edit = table.view.area.edit
    assert edit.text() == "kyc: half typed 연락"
    assert edit.cursorPosition() == len("kyc: half typed ")
    assert edit.hasFocus()
    table.type("x")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["half typed x연락"]


def test_a_speaker_named_by_a_code_alone_outlives_locking(table: Table) -> None:
    table.enter("hw: one", "pv:")
    assert table.entries()[-1].text == "one"
    table.lock_and_unlock()
    assert table.view.area.edit.text() == "pv: "
    table.enter("two")
    assert table.speaker(table.entries()[-1]) == Speaker(table.people["pv"])


def test_what_an_input_method_is_composing_when_the_vault_is_locked_is_typed_as_it_stands(
    table: Table,
) -> None:
    edit = table.view.area.edit
    table.type("hw: ")
    QApplication.sendEvent(edit, QInputMethodEvent("하", []))
    table.lock_and_unlock()
    assert table.view.area.edit.text() == "hw: 하"


def test_tab_takes_the_candidate_and_down_the_next(table: Table) -> None:
    edit = table.view.area.edit
    table.type("p")
    table.press(Qt.Key.Key_Tab)
    assert edit.text() == "pjs: "
    edit.clear()
    table.type("p")
    table.press(Qt.Key.Key_Down)
    table.press(Qt.Key.Key_Tab)
    assert edit.text() == "pv: "
    table.type("text")
    table.press(Qt.Key.Key_Tab)
    assert edit.hasFocus()
    assert edit.text() == "pv: text"


def test_each_session_has_its_own_record_and_its_own_draft(table: Table) -> None:
    table.enter("hw: one")
    table.type("first half")
    table.press(Qt.Key.Key_Down, ALT)
    table.settle()
    edit = table.view.area.edit
    assert table.composition.office.chosen.session_id == table.sessions[1]
    assert (table.shown(), edit.text()) == ([], "")
    table.enter("pv: two")
    table.type("second half")
    table.press(Qt.Key.Key_Up, ALT)
    table.settle()
    assert edit.text() == "first half"
    assert [entry.text for entry in table.entries(1)] == ["two"]
    assert len(table.shown()) == 1
    table.press(Qt.Key.Key_Down, ALT)
    table.settle()
    assert edit.text() == "second half"


def test_a_line_that_could_not_be_saved_comes_back_or_waits_with_a_word(table: Table) -> None:
    office, meeting_id = table.composition.office, table.meeting_id
    office.keep(lambda vault: services.close_meeting(vault, meeting_id))
    table.enter("hw: one")
    edit = table.view.area.edit
    assert edit.text() == "hw: one"
    assert table.view.message.isVisible()
    table.press(Qt.Key.Key_Return)
    table.type("two")
    table.settle()
    assert edit.text() == "two"
    assert "1 line is not saved" in table.view.message.words()
    office.keep(lambda vault: services.reopen_meeting(vault, meeting_id))
    table.view.message.press_action()
    table.settle()
    assert [entry.text for entry in table.entries()] == ["one"]


def _refuse_a_line(table: Table) -> None:
    """The meeting is closed behind the room's back: one line comes back, another is half typed."""
    meeting_id = table.meeting_id
    table.composition.office.keep(lambda vault: services.close_meeting(vault, meeting_id))
    table.type("hw: one")
    table.press(Qt.Key.Key_Return)
    table.type("two")
    table.settle()


def test_lines_that_wait_for_the_disk_are_in_the_draft_when_locking(table: Table) -> None:
    office, meeting_id = table.composition.office, table.meeting_id
    _refuse_a_line(table)
    table.lock_and_unlock()
    office.keep(lambda vault: services.reopen_meeting(vault, meeting_id))
    table.settle()
    office.meeting_changed.emit()
    table.settle()
    assert table.view.area.edit.text() == "hw: one two"


def test_a_line_that_its_session_does_not_take_is_in_the_draft_of_that_session(table: Table) -> None:
    _refuse_a_line(table)
    table.press(Qt.Key.Key_Down, ALT)
    table.settle()
    table.lock_and_unlock()
    draft = table.draft(0)
    assert draft is not None
    assert (draft.text, draft.caret) == ("hw: one two", len("hw: one two"))
    assert table.draft(1) is None


def test_shorthand_of_a_glossary_expands_as_its_space_is_typed(table: Table) -> None:
    desk = table.view.findChild(Desk)
    assert isinstance(desk, Desk)
    desk.glossary = {"mor": "moratorium"}
    table.type("the ;mor ends")
    assert table.view.area.edit.text() == "the moratorium ends"
    table.enter(" ;mor")
    assert table.entries()[0].text == "the moratorium ends moratorium"


def test_an_entry_kept_while_the_session_is_read_again_stays_in_sight(table: Table) -> None:
    for number in range(6):
        table.presenter.enter()
        table.type(f"hw: number {number}")
        table.press(Qt.Key.Key_Return, widget=table.view.area.edit)
    table.settle()
    assert [f"number {number}" in line for number, line in enumerate(table.shown())] == [True] * 6


def test_the_record_scrolls_while_the_caret_stays_in_the_line(table: Table) -> None:
    table.enter(*(f"hw: {number} " + "words " * 60 for number in range(12)))
    bar = table.view.list.verticalScrollBar()
    table.press(Qt.Key.Key_PageUp, widget=table.view.area.edit)
    assert bar.value() < bar.maximum()
    assert table.view.area.edit.hasFocus()
    table.press(Qt.Key.Key_PageDown, widget=table.view.area.edit)
    assert bar.value() == bar.maximum()


def test_a_session_taken_off_the_agenda_gives_way_to_another(table: Table) -> None:
    table.enter("hw: one")
    office = table.composition.office
    office.choose_session(table.sessions[1])
    table.settle()
    office.keep(lambda vault: services.remove_session(vault, table.sessions[1]))
    table.settle()
    table.presenter.enter()
    table.settle()
    assert office.chosen.session_id == table.sessions[0]
    assert len(table.shown()) == 1
