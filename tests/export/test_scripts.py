from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.sanitised import Run, RunStyle, text_of
from dialogue_notes.export.render.scripts import Direction, direction, languages, scripts_in_words
from dialogue_notes.export.render.spans import spans_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Direction.LTR),
        ("12 – שלום", Direction.RTL),
        ("(24) ساعة then English", Direction.RTL),
        ("English then ساعة", Direction.LTR),
        ("123 …", Direction.LTR),
    ],
)
def test_the_first_strong_character_decides_the_direction(text: str, expected: Direction) -> None:
    assert direction(text) is expected


def test_han_signs_take_the_language_of_what_stands_beside_them() -> None:
    assert languages("春季") == (("春季", "zh"),)
    assert languages("春の季") == (("春の季", "ja"),)
    assert {tag for _, tag in languages("봄 春")} == {"ko"}


def test_shared_signs_go_with_what_stands_before_them() -> None:
    assert languages("Kim (김), 2 and") == (("Kim (", "en"), ("김), 2 ", "ko"), ("and", "en"))


@given(st.lists(st.tuples(st.text(), st.sampled_from(RunStyle))))
def test_spans_hold_the_same_text_and_styles_as_the_runs(parts: list[tuple[str, RunStyle]]) -> None:
    runs = tuple(Run(text, style) for text, style in parts)
    spans = spans_of(runs)
    assert "".join(span.text for span in spans) == text_of(runs)
    assert [(c, s.style) for s in spans for c in s.text] == [(c, r.style) for r in runs for c in r.text]


def test_scripts_are_named_without_quoting_their_characters() -> None:
    assert scripts_in_words("\U00012000\U00012001") == "Cuneiform"
    assert scripts_in_words("\ue000☃") == "private-use characters, symbols"
