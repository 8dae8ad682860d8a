from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.carrying import Carried, Carry, carry_span, joined_text, split_place
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.spans import Span

A, B = intervention_place("a"), intervention_place("b")
TEXTS = st.text(alphabet="ab \u00a0\u3000회", max_size=30)


def _cut(text: str, at: int) -> tuple[Carry, Carry]:
    end, begin = split_place(text, at)
    return Carry(A, 0, end, A), Carry(A, begin, len(text), B)


def test_a_span_goes_with_its_part() -> None:
    carries = _cut("one two three", 7)
    assert carry_span(A, Span(0, 3), carries) == (Carried(A, Span(0, 3), touched=False),)
    assert carry_span(A, Span(8, 13), carries) == (Carried(B, Span(0, 5), touched=False),)
    assert carry_span(B, Span(0, 5), carries) == ()


def test_a_span_across_the_cut_is_kept_on_both_sides_and_touched() -> None:
    carries = _cut("one two three", 7)
    assert carry_span(A, Span(4, 10), carries) == (
        Carried(A, Span(4, 7), touched=True),
        Carried(B, Span(0, 2), touched=True),
    )


def test_a_span_that_reaches_into_the_blanks_of_the_cut_only_shrinks() -> None:
    assert carry_span(A, Span(4, 8), _cut("one two three", 7)) == (Carried(A, Span(4, 7), touched=True),)


@given(TEXTS, st.integers(0, 30))
def test_only_blanks_are_lost_at_a_cut(text: str, at: int) -> None:
    at = min(at, len(text))
    end, begin = split_place(text, at)
    assert end <= at <= begin
    assert not text[end:begin].strip()


@given(TEXTS, st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_every_letter_that_was_covered_is_covered_after_a_cut_and_after_the_way_back(
    text: str, at: int, start: int, length: int
) -> None:
    carries = _cut(text, min(at, len(text)))
    span = Span(min(start, len(text)), min(start + length, len(text)))
    parts = carry_span(A, span, carries)
    texts = {A: text[: carries[0].end], B: text[carries[1].start :]}
    covered = "".join(texts[part.place][part.span.start : part.span.end] for part in parts)
    assert covered.split() == text[span.start : span.end].split() or "".join(covered.split()) == "".join(
        text[span.start : span.end].split()
    )
    back = [
        each.span
        for part in parts
        for each in carry_span(part.place, part.span, [c.reversed for c in carries])
    ]
    letters = {place for one in back for place in range(one.start, one.end)}
    assert {place for place in range(span.start, span.end) if not text[place].isspace()} <= letters


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_joined_texts_stand_where_it_is_said_with_one_blank_at_most_between(parts: list[str]) -> None:
    whole, starts = joined_text(parts)
    for part, start in zip(parts, starts, strict=True):
        assert whole[start : start + len(part)] == part
    assert len(whole) <= sum(map(len, parts)) + len(parts) - 1
    assert "".join(whole.split()) == "".join("".join(parts).split())
