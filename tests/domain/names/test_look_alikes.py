from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.names.look_alikes import in_one_alphabet
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_finder import TermFinder
from dialogue_notes.domain.text import normalise


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Kіssіnger", "Kissinger"),
        ("Кissinger said", "Kissinger said"),
        ("ΚIM", "KIM"),
        ("Киcсинджер", "Киссинджер"),
        ("рот and pot", "рот and pot"),
        ("Πάππας", "Πάππας"),
        ("plain", "plain"),
        ("是Kіm说", "是Kim说"),
    ],
)
def test_words_that_mix_alphabets_are_read_in_one(typed: str, read: str) -> None:
    assert in_one_alphabet(typed) == read


@given(st.text("aKоіКс и-\n是é"))
def test_every_letter_stays_in_its_place_and_reading_twice_changes_nothing(text: str) -> None:
    once = in_one_alphabet(text)
    assert len(once) == len(text)
    assert in_one_alphabet(once) == once


def test_names_with_a_look_alike_or_in_small_capitals_are_found() -> None:
    finder = TermFinder([("Kissinger", TermMatch.FOLDED), ("LORD", TermMatch.CASED)])
    text = "Kissіnger, ᴋɪꜱꜱɪɴɢᴇʀ, Ｋｉｓｓｉｎｇｅｒ, Lᴏʀᴅ"
    assert [text[hit.start : hit.end] for hit in finder.find(text)] == text.split(", ")


def test_text_in_one_alphabet_is_compared_as_it_stands() -> None:
    assert normalise("Рак") == "рак"
