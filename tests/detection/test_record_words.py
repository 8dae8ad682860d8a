"""Capitals at sentence beginnings alone, with small letters elsewhere, make a find doubtful; nothing else does."""

from __future__ import annotations

import pytest

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.record_words import THIRD_PERSON, doubted
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.redaction import Place


def defaults(*texts: str, name: str, entity: str = f"{THIRD_PERSON}x") -> list[bool]:
    """Whether each mention of `name` (in its own letter case) is still hidden by default."""
    passages: dict[Place, Passage] = {}
    found: dict[Place, list[Finding]] = {}
    for number, text in enumerate(texts):
        place = intervention_place(f"t{number}")
        passages[place] = Passage(text)
        start = text.find(name)
        at = (start, start + len(name), Category.PERSON, entity, "seen", 0.7)
        found[place] = [Finding(*at, default=True)] if start >= 0 else []
    return [one.default for findings in doubted(passages, found).values() for one in findings]


@pytest.mark.parametrize("before", ["", "It was so. ", "“", "Agreed:\u00a0", "First line\n", "(", "- "])
def test_a_beginning_of_a_sentence_and_small_letters_elsewhere_make_a_word(before: str) -> None:
    assert defaults(f"{before}Harbour masters waited", "by the harbour", name="Harbour") == [False]


def test_without_small_letters_it_stays_a_name() -> None:
    assert defaults("Delacourt would do it", "by the harbour", name="Delacourt") == [True]


def test_one_mention_inside_a_sentence_is_enough_for_all() -> None:
    texts = ("Delacourt would do it", "so Delacourt said", "as delacourt had it")
    assert defaults(*texts, name="Delacourt") == [True, True]


def test_somebody_of_the_room_is_never_doubted() -> None:
    assert defaults("Ban objected", "a seasonal ban", name="Ban", entity="p4") == [True]


def test_part_of_a_longer_name_is_never_doubted() -> None:
    passages = {
        intervention_place("t0"): Passage("Rush objected"),
        intervention_place("t1"): Passage("in a rush came Ann Rush"),
    }
    short = Finding(0, 4, Category.PERSON, f"{THIRD_PERSON}rush", "seen", 0.7, default=True)
    long = Finding(15, 23, Category.PERSON, f"{THIRD_PERSON}rush", "seen", 0.7, default=True)
    first, second = passages
    assert doubted(passages, {first: [short], second: [long]}) == {first: [short], second: [long]}
