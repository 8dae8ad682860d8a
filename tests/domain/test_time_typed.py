"""A time of day typed for an entry already made."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.time_typed import time_typed

WAS = datetime.fromisoformat("2026-03-02T10:42:31")
DAY = datetime.fromisoformat("2026-03-04T21:00:00")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1105", "2026-03-02T11:05:00"),
        (" 11:05 ", "2026-03-02T11:05:00"),
        ("11.05", "2026-03-02T11:05:00"),
        ("11h05", "2026-03-02T11:05:00"),
        ("905", "2026-03-02T09:05:00"),
        ("11:05", "2026-03-02T11:05:00"),
        ("+10", "2026-03-02T10:52:31"),
        ("-10", "2026-03-02T10:32:31"),
        ("\u221290", "2026-03-02T09:12:31"),
        ("0010", "2026-03-02T00:10:00"),
        ("2350", "2026-03-01T23:50:00"),
    ],
)
def test_what_is_understood(typed: str, expected: str) -> None:
    assert time_typed(typed, WAS, DAY) == datetime.fromisoformat(expected)


def test_after_midnight_is_the_next_day() -> None:
    late = datetime.fromisoformat("2026-03-02T23:50:00")
    assert time_typed("0:10", late, DAY) == late + timedelta(minutes=20)


def test_an_entry_without_a_time_gets_one_of_the_day_and_is_not_shifted() -> None:
    assert time_typed("1105", None, DAY) == datetime.fromisoformat("2026-03-04T11:05:00")
    assert time_typed("+10", None, DAY) is None


@pytest.mark.parametrize(
    "typed", ["", "11", "2405", "1160", "11055", "eleven", "+", "10+", "+1000", "11:5", "hk: 1105"]
)
def test_what_is_not(typed: str) -> None:
    assert time_typed(typed, WAS, DAY) is None


@given(st.text(max_size=8))
def test_nothing_that_is_typed_raises(typed: str) -> None:
    found = time_typed(typed, WAS, DAY)
    assert found is None or abs(found - WAS) <= timedelta(minutes=999)


@given(st.integers(0, 1439))
def test_every_time_of_day_is_within_half_a_day(minute: int) -> None:
    found = time_typed(f"{minute // 60:02}{minute % 60:02}", WAS, DAY)
    assert found is not None
    assert abs(found - WAS) <= timedelta(hours=12, minutes=1)
