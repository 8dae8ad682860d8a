"""Two records side by side: every entry once, in order, and the same remark beside itself."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.parallel.aligning import AlignedRow, Heard, Side, align

START = datetime.fromisoformat("2026-03-02T10:00:00")
WORDS = (
    "verification",
    "inspectors",
    "hotline",
    "channel",
    "notice",
    "fishing",
    "corridor",
    "border",
    "treaty",
    "ballast",
    "quota",
    "harbour",
    "radar",
    "convoy",
    "pilot",
    "turbine",
    "ledger",
    "orchard",
    "saddle",
    "meadow",
    "lantern",
    "copper",
    "granite",
    "violin",
    "연락",
    "채널",
    "通知",
    "渠道",
)

texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
times = st.none() | st.integers(0, 3000).map(lambda seconds: START + timedelta(seconds=seconds))
heard = st.builds(Heard, st.just(""), texts, times, st.none() | st.integers(1, 3))


def numbered(entries: Sequence[Heard], side: str) -> list[Heard]:
    return [replace(one, id=f"{side}{number}") for number, one in enumerate(entries)]


def said(*lines: str, side: str = "l", since: int = 0, step: int = 60) -> list[Heard]:
    return [
        Heard(f"{side}{number}", text, START + timedelta(seconds=since + step * number))
        for number, text in enumerate(lines)
    ]


def both(rows: Sequence[AlignedRow]) -> list[tuple[str | None, str | None]]:
    return [(row.left, row.right) for row in rows]


@given(st.lists(heard, max_size=12), st.lists(heard, max_size=12))
def test_every_entry_stands_once_and_in_its_order(left: list[Heard], right: list[Heard]) -> None:
    left, right = numbered(left, "l"), numbered(right, "r")
    rows = align(left, right)
    assert [row.left for row in rows if row.left is not None] == [one.id for one in left]
    assert [row.right for row in rows if row.right is not None] == [one.id for one in right]
    assert all(row.left is not None or row.right is not None for row in rows)
    assert all(0 <= row.likeness <= 1 for row in rows)


@given(st.lists(heard, max_size=12), st.lists(heard, max_size=12))
def test_the_same_comes_out_every_time(left: list[Heard], right: list[Heard]) -> None:
    left, right = numbered(left, "l"), numbered(right, "r")
    assert align(left, right) == align(left, right)


@given(st.permutations(WORDS), st.integers(1, 24))
def test_a_record_beside_itself_is_pairs_alone(words: list[str], count: int) -> None:
    lines = said(*words[:count])
    rows = align(lines, numbered(lines, "r"))
    assert both(rows) == [(f"l{number}", f"r{number}") for number in range(count)]
    assert {row.likeness for row in rows} == {1.0}


@given(st.sets(st.integers(0, 19)), st.sets(st.integers(0, 19)), st.integers(-4000, 4000))
def test_what_only_one_heard_leaves_the_rest_in_place_whatever_its_clock_says(
    not_left: set[int], not_right: set[int], ahead: int
) -> None:
    lines = [f"{WORDS[number]} {WORDS[-1 - number % 7]} {number}a {number}b" for number in range(20)]
    left = [one for number, one in enumerate(said(*lines)) if number not in not_left]
    right = [one for number, one in enumerate(said(*lines, side="r", since=ahead)) if number not in not_right]
    paired = {(row.left, row.right) for row in align(left, right) if row.side is Side.BOTH}
    assert paired == {(f"l{one}", f"r{one}") for one in set(range(20)) - not_left - not_right}


def test_other_endings_and_shorthand_are_still_the_same_remark() -> None:
    left = said(
        "Verification need not mean inspectors on the ground.",
        "The hotline carried such notices for years.",
        "A drafting group of four could meet in May.",
    )
    right = said(
        "Verifying doesn't need inspectors; ground presence not required",
        "Notice was carried by the hotline, years ago",
        "Coffee comes in.",
        "4 ppl drafting group, meeting in May",
        side="r",
        since=25,
    )
    assert both(align(left, right)) == [("l0", "r0"), ("l1", "r1"), (None, "r2"), ("l2", "r3")]


def test_a_sync_mark_parts_what_words_alone_would_bring_together() -> None:
    left = [
        Heard("l0", "We agree on the corridor."),
        Heard("l1", "Sync 1", sync=1),
        Heard("l2", "Something else."),
    ]
    right = [
        Heard("r0", "Nothing to add."),
        Heard("r1", "Sync 1 noted", sync=1),
        Heard("r2", "We agree on the corridor."),
    ]
    rows = both(align(left, right))
    assert ("l1", "r1") in rows
    assert ("l0", "r2") not in rows


def test_sync_marks_that_cross_do_not_cross_the_records() -> None:
    left = [Heard("l0", "one", sync=1), Heard("l1", "two", sync=2)]
    right = [Heard("r0", "two", sync=2), Heard("r1", "one", sync=1)]
    rows = align(left, right)
    assert len([row for row in rows if row.side is Side.BOTH]) == 1


@pytest.mark.parametrize(("since", "same"), [(0, "r0"), (-600, "r1")])
def test_of_two_remarks_of_the_same_words_the_one_of_the_same_time_is_meant(since: int, same: str) -> None:
    left = said("Agreed on the channel.")
    right = said("Agreed on the channel.", "Agreed on the channel.", step=600, side="r", since=since)
    assert ("l0", same) in both(align(left, right))


@pytest.mark.parametrize("first", [("Sync 1", 1), ("The orchard and the violin", None)])
def test_times_are_compared_by_clocks_set_to_each_other(first: tuple[str, int | None]) -> None:
    """By a sync mark, or by an entry that is like no other; what follows has words that do not tell."""
    left = [Heard("l0", first[0], START, first[1]), Heard("l1", "Agreed.", START + timedelta(minutes=5))]
    ahead = START + timedelta(hours=1)
    right = [
        Heard("r0", first[0], ahead, first[1]),
        Heard("r1", "Agreed.", ahead + timedelta(minutes=5)),
        Heard("r2", "Agreed.", ahead + timedelta(minutes=15)),
    ]
    assert both(align(left, right)) == [("l0", "r0"), ("l1", "r1"), (None, "r2")]


def test_what_has_no_partner_stands_by_its_time() -> None:
    left = [Heard("l0", "orchard", START), Heard("l1", "violin", START + timedelta(minutes=10))]
    right = [Heard("r0", "granite", START + timedelta(minutes=5))]
    assert both(align(left, right)) == [("l0", None), (None, "r0"), ("l1", None)]


def test_no_times_at_all_are_no_hindrance() -> None:
    left = [replace(one, at=None) for one in said("the hotline", "the harbour", "the radar")]
    right = [replace(one, at=None) for one in said("the harbour", "the radar", side="r")]
    assert both(align(left, right)) == [("l0", None), ("l1", "r0"), ("l2", "r1")]


def test_two_long_records_are_paired_by_what_was_said() -> None:
    chance = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyz"
    stock = ["".join(chance.choices(letters, k=6)) for _ in range(3000)]
    lines = [chance.choices(stock, k=15) for _ in range(2000)]
    left = said(*(" ".join(words) for words in lines), step=5)
    heard_too = [number for number in range(2000) if chance.random() < 0.9]
    right = [
        Heard(
            f"r{number}", " ".join(word for word in lines[number] if chance.random() < 0.6), left[number].at
        )
        for number in heard_too
    ]
    paired = [(row.left, row.right) for row in align(left, right) if row.side is Side.BOTH]
    good = sum(left_id is not None and right_id == left_id.replace("l", "r") for left_id, right_id in paired)
    assert good >= 0.99 * len(heard_too)
    assert len(paired) - good <= 0.01 * len(heard_too)
