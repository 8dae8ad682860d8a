"""Time in the room, by keys: breaks, sync marks, the end of a session, and what the agenda says."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from dialogue_notes.domain.codes import Kind
from dialogue_notes.storage import meetings
from dialogue_notes.ui.record import agenda_presenter
from dialogue_notes.ui.record.agenda_presenter import AgendaPresenter
from tests.ui.conftest import wait_for
from tests.ui.record.conftest import Table

ALT = Qt.KeyboardModifier.AltModifier


def words(panel: QWidget) -> str:
    """What the labels of a panel say."""
    return "\n".join(
        label.text() for label in panel.findChildren(QLabel) if label.text() and not label.isHidden()
    )


def test_a_break_begins_and_ends_with_f5_and_the_agenda_shows_it(table: Table) -> None:
    table.enter("hw: so")
    table.type("half a li")
    table.press(Qt.Key.Key_F5)
    table.settle()
    assert "break since " in words(table.view.agenda)
    assert table.view.area.edit.text() == "half a li"
    table.press(Qt.Key.Key_G, ALT)
    table.settle()
    assert "break since " not in words(table.view.agenda)
    assert [entry.text for entry in table.entries()] == ["so", "Break", "Break ends"]
    assert [entry.kind for entry in table.entries()][1:] == [Kind.PROCEDURE, Kind.PROCEDURE]


def test_an_aside_in_the_break_leaves_the_break_and_the_speaker(table: Table) -> None:
    table.enter("hw: so")
    table.press(Qt.Key.Key_F5)
    table.enter("~ kyc: over coffee")
    assert "break since " in words(table.view.agenda)
    table.press(Qt.Key.Key_F5)
    table.enter("as I said")
    assert table.speaker(table.entries()[-1]).participant_id == table.people["hw"]


def test_f3_puts_numbered_sync_marks(table: Table) -> None:
    table.press(Qt.Key.Key_F3)
    table.press(Qt.Key.Key_Y, ALT)
    table.settle()
    assert [entry.tags for entry in table.entries()] == [("sync:1",), ("sync:2",)]
    assert "Sync 2 at" in table.shown()[-1]


def test_no_key_of_the_room_writes_while_hands_are_off(table: Table) -> None:
    table.enter("hw: so")
    table.press(Qt.Key.Key_F9)
    table.settle()
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F5):
        table.press(key, widget=table.composition.window)
    table.settle()
    assert [entry.kind for entry in table.entries()] == [Kind.STATEMENT, Kind.GAP]
    assert "Hands are off" in table.view.message.words()


def test_an_ended_session_refuses_lines_but_takes_an_aside_until_it_is_opened_again(table: Table) -> None:
    commands = table.composition.commands
    table.enter("hw: so")
    commands.run("record.end_session")
    table.settle()
    assert "ended" in words(table.view.agenda)
    assert "takes asides only" in words(table.view.area)
    table.enter("and another thing")
    assert table.view.area.edit.text() == "and another thing"
    assert "has ended" in table.view.message.words()
    table.view.area.edit.clear()
    table.enter("~ kyc: that went well")
    assert [entry.kind for entry in table.entries()] == [Kind.STATEMENT, Kind.ASIDE]
    commands.run("record.reopen_session")
    table.settle()
    table.enter("and another thing")
    assert len(table.entries()) == 3


def test_the_session_begins_by_hand_before_anything_is_said(table: Table) -> None:
    table.composition.commands.run("record.begin_session")
    table.settle()
    assert table.read(lambda reader: meetings.session(reader, table.sessions[0])).began_at is not None
    assert "since " in words(table.view.agenda)


def test_the_agenda_says_how_much_a_session_is_over_as_time_passes(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = datetime.now().astimezone().replace(tzinfo=None, microsecond=0)
    clock = [day.replace(hour=9, minute=50, second=0)]
    monkeypatch.setattr(agenda_presenter, "wall_clock", lambda: clock[0])
    table.composition.commands.run("record.begin_session")
    table.settle()
    presenter = table.view.findChild(AgendaPresenter)
    assert isinstance(presenter, AgendaPresenter)
    assert "10 min left" in words(table.view.agenda)
    clock[0] += timedelta(minutes=22)
    wait_for(presenter.times_shown, presenter.tell)
    assert "12 min over" in words(table.view.agenda)
    assert "next, at 10:15" in words(table.view.agenda)


def test_nothing_of_the_agenda_stays_when_it_is_hidden_or_locked(table: Table) -> None:
    table.enter("hw: so")
    table.press(Qt.Key.Key_F5)
    table.settle()
    table.press(Qt.Key.Key_F12)
    table.settle()
    assert "break since" not in words(table.view.agenda)
    assert "Opening" not in words(table.view.agenda)
    table.press(Qt.Key.Key_F12, widget=table.composition.window)
    table.settle()
    assert "break since" in words(table.view.agenda)
    table.lock_and_unlock()
    assert "break since" in words(table.view.agenda)
