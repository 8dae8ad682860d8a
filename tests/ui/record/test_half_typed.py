"""A line half typed, and an entry half edited over it: neither is lost, whatever happens in between."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.domain.codes import MeetingState
from dialogue_notes.storage import meetings
from dialogue_notes.storage.vault import Vault
from tests.ui.conftest import wait_for
from tests.ui.record.conftest import Table
from tests.ui.window import test_bad_times as bad_times

small_disk = bad_times.small_disk  # the fixture


def edit_over_a_half_typed_line(table: Table) -> None:
    table.enter("hw: one")
    table.type("pv: half ")
    table.press(Qt.Key.Key_Up, widget=table.view.area.edit)
    table.settle()
    assert table.view.area.edit.text() == "hw: one"
    table.type(" more")


def put_into(table: Table, state: MeetingState) -> None:
    def work(vault: Vault) -> None:
        meetings.update_meeting(vault, replace(meetings.meeting(vault, table.meeting_id), state=state))

    table.composition.office.keep(work)
    table.settle()


def line(table: Table) -> str:
    return table.view.area.edit.text()


def test_an_edit_is_open_again_after_unlocking_with_what_it_was_begun_over(table: Table) -> None:
    edit_over_a_half_typed_line(table)
    table.press(Qt.Key.Key_Left)
    table.lock_and_unlock()
    assert [entry.text for entry in table.entries()] == ["one"]  # nothing is decided for anybody
    assert line(table) == "hw: one more"
    assert table.view.area.edit.cursorPosition() == len("hw: one mor")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["one more"]
    assert line(table) == "pv: half "


def test_an_edit_half_done_is_on_the_disk_soon_after_the_key(table: Table) -> None:
    edit_over_a_half_typed_line(table)
    wait_for(table.presenter.saved, lambda: None)
    draft = table.draft()
    assert draft is not None
    assert (draft.text, draft.aside) == ("hw: one more", "pv: half ")
    assert draft.editing == table.entries()[0].id


def test_an_edit_is_not_lost_when_its_meeting_is_closed_while_the_vault_is_locked(table: Table) -> None:
    edit_over_a_half_typed_line(table)
    put_into(table, MeetingState.CLOSED)
    table.lock_and_unlock()
    assert line(table) == ""  # nothing can be typed in a closed meeting
    put_into(table, MeetingState.OPEN)
    table.lock_and_unlock()
    assert line(table) == "hw: one more"
    table.press(Qt.Key.Key_Escape)
    assert line(table) == "pv: half "


def test_an_edit_refused_because_its_meeting_was_closed_just_now_is_open_again(table: Table) -> None:
    edit_over_a_half_typed_line(table)
    put_into(table, MeetingState.CLOSED)
    table.press(Qt.Key.Key_Return)
    assert line(table) == "pv: half "
    table.type("x")
    table.settle()
    assert line(table) == "hw: one more"
    put_into(table, MeetingState.OPEN)
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["one more"]
    assert line(table) == "pv: half x"


def test_an_edit_is_kept_when_another_session_is_chosen(table: Table) -> None:
    edit_over_a_half_typed_line(table)
    table.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    table.settle()
    assert line(table) == ""
    assert [entry.text for entry in table.entries()] == ["one more"]
    table.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    table.settle()
    assert line(table) == "pv: half "


def test_an_edit_refused_after_another_session_was_chosen_is_there_on_coming_back(table: Table) -> None:
    edit_over_a_half_typed_line(table)
    put_into(table, MeetingState.CLOSED)
    office = table.composition.office
    office.choose_session(table.sessions[1])
    table.settle()
    assert line(table) == ""
    put_into(table, MeetingState.OPEN)
    office.choose_session(table.sessions[0])
    table.settle()
    assert line(table) == "hw: one more"


def test_on_a_full_disk_a_line_is_there_on_coming_back_to_its_session(small_disk: Path, table: Table) -> None:
    filler = bad_times.fill_up(small_disk)
    table.type("hw: half " + "x" * 6000)
    office = table.composition.office
    office.choose_session(table.sessions[1])
    table.settle()
    assert line(table) == ""
    assert "The disk is full" in table.view.message.words()
    office.choose_session(table.sessions[0])
    table.settle()
    assert line(table).startswith("hw: half xx")
    filler.unlink()


def test_on_a_full_disk_a_line_of_a_session_that_was_left_is_kept_in_locking(
    small_disk: Path, table: Table
) -> None:
    filler = bad_times.fill_up(small_disk)
    table.type("hw: half " + "x" * 6000)
    office = table.composition.office
    office.choose_session(table.sessions[1])
    table.settle()
    wait_for(office.closed, office.lock)
    filler.unlink()
    table.unlock()
    draft = table.draft()
    assert draft is not None
    assert draft.text.startswith("hw: half xx")


def test_striking_an_entry_ends_its_edit_and_destroys_the_words_in_the_draft(table: Table) -> None:
    edit_over_a_half_typed_line(table)
    wait_for(table.presenter.saved, lambda: None)
    table.composition.commands.run("record.strike")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert line(table) == "pv: half "
    draft = table.draft()
    assert draft is not None
    assert (draft.text, draft.editing, draft.aside) == ("pv: half ", "", "")


def test_words_of_an_edit_whose_entry_is_gone_are_a_new_line(table: Table) -> None:
    edit_over_a_half_typed_line(table)
    table.composition.commands.run("record.undo")
    table.settle()
    table.press(Qt.Key.Key_Return, widget=table.view.area.edit)
    table.settle()
    assert line(table) == "hw: one more pv: half "


def test_the_time_of_the_first_key_outlives_locking(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def at(minute: int) -> None:
        moment = datetime(2026, 3, 4, 10, minute)  # noqa: DTZ001 - the clock on the wall of the room
        for module in ("presenter", "drafting"):
            monkeypatch.setattr(f"dialogue_notes.ui.record.{module}.wall_clock", lambda: moment)

    at(45)
    table.type("hw: half")
    at(50)
    table.lock_and_unlock()
    table.press(Qt.Key.Key_Return)
    table.settle()
    (entry,) = table.entries()
    assert entry.spoken_at is not None
    assert f"{entry.spoken_at:%H:%M}" == "10:45"
