"""The typing line at length: a million hostile lines, and a recorded hour on each of four layouts."""

from __future__ import annotations

import os
import time

import pytest

from dialogue_notes.storage import attributions
from tests.soak.report import report
from tests.support.fingers import Fingers
from tests.support.hostile_lines import check_line, hostile_lines
from tests.support.layouts import LAYOUTS, US, Layout
from tests.support.recorded_hour import HOUR, recorded
from tests.support.replaying import differences, replay
from tests.ui.record.conftest import Table

LINES = int(os.environ.get("SOAK_LINES", "1000000"))
PACE = 3.0
MINUTES_AT_PACE = 10
"""Minutes of the recording that are replayed with their pauses, so that drafts are saved between the keys too."""


@pytest.mark.timeout(0)
def test_a_million_hostile_lines_raise_nothing() -> None:
    began = time.monotonic()
    for number, line in enumerate(hostile_lines(LINES, seed=1)):
        check_line(line, number)
    report(f"R11 typing grammar: {LINES:,} hostile lines, 0 uncaught, {time.monotonic() - began:.0f} s")


@pytest.mark.timeout(0)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
def test_an_hour_as_fast_as_the_line_takes_keys(table: Table, layout: Layout) -> None:
    _replayed(table, layout, entries=HOUR, speed=0.0)


@pytest.mark.timeout(0)
def test_ten_minutes_at_three_times_the_pace_of_speech(table: Table) -> None:
    _replayed(table, US, entries=HOUR * MINUTES_AT_PACE // 60, speed=PACE)


def _replayed(table: Table, layout: Layout, *, entries: int, speed: float) -> None:
    hour = recorded(entries)
    how = replay(hour, Fingers(layout, lambda: table.view.area.edit), speed=speed)
    table.settle()
    speakers = table.read(lambda reader: attributions.speakers(reader, table.meeting_id))
    assert differences(hour.noted, table.entries(), lambda entry: speakers[entry.id], table.people) == []
    report(
        f"recorded hour, {layout.name}: {entries} entries, {how.keys} keys in {how.seconds:.0f} s,"
        f" {how.speed:.1f} times its pace, none dropped or misattributed"
    )
