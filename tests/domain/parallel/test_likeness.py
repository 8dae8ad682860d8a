"""Likeness of words: between 0 and 1, the same from both sides, and 1 for the same words alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.parallel.likeness import Weights, bag, rarest

texts = st.lists(
    st.sampled_from(["hotline", "treaty", "the", "quota", "통보", "渠道", "x1"]), max_size=6
).map(" ".join)


@given(texts, texts, st.lists(texts, max_size=4))
def test_likeness_is_of_both_and_bounded(first: str, second: str, others: list[str]) -> None:
    bags = [bag(one) for one in (first, second, *others)]
    weights = Weights(bags)
    one, other = weights.weigh(bags[0]), weights.weigh(bags[1])
    likeness = weights.likeness(one, other)
    assert likeness == pytest.approx(weights.likeness(other, one))
    assert 0 <= likeness <= 1
    assert (likeness == pytest.approx(1)) is (bags[0] == bags[1])
    assert (likeness == 0) is (bags[0].keys().isdisjoint(bags[1]) and bags[0] != bags[1])


def test_rare_words_count_for_more() -> None:
    bags = [bag(one) for one in ("the hotline", "the quota", "the treaty", "hotline now", "the end")]
    weights = Weights(bags)
    the_hotline, the_quota, _, hotline_now, _ = map(weights.weigh, bags)
    assert weights.likeness(the_hotline, hotline_now) > weights.likeness(the_hotline, the_quota)
    assert rarest(bags[1], weights, 1) == ["quota"]


def test_endings_and_case_are_no_difference_and_signs_without_spaces_are_words() -> None:
    assert bag("Verification, verifying") == {"verif": 2}
    assert bag("渠道道") == {"渠": 1, "道": 2}
