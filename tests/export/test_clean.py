from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.sanitised import Run, RunStyle, text_of
from dialogue_notes.export.render.clean import clean, clean_line, clean_runs

ANY_TEXT = st.text(st.characters())  # lone surrogates and all


def test_controls_direction_overrides_and_zero_width_characters_are_left_out() -> None:
    hidden = "\x00\x07\u200b\u200d\u2060\ufeff\u202e\u2066\u2069\u00ad\ufffe\uffff\U000e0041\ufe0f\u3164"
    assert clean("a" + "b".join(hidden) + "c") == "a" + "b" * (len(hidden) - 1) + "c"


def test_every_kind_of_line_end_becomes_one_line_feed() -> None:
    assert clean("a\r\nb\rc\vd\fe\x85f\u2028g\u2029h\n\n  \ni") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_tabs_and_odd_spaces_become_spaces_and_the_no_break_space_stays() -> None:
    assert clean("a\tb\u2009c\u00a0d\u3000e") == "a b c\u00a0d\u3000e"


def test_a_lone_surrogate_is_shown_as_a_replacement() -> None:
    assert clean("a\ud800b") == "a\ufffdb"


def test_visible_signs_filed_under_format_characters_are_kept() -> None:
    assert clean("\u06dd\u0600") == "\u06dd\u0600"


def test_a_line_has_no_breaks_and_no_blank_ends() -> None:
    assert clean_line(" a\nb \n") == "a b"


def test_runs_lose_blank_at_the_ends_of_the_whole_only() -> None:
    runs = (Run(" \n"), Run(" a "), Run("b", RunStyle.LABEL), Run(" c\n"), Run("\u200b"))
    assert clean_runs(runs) == (Run("a "), Run("b", RunStyle.LABEL), Run(" c"))


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_nothing_invisible_is_left(text: str) -> None:
    left = {unicodedata.category(character) for character in clean(text) if character not in "\n\u06dd\u070f"}
    assert not left & {"Cc", "Cs"}
    clean(text).encode("utf-8")


@given(st.lists(ANY_TEXT))
def test_runs_are_cleaned_as_their_text_is_but_for_their_joints(texts: list[str]) -> None:
    cleaned = clean_runs(tuple(Run(text) for text in texts))
    assert all(run.text for run in cleaned)
    whole = text_of(cleaned)
    assert whole == whole.strip(" \n")
    assert whole == "".join(clean(text) for text in texts).strip(" \n")
