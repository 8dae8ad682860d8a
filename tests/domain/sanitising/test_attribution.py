from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.domain.codes import Attribution, Capacity, GroundRule, SidesAgreement, Standing, Track
from dialogue_notes.domain.profiles import INSIDE, PRINCIPALS, WIDE, Profile
from dialogue_notes.domain.record import Agreements, Participant, Speaker
from dialogue_notes.domain.sanitising.attribution import counts, describe, proposed_track, sides
from tests.support.records import participants, record

NAMED = Agreements(sides=SidesAgreement.NAMED)
ON, NFA, CHR, OFF, NFR = GroundRule


def lead(
    people: tuple[Participant, ...],
    rule: GroundRule = CHR,
    profile: Profile = INSIDE,
    agreements: Agreements = NAMED,
    speaker: Speaker | None = None,
) -> str:
    made = record(people=people, agreements=agreements)
    return describe(made, speaker or Speaker("p0"), rule, profile)[1]


@pytest.mark.parametrize(
    ("rule", "profile", "sides_agreed", "expected"),
    [
        (ON, INSIDE, SidesAgreement.NO, "Anna Halvorsen"),
        (ON, PRINCIPALS, SidesAgreement.NO, "One side"),
        (ON, WIDE, SidesAgreement.NO, "One voice"),
        (NFA, INSIDE, SidesAgreement.NAMED, "A specialist (Northern side)"),
        (NFA, INSIDE, SidesAgreement.ONE_SIDE, "One side"),
        (NFA, INSIDE, SidesAgreement.NO, "One voice"),
        (CHR, INSIDE, SidesAgreement.NAMED, "A speaker (Northern side)"),
        (CHR, PRINCIPALS, SidesAgreement.NAMED, "One side"),
        (CHR, PRINCIPALS, SidesAgreement.NO, "One voice"),
        (CHR, WIDE, SidesAgreement.NAMED, "One voice"),
        (OFF, INSIDE, SidesAgreement.NAMED, "One voice"),
        (NFR, INSIDE, SidesAgreement.NAMED, ""),
    ],
)
def test_the_rule_the_agreements_and_the_profile_bound_the_description(
    rule: GroundRule, profile: Profile, sides_agreed: SidesAgreement, expected: str
) -> None:
    assert lead(participants(), rule, profile, Agreements(sides=sides_agreed)) == expected


def test_a_side_with_too_few_people_is_described_more_coarsely() -> None:
    strict = replace(INSIDE, k=4)
    assert lead(participants(), profile=strict) == "One side"
    assert lead(participants(), profile=replace(INSIDE, k=7)) == ""
    assert lead(participants(), profile=replace(INSIDE, k=6)) == "One side"


def test_a_capacity_that_fits_too_few_is_left_out() -> None:
    people = participants()
    alone = (replace(people[0], capacity=Capacity.OFFICIAL), *people[1:])
    assert lead(alone, NFA) == "A speaker (Northern side)"


def test_with_a_single_side_there_is_no_one_side() -> None:
    assert lead(participants(sides=1), profile=PRINCIPALS) == "One voice"


def test_hosts_and_facilitators_are_no_side() -> None:
    people = tuple(
        replace(one, capacity=Capacity.FACILITATOR) if one.delegation_id == "d0" else one
        for one in participants()
    )
    assert sides(people) == {"d1"}
    assert lead(people) == "One voice"


def test_interpreters_notetakers_staff_guests_and_deputies_do_not_count() -> None:
    one = participants()[0]
    assert counts(replace(one, count=3)) == 3
    assert counts(replace(one, capacity=Capacity.STAFF, count=3)) == 0
    assert counts(replace(one, capacity=Capacity.INTERPRETER)) == 0
    assert counts(replace(one, name="Two Notetakers", count=2)) == 0
    assert counts(replace(one, role="Korean Interpreter")) == 0
    assert counts(replace(one, guest=True)) == 0
    assert counts(replace(one, replaces_id="p1")) == 0


def test_an_unknown_or_unsure_speaker_is_at_most_a_voice() -> None:
    people = participants()
    assert lead(people, speaker=Speaker(None)) == "One voice"
    assert lead(people, speaker=Speaker("p0", unsure=True)) == "One voice"
    assert lead(people, ON, speaker=Speaker("p0", unsure=True)) == "One voice"
    assert lead(people, speaker=Speaker("nobody")) == "One voice"


def test_a_speaker_without_a_side_is_a_voice_unless_named_on_the_record() -> None:
    people = (replace(participants()[0], delegation_id=None), *participants()[1:])
    assert lead(people) == "One voice"
    assert lead(people, ON) == "Anna Halvorsen"


def test_a_side_whose_name_gives_someone_away_is_not_written() -> None:
    made = record(people=participants(), agreements=NAMED)
    assert describe(made, Speaker("p0"), CHR, INSIDE, frozenset({"d0"})) == (Attribution.ONE_SIDE, "One side")


def test_the_track_follows_from_officials_in_a_private_capacity_and_not_from_guests() -> None:
    people = participants()
    private = replace(people[0], capacity=Capacity.OFFICIAL, standing=Standing.PRIVATE)
    assert proposed_track(people) is Track.TWO
    assert proposed_track((private, *people[1:])) is Track.ONE_AND_A_HALF
    assert proposed_track((replace(private, guest=True), *people[1:])) is Track.TWO
