from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.ui.meetings.agenda_model import read_time
from dialogue_notes.ui.meetings.dates import read_date, write_date, write_dates


@pytest.mark.parametrize(
    "typed", ["2026-05-14", "14.5.2026", "14. 5. 2026", "14 May 2026", "14 may, 2026", " 14  MAY 2026 "]
)
def test_a_date_is_read_however_it_is_spelt(typed: str) -> None:
    assert read_date(typed) == date(2026, 5, 14)


@pytest.mark.parametrize(
    "typed", ["5/14/2026", "14/5/2026", "tomorrow", "31 Feb 2026", "14 Ju 2026", "14 May"]
)
def test_what_could_be_read_two_ways_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message is the field's own
        read_date(typed)


@given(st.dates())
def test_a_date_that_was_written_is_read_back(day: date) -> None:
    if day.year >= 1000:
        assert read_date(write_date(day)) == day


def test_nothing_is_no_date() -> None:
    assert read_date("  ") is None
    assert not write_date(None)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 5, 14), None, "14 May 2026"),
        (date(2026, 5, 14), date(2026, 5, 16), "14–16 May 2026"),
        (date(2026, 5, 30), date(2026, 6, 2), "30 May – 2 June 2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 December 2026 – 2 January 2027"),
        (None, None, ""),
    ],
)
def test_days_are_written_as_short_as_they_can_be(first: date | None, last: date | None, words: str) -> None:
    assert write_dates(first, last) == words


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("9", "09:00"),
        ("915", "09:15"),
        ("9:15", "09:15"),
        ("9.15", "09:15"),
        ("9h15", "09:15"),
        ("1530", "15:30"),
        ("", ""),
    ],
)
def test_a_time_is_read_however_it_is_spelt(typed: str, time: str) -> None:
    assert read_time(typed) == time


@pytest.mark.parametrize("typed", ["25:00", "9:75", "noon", "12345"])
def test_what_is_no_time_of_day_is_refused(typed: str) -> None:
    assert read_time(typed) is None
