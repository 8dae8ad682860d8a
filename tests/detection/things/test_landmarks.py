from __future__ import annotations

import pytest

from dialogue_notes.detection.things.landmarks import LandmarkFamily
from tests.support.things import found, wordings

LANDMARKS = LandmarkFamily()


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("met on Otter Lake, in a boat", "Otter Lake"),
        ("crossed at Lower Drummel Bridge at noon", "Lower Drummel Bridge"),
        ("the ferry to Port Emsby is late", "Port Emsby"),
        ("near Cape Tollin they", "Cape Tollin"),
    ],
)
def test_a_name_around_a_word_for_a_landmark_is_a_place(text: str, wording: str) -> None:
    assert found(text, LANDMARKS) == [(wording, "named like a place")]


@pytest.mark.parametrize(
    "text", ["The Lake is cold", "the bridge", "Port and starboard", "At Port. Emsby", "Mr. Ford"]
)
def test_the_word_alone_is_none(text: str) -> None:
    assert wordings(text, LANDMARKS) == []
