"""Names that are words: told by case, place in the sentence and company, not by the word alone."""

from __future__ import annotations

import pytest

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.roster.detector import RosterDetector
from dialogue_notes.detection.weak_names import WeakNameDetector
from dialogue_notes.domain.names.forms import name_forms
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.term_finder import TermFinder

NAMES = (
    "Marshall Green", "Winston Lord", "Dr. He", "An Chi-min", "Ri Yong-ho", "Lester Brown", "Ann White", "Joe March",
)  # fmt: skip
PEOPLE = tuple(Participant(f"p{number}", "m", number, name) for number, name in enumerate(NAMES))


def found(text: str) -> list[tuple[str, bool]]:
    passage = Passage(text)
    detectors = (RosterDetector(PEOPLE, (passage,)), WeakNameDetector(PEOPLE))
    findings = [one for detector in detectors for one in detector.find(passage)]
    assert all(one.reason for one in findings)
    outer = [
        one
        for one in findings
        if not any(other != one and other.start <= one.start and one.end <= other.end for other in findings)
    ]
    return [(text[one.start : one.end], one.default) for one in sorted(outer, key=lambda one: one.start)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("the green line", [("green", False)]),
        ("the Green Line and Green", [("Green", False), ("Green", True)]),
        ("Lord knows what Lord said", [("Lord", False), ("Lord", True)]),
        ("Brown coal; Brown's coal", [("Brown", False), ("Brown", True)]),
        ("the White House", [("White", False)]),
        ("in March we met March", [("March", False), ("March", True)]),
        ("An agreement", [("An", False)]),
        ("An said so", [("An", True)]),
        ("He said that He left", [("He", False), ("He", True)]),
        ("ambassador green agreed", [("green", True)]),
        ("green sd he wld", [("green", True)]),
        ("fm an sd he wld", [("an", True)]),
        ("an agreement; they said an", []),
        ("Ri spoke to Mr. He", [("Ri", True), ("Mr. He", True)]),
    ],
)
def test_a_word_is_a_name_by_its_case_place_and_company(text: str, mentions: list[tuple[str, bool]]) -> None:
    assert found(text) == mentions


@pytest.mark.parametrize("text", ["the Green Line", "Lord knows", "the White House", "in March"])
def test_the_leak_gate_leaves_the_same_phrases_alone(text: str) -> None:
    forms = [form for person in PEOPLE for form in name_forms(person)]
    assert TermFinder((form.form, form.match) for form in forms).find(text) == ()
