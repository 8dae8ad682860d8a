from __future__ import annotations

import pytest

from dialogue_notes.detection.people.cues import begins_sentence, is_candidate, own_cues, shape
from dialogue_notes.detection.people.model import people_model
from dialogue_notes.detection.words import Words


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Ardelean", "C"),
        ("O'Dwyer", "M"),
        ("KOROVIN", "U"),
        ("J", "I"),
        ("J.F.", "I"),
        ("al-Masri", "A"),
        ("said", "l"),
        ("12", "d"),
        (",", "p"),
    ],
)
def test_a_word_has_one_of_nine_shapes(word: str, form: str) -> None:
    assert shape(word) == form


@pytest.mark.parametrize(
    ("word", "may_be"),
    [
        ("Ardelean", True),
        ("d’Estaing", True),
        ("al-Masri", True),
        ("well-known", False),
        ("said", False),
        ("Кравченко", False),
    ],
)
def test_only_words_with_a_latin_capital_are_candidates(word: str, may_be: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_candidate(word) is may_be


@pytest.mark.parametrize(
    ("text", "place", "begins"),
    [
        ("Vothrekk left", 0, True),
        ("He left. Vothrekk stayed", 3, True),
        ("He left. “Vothrekk stayed", 4, True),
        ("We met Vothrekk", 2, False),
        ("We met Mr. Vothrekk", 4, False),
        ("He said: Vothrekk", 3, True),
    ],
)
def test_a_capital_means_nothing_where_a_sentence_begins(text: str, place: int, begins: bool) -> None:  # noqa: FBT001 - a parameter
    assert begins_sentence(Words.of(text).texts, place, {"mr"}) is begins


def test_no_name_is_a_cue_by_itself() -> None:
    lexicon = people_model().lexicon
    assert "w?C" in set(own_cues("Vothrekk", lexicon))
    for name in ("Kissinger", "Gromyko", "Thieu", "Dobrynin", "Nixon"):
        assert f"w={name}" not in set(own_cues(name, lexicon))
        assert f"w={name}" not in people_model().first
