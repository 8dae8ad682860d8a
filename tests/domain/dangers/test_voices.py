"""Dangers of how people are spoken of, and the clues that remain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import (
    Category,
    GroundRule,
    Kind,
    RedactionAction,
    RedactionReason,
    RedactionState,
    SidesAgreement,
)
from dialogue_notes.domain.dangers.clues import WHY, Clue
from dialogue_notes.domain.dangers.danger import DangerKind
from dialogue_notes.domain.dangers.descriptors import Descriptions
from dialogue_notes.domain.dangers.earlier_exports import Reveal, RevealKind
from dialogue_notes.domain.dangers.finding import find
from dialogue_notes.domain.dangers.voices import (
    descriptions_that_fit_too_few,
    descriptions_used,
    rare_topics,
    told_by_exports,
)
from dialogue_notes.domain.profiles import STANDARD_PROFILES
from dialogue_notes.domain.record import Agreements, Consent, Entry
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.domain.rules import content_allowed
from tests.support.records import entry, on_word, participants, record
from tests.support.seeing import see, thing

SUGGESTED, REJECTED = RedactionState.SUGGESTED, RedactionState.REJECTED


def worded(said: Entry, word: str, replacement: str) -> Redaction:
    return on_word(1, said, word, action=RedactionAction.GENERALISE, replacement=replacement)


@pytest.mark.parametrize(
    ("replacement", "audiences", "why"),
    [
        ("a participant", (), ""),
        ("a participant (Northern side)", ("wide",), "It fits 3 people in the room; Wide asks for 5."),
        ("the oldest man", ("inside", "principals", "wide"), "Nobody has counted"),
        ("Chair of the board", ("inside", "principals", "wide"), "It fits only one person in the room"),
    ],
)
def test_a_wording_is_judged_for_every_audience(
    replacement: str, audiences: tuple[str, ...], why: str
) -> None:
    said = entry(1, "Halvorsen objected")
    made = record(said, agreements=Agreements(sides=SidesAgreement.NAMED))
    first, *others = made.participants
    made = replace(made, participants=(replace(first, role="Chair of the board"), *others))
    meeting = see(
        made,
        worded(said, "Halvorsen", replacement),
        entities=(thing("e0", Category.PERSON, "Anna Halvorsen", "p0"),),
    )
    found = [*descriptions_that_fit_too_few(meeting, Descriptions(made))]
    assert tuple(name for one in found for name in one.audiences) == audiences
    assert all(why in one.why for one in found)


@given(st.integers(1, 6), st.sampled_from([None, *GroundRule]), st.sampled_from(["", "an", "The"]))
def test_a_description_is_a_danger_for_exactly_the_audiences_that_see_it_and_ask_for_more(
    fits: int, rule: GroundRule | None, article: str
) -> None:
    people = tuple(
        replace(one, descriptors=("adviser to the board",) if number < fits else ())
        for number, one in enumerate(participants())
    )
    said = entry(1, "Osei spoke", speaker="p0", rule=rule)
    hidden = worded(said, "Osei", f"{article} adviser to the board".strip())
    made = record(said, people=people)
    known = Descriptions(made)
    counted = known.fits("adviser to the board") or 0
    meeting = see(made, hidden, entities=(thing("e0", Category.PERSON, "Osei", "p0"),))
    found = [*descriptions_that_fit_too_few(meeting, known)]
    asked = rule or GroundRule.CHATHAM_HOUSE
    expected = tuple(one.name for one in STANDARD_PROFILES if content_allowed(asked, one) and counted < one.k)
    assert tuple(name for one in found for name in one.audiences) == expected


def test_a_wording_for_somebody_outside_is_not_counted_in_the_room() -> None:
    said = entry(1, "Marlow objected")
    mark = replace(worded(said, "Marlow", "a friend"), reason=RedactionReason.THIRD_PERSON_IDENTITY)
    made = record(said)
    meeting = see(made, mark, entities=(thing("e0", Category.PERSON, "Marlow"),))
    assert not [*descriptions_that_fit_too_few(meeting, Descriptions(made))]


def test_every_description_that_goes_out_is_listed_with_its_count_and_uses() -> None:
    said = (entry(1, "Halvorsen objected"), entry(2, "Yes", speaker="p1"), entry(3, "No"))
    made = record(*said)
    meeting = see(
        made,
        worded(said[0], "Halvorsen", "the oldest man"),
        entities=(thing("e0", Category.PERSON, "Anna Halvorsen", "p0"),),
    )
    used = {one.words: (one.fits, one.uses) for one in descriptions_used(meeting, Descriptions(made))}
    assert used == {"the oldest man": (None, 1), "One voice": (6, 3)}


def test_a_topic_of_one_voice_is_a_danger_and_one_of_two_is_none() -> None:
    alone = (
        entry(1, "Fish", tags=("fisheries",)),
        entry(2, "More fish", tags=("fisheries",)),
        entry(3, "Boats", speaker="p1", session="s0"),
    )
    (found,) = rare_topics(see(record(*alone)))
    assert (found.kind, found.about) == (DangerKind.RARE_TOPIC, "fisheries")
    joined = (*alone, entry(4, "Fish too", speaker="p1", tags=("fisheries",)))
    assert not [*rare_topics(see(record(*joined)))]
    (later,) = rare_topics(see(record(*alone, entry(5, "Still fish", tags=("fisheries",)))))
    assert later.key == found.key
    assert later.rests_on != found.rests_on


def test_where_one_person_alone_spoke_no_topic_tells_them_apart() -> None:
    assert not [*rare_topics(see(record(entry(1, "a", tags=("x",)), entry(2, "b", tags=("x",)))))]


def test_each_remaining_clue_is_listed_with_why_and_hidden_ones_are_not() -> None:
    said = entry(1, "The minister was in Ostrava.")
    quote = entry(2, "Never", kind=Kind.QUOTE, consent=Consent("Osei"))
    role = on_word(1, said, "minister", category=Category.ROLE, entity="e1", state=REJECTED)
    place = on_word(2, said, "Ostrava", category=Category.PLACE, entity="e2", action=RedactionAction.REMOVE)
    entities = (thing("e1", Category.ROLE), thing("e2", Category.PLACE))
    clues = find(see(record(said, quote), role, place, entities=entities)).clues
    assert [(one.text, one.category, one.is_decided) for one in clues] == [
        ("minister", Category.ROLE, True),
        ("Never", Category.QUOTATION, True),
    ]
    assert clues[0].why == WHY[Category.ROLE]
    assert set(WHY) == set(Category)
    inside = replace(place, id="r3", start=place.start + 1, entity_id="e1", state=REJECTED)
    assert len(find(see(record(said), role, place, inside, entities=entities)).clues) == 1
    undecided = replace(role, state=SUGGESTED, default=False)
    assert [one.is_decided for one in find(see(record(said), undecided, entities=entities)).clues] == [False]
    assert isinstance(clues[0], Clue)


def test_what_exports_tell_together_points_to_an_entry_of_this_meeting() -> None:
    meeting = see(record(entry(1, "Fish")))
    reveal = Reveal(RevealKind.SAME_TOPIC, "fish", ("e1", "now"), "kang", entries=("other", "t1"))
    (found,) = told_by_exports(meeting, (reveal,))
    assert found.place is not None
    assert found.place.id == "t1"
    elsewhere = replace(reveal, entries=("other",))
    assert [one.place for one in told_by_exports(meeting, (elsewhere,))] == [None]
