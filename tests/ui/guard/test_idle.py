"""The idle countdown on counters of the test's own: when it runs, what stops it, and that it takes no key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_notes.settings import load_settings
from dialogue_notes.ui.guard.idle import IdleLock
from tests.ui.conftest import settle, wait_for
from tests.ui.record.conftest import Table

MINUTE = 60.0


class Counters:
    """What the machine counts, turned by the test."""

    def __init__(self, idle: IdleLock) -> None:
        self.seconds = self.slept = 0.0
        self.idle = idle
        idle._steady, idle._slept = lambda: self.seconds, lambda: self.slept
        idle._slept_before = 0.0
        idle.stir()

    def passes(self, seconds: float) -> None:
        self.seconds += seconds
        self.idle.look()


@pytest.fixture
def counters(table: Table) -> Counters:
    idle = table.composition.guard.findChild(IdleLock)
    assert isinstance(idle, IdleLock)
    idle._timer.stop()  # the test looks for itself
    return Counters(idle)


def countdown(table: Table) -> str:
    chip = table.composition.window.band._countdown
    return "" if chip.isHidden() else chip.words()


def test_after_ten_minutes_the_vault_is_locked_and_half_a_minute_before_it_is_said(
    table: Table, counters: Counters
) -> None:
    table.type("hw: half typed")
    counters.passes(9 * MINUTE + 29)
    assert countdown(table) == ""
    counters.passes(1)
    assert countdown(table) == "Locks in 30 s · any key stops it"
    counters.passes(18)
    assert countdown(table) == "Locks in 12 s · any key stops it"
    assert table.composition.office.is_open
    wait_for(table.composition.office.closed, lambda: counters.passes(12))
    assert countdown(table) == ""
    table.unlock()
    assert table.view.area.edit.text() == "hw: half typed"


def test_where_nothing_is_to_move_the_lock_is_said_without_counting(table: Table, counters: Counters) -> None:
    table.composition.commands.run("motion.stop")
    counters.passes(9 * MINUTE + 30)
    said = countdown(table)
    assert "Locks within half a minute" in said
    counters.passes(18)
    assert countdown(table) == said


def test_the_key_that_stops_the_countdown_is_typed_as_any_other(table: Table, counters: Counters) -> None:
    counters.passes(9 * MINUTE + 45)
    assert countdown(table)
    QTest.keyClick(table.composition.window.windowHandle(), Qt.Key.Key_X)
    assert countdown(table) == ""
    assert table.view.area.edit.text() == "x"
    counters.passes(9 * MINUTE)
    assert countdown(table) == ""


def test_a_move_of_the_mouse_stops_it_and_a_mouse_that_lies_still_does_not(
    table: Table, counters: Counters
) -> None:
    window = table.composition.window.windowHandle()

    def move_to(place: QPoint) -> None:
        at = QPointF(place)
        none = Qt.MouseButton.NoButton
        QApplication.sendEvent(
            window, QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
        )

    move_to(QPoint(40, 40))
    counters.passes(9 * MINUTE + 45)
    move_to(QPoint(40, 40))
    assert countdown(table)
    move_to(QPoint(41, 40))
    assert countdown(table) == ""


def compose(table: Table, words: str) -> None:
    QApplication.sendEvent(table.view.area.edit, QInputMethodEvent(words, []))


def test_it_does_not_run_while_an_input_method_composes(table: Table, counters: Counters) -> None:
    for words in ("ㅎ", "하", "한", "한ㄱ", "한구", "한국"):
        counters.passes(9 * MINUTE + 45)
        assert countdown(table)
        compose(table, words)
        assert countdown(table) == ""


def test_what_is_half_composed_is_not_lost_in_locking(table: Table, counters: Counters) -> None:
    table.type("hw: ")
    compose(table, "한국")
    wait_for(table.composition.office.closed, lambda: counters.passes(10 * MINUTE))
    table.unlock()
    assert table.view.area.edit.text() == "hw: 한국"


def test_with_the_window_in_the_background_it_runs_and_coming_back_stops_it(
    table: Table, counters: Counters
) -> None:
    window, other = table.composition.window, QWidget()
    counters.passes(5 * MINUTE)
    other.show()
    other.activateWindow()
    assert QTest.qWaitForWindowActive(other)
    counters.passes(9 * MINUTE + 45)
    assert countdown(table)
    other.close()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    assert countdown(table) == ""
    assert table.composition.office.is_open


def test_a_machine_that_slept_is_locked_when_it_wakes(table: Table, counters: Counters) -> None:
    table.composition.commands.run("idle.0")
    counters.slept += 1.0
    counters.passes(1)
    assert table.composition.office.is_open
    counters.slept += 30.0
    wait_for(table.composition.office.closed, lambda: counters.passes(30))


def test_another_time_is_chosen_in_the_palette_and_remembered(table: Table, counters: Counters) -> None:
    composition = table.composition
    assert "idle.10" not in {command.id for command in composition.commands.available()}
    composition.commands.run("idle.2")
    counters.passes(2 * MINUTE - 30)
    assert countdown(table)
    composition.commands.run("idle.0")
    counters.passes(1000 * MINUTE)
    assert countdown(table) == ""
    assert composition.office.is_open
    assert load_settings(composition._settings_folder).settings.idle_minutes == 0


def test_no_countdown_runs_while_locked(table: Table, counters: Counters) -> None:
    wait_for(table.composition.office.closed, table.composition.office.lock)
    assert not counters.idle._timer.isActive()
    settle(table.composition)
