"""The ladder from a name to "a participant": how many people each rung fits, and what is known of typed wordings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Capacity, GroundRule, SidesAgreement
from dialogue_notes.domain.dangers.descriptors import (
    Descriptions,
    RungKind,
    WordingKind,
    fits_words,
    judge,
    ladder,
    too_few_for,
    too_few_words,
)
from dialogue_notes.domain.profiles import INSIDE, STANDARD_PROFILES
from dialogue_notes.domain.record import Agreements, MeetingRecord, Participant, Speaker
from dialogue_notes.domain.sanitising.attribution import counts, describe
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_finder import TermFinder
from tests.support.records import participants, record

NAMED = Agreements(sides=SidesAgreement.NAMED)

people = st.lists(
    st.builds(
        Participant,
        id=st.uuids().map(str),
        meeting_id=st.just("m"),
        position=st.just(0),
        name=st.sampled_from(["Anna Halvorsen", "Kim Min-jun", "Two Notetakers", "Ruth Osei"]),
        role=st.sampled_from(["", "Foreign Minister", "Interpreter", "Adviser"]),
        delegation_id=st.sampled_from([None, "d0", "d1"]),
        capacity=st.sampled_from([None, *Capacity]),
        count=st.integers(1, 4),
        descriptors=st.lists(st.sampled_from(["a diplomat", "a negotiator", "an adviser"]), max_size=2).map(
            tuple
        ),
        guest=st.booleans(),
    ),
    min_size=1,
    max_size=8,
).map(tuple)
agreements = st.sampled_from([Agreements(sides=one) for one in SidesAgreement])
rules = st.sampled_from([None, *GroundRule])


def meeting(
    roster: tuple[Participant, ...], agreed: Agreements, rule: GroundRule | None = None
) -> MeetingRecord:
    return record(people=roster, agreements=agreed, rule=rule)


@given(people, agreements, rules)
def test_every_rung_fits_at_most_as_many_as_the_one_before_and_the_name_comes_last(
    roster: tuple[Participant, ...], agreed: Agreements, rule: GroundRule | None
) -> None:
    made = meeting(roster, agreed, rule)
    for person in roster:
        rungs = ladder(made, person)
        fits = [one.fits for one in rungs]
        assert fits == sorted(fits, reverse=True)
        assert rungs[-1].kind is RungKind.NAME
        assert rungs[-1].fits == counts(person)
        assert RungKind.PARTICIPANT in {one.kind for one in rungs}
        assert len({one.words.casefold() for one in rungs[:-1]}) == len(rungs) - 1


@given(people, agreements)
def test_a_rung_that_is_typed_is_counted_alike(roster: tuple[Participant, ...], agreed: Agreements) -> None:
    made = meeting(roster, agreed)
    known = Descriptions(made)
    for rung in ladder(made, roster[0])[:-1]:
        assert judge(f"  {rung.words.upper()}. ", known).fits == rung.fits


@given(people, agreements)
def test_whoever_does_not_count_changes_no_count(roster: tuple[Participant, ...], agreed: Agreements) -> None:
    without = tuple(one for one in roster if counts(one))
    before, after = meeting(without, agreed), meeting(roster, agreed)
    for person in without:
        assert {one.words: one.fits for one in ladder(before, person)} == {
            one.words: one.fits for one in ladder(after, person)
        }


@given(people, agreements, rules)
def test_no_side_is_told_apart_that_a_speaker_may_not_be_described_by(
    roster: tuple[Participant, ...], agreed: Agreements, rule: GroundRule | None
) -> None:
    made = meeting(roster, agreed, rule)
    if agreed.sides is SidesAgreement.NO and rule is not GroundRule.ON_RECORD:
        kinds = {one.kind for person in roster for one in ladder(made, person)}
        assert not kinds & {RungKind.ONE_SIDE, RungKind.SIDE, RungKind.SIDE_AND_CAPACITY}


def test_the_ladder_of_an_ambassador_from_everybody_to_the_name() -> None:
    first, *others = participants()
    first = replace(first, role="Ambassador, ", descriptors=("a diplomat",), capacity=Capacity.OFFICIAL)
    second = replace(others[1], capacity=Capacity.OFFICIAL, descriptors=("A diplomat",))
    made = meeting((first, others[0], second, *others[2:]), NAMED)
    assert [(one.words, one.fits) for one in ladder(made, first)] == [
        ("a participant", 6),
        ("a participant from one side", 6),
        ("a participant (Northern side)", 3),
        ("an official", 2),
        ("a diplomat", 2),
        ("Ambassador", 1),
        ("Anna Halvorsen", 1),
    ]


def test_capacity_with_side_needs_a_rule_that_lets_it_out() -> None:
    made = meeting(participants(), NAMED, GroundRule.NOT_FOR_ATTRIBUTION)
    words = {one.words for one in ladder(made, made.participants[0])}
    assert "a specialist (Northern side)" in words
    hidden = {one.words for one in ladder(made, made.participants[0], frozenset({"d0"}))}
    assert not any("Northern" in one for one in hidden)


def test_the_programs_own_description_of_speakers_is_known() -> None:
    made = meeting(participants(), NAMED)
    known = Descriptions(made)
    for rule in (GroundRule.CHATHAM_HOUSE, GroundRule.NOT_FOR_ATTRIBUTION, GroundRule.OFF_RECORD):
        for profile in STANDARD_PROFILES:
            lead = describe(made, Speaker("p0"), rule, profile)[1]
            fits = known.fits(lead)
            assert fits is not None
            assert fits >= profile.k


def test_a_wording_that_holds_a_name_is_refused_and_a_free_one_is_said_to_be_uncounted() -> None:
    made = meeting(participants(), NAMED)
    known, hidden = Descriptions(made), TermFinder([("Halvorsen", TermMatch.FOLDED)])
    assert judge("friends of HALVORSEN", known, hidden).kind is WordingKind.REFUSED
    free = judge("the tallest in the room", known, hidden)
    assert (free.kind, free.fits) == (WordingKind.FREE, None)
    assert "Nobody has counted" in free.says
    assert judge("a third person", known, hidden).kind is WordingKind.FREE
    assert judge("a third person", known, hidden, of_participant=False).kind is WordingKind.GENERAL


@pytest.mark.parametrize(
    ("fits", "words"),
    [
        (0, "fits nobody in the room who is counted"),
        (1, "fits only one person in the room"),
        (7, "fits 7 people in the room"),
    ],
)
def test_counts_are_said_in_plain_words(fits: int, words: str) -> None:
    assert fits_words(fits) == words


def test_each_audience_asks_for_its_own_k() -> None:
    assert too_few_words(too_few_for(2, STANDARD_PROFILES)) == "Principals asks for 3, Wide asks for 5"
    assert too_few_for(2, (INSIDE,)) == ()
    assert [one.name for one in too_few_for(4, STANDARD_PROFILES)] == ["wide"]
