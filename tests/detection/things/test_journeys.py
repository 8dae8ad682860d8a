from __future__ import annotations

import pytest

from dialogue_notes.detection.things.journeys import JourneyFamily
from dialogue_notes.detection.things.where import places
from tests.support.things import entities, found, wordings

JOURNEYS = JourneyFamily(places())
TRAVEL = "where someone travelled from or to"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("he flew to Vronsk on Tuesday", "Vronsk", TRAVEL),
        ("arrived from Dusty Harbour late", "Dusty Harbour", TRAVEL),
        ("she went back to Vronsk", "Vronsk", TRAVEL),
        ("they came straight from Vronsk", "Vronsk", TRAVEL),
        ("on his way to Vronsk", "Vronsk", TRAVEL),
        ("they go via Vronsk", "Vronsk", "by which way someone travelled"),
        ("he stayed at the Beau Rivage", "Beau Rivage", "where someone stayed"),
        ("meet at Hotel Baltic", "Baltic", "names a hotel"),
        ("il est arrivé de Vronsk", "Vronsk", TRAVEL),
        ("llegó de Vronsk", "Vronsk", TRAVEL),
        ("он прилетел из Вронска", "Вронска", TRAVEL),
        ("他从弗隆斯飞来", "弗隆斯", TRAVEL),
        ("브론스크에서 왔다", "브론스크", TRAVEL),
    ],
)
def test_the_place_of_a_journey_need_not_be_on_a_list(text: str, place: str, reason: str) -> None:
    assert found(text, JOURNEYS) == [(place, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "he went to Mr. Smith",
        "it went to him",
        "they came from nowhere",
        "the plane flew low",
        "via mail",
        "flew to it",
    ],
)
def test_no_journey(text: str) -> None:
    assert wordings(text, JOURNEYS) == []


def test_a_listed_place_is_the_same_entity_as_elsewhere() -> None:
    assert entities("he flew to Genève", JOURNEYS) == ["place:geneva"]
    assert entities("he flew to Vronsk", JOURNEYS) == ["place:vronsk"]
