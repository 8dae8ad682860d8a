"""A full disk while a meeting is recorded: what waits is saved as soon as there is room, and in locking."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer

from dialogue_notes.storage import meetings
from dialogue_notes.ui.record.drafting import Drafting
from dialogue_notes.ui.record.waiting_lines import WaitingLines
from tests.ui.conftest import wait_for
from tests.ui.record.conftest import Table
from tests.ui.window import test_bad_times as bad_times

small_disk = bad_times.small_disk  # the fixture


def retry_timer(table: Table) -> QTimer:
    lines = table.presenter.findChild(WaitingLines)
    assert isinstance(lines, WaitingLines)
    return lines._again


def test_lines_are_tried_again_every_second_until_there_is_room(small_disk: Path, table: Table) -> None:
    table.enter("hw: before")
    filler = bad_times.fill_up(small_disk)
    for line in bad_times.LINES:
        table.enter(line)
    timer, told = retry_timer(table), table.view.message.words()
    assert "5 lines are not saved yet" in told
    for _ in range(2):
        assert timer.isActive()
        assert timer.interval() <= 1000
        timer.timeout.emit()
        table.settle()
        assert table.view.message.words() == told
    filler.unlink()
    timer.timeout.emit()
    table.settle()
    assert bad_times.texts(table) == ["before", *bad_times.LINES]
    assert not table.view.message.isVisible()
    assert not timer.isActive()


def test_what_is_half_typed_is_tried_again_too(small_disk: Path, table: Table) -> None:
    filler = bad_times.fill_up(small_disk)
    table.type("hw: half " + "x" * 6000)
    wait_for(table.presenter.failed, table.presenter.save_draft)
    assert "The disk is full" in table.view.message.words()
    drafting = table.presenter.findChild(Drafting)
    assert isinstance(drafting, Drafting)
    timer = drafting._timer
    assert timer.isActive()
    assert timer.interval() <= 1000
    filler.unlink()
    timer.timeout.emit()
    table.settle()
    draft = table.draft()
    assert draft is not None
    assert draft.text.startswith("hw: half x")
    assert not table.view.message.isVisible()


def test_lines_that_wait_are_kept_in_locking_though_the_room_shows_no_session(
    small_disk: Path, table: Table
) -> None:
    office = table.composition.office
    table.enter("hw: before")
    dialogue_id = table.read(lambda reader: meetings.meeting(reader, table.meeting_id)).dialogue_id
    filler = bad_times.fill_up(small_disk)
    for line in bad_times.LINES:
        table.enter(line)
    office.choose_meeting(dialogue_id, None)
    table.settle()
    wait_for(office.closed, office.lock)
    filler.unlink()
    table.unlock()
    assert bad_times.texts(table) == ["before", *bad_times.LINES]
