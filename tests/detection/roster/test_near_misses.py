from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.roster.detector import RosterDetector
from dialogue_notes.detection.roster.near_misses import SHORTEST, SHORTEST_FOR_TWO, NearMisses
from dialogue_notes.domain.record import Participant

WORDS = st.text("abce", min_size=SHORTEST - 1, max_size=SHORTEST_FOR_TWO + 1)


def found(text: str, *names: str) -> list[tuple[str, str, bool]]:
    people = tuple(Participant(f"p{number}", "m", number, name) for number, name in enumerate(names))
    passage = Passage(text)
    detector = RosterDetector(people, (passage,))
    both = (*detector.find(passage), *detector.perhaps.find(passage))
    return [
        (text[one.start : one.end], one.reason, one.default)
        for one in sorted(both, key=lambda one: one.start)
    ]


@given(st.lists(WORDS, max_size=6), WORDS)
def test_the_table_finds_what_comparing_each_with_each_finds(names: list[str], word: str) -> None:
    table = NearMisses((name, name) for name in names)
    wanted = {
        name
        for name in names
        if len(name) >= SHORTEST
        and word not in names
        and OSA.distance(name, word) <= (2 if len(name) >= SHORTEST_FOR_TWO else 1)
    }
    assert {name for _, _, name in table.find(word)} == wanted


@pytest.mark.parametrize("slip", ["Kissiger", "Kissenger", "Kissingger", "Kissinegr", "KISSIGER"])
def test_a_long_family_name_with_one_letter_wrong_is_hidden_by_default(slip: str) -> None:
    reason = "one letter off a participant's name"
    assert found(f"Then {slip} left", "Henry A. Kissinger") == [(slip, reason, True)]


def test_a_given_name_with_a_letter_wrong_counts_beside_its_family_name() -> None:
    near = "one letter off a participant's name"
    assert found("Henri Kissinger; Kuan-hau", "Henry Kissinger", "Ch'iao Kuan-hua") == [
        ("Kissinger", "family name of a participant", True),
        ("Kuan-hau", f"may be {near}", False),
    ]
    assert found("Alexandr Haig came", "Alexander Haig") == [("Alexandr Haig", near, True)]


def test_somebody_else_of_nearly_the_same_name_is_left_to_a_person() -> None:
    near = "may be one letter off a participant's name"
    assert found("Eric Johnston came. Johnston spoke.", "Lyndon Johnson") == [
        ("Johnston", near, False),
        ("Johnston", near, False),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lords and Lady", "Winston Lord"),
        ("Marking the day", "Ann Markin"),
        ("a kissinger-like marten; Martins", "Ann Marten"),
        ("Moroccan tea in Morocco", "Ann Morocca"),
        ("Bergen and Berges", "Ann Berger"),
    ],
)
def test_short_names_places_and_words_written_small_are_not_taken_for_slips(text: str, name: str) -> None:
    assert not [one for one in found(text, name) if one[2] and "off" in one[1]]


def test_two_letters_wrong_need_a_name_of_ten() -> None:
    assert found("Rokefeler spoke", "Nelson Rockefeller") == [
        ("Rokefeler", "two letters off a participant's name", True)
    ]
    assert found("Kisinge spoke", "Henry Kissinger") == []
