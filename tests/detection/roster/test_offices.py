from __future__ import annotations

import pytest

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.roster.offices import HeldOfficeDetector
from dialogue_notes.domain.record import Delegation, Participant

SIDES = (Delegation("a", "d", "Seora"), Delegation("b", "d", "Norwegian side"))
ROOM = (
    ("Kim Min-jun", "Foreign Minister", "a"),
    ("Li Wei", "Ambassador to Norway", "a"),
    ("Anna Halvorsen", "Ambassador", "b"),
    ("Gen. Kwame Osei", "", "b"),
    ("Chi Dao", "Vice Minister of Foreign Affairs, PRC", None),
    ("Uma Stone", "Assistant to the President for Security Affairs", "b"),
)


def found(text: str, rows: tuple[tuple[str, str, str | None], ...] = ROOM) -> list[tuple[str, str, bool]]:
    people = tuple(
        Participant(f"p{at}", "m", at, name, role=role, delegation_id=side)
        for at, (name, role, side) in enumerate(rows)
    )
    findings = sorted(HeldOfficeDetector(people, SIDES).find(Passage(text)), key=lambda one: one.start)
    assert all(one.reason and 0 < one.score < 1 for one in findings)
    return [(text[one.start : one.end], one.entity, one.default) for one in findings]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("The Foreign Minister agreed", [("The Foreign Minister", "p0", False)]),
        ("with the Seoran Ambassador", [("the Seoran Ambassador", "p1", True)]),
        ("the Norwegian Ambassador left", [("the Norwegian Ambassador", "p2", True)]),
        ("the Ambassador left", []),
        ("Foreign Minister Gromyko left", []),
        ("the Prime Minister left", []),
        ("the former Foreign Minister", []),
        ("the Deputy Foreign Minister", []),
        ("the Minister of Trade", []),
        ("the Danish Ambassador", []),
        ("the Vice Foreign Minister", [("the Vice Foreign Minister", "p4", False)]),
        ("the Vice Minister", [("the Vice Minister", "p4", False)]),
        ("the General left", [("the General", "p3", False)]),
        ("the general view", []),
        (
            "the Seoran Ambassador, the Danish Ambassador, the Norwegian Ambassador",
            [("the Seoran Ambassador", "p1", True), ("the Norwegian Ambassador", "p2", True)],
        ),
        ("Without Ambassador, the Seoran Ambassador", [("the Seoran Ambassador", "p1", True)]),
        (
            "assistant to the president for security affairs",
            [("assistant to the president for security affairs", "p5", True)],
        ),
    ],
)
def test_an_office_counts_where_it_fits_one_person_in_the_room(
    text: str, offices: list[tuple[str, str, bool]]
) -> None:
    assert found(text) == offices


def test_an_office_that_is_held_no_more_is_another_persons() -> None:
    rows = (("Suh Kyu-won", "former minister of fisheries", None),)
    assert found("as long as the minister lasts", rows) == []
    assert found("the former minister left", rows) == [("the former minister", "p0", False)]


def test_an_office_in_shorthand_is_clear_where_it_says_that_somebody_speaks() -> None:
    assert found("FM sd he wld agr") == [("FM", "p0", True)]
    assert found("fm tld we wld") == [("fm", "p0", False)]
    assert found("FM Gromyko; at 3 PM") == []
    assert found("the fm radio plays") == []


def test_who_is_on_the_roster_by_office_alone_is_proposed_by_it() -> None:
    rows = (("The President", "", None), ("The Secretary", "", None))
    assert found("Then the President left", rows) == [("the President", "p0", False)]
    assert found("the secretary wrote", rows) == []


def test_an_affiliation_is_no_office() -> None:
    assert found("the People's Republic of China", (("Li Wei", "People's Republic of China", None),)) == []
