"""Which threads belong to what is looked at, and where they go when their text is edited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.comments import About, concerns, followed
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.spans import Span, edit_between

HERE, THERE = intervention_place("e1"), intervention_place("e2")
spans = st.none() | st.tuples(st.integers(0, 9), st.integers(1, 9)).map(lambda one: Span(one[0], sum(one)))
abouts = st.builds(
    About,
    st.sampled_from([None, HERE, THERE]),
    spans,
    st.sampled_from([None, "r1", "r2"]),
    st.sampled_from([None, "n1", "n2"]),
)


@given(abouts, abouts)
def test_concern_is_mutual(one: About, other: About) -> None:
    assert concerns(one, other) is concerns(other, one)


@given(abouts)
def test_a_thread_concerns_what_it_was_begun_about(one: About) -> None:
    is_of_nothing = one.place is None and one.redaction_id is None and one.entity_id is None and one.span
    assert concerns(one, one) or is_of_nothing


def test_what_is_about_something_is_not_about_the_meeting() -> None:
    assert concerns(About(), About())
    assert not concerns(About(HERE), About())
    assert not concerns(About(), About(HERE, Span(0, 3)))


def test_stretches_that_meet_concern_each_other_and_a_whole_text_all_of_them() -> None:
    assert concerns(About(HERE, Span(0, 5)), About(HERE, Span(4, 9)))
    assert not concerns(About(HERE, Span(0, 5)), About(HERE, Span(5, 9)))
    assert not concerns(About(HERE, Span(0, 5)), About(THERE, Span(0, 5)))
    assert concerns(About(HERE), About(HERE, Span(4, 9)))


def test_one_thing_in_two_places_is_one_thing() -> None:
    assert concerns(About(HERE, Span(0, 5), "r1", "n1"), About(THERE, Span(0, 5), "r2", "n1"))
    assert not concerns(About(HERE, Span(0, 5), "r1", "n1"), About(THERE, Span(0, 5), "r2", "n2"))


@given(st.text("ab😀 ", max_size=8), st.text("ab😀 ", max_size=8), st.text("xy", min_size=1, max_size=4))
def test_words_are_followed_when_others_come_before_and_behind(before: str, behind: str, words: str) -> None:
    old, new = f"..{words}..", f"..{before}{words}{behind}.."
    about = About(HERE, Span(2, 2 + len(words)))
    found = followed(about, edit_between(old, new)).span
    assert found is not None
    assert words in new[found.start : found.end]


def test_a_thread_whose_words_all_went_is_about_the_whole_text() -> None:
    assert followed(About(HERE, Span(2, 5)), edit_between("abXYZcd", "abcd")) == About(HERE)
