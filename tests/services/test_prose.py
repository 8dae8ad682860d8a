"""Raw shorthand written out, and nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.services.glossary import prose

_GLOSSARY = {
    "lo": "liaison office",
    "cbm": "confidence-building measures",
    "as": "assembly",
    "연": "연락 사무소",
}


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("tld gov wld not agr, bc lo closed", "told government would not agree, because liaison office closed"),
        ("mtg w/ amb b/w them; re lo.", "meeting with ambassador between them; regarding liaison office."),
        ("(;lo) and ;LO, not ;xy", "(liaison office) and liaison office, not ;xy"),
        ("as said; ;as met", "as said; assembly met"),
        ("연 개설", "연락 사무소 개설"),
        ("  two  spaces\u00a0kept wld\tgo ", "  two  spaces\u00a0kept would\tgo "),
    ],
)  # fmt: skip
def test_shorthand_is_written_out(raw: str, written: str) -> None:
    assert prose(raw, _GLOSSARY) == written


@pytest.mark.parametrize(
    "text",
    ["Gov and WLD", "@lo by 12 Mar", "%bc", "\\lo", "Mr Govt", "wld-be", "lo's", "11:05", "told everyone"],
)
def test_names_codes_marks_and_words_stay(text: str) -> None:
    assert prose(text, _GLOSSARY) == text


def test_codes_and_names_that_are_spared_stay() -> None:
    assert prose("hw tld lo", {"hw": "highway", "lo": "liaison office"}, spared=("HW", "Lo")) == "hw told lo"


_WORDS = st.sampled_from(
    ["lo", ";lo", "wld", "gov", "cb", ";cb", "ibis", "(lo", "x.", "“wld”", ";;cb", "@lo", "re"]
)
_TEXTS = st.lists(_WORDS | st.text(max_size=4), max_size=8).map(" ".join)
_KEYS = st.sampled_from(["lo", "cb", "gov", "ibis", "would", "x"])


@given(_TEXTS, st.dictionaries(_KEYS, _TEXTS.filter(str.strip), max_size=4))
def test_doing_it_twice_changes_nothing_more(text: str, glossary: dict[str, str]) -> None:
    once = prose(text, glossary)
    assert prose(once, glossary) == once


@given(
    st.lists(st.sampled_from(["Heron", "IBIS", "ibis", "12", "—", "\u2028", "…", "@hk", "s'il"]), max_size=9)
)
def test_text_without_shorthand_stays_exactly(parts: list[str]) -> None:
    text = " ".join(parts)
    assert prose(text, {"lo": "liaison office"}) == text


def test_the_list_of_the_program_holds_one_line_a_key_and_no_word_of_ordinary_english() -> None:
    from dialogue_notes.domain.names.common_words import GRAMMAR_WORDS
    from dialogue_notes.paths import resource

    lines = resource("words/shorthand-en.tsv").read_text(encoding="utf-8").splitlines()
    keys = [line.split("\t")[0] for line in lines]
    assert all(len(line.split("\t")) == 2 for line in lines)
    assert keys == sorted(set(keys))
    assert not set(keys) & GRAMMAR_WORDS
