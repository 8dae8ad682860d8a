"""Who was there: pure rules over comings and goings, and what follows for exports."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.attendance import AttendanceEvent, AttendanceNote, presences
from dialogue_notes.domain.codes import Attribution, GroundRule, Kind
from dialogue_notes.domain.profiles import PRINCIPALS
from dialogue_notes.domain.record import Agreements, Participant, Speaker
from dialogue_notes.domain.room_notes import ATTENDANCE, BREAK_BEGINS, PAPER
from dialogue_notes.domain.sanitising.attribution import describe
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.release import withheld_entries
from tests.support.records import entry, participants, record, sanitised

NOON = datetime.fromisoformat("2031-04-07T12:00:00")
DELEGATE = Participant("p0", "m", 1, "Anna Halvorsen")
GUEST = Participant("p1", "m", 2, "Kang Min-ji", guest=True)


def note(
    event: AttendanceEvent, minutes: int = 0, who: str = "p0", *, told: bool | None = None
) -> AttendanceNote:
    return AttendanceNote("a", "m", "s", who, event, NOON + timedelta(minutes=minutes), told)


def test_a_delegate_is_there_and_was_told_with_everybody() -> None:
    presence = presences((DELEGATE,), ())["p0"]
    assert (presence.is_here, presence.has_come, presence.needs_telling, presence.words) == (
        True,
        True,
        False,
        "",
    )


def test_a_guest_needs_telling_until_told() -> None:
    assert presences((GUEST,), ())["p1"].needs_telling
    assert presences((GUEST,), (note(AttendanceEvent.ARRIVED, who="p1", told=False),))["p1"].needs_telling
    told = (note(AttendanceEvent.ARRIVED, who="p1"), note(AttendanceEvent.TOLD, 5, "p1", told=True))
    assert not presences((GUEST,), told)["p1"].needs_telling


def test_whoever_was_told_once_need_not_be_told_on_coming_back() -> None:
    notes = (
        note(AttendanceEvent.ABSENT),
        note(AttendanceEvent.ARRIVED, 5, told=True),
        note(AttendanceEvent.LEFT, 10),
        note(AttendanceEvent.ARRIVED, 20),
    )
    presence = presences((DELEGATE,), notes)["p0"]
    assert not presence.needs_telling
    assert presence.words == "came 12:20"


def test_absent_means_never_there_unless_they_were() -> None:
    assert not presences((DELEGATE,), (note(AttendanceEvent.ABSENT),))["p0"].has_come
    left = (note(AttendanceEvent.LEFT), note(AttendanceEvent.ABSENT, 60))
    assert presences((DELEGATE,), left)["p0"].has_come


@given(st.lists(st.sampled_from(AttendanceEvent), max_size=8))
def test_whoever_is_here_has_come_and_arriving_is_never_forgotten(events: list[AttendanceEvent]) -> None:
    notes = [note(event, minutes) for minutes, event in enumerate(events)]
    presence = presences((DELEGATE,), notes)["p0"]
    assert presence.has_come or not presence.is_here
    assert presence.has_come or AttendanceEvent.ARRIVED not in events


def test_the_list_of_attendance_leaves_out_whoever_never_came() -> None:
    meeting = record(entry(0, "one"), agreements=Agreements(attendance=True))
    missing = replace(meeting, never_came=("p1", "p5"))
    listed = sanitised(meeting).attendance
    assert sanitised(missing).attendance == tuple(
        line for line in listed if line not in {"Kim Min-jun", "Tomas Brandt"}
    )
    assert len(listed) == 6


def test_an_empty_chair_does_not_count_for_k_and_a_deputy_keeps_it_filled() -> None:
    people = participants(["Anna", "Bo", "Cy", "Di"], sides=2)
    agreed = Agreements(attendance=True)
    meeting = record(entry(0, "one"), people=people, agreements=agreed)
    full = describe(meeting, Speaker("p0"), GroundRule.CHATHAM_HOUSE, replace(PRINCIPALS, k=4))
    assert full[0] is Attribution.VOICES
    empty = replace(meeting, never_came=("p3",))
    assert (
        describe(empty, Speaker("p0"), GroundRule.CHATHAM_HOUSE, replace(PRINCIPALS, k=4))[0]
        is Attribution.NONE
    )
    deputy = replace(people[3], id="p9", name="Ed", replaces_id="p3")
    filled = replace(empty, participants=(*people, deputy))
    assert (
        describe(filled, Speaker("p0"), GroundRule.CHATHAM_HOUSE, replace(PRINCIPALS, k=4))[0]
        is Attribution.VOICES
    )


@pytest.mark.parametrize("tag", [ATTENDANCE, PAPER, BREAK_BEGINS, "sync:3"])
def test_what_a_key_of_the_room_noted_is_not_drafted_and_the_same_typed_is(tag: str) -> None:
    noted = entry(0, "Kang Min-ji arrives", kind=Kind.PROCEDURE, tags=(tag,), speaker=None)
    typed = entry(1, "Kang Min-ji arrives", kind=Kind.PROCEDURE, tags=("harbour",), speaker=None)
    said = entry(2, "Kang Min-ji arrives", tags=(tag,))
    withheld = withheld_entries(record(noted, typed, said), Decisions.of(()), PRINCIPALS)
    assert withheld == {"t0": "a note of the room"}
