"""Which tag became which: those that stayed are known wherever they stand, and none is lost or doubled."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.tag_changes import TagChanges, tag_changes

TAGS = st.lists(st.sampled_from("abcdefg"), unique=True, max_size=6)


def test_a_tag_that_is_moved_stays_and_one_written_otherwise_is_the_same_tag() -> None:
    assert tag_changes(("a", "b", "c"), ("c", "a", "B")) == TagChanges(((0, 1), (1, 2), (2, 0)), ())
    assert tag_changes(("a", "b"), ("b",)) == TagChanges(((1, 0),), (0,))
    assert tag_changes(("a",), ("new", "a")) == TagChanges(((0, 1),), ())
    assert tag_changes(("a", "b", "c"), ("a", "x", "c")) == TagChanges(((0, 0), (1, 1), (2, 2)), ())


@given(TAGS, TAGS)
def test_every_tag_before_stays_is_written_otherwise_or_goes_and_no_two_become_one(
    old: list[str], new: list[str]
) -> None:
    changes = tag_changes(old, new)
    before, after = [one for one, _ in changes.pairs], [one for _, one in changes.pairs]
    assert sorted((*before, *changes.gone)) == list(range(len(old)))
    assert len(set(after)) == len(after)
    assert set(after) <= set(range(len(new)))
    for one, other in changes.pairs:
        assert old[one] == new[other] or (old[one] not in new and new[other] not in old)
    assert {one for one in range(len(old)) if old[one] in new} <= set(before)
