"""What is said of the descriptions on a roster: how many people each fits, and what speaks against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.domain.codes import Capacity
from dialogue_notes.domain.dangers.descriptors import Descriptions
from dialogue_notes.domain.dangers.own_descriptions import Concern, OwnDescription, own_descriptions
from dialogue_notes.domain.profiles import STANDARD_PROFILES
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.withholding import finder, hidden_terms
from tests.support.records import participants, record

WORDS = "a former official of Sarvia"


def said(
    people: tuple[Participant, ...], of: int = 0, *, away: tuple[str, ...] = ()
) -> tuple[OwnDescription, ...]:
    made = replace(record(people=people), never_came=away)
    names = finder(hidden_terms(made, Decisions.of(()), {}))
    return own_descriptions(people[of], Descriptions(made), STANDARD_PROFILES, names)


def room(*described: tuple[str, ...], capacities: tuple[Capacity, ...] = ()) -> tuple[Participant, ...]:
    names = ("Anna Halvorsen", "Kim Min-jun", "Ruth Osei", "Marek Nowak", "Ida Storm", "Li Wei", "Jon Vale")
    people = participants(names)
    return tuple(
        replace(
            one,
            descriptors=described[number] if number < len(described) else (),
            capacity=capacities[number] if number < len(capacities) else one.capacity,
        )
        for number, one in enumerate(people)
    )


def test_a_description_of_one_person_is_a_warning_that_says_what_to_do() -> None:
    (one,) = said(room((WORDS,)))
    assert (one.words, one.fits, one.concern) == (WORDS, 1, Concern.ONE_PERSON)
    assert one.says.startswith(f"“{WORDS}” fits only one person in the room")
    assert "write it on their cards too" in one.says


@pytest.mark.parametrize(("fits", "concern"), [(2, Concern.TOO_FEW), (4, Concern.TOO_FEW), (5, Concern.NONE)])
def test_it_fits_those_on_whose_card_it_stands_and_is_judged_for_every_audience(
    fits: int, concern: Concern
) -> None:
    (one,) = said(room(*(((WORDS,),) * fits)))
    assert (one.fits, one.concern) == (fits, concern)
    assert ("Wide asks for 5" in one.says) is (fits < 5)
    assert ("Principals asks for 3" in one.says) is (fits < 3)


def test_case_and_article_make_no_other_description_and_a_capacity_counts() -> None:
    (one,) = said(room(("The Former Official of Sarvia.",), (WORDS,)))
    assert one.fits == 2
    (other,) = said(room(("a legislator",), capacities=(Capacity.SPECIALIST, *(Capacity.LEGISLATOR,) * 4)))
    assert other.fits == 5


@pytest.mark.parametrize("capacity", [Capacity.INTERPRETER, Capacity.STAFF])
def test_interpreters_and_staff_are_not_counted(capacity: Capacity) -> None:
    people = room((WORDS,), (WORDS,), (WORDS,), capacities=(Capacity.OFFICIAL, capacity, Capacity.OFFICIAL))
    assert said(people)[0].fits == 2
    (own,) = said(room((WORDS,), capacities=(capacity,)))
    assert (own.fits, own.concern) == (0, Concern.ONE_PERSON)
    assert "fits nobody in the room who is counted" in own.says


def test_who_never_came_is_not_counted() -> None:
    people = room((WORDS,), (WORDS,))
    assert said(people, away=(people[1].id,))[0].fits == 1


@pytest.mark.parametrize("words", ["a friend of Osei", "the Halvorsen adviser", "kim min-jun's deputy"])
def test_a_description_that_holds_a_name_is_said_to_and_not_refused(words: str) -> None:
    first, second = said(room((words, WORDS)))
    assert (first.concern, second.concern) == (Concern.NAME, Concern.ONE_PERSON)
    assert "holds a name" in first.says


def test_nothing_of_it_is_in_what_is_written_of_it() -> None:
    (one,) = said(room((WORDS,)))
    assert "Sarvia" not in repr(one)
