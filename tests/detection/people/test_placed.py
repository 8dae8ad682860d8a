from __future__ import annotations

import pytest

from dialogue_notes.domain.codes import Category
from tests.detection.people.support import people, sure


@pytest.mark.parametrize(
    "text",
    [
        "The talks in Varnholt collapsed.",
        "He went from Varnholt to Emsby by bus.",
        "The masters at Varnholt and Emsby spoke daily.",
        "The Varnholt talks gave them that much.",
        "Flights via Emsby are full.",
        "The harbour at Emsby silts up each winter.",
        "He wrote of Camp Varnholt. Then Varnholt objected.",
    ],
)
def test_what_stands_as_places_do_is_nobody(text: str) -> None:
    assert sure(text) == []


def test_it_is_put_to_a_person_as_a_place() -> None:
    (found,) = people("The ferry no longer stops in Varnholt.")
    assert [(one.category, one.entity, one.default) for one in found] == [
        (Category.PLACE, "place:varnholt", False)
    ]


def test_the_other_mentions_of_a_place_are_its_too() -> None:
    assert sure("Varnholt objects.") == ["Varnholt"]
    assert sure("Varnholt objects.", "Nothing moved in Varnholt.") == []


@pytest.mark.parametrize(
    "text",
    [
        "He was in Vothrekk's office.",
        "Ann glanced at Vothrekk, who sat down.",
        "He had it from Vothrekk.",
        "He wrote to Vothrekk.",
        "He stayed in Ioan Vothrekk's house.",
    ],
)
def test_what_stands_as_people_do_stays_somebody(text: str) -> None:
    (found,) = people(text)
    assert [one.category for one in found] == [Category.PERSON]


def test_a_title_anywhere_says_more() -> None:
    assert sure("The ferry stops in Varnholt.", "Then Mr. Varnholt spoke.", "Varnholt objects.") == [
        "Varnholt",
        "Mr. Varnholt",
        "Varnholt",
    ]


def test_a_landmark_is_nobody_and_a_title_before_its_word_is_somebody() -> None:
    assert sure("Harrow Lake has kept worse secrets.") == []
    assert sure("Senator Lake has kept worse secrets.") == ["Senator Lake"]
    assert sure("Then Ioan Lake left.") == ["Ioan Lake"]
