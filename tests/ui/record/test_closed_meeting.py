"""A meeting that is over: its record is read, nothing can be typed in it, and words say so before anybody tries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.domain.codes import MeetingState
from dialogue_notes.storage import meetings
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.record.typing_area import IN_CLOSED_LIST
from tests.ui.record.conftest import Table

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
WORDS = "This meeting is closed. Open it again in Meetings to write in it."
REFUSAL = "This meeting is closed. Open it again to write in it; nothing was changed."


def put_into(table: Table, state: MeetingState) -> None:
    def work(vault: Vault) -> None:
        meetings.update_meeting(vault, replace(meetings.meeting(vault, table.meeting_id), state=state))

    table.composition.office.keep(work)
    table.settle()
    table.composition.office.meeting_changed.emit()
    table.settle()


@pytest.mark.parametrize(
    "state", [MeetingState.CLOSED, MeetingState.REVIEWED, MeetingState.SUMMARISED, MeetingState.RELEASED]
)
def test_the_line_says_that_the_meeting_is_closed_and_takes_nothing(
    table: Table, state: MeetingState
) -> None:
    table.enter("hw: one")
    put_into(table, state)
    edit = table.view.area.edit
    assert (edit.placeholderText(), edit.accessibleDescription(), edit.isReadOnly()) == (WORDS, WORDS, True)
    table.view.take_focus()
    assert edit.hasFocus()
    table.enter("late")
    assert edit.text() == ""
    assert "one" in table.shown()[0]
    assert [entry.text for entry in table.entries()] == ["one"]
    assert not table.view.message.isVisible()


def test_each_key_that_would_change_the_record_is_refused_in_words(table: Table) -> None:
    table.enter("hw: one")
    put_into(table, MeetingState.CLOSED)
    edit, record, message = table.view.area.edit, table.view.list, table.view.message
    tries: tuple[Callable[[], None], ...] = (
        lambda: table.press(Qt.Key.Key_Up, widget=edit),
        lambda: table.press(Qt.Key.Key_Z, CONTROL, edit),
        lambda: table.press(Qt.Key.Key_F9, widget=edit),
        lambda: table.press(Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier, edit),
        lambda: table.press(Qt.Key.Key_Return, widget=record),
    )
    for attempt in tries:
        table.press(Qt.Key.Key_Up, SHIFT, edit)
        assert record.hasFocus()
        assert table.view.area.offers.words() == IN_CLOSED_LIST
        table.press(Qt.Key.Key_Escape, widget=record)
        record.select_last()
        attempt()
        table.settle()
        assert message.words() == REFUSAL
        message.forget()
    (entry,) = table.entries()
    assert (entry.text, entry.marks) == ("one", ())


def test_what_was_half_typed_comes_back_when_the_meeting_is_opened_again(table: Table) -> None:
    edit = table.view.area.edit
    table.type("hw: half")
    put_into(table, MeetingState.CLOSED)
    assert edit.text() == ""
    table.lock_and_unlock()
    assert (edit.text(), edit.placeholderText()) == ("", WORDS)
    put_into(table, MeetingState.OPEN)
    assert edit.text() == "hw: half"
    assert not edit.isReadOnly()
    table.enter(" a line")
    assert [entry.text for entry in table.entries()] == ["half a line"]
