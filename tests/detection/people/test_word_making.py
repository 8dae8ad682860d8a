from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.people.word_making import is_made
from dialogue_notes.domain.word_lists import words

WORDS = words(
    "write park insure war risk forty six flood gate bridge build city plan bracket drop fish stall hold boat man"
)


def made(word: str) -> bool:
    return is_made(word, WORDS.__contains__)


@pytest.mark.parametrize(
    "word",
    [
        "underwriters",
        "parked",
        "insurers",
        "war-risk",
        "forty-six",
        "floodgates",
        "bridge-builders",
        "replanned",
        "unbracketed",
        "dropped",
        "stallholders",
        "boatmen",
        "underwriters'",
        "quizzed",
    ],
)
def test_what_is_made_of_words_is_told(word: str) -> None:
    assert made(word)


@pytest.mark.parametrize(
    "word",
    ["parker", "fisher", "vautrin", "ahmed", "mohammed", "syed", "ardelean", "gyu-won", "ostrander", "wroz"],
)
def test_a_name_is_no_word_that_was_made(word: str) -> None:
    assert not made(word)


@given(st.text(max_size=30))
def test_any_text_has_an_answer(word: str) -> None:
    assert is_made(word, lambda _: False) in {True, False}
