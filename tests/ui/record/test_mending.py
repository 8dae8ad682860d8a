"""Mending by keys: split, join, move, insert, another time, and typing from paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from dialogue_notes.domain.codes import Kind, MarginMark, MeetingState
from dialogue_notes.domain.record import Speaker
from dialogue_notes.storage import meetings
from dialogue_notes.storage.vault import Vault, stamp
from dialogue_notes.ui.record.mending_prompts import InsertBar, MovePrompt, TimePrompt
from tests.ui.record.conftest import Table
from tests.ui.record.test_closed_meeting import REFUSAL, put_into

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def texts(table: Table, number: int = 0) -> list[str]:
    return [entry.text for entry in table.entries(number)]


def select(table: Table, count: int, *, up: int = 0) -> None:
    """The last entries but `up`, as many as `count`, by keys."""
    table.press(KEY.Key_Up, SHIFT, table.view.area.edit)
    for _ in range(up):
        table.press(KEY.Key_Up)
    table.settle()  # what is in sight is laid out now
    for _ in range(count - 1):
        table.press(KEY.Key_Up, SHIFT)


def selected(table: Table) -> list[str]:
    rows = {row.id: row.intervention.text for row in table.view._desk.model.rows}
    return [rows[entry_id] for entry_id in table.view.list.selected_ids()]


def press(table: Table, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    table.press(key, modifiers)
    table.settle()


def undo(table: Table) -> None:
    press(table, KEY.Key_Z, CONTROL)


def close_quietly(table: Table) -> None:
    """The meeting is closed by something that tells nobody."""
    table.composition.office.keep(
        lambda vault: meetings.update_meeting(
            vault, replace(meetings.meeting(vault, table.meeting_id), state=MeetingState.CLOSED)
        )
    )
    table.settle()


def hold(table: Table) -> None:
    """A custodian forbids destroying anything of the meeting."""

    def work(vault: Vault) -> None:
        values = ("h", table.meeting_id, "a request", None, *stamp(vault))
        vault.database.run("INSERT INTO legal_hold VALUES (?, ?, ?, ?, ?, ?)", values)

    table.composition.office.keep(work)
    table.settle()


class TestSplit:
    def test_control_and_enter_split_the_entry_at_the_caret(self, table: Table) -> None:
        table.enter("hw: one", "pv?: two 강용철 three *", "hw: four")
        select(table, 1, up=1)
        press(table, KEY.Key_Return)
        edit = table.view.area.edit
        edit.setCursorPosition(edit.text().index("three"))
        press(table, KEY.Key_Return, CONTROL)
        assert texts(table) == ["one", "two 강용철", "three", "four"]
        first, second = table.entries()[1:3]
        assert table.speaker(first) == table.speaker(second) == Speaker(table.people["pv"], unsure=True)
        assert first.marks == second.marks == (MarginMark.IMPORTANT,)
        assert edit.text() == ""
        assert len(table.shown()) == 4
        assert "three" in table.shown()[2]
        undo(table)
        assert texts(table) == ["one", "two 강용철 three", "four"]
        assert len(table.shown()) == 3

    def test_what_was_changed_in_the_line_is_kept_with_the_split(self, table: Table) -> None:
        table.enter("hw: one two")
        press(table, KEY.Key_Up)
        table.type(" three")
        edit = table.view.area.edit
        edit.setCursorPosition(len("hw: one two"))
        press(table, KEY.Key_Return, CONTROL)
        assert texts(table) == ["one two", "three"]

    def test_with_nothing_to_cut_the_edit_goes_on(self, table: Table) -> None:
        table.enter("hw: one two *")
        press(table, KEY.Key_Up)
        edit = table.view.area.edit
        for place in (0, 2, 4, len(edit.text())):
            edit.setCursorPosition(place)
            press(table, KEY.Key_Return, CONTROL)
            assert edit.text() == "hw: one two *"
            assert "caret inside the words" in table.view.message.words()
        assert texts(table) == ["one two"]

    def test_without_an_edit_the_line_is_kept(self, table: Table) -> None:
        table.type("hw: one")
        press(table, KEY.Key_Return, CONTROL)
        assert texts(table) == ["one"]

    def test_what_is_refused_is_open_again_with_what_was_changed(self, table: Table) -> None:
        table.enter("hw: one two")
        press(table, KEY.Key_Up)
        table.type(" three")
        edit = table.view.area.edit
        edit.setCursorPosition(len("hw: one"))
        close_quietly(table)
        press(table, KEY.Key_Return, CONTROL)
        assert table.view.message.words() == REFUSAL
        assert edit.text() == "hw: one two three"
        assert texts(table) == ["one two"]


class TestJoin:
    def test_a_run_becomes_its_first_entry_and_stays_selected(self, table: Table) -> None:
        table.enter("hw: one", "two", "three", "pv: four")
        select(table, 3, up=1)
        press(table, KEY.Key_J, CONTROL)
        assert texts(table) == ["one two three", "four"]
        assert selected(table) == ["one two three"]
        assert table.view.list.hasFocus()
        undo(table)
        assert texts(table) == ["one", "two", "three", "four"]
        assert [words.split(", ")[-1] for words in table.shown()] == ["one", "two", "three", "four"]

    def test_it_is_undone_and_done_again_after_locking(self, table: Table) -> None:
        table.enter("hw: one", "two", "pv: three")
        select(table, 3)
        press(table, KEY.Key_J, CONTROL)
        table.lock_and_unlock()
        assert texts(table) == ["one two three"]
        undo(table)
        assert texts(table) == ["one", "two", "three"]
        assert len(table.shown()) == 3
        table.lock_and_unlock()
        press(table, KEY.Key_Y, CONTROL)
        assert texts(table) == ["one two three"]

    def test_a_legal_hold_forbids_it_and_says_so(self, table: Table) -> None:
        table.enter("hw: one", "two")
        hold(table)
        select(table, 2)
        press(table, KEY.Key_J, CONTROL)
        assert "legal hold" in table.view.message.words()
        assert texts(table) == ["one", "two"]

    def test_one_entry_alone_says_what_to_do(self, table: Table) -> None:
        table.enter("hw: one", "two")
        press(table, KEY.Key_J, CONTROL)
        assert "select the entries first" in table.view.message.words()
        assert texts(table) == ["one", "two"]


class TestMove:
    def test_arrows_choose_the_session_and_the_place(self, table: Table) -> None:
        table.enter("hw: one", "pv: two", "kyc: three")
        press(table, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
        table.enter("hw: first there", "pv: second there")
        press(table, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
        select(table, 2)
        press(table, KEY.Key_M, CONTROL)
        prompt = table.view.findChild(MovePrompt)
        assert isinstance(prompt, MovePrompt)
        assert prompt.sessions.hasFocus()
        press(table, KEY.Key_Down)
        press(table, KEY.Key_Return)
        assert prompt.places.hasFocus()
        press(table, KEY.Key_Up)
        press(table, KEY.Key_Return)
        assert texts(table) == ["one"]
        assert texts(table, 1) == ["first there", "two", "three", "second there"]
        assert len(table.shown()) == 1
        assert not prompt.isVisible()
        undo(table)
        assert texts(table) == ["one", "two", "three"]
        assert len(table.shown()) == 3
        assert texts(table, 1) == ["first there", "second there"]

    def test_within_the_session_and_the_moved_stay_selected(self, table: Table) -> None:
        table.enter("hw: one", "pv: two", "kyc: three")
        select(table, 1)
        press(table, KEY.Key_M, CONTROL)
        press(table, KEY.Key_Right)
        press(table, KEY.Key_Up)
        press(table, KEY.Key_Return)
        assert texts(table) == ["one", "three", "two"]
        assert [words.split(", ")[-1] for words in table.shown()] == ["one", "three", "two"]
        assert selected(table) == ["three"]

    def test_left_goes_back_to_the_sessions_and_escape_leaves_all_as_it_was(self, table: Table) -> None:
        table.enter("hw: one", "-- secret observation")
        select(table, 1, up=1)
        press(table, KEY.Key_M, CONTROL)
        prompt = table.view.findChild(MovePrompt)
        assert isinstance(prompt, MovePrompt)
        press(table, KEY.Key_Right)
        lines = prompt.places.model()
        shown = [str(lines.index(place, 0).data()) for place in range(lines.rowCount())]
        assert not any("secret" in line for line in shown)
        press(table, KEY.Key_Left)
        assert prompt.sessions.hasFocus()
        press(table, KEY.Key_Escape)
        assert not prompt.isVisible()
        assert table.view.list.hasFocus()
        assert texts(table) == ["one", "secret observation"]


def test_nothing_is_mended_in_a_closed_meeting(table: Table) -> None:
    table.enter("hw: one", "two")
    put_into(table, MeetingState.CLOSED)
    for key in (KEY.Key_J, KEY.Key_M, KEY.Key_I, KEY.Key_T):
        select(table, 2)
        table.view.message.forget()
        press(table, key, CONTROL)
        assert table.view.message.words() == REFUSAL, key
    assert texts(table) == ["one", "two"]


def test_struck_entries_and_gaps_say_in_words_why_they_cannot_be_mended(table: Table) -> None:
    table.enter("hw: one", "hw: two", "..")
    select(table, 1, up=2)
    table.composition.commands.run("record.strike")
    press(table, KEY.Key_Return)
    assert [entry.text for entry in table.entries()] == ["", "two", ""]
    table.press(KEY.Key_Escape, widget=table.view.list)
    select(table, 3)
    press(table, KEY.Key_J, CONTROL)
    assert "struck" in table.view.message.words()
    table.press(KEY.Key_Escape)
    press(table, KEY.Key_Up)
    press(table, KEY.Key_Return, CONTROL)
    assert "words on both sides" in table.view.message.words()
    table.press(KEY.Key_Escape)
    select(table, 1, up=2)
    press(table, KEY.Key_T, CONTROL)
    for key in (KEY.Key_1, KEY.Key_1, KEY.Key_0, KEY.Key_5, KEY.Key_Return):
        table.press(key)
    table.settle()
    assert "struck" in table.view.message.words()
    table.view.message.forget()
    press(table, KEY.Key_Return)
    assert "struck" in table.view.message.words()
    assert table.view.area.edit.text() == ""
    assert [entry.kind for entry in table.entries()] == [Kind.STATEMENT, Kind.STATEMENT, Kind.GAP]


def test_what_a_person_looks_at_stays_in_sight_while_the_order_changes(table: Table) -> None:
    for number in range(60):
        table.type(f"hw: entry {number}")
        table.press(KEY.Key_Return, widget=table.view.area.edit)
    table.settle()
    record = table.view.list
    select(table, 2, up=40)
    record.grab()
    bar = record.verticalScrollBar()
    assert bar.value() < bar.maximum()
    index = record.currentIndex()
    top = record.visualRect(index).top()
    press(table, KEY.Key_M, CONTROL)
    press(table, KEY.Key_Right)
    press(table, KEY.Key_Return)  # to the end
    record.grab()
    assert texts(table)[-2:] == ["entry 18", "entry 19"]
    assert bar.value() < bar.maximum()
    still = [row.intervention.text for row in table.view._desk.model.rows].index("entry 17")
    assert (
        abs(record.visualRect(record.model().index(still, 0)).bottom() - top)
        <= record.viewport().height() // 2
    )


def test_hands_off_ends_every_question_and_nothing_is_mended(table: Table) -> None:
    table.enter("hw: one", "two")
    select(table, 1)
    press(table, KEY.Key_I, CONTROL)
    press(table, KEY.Key_T, CONTROL)
    press(table, KEY.Key_F9)
    for kind in (TimePrompt, MovePrompt, InsertBar):
        found = table.view.findChild(kind)
        assert isinstance(found, kind)
        assert not found.isVisible()
    assert table.view._desk.insert_before == ""
    select(table, 2)
    for key in (KEY.Key_M, KEY.Key_I, KEY.Key_T):
        table.view.message.forget()
        press(table, key, CONTROL)
        assert "ands are off" in table.view.message.words(), key
