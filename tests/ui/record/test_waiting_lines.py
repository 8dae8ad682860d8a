"""Lines on their way to the disk: whatever it takes and does not, they come to stand in their order."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import KeptEntry
from tests.ui.record.conftest import Table
from tests.ui.window import test_bad_times as bad_times

small_disk = bad_times.small_disk  # the fixture


class Moods:
    """The real recorder behind a disk that refuses what the test says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.errors: list[Exception | None] = []
        keep = Recorder.keep

        def moody(recorder: Recorder, vault: object, line: str, *rest: object) -> KeptEntry:
            error = self.errors.pop(0) if self.errors else None
            if error is not None:
                raise error
            return keep(recorder, vault, line, *rest)  # type: ignore[arg-type]  # handed on as it came

        monkeypatch.setattr(Recorder, "keep", moody)


@pytest.fixture
def moods(monkeypatch: pytest.MonkeyPatch) -> Moods:
    return Moods(monkeypatch)


FULL = KnownError(ErrorCode.DISK_FULL)


def press_enter(table: Table, *lines: str) -> None:
    for line in lines:
        table.type(line)
        table.press(Qt.Key.Key_Return, widget=table.view.area.edit)


def test_room_that_is_made_between_two_lines_does_not_change_their_order(table: Table, moods: Moods) -> None:
    moods.errors = [FULL, None, FULL, FULL]
    press_enter(table, "one", "two", "three")
    table.settle()
    while len(table.entries()) < 3:
        table.presenter.retry()
        table.settle()
    assert bad_times.texts(table) == ["one", "two", "three"]
    assert not table.view.message.isVisible()


def test_lines_that_a_lock_overtakes_keep_their_order(table: Table, moods: Moods) -> None:
    moods.errors = [FULL]
    press_enter(table, "one", "two", "three")
    table.type("half")
    table.lock_and_unlock()
    assert bad_times.texts(table) == ["one", "two", "three"]
    assert table.view.area.edit.text() == "half"


def test_a_line_that_its_session_refuses_does_not_hold_up_the_others(table: Table, moods: Moods) -> None:
    moods.errors = [FULL]
    press_enter(table, "one")
    table.settle()
    moods.errors = [KnownError(ErrorCode.MEETING_CLOSED)]
    press_enter(table, "two")
    table.settle()
    assert bad_times.texts(table) == ["two"]
    assert table.view.area.edit.text() == "one"


def test_a_line_refused_while_locking_is_there_after_unlocking(table: Table, moods: Moods) -> None:
    moods.errors = [KnownError(ErrorCode.MEETING_CLOSED), KnownError(ErrorCode.MEETING_CLOSED)]
    press_enter(table, "one")
    table.lock_and_unlock()
    assert table.view.area.edit.text() == "one"


def test_a_bug_in_keeping_a_line_does_not_cost_its_words(
    table: Table, moods: Moods, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda *lost: bugs.append(lost[1]))
    moods.errors = [ZeroDivisionError()]
    press_enter(table, "one")
    table.settle()
    assert [type(bug) for bug in bugs] == [ZeroDivisionError]
    assert table.view.area.edit.text() == "one"
    table.enter("")
    assert bad_times.texts(table) == ["one"]


def test_the_save_before_a_crash_window_and_the_next_try_keep_each_line_once(
    small_disk: Path, table: Table
) -> None:
    filler = bad_times.fill_up(small_disk)
    table.enter(*bad_times.LINES)
    table.composition.office.hand_in()
    table.settle()
    filler.unlink()
    table.presenter.retry()
    table.settle()
    assert bad_times.texts(table) == bad_times.LINES
