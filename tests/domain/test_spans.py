from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import RedactionAction
from dialogue_notes.domain.spans import Cover, Cut, Edit, Holding, Span, edit_between, follow_edit, merge

PSEUDONYMISE, REMOVE, GENERALISE = (
    RedactionAction.PSEUDONYMISE,
    RedactionAction.REMOVE,
    RedactionAction.GENERALISE,
)
TEXT = "Ambassador Dobrynin spoke to Dr. Kissinger again"


def spans_in(length: int) -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, length - 1), st.integers(1, 12))
    return ends.map(lambda pair: Span(pair[0], min(length, pair[0] + pair[1])))


CUTS = st.lists(
    st.builds(
        Cut,
        spans_in(len(TEXT)),
        st.sampled_from(RedactionAction),
        st.sampled_from(["e1", "e2"]),
        st.just("x"),
    ),
    max_size=6,
)


def hidden(cuts: list[Cut] | tuple[Cut, ...]) -> set[int]:
    return {place for cut in cuts for place in range(cut.span.start, cut.span.end)}


@given(CUTS)
def test_merged_cuts_hide_what_the_given_ones_hide_and_only_blanks_more(cuts: list[Cut]) -> None:
    merged = merge(cuts, TEXT)
    more = hidden(merged) - hidden(cuts)
    assert hidden(cuts) <= hidden(merged)
    assert not "".join(TEXT[place] for place in more).strip()
    assert all(first.span.end <= second.span.start for first, second in pairwise(merged))


@given(CUTS, st.randoms())
def test_the_order_in_which_cuts_come_changes_nothing(cuts: list[Cut], random: Random) -> None:
    shuffled = list(cuts)
    random.shuffle(shuffled)
    assert merge(shuffled, TEXT) == merge(cuts, TEXT)


@given(CUTS)
def test_the_ids_of_entities_change_nothing_but_themselves(cuts: list[Cut]) -> None:
    names = {"e1": "z9", "e2": "a0"}
    renamed = [Cut(cut.span, cut.action, names[cut.entity_id], cut.replacement) for cut in cuts]
    there = [(cut.span, cut.action) for cut in merge(renamed, TEXT)]
    here = merge(cuts, TEXT)
    assert there == [(cut.span, cut.action) for cut in here]
    labels = [cut.entity_id for cut in merge(renamed, TEXT) if cut.action is PSEUDONYMISE]
    assert labels == [names[cut.entity_id] for cut in here if cut.action is PSEUDONYMISE]


@given(CUTS)
def test_merging_again_changes_nothing(cuts: list[Cut]) -> None:
    merged = merge(cuts, TEXT)
    assert merge(merged, TEXT) == merged


@given(CUTS)
def test_what_does_not_overlap_is_left_as_it_is(cuts: list[Cut]) -> None:
    for cut in merge(cuts, TEXT):
        meeting = [one for one in cuts if one.span.meets(cut.span.start, cut.span.end)]
        if len(set(meeting)) == 1:
            assert cut == meeting[0]


@given(CUTS)
def test_a_label_or_words_stand_only_where_somebody_put_them(cuts: list[Cut]) -> None:
    for cut in merge(cuts, TEXT):
        inside = [one for one in cuts if cut.span.holds(one.span.start, one.span.end)]
        if cut.action in {GENERALISE, RedactionAction.RECAST}:
            assert cut in inside
        if cut.action is PSEUDONYMISE:
            labels = {one.entity_id for one in inside if one.action is PSEUDONYMISE}
            assert cut.entity_id in labels
            assert cut in inside or labels == {cut.entity_id}


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        (RedactionAction.RECAST, RedactionAction.REMOVE, RedactionAction.RECAST),
        (RedactionAction.RECAST, RedactionAction.PSEUDONYMISE, RedactionAction.RECAST),
        (RedactionAction.RECAST, RedactionAction.GENERALISE, RedactionAction.RECAST),
        (RedactionAction.RECAST, RedactionAction.WITHHOLD_ENTRY, RedactionAction.WITHHOLD_ENTRY),
        (RedactionAction.GENERALISE, RedactionAction.PSEUDONYMISE, RedactionAction.GENERALISE),
        (RedactionAction.GENERALISE, RedactionAction.RECAST, RedactionAction.REMOVE),
        (RedactionAction.PSEUDONYMISE, RedactionAction.GENERALISE, RedactionAction.REMOVE),
        (RedactionAction.REMOVE, RedactionAction.RECAST, RedactionAction.REMOVE),
        (RedactionAction.WITHHOLD_ENTRY, RedactionAction.RECAST, RedactionAction.WITHHOLD_ENTRY),
    ],
)
def test_one_action_inside_another(
    outer: RedactionAction, inner: RedactionAction, expected: RedactionAction
) -> None:
    merged = merge([Cut(Span(0, 19), outer, "e1", "x"), Cut(Span(11, 19), inner, "e2", "y")], TEXT)
    assert [(cut.span, cut.action) for cut in merged] == [(Span(0, 19), expected)]


def test_a_removal_of_exactly_what_was_recast_is_a_removal() -> None:
    merged = merge(
        [Cut(Span(0, 19), RedactionAction.RECAST, "e1", "x"), Cut(Span(0, 19), REMOVE, "e1")], TEXT
    )
    assert [cut.action for cut in merged] == [REMOVE]


def test_a_cut_that_meets_two_through_a_third_has_one_meaning_with_both() -> None:
    chain = [
        Cut(Span(0, 6), PSEUDONYMISE, "e1"),
        Cut(Span(4, 12), PSEUDONYMISE, "e1"),
        Cut(Span(6, 9), PSEUDONYMISE, "e2"),
    ]
    assert [(cut.span, cut.action) for cut in merge(chain, TEXT)] == [(Span(0, 12), REMOVE)]
    assert merge(chain[:2], TEXT) == (Cut(Span(0, 12), PSEUDONYMISE, "e1"),)


