"""Two texts compared word by word."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.word_diff import DiffRun, Fate, compare

WORDS = st.lists(
    st.sampled_from(["one", "two", " ", "  ", ", ", "강용철", "北京", "عربي", "\n", "🙂"]), max_size=12
).map("".join)
TEXTS = st.one_of(WORDS, st.text(max_size=30))


def _of(runs: tuple[DiffRun, ...], fate: Fate) -> str:
    return "".join(run.text for run in runs if run.fate in {fate, Fate.SAME})


@given(TEXTS, TEXTS)
def test_both_texts_are_whole_in_the_comparison(old: str, new: str) -> None:
    runs = compare(old, new)
    assert _of(runs, Fate.GONE) == old
    assert _of(runs, Fate.NEW) == new
    assert all(run.text for run in runs)
    assert all(one.fate is not other.fate for one, other in pairwise(runs))


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert all(run.fate is Fate.SAME for run in compare(text, text))


def test_only_the_words_that_changed_are_marked() -> None:
    assert compare("We would stop the tests.", "We could stop all the tests.") == (
        DiffRun("We ", Fate.SAME),
        DiffRun("would", Fate.GONE),
        DiffRun("could", Fate.NEW),
        DiffRun(" stop", Fate.SAME),
        DiffRun(" all", Fate.NEW),
        DiffRun(" the tests.", Fate.SAME),
    )
    assert compare("北京会谈", "北京会晤") == (
        DiffRun("北京会", Fate.SAME),
        DiffRun("谈", Fate.GONE),
        DiffRun("晤", Fate.NEW),
    )


def test_texts_of_many_words_are_compared_at_once() -> None:
    old = " ".join(f"a{number}" for number in range(20_000))
    new = "begin " + old.replace("a10000", "b") + " end"
    runs = compare(old, new)
    assert _of(runs, Fate.GONE) == old
    assert _of(runs, Fate.NEW) == new
