"""The computer's clock is set while a meeting is recorded: it is said once, and the record's times go on evenly."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from dialogue_notes.services.room_clock import RoomClock
from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.guard.clock_watch import ClockWatch
from tests.ui.record.conftest import Table

MORNING = datetime(2026, 3, 29, 10, 46)  # noqa: DTZ001 - the clock on the wall of the room


class Computer:
    def __init__(self) -> None:
        self.seconds, self.wall = 0.0, MORNING

    def passes(self, seconds: float) -> None:
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    made = Computer()
    clock = RoomClock(lambda: made.seconds, lambda: made.wall)
    monkeypatch.setattr("dialogue_notes.services.room_clock._clock", clock)
    return made


def watch_of(table: Table) -> ClockWatch:
    watch = table.composition.office.findChild(ClockWatch)
    assert isinstance(watch, ClockWatch)
    return watch


def said(table: Table) -> str:
    line = table.composition.window.clock_line
    return line.words() if line.isVisible() else ""


def times(table: Table) -> list[str]:
    return [f"{entry.spoken_at:%H:%M:%S}" for entry in table.entries() if entry.spoken_at is not None]


@pytest.mark.parametrize("years", [10, -10])
def test_a_clock_set_by_ten_years_is_said_once_and_moves_no_entry(
    computer: Computer, table: Table, years: int
) -> None:
    watch = watch_of(table)
    table.enter("hw: one")
    computer.wall += timedelta(days=3652) * (years // 10)
    computer.passes(60)
    watch.look()
    way = "forward" if years > 0 else "back"
    assert said(table) == (
        f"The computer's clock was set {way} by 3652 days. Here it goes on evenly: it is 10:47."
    )
    table.enter("two")
    assert times(table) == ["10:46:00", "10:47:00"]
    assert {entry.spoken_at.date() for entry in table.entries() if entry.spoken_at} == {MORNING.date()}
    table.composition.window.clock_line.forget()
    watch.look()
    assert said(table) == ""


def test_the_new_time_is_taken_from_the_line_or_the_palette(computer: Computer, table: Table) -> None:
    watch, commands = watch_of(table), table.composition.commands
    assert "clock.take" not in {command.id for command in commands.available()}
    computer.wall += timedelta(hours=1)
    watch.look()
    assert "set forward by 1 h 00 min" in said(table)
    button = next(
        each
        for each in table.composition.window.clock_line.findChildren(Button)
        if each.text() == "Use the new time"
    )
    button.click()
    table.enter("hw: one")
    assert said(table) == ""
    assert table.composition.window.band._clock.text().startswith("11:46")
    computer.wall -= timedelta(minutes=3)
    watch.look()
    assert "set back by 3 min 00 s" in said(table)
    commands.run("clock.take")
    table.enter("two")
    assert said(table) == ""
    assert times(table) == ["11:46:00", "11:43:00"]  # a person said so; the order of the record stays
    assert [entry.text for entry in table.entries()] == ["one", "two"]


def test_a_clock_that_is_set_back_to_what_it_was_is_no_news_any_more(
    computer: Computer, table: Table
) -> None:
    watch = watch_of(table)
    computer.wall += timedelta(seconds=9)
    watch.look()
    assert "set forward by 9 s" in said(table)
    computer.wall -= timedelta(seconds=9)
    watch.look()
    assert said(table) == ""


def test_no_duration_is_negative_when_the_clock_goes_back(computer: Computer, table: Table) -> None:
    table.enter("hw: one")
    computer.wall -= timedelta(hours=1)
    computer.passes(30)
    table.view.show_foot()
    assert "0:30" in table.view.area._speaking.text()
    watch_of(table).take()
    table.view.show_foot()
    assert "-" not in table.view.area._speaking.text()


def test_a_clock_set_while_locked_is_said_after_unlocking(computer: Computer, table: Table) -> None:
    table.composition.office.lock()
    table.settle()
    computer.wall += timedelta(hours=1)
    table.unlock()
    assert "set forward by 1 h" in said(table)
