"""The glossary's list: what a key may be, and a list that goes out and comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.glossary import (
    MOST_TERMS,
    Term,
    as_key,
    key_fault,
    read_list,
    words_fault,
    written_list,
)
from dialogue_notes.domain.typing_line.shorthand import expand

_KEYS = st.text(min_size=1, max_size=20).map(as_key).filter(lambda key: not key_fault(key))
_WORDS = st.text(min_size=1, max_size=60).map(str.strip).filter(lambda words: not words_fault(words))
_TERMS = st.dictionaries(_KEYS, _WORDS, max_size=12)


@pytest.mark.parametrize("typed", ["lo", ";lo", "LO", " ；Lo ", "ｌｏ"])
def test_a_key_is_free_of_case_width_and_semicolon(typed: str) -> None:
    assert as_key(typed) == "lo"


@pytest.mark.parametrize("key", ["", "a b", "a-b", "x_y", ";;", "a" * 33, "a\n"])
def test_a_bad_key_is_told(key: str) -> None:
    assert key_fault(key)


@pytest.mark.parametrize("key", ["lo", "л", "연락사무소", "联络处", "مكتب", "2b"])
def test_a_key_may_be_in_any_script(key: str) -> None:
    assert not key_fault(as_key(key))


@given(_KEYS, _WORDS)
def test_every_key_that_is_allowed_expands_in_the_line(key: str, words: str) -> None:
    assert expand(f";{key} next", {key: words}) == f"{words} next"


@given(_TERMS)
def test_a_list_that_is_written_is_read_back(terms: dict[str, str]) -> None:
    listed = [Term("", key, words) for key, words in terms.items()]
    lines, faults = read_list(written_list(listed))
    assert not faults
    assert {line.key: line.words for line in lines} == terms


@given(st.text())
def test_no_list_raises(text: str) -> None:
    lines, _faults = read_list(text)
    assert len({line.key for line in lines}) == len(lines)


def test_tabs_and_commas_are_understood_and_commas_in_words_need_no_quotes() -> None:
    assert [(line.key, line.words) for line in read_list("lo\tliaison office, Geneva\n")[0]] == [
        ("lo", "liaison office, Geneva")
    ]
    lines, faults = read_list("\ufeffKey,Words\n\nlo,liaison office, Geneva\nCb,confidence building\n")
    assert not faults
    assert [(line.number, line.key, line.words) for line in lines] == [
        (3, "lo", "liaison office, Geneva"),
        (4, "cb", "confidence building"),
    ]


def test_faults_name_their_lines_and_none_of_their_words() -> None:
    lines, faults = read_list(
        "lo,liaison office\nx y,secret heron\nlonely\nlo,secret ibis\nlo,liaison office\n"
    )
    assert [line.key for line in lines] == ["lo"]
    assert [fault.number for fault in faults] == [2, 3, 4]
    assert "line 1" in faults[2].detail
    assert not any("secret" in fault.detail or "lonely" in fault.detail for fault in faults)


def test_a_list_of_a_million_keys_is_refused() -> None:
    _lines, faults = read_list("".join(f"k{number},word\n" for number in range(MOST_TERMS + 1)))
    assert len(faults) == 1


def test_neither_key_nor_words_are_in_a_repr() -> None:
    assert "heron" not in repr(Term("1", "heron", "grey heron"))
