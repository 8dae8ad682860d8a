"""Marks follow edits: against a model in which every letter knows by which marks it is covered."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.spans import Edit, Span
from dialogue_notes.domain.text_edits import edits_between, follow_edits, follow_words

WORDS = st.lists(
    st.sampled_from(["Haig", "Pak", "said", "to", "the", "of", "박진숙은", "黄华", "—"]), max_size=12
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the model, with the number that it had when it came."""

    letter: str
    is_marked: bool


def made_of(old: str, new: str, edits: tuple[Edit, ...]) -> str:
    parts, at, shift = [], 0, 0
    for edit in edits:
        assert edit.start >= at
        begin = edit.start + shift
        parts += [old[at : edit.start], new[begin : begin + edit.inserted]]
        at, shift = edit.start + edit.removed, shift + edit.inserted - edit.removed
    return "".join((*parts, old[at:]))


@given(st.text("ab c\n", max_size=14), st.text("ab c\n", max_size=14))
def test_the_edits_make_the_new_text_of_the_old(old: str, new: str) -> None:
    edits = edits_between(old, new)
    assert made_of(old, new, edits) == new
    assert all(edit.removed or edit.inserted for edit in edits)


@given(WORDS, WORDS)
def test_the_edits_make_a_text_of_words_too(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    assert made_of(before, after, edits_between(before, after)) == after


@given(WORDS, WORDS, st.data())
def test_a_span_that_was_not_touched_has_the_words_it_had(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    before, after = " ".join(old), " ".join(new)
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    followed = follow_words(Span(start, end), edits_between(before, after), before, after)
    if not followed.touched:
        assert followed.span is not None
        assert after[followed.span.start : followed.span.end] == before[start:end]


@pytest.mark.parametrize("seed", range(40))
def test_exact_edits_move_a_mark_as_the_letters_under_it_move(seed: int) -> None:
    random = Random(seed)
    text = [Letter(letter, 8 <= place < 16) for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")]
    span: Span | None = Span(8, 16)
    touched = False
    for _ in range(30):
        start = random.randrange(len(text) + 1)
        removed = min(random.choice([0, 0, 1, 2, 5]), len(text) - start)
        inserted = random.choice([0, 1, 3])
        under = [one.is_marked for one in text[start : start + removed]]
        before = start > 0 and text[start - 1].is_marked
        after = start + removed < len(text) and text[start + removed].is_marked
        is_inside = any(under) or (before and after and inserted > 0)
        text[start : start + removed] = [Letter("·", is_inside)] * inserted
        if span is not None:
            followed = follow_edits(span, (Edit(start, removed, inserted),))
            span, touched = followed.span, touched or followed.touched
            marked = [place for place, one in enumerate(text) if one.is_marked]
            assert followed.touched == is_inside
            if span is None:
                assert marked == []
                return
            assert marked == list(range(span.start, span.end))


def test_slips_mended_at_both_ends_leave_what_lies_between_alone() -> None:
    old, new = "teh talks with Haig and Pak in Oslow", "the talks with Haig and Pak in Oslo"
    edits = edits_between(old, new)
    start = old.index("Haig")
    followed = follow_words(Span(start, start + 4), edits, old, new)
    assert (followed.span, followed.touched) == (Span(start, start + 4), False)


@pytest.mark.parametrize(
    ("old", "new", "hidden"),
    [
        ("Mr Kissing said", "Mr Kissinger said", "Kissinger"),  # mended at its end
        ("Mr issinger said", "Mr Kissinger said", "Kissinger"),  # at its beginning
        ("Mr Kisinger said", "Mr Kissinger said", "Kissinger"),  # inside
        ("Mr Kissinger said", "Mr Dobrynin said", "Dobrynin"),  # typed over
    ],
)
def test_a_name_that_was_mended_is_hidden_whole_and_looked_at_again(old: str, new: str, hidden: str) -> None:
    name = old.split()[1]
    start = old.index(name)
    followed = follow_words(Span(start, start + len(name)), edits_between(old, new), old, new)
    assert followed.span is not None
    assert new[followed.span.start : followed.span.end] == hidden
    assert followed.touched


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Haig said", "Haig, he said"),
        ("Haig said", "Mr Haig said"),
        ("강용철은 왔다", "강용철이 왔다"),  # another particle after the name
        ("Haig said", "Haig"),
    ],
)
def test_what_comes_beside_a_name_does_not_touch_it(old: str, new: str) -> None:
    name = "강용철" if "강" in old else "Haig"
    followed = follow_words(Span(0, len(name)), edits_between(old, new), old, new)
    assert followed.span is not None
    assert (new[followed.span.start : followed.span.end], followed.touched) == (name, False)


def test_a_text_that_was_written_anew_is_one_edit() -> None:
    random = Random(1)
    old, new = (" ".join(random.choice("abcdefgh") * 3 for _ in range(600)) for _ in range(2))
    assert len(edits_between(f"x {old} x", f"x {new} x")) == 1
