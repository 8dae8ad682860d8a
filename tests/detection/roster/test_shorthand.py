from __future__ import annotations

import pytest

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.roster.shorthand import ShorthandDetector
from dialogue_notes.domain.record import Participant

NAMES = ("Henry A. Kissinger", "Sergei Dobrynin", "Kim Min-jun", "Uma Stone", "Isabel Nowak")
PEOPLE = tuple(Participant(f"p{number}", "m", number, name) for number, name in enumerate(NAMES))


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("hk tld mjk he wld not obj", [("hk", "p0", True), ("mjk", "p2", True)]),
        ("HAK agr'd, wld think", [("HAK", "p0", True)]),
        ("agreed with Amb. HK", [("Amb. HK", "p0", True)]),
        ("HK: we agree", [("HK", "p0", True)]),
        ("the HK port", [("HK", "p0", False)]),
        ("US side, us", []),
        ("he wld agr in part", []),
        ("the General in charge", []),
        ("dobr. wld agr", [("dobr", "p1", False)]),
        ("kissing wld not help", []),
        ("nothing at all", []),
    ],
)
def test_initials_count_in_shorthand_or_after_a_rank(
    text: str, mentions: list[tuple[str, str, bool]]
) -> None:
    findings = ShorthandDetector(PEOPLE).find(Passage(text))
    assert [(text[one.start : one.end], one.entity, one.default) for one in findings] == mentions


def test_initials_of_two_people_are_of_both() -> None:
    people = (Participant("a", "m", 0, "Sara Dunn"), Participant("b", "m", 1, "Sven Dahl"))
    (found,) = ShorthandDetector(people).find(Passage("Amb SD wld agr"))
    assert found.entity == "a|b"
