from __future__ import annotations

from dataclasses import replace

from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.detection.things.own_names import OwnNames
from dialogue_notes.domain.record import MeetingRecord, Participant
from dialogue_notes.domain.redaction import PlaceKind
from tests.support.records import entry, record

HELD, NAMED = "where this meeting was held", "an organisation that the roster names"
SHORT = "short for an organisation that the roster names"


def meeting(*texts: str, place: str = "", roles: tuple[str, ...] = ()) -> MeetingRecord:
    people = tuple(
        Participant(f"p{at}", "m", at, name, role=role)
        for at, (name, role) in enumerate(zip(("Ann Osei", "Bo Eklund"), roles, strict=False))
    )
    made = record(*(entry(at, text) for at, text in enumerate(texts)), people=people)
    return replace(made, meeting=replace(made.meeting, place=place))


def told(made: MeetingRecord) -> list[tuple[str, str, str]]:
    return [
        (one.text, one.entity, one.reason)
        for one in suggest(made)
        if one.place.kind is PlaceKind.INTERVENTION
    ]


def test_the_venue_is_a_place_and_nobody() -> None:
    made = meeting("Varnholt is cold.", "The mayor of Varnholt came.", place="Varnholt, Old Customs House")
    assert told(made)[0] == ("Varnholt", "place:varnholt, old customs house", HELD)
    assert not any(one.default for one in suggest(made))


def test_an_organisation_of_the_roster_is_found_in_full_and_for_short() -> None:
    made = meeting(
        "Otter Vale Centre and Otter Vale agree.",
        "The Centre keeps it.",
        roles=("director, Otter Vale Centre", "fellow"),
    )
    assert told(made) == [
        ("Otter Vale Centre", "organisation:otter vale centre", NAMED),
        ("Otter Vale", "organisation:otter vale centre", NAMED),
        ("Centre", "organisation:otter vale centre", SHORT),
    ]


def test_a_word_that_two_organisations_bear_is_neithers() -> None:
    made = meeting("The Bureau declined.", roles=("clerk, Veltish Bureau", "clerk, Seoran Bureau"))
    assert told(made) == [("Bureau", "organisation:bureau", SHORT)]


def test_a_meeting_that_names_nothing_has_no_such_names() -> None:
    assert OwnNames.of(meeting("Nothing.")) == OwnNames((), frozenset({"Lakeside"}))
