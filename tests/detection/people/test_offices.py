from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.people.offices import OfficeDetector
from dialogue_notes.domain.codes import Category


def offices(text: str) -> list[str]:
    return [text[one.start : one.end] for one in OfficeDetector().find(Passage(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I spoke with the Prime Minister about it.", ["Prime Minister"]),
        ("What did your Ambassador say?", ["your Ambassador"]),
        ("their new foreign minister was there", ["their new foreign minister"]),
        ("the Minister of Defence agreed", ["Minister of Defence"]),
        ("the Ambassador to the Hague left", ["Ambassador to the Hague"]),
        ("the Soviet Ambassador left", ["Soviet Ambassador"]),
        ("Egypt's president and the Saudi king met", ["president", "Saudi king"]),
        ("FM and PM wld not obj", ["FM", "PM"]),
        ("his Vice President’s office", ["his Vice President"]),
        ("the Secretary-General's report", []),
        ("the Secretary General said", ["Secretary General"]),
    ],
)
def test_an_office_is_found_with_what_tells_whose_it_is(text: str, found: list[str]) -> None:
    assert offices(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Vothrekk agreed.",
        "the Ambassador Ioan Vothrekk",
        "we met at 3 PM",
        "they are ministers and presidents",
        "minister to the sick",
        "a general question, a chief concern, the speaker was loud",
        "Nothing here.",
    ],
)
def test_an_office_with_its_holder_s_name_and_an_ordinary_word_are_left_alone(text: str) -> None:
    assert offices(text) == []


def test_an_office_is_only_proposed_and_known_by_its_wording() -> None:
    first, second = OfficeDetector().find(Passage("Your  Ambassador left; your ambassador stayed."))
    assert first.entity == second.entity == "role:your ambassador"
    assert first.category is Category.ROLE
    assert not first.default
    assert first.reason


WORDS = [
    "the",
    "your",
    "Prime",
    "Minister",
    "President",
    "of",
    "Soviet",
    "Vothrekk",
    ".",
    "’s",
    "PM",
    "3",
    "General",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_offices_lie_in_their_text_one_after_the_other(text: str) -> None:
    end = 0
    for one in OfficeDetector().find(Passage(text)):
        assert end <= one.start < one.end <= len(text)
        end = one.end
