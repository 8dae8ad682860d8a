"""Whatever is typed, nothing raises; a million more of the same are in `tests/soak`."""

from __future__ import annotations

from tests.support.hostile_lines import check_line, hostile_lines


def test_thirty_thousand_hostile_lines_raise_nothing() -> None:
    for number, line in enumerate(hostile_lines(30_000, seed=20260302)):
        check_line(line, number)


def test_the_lines_hold_what_breaks_programs() -> None:
    text = "".join(hostile_lines(3_000, seed=1))
    assert {"\x00", "\ud800", "\u2028", "\u202e", "\u0301", "\U0010ffff"} <= set(text)