@given(st.lists(st.builds(Span, st.integers(0, 20), st.integers(0, 20)), max_size=8), spans_in(20))
def test_a_holding_says_whether_one_span_holds_all(spans: list[Span], asked: Span) -> None:
    whole = [one for one in spans if one.start <= one.end]
    held = any(one.holds(asked.start, asked.end) for one in whole)
    assert Holding(whole).holds(asked.start, asked.end) == held


def test_a_longer_cut_swallows_a_shorter_one_of_the_same_strength() -> None:
    outer, inner = Cut(Span(0, 19), PSEUDONYMISE, "e1"), Cut(Span(11, 19), PSEUDONYMISE, "e2")
    assert merge([inner, outer], TEXT) == (outer,)


def test_two_entities_on_one_span_leave_the_marker() -> None:
    merged = merge([Cut(Span(0, 5), PSEUDONYMISE, "e1"), Cut(Span(0, 5), PSEUDONYMISE, "e2")], TEXT)
    assert [cut.action for cut in merged] == [REMOVE]


def test_entities_that_overlap_in_part_leave_the_marker_over_both() -> None:
    merged = merge([Cut(Span(0, 12), PSEUDONYMISE, "e1"), Cut(Span(11, 19), PSEUDONYMISE, "e2")], TEXT)
    assert [(cut.span, cut.action) for cut in merged] == [(Span(0, 19), REMOVE)]


def test_neighbours_of_one_entity_become_one_label() -> None:
    merged = merge([Cut(Span(0, 10), PSEUDONYMISE, "e1"), Cut(Span(11, 19), PSEUDONYMISE, "e1")], TEXT)
    assert merged == (Cut(Span(0, 19), PSEUDONYMISE, "e1"),)


def test_neighbours_of_two_entities_stay_two() -> None:
    assert (
        len(merge([Cut(Span(0, 10), PSEUDONYMISE, "e1"), Cut(Span(11, 19), PSEUDONYMISE, "e2")], TEXT)) == 2
    )


def test_cuts_that_only_touch_do_not_overlap() -> None:
    cuts = (Cut(Span(0, 5), GENERALISE, "e1", "x"), Cut(Span(5, 8), PSEUDONYMISE, "e2"))
    assert merge(cuts, TEXT) == cuts


def test_a_stronger_action_inside_a_weaker_one_wins_over_the_whole() -> None:
    merged = merge([Cut(Span(0, 19), GENERALISE, "e1", "someone"), Cut(Span(11, 19), REMOVE, "e1")], TEXT)
    assert [(cut.span, cut.action) for cut in merged] == [(Span(0, 19), REMOVE)]


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12))
def test_an_edit_makes_the_new_text_of_the_old(old: str, new: str) -> None:
    edit = edit_between(old, new)
    inserted = new[edit.start : edit.start + edit.inserted]
    assert old[: edit.start] + inserted + old[edit.start + edit.removed :] == new


@given(st.text("abcd ", min_size=1, max_size=20), st.data())
def test_a_span_that_an_edit_leaves_alone_keeps_its_text(old: str, data: st.DataObject) -> None:
    span = data.draw(spans_in(len(old)))
    start = data.draw(st.integers(0, len(old)))
    removed = data.draw(st.integers(0, len(old) - start))
    inserted = data.draw(st.text("xy", max_size=4))
    new = old[:start] + inserted + old[start + removed :]
    followed = follow_edit(span, Edit(start, removed, len(inserted)))
    if followed.span is None:
        assert followed.touched
        assert start <= span.start
        assert span.end <= start + removed
        return
    after = new[followed.span.start : followed.span.end]
    if not followed.touched:
        assert after == old[span.start : span.end]
    kept = [old[place] for place in range(span.start, span.end) if not start <= place < start + removed]
    assert [letter for letter in after if letter in old] == kept or followed.touched


def test_text_typed_inside_a_span_is_hidden_too() -> None:
    followed = follow_edit(Span(4, 10), Edit(6, 0, 3))
    assert (followed.span, followed.touched) == (Span(4, 13), True)


def test_text_typed_beside_a_span_is_not() -> None:
    assert follow_edit(Span(4, 10), Edit(10, 0, 3)).span == Span(4, 10)
    assert follow_edit(Span(4, 10), Edit(4, 0, 3)).span == Span(7, 13)


def test_a_name_that_was_typed_over_stays_hidden_and_is_to_be_looked_at_again() -> None:
    followed = follow_edit(Span(4, 10), Edit(4, 6, 8))
    assert (followed.span, followed.touched) == (Span(4, 12), True)


def test_a_span_whose_text_was_deleted_is_gone() -> None:
    assert follow_edit(Span(4, 10), Edit(2, 9, 0)).span is None


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8), st.integers(0, 30))
def test_a_cover_holds_what_one_of_its_spans_holds(pairs: list[tuple[int, int]], place: int) -> None:
    spans = [Span(start, end) for start, end in pairs]
    assert Cover(spans).holds(place) == any(span.start <= place < span.end for span in spans)
    assert Cover(spans).meets(place, place + 3) == any(
        span.start < span.end and span.meets(place, place + 3) for span in spans
    )


@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=5),
    st.integers(0, 12),
    st.integers(1, 6),
)
def test_a_cover_covers_a_stretch_whose_every_letter_it_holds(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    cover = Cover(Span(first, last) for first, last in spans)
    letters = range(start, start + length)
    assert cover.covers(start, start + length) is all(cover.holds(place) for place in letters)
