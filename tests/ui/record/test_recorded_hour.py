"""A stretch of a recorded hour by keys only, on each of four layouts, as fast as the line takes them."""

from __future__ import annotations

import pytest

from dialogue_notes.storage import attributions
from tests.support.fingers import Fingers
from tests.support.layouts import LAYOUTS, Layout
from tests.support.recorded_hour import HOUR, recorded
from tests.support.replaying import differences, replay
from tests.ui.record.conftest import Table

STRETCH = 40


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
def test_no_entry_is_dropped_or_misattributed(table: Table, layout: Layout) -> None:
    hour = recorded(STRETCH, seed=len(layout.name) + ord(layout.name[0]))
    replay(hour, Fingers(layout, lambda: table.view.area.edit))
    table.settle()
    speakers = table.read(lambda reader: attributions.speakers(reader, table.meeting_id))
    assert differences(hour.noted, table.entries(), lambda entry: speakers[entry.id], table.people) == []
    assert len(table.shown()) == STRETCH


def test_the_recording_is_an_hour_of_every_kind_of_line() -> None:
    hour = recorded(HOUR)
    assert 3400 < hour.strokes[-1].at < 3900
    assert {noted.kind.value for noted in hour.noted} == {
        "statement", "quote", "observation", "agreement", "action", "procedure", "aside", "gap",
    }  # fmt: skip
    assert hour == recorded(HOUR)
