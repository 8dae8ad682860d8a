from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.clusters import whole_letters
from dialogue_notes.domain.spans import Span

TEXTS = st.text(st.sampled_from("aé한\u0301\u200d👩\U0001f3fb🇫\u1100\u1161\u11a8\r\n \ufe0f"), max_size=12)


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Zoe\u0308 said", Span(0, 3), Span(0, 4)),  # an accent typed after its letter
        ("Zoe\u0308 said", Span(3, 9), Span(2, 9)),
        ("a👩\u200d🔬b", Span(1, 2), Span(1, 4)),  # a person at work: three code points, one picture
        ("a👩\U0001f3fdb", Span(0, 2), Span(0, 3)),
        ("🇫🇷🇩🇪", Span(0, 1), Span(0, 2)),  # flags are pairs
        ("🇫🇷🇩🇪", Span(2, 4), Span(2, 4)),
        ("🇫🇷🇩🇪", Span(1, 3), Span(0, 4)),
        ("\u1100\u1161\u11a8다", Span(0, 1), Span(0, 3)),  # a syllable in parts
        ("가\u11a8", Span(0, 1), Span(0, 2)),
        ("각\u11a8", Span(0, 1), Span(0, 2)),
        ("박진숙은", Span(0, 3), Span(0, 3)),  # a particle is another letter
        ("a\r\nb", Span(0, 2), Span(0, 3)),
        ("क\u093f", Span(0, 1), Span(0, 2)),
        ("abc", Span(1, 2), Span(1, 2)),
        ("abc", Span(2, 9), Span(2, 3)),
        ("ab\u0301", Span(2, 2), Span(2, 2)),
    ],
)
def test_a_letter_is_hidden_whole(text: str, span: Span, expected: Span) -> None:
    assert whole_letters(text, span) == expected


@given(TEXTS, st.integers(0, 12), st.integers(0, 12))
def test_a_span_only_grows_and_grows_once(text: str, start: int, end: int) -> None:
    span = Span(start, min(end, len(text)))
    whole = whole_letters(text, span)
    if span.start < span.end:
        assert whole.holds(span.start, span.end)
    assert 0 <= whole.start <= whole.end <= max(len(text), whole.start)
    assert whole_letters(text, whole) == whole
