from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.known import KnownForm
from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.forms import name_forms
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import MeetingRecord, Participant
from dialogue_notes.domain.redaction import PlaceKind, Suggestion
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_finder import TermFinder
from tests.support.records import entry, participants, record

NAMES = (
    "Winston Lord",
    "Dr. He",
    "Kim Min-jun",
    "Ambassador Ruth Osei",
    "Will Green",
    "The President",
    "李小龙",
)


def suggested(text: str, *names: str, known: tuple[KnownForm, ...] = ()) -> list[tuple[str, bool, Category]]:
    people = tuple(Participant(f"p{number}", "m", number, name) for number, name in enumerate(names))
    found = suggest(record(entry(0, text), people=people), known)
    return [(one.text, one.default, one.category) for one in found if one.place == ENTRY]


ENTRY = intervention_place("t0")
PERSON, ROLE, PLACE = Category.PERSON, Category.ROLE, Category.PLACE


def test_an_ordinary_word_is_a_name_by_its_capital_and_doubtful_in_small_letters() -> None:
    assert suggested("the lord met Lord", "Winston Lord") == [("lord", False, PERSON), ("Lord", True, PERSON)]


def test_a_word_of_grammar_is_a_name_inside_a_sentence_only() -> None:
    assert suggested("He met He. “He knew. he", "Dr. He") == [
        ("He", False, PERSON),
        ("He", True, PERSON),
        ("He", False, PERSON),
    ]


def test_an_office_that_stands_on_the_roster_is_proposed_without_taking_sides() -> None:
    assert suggested("then the President left", "The President", "Two Notetakers") == [
        ("the President", False, ROLE)
    ]


def test_what_was_hidden_before_is_proposed_again() -> None:
    known = (KnownForm("Falcon Nest", TermMatch.FOLDED, "e7", Category.PLACE),)
    assert suggested("at falcon nest", "Ann Ahlgren", known=known) == [("falcon nest", True, PLACE)]


def test_a_known_wording_around_a_name_is_proposed_whole_beside_it() -> None:
    known = (KnownForm("House of Osei", TermMatch.FOLDED, "e7", Category.PLACE),)
    assert suggested("the House of Osei", "Ruth Osei", known=known) == [
        ("House of Osei", True, PLACE),
        ("Osei", True, PERSON),
    ]


def test_titles_places_and_tags_are_looked_through_too() -> None:
    made = record(
        entry(0, "x", tags=("osei plan",)), people=participants(("Ruth Osei",)), title="Osei in town"
    )
    made = replace(
        made,
        dialogue=replace(made.dialogue, title="The Osei track"),
        meeting=replace(made.meeting, place="Osei House"),
        sessions=(replace(made.sessions[0], title="Osei speaks"),),
    )
    people = [one for one in suggest(made) if one.category is PERSON]
    assert [(one.place.kind, one.place.id) for one in people] == [
        (PlaceKind.DIALOGUE_TITLE, "dialogue"),
        (PlaceKind.MEETING_TITLE, "m"),
        (PlaceKind.MEETING_PLACE, "m"),
        (PlaceKind.SESSION_TITLE, "s0"),
        (PlaceKind.TAG, "t0#0"),
    ]


WORDS = [
    *(
        "Winston",
        "Lord",
        "lord",
        "He",
        "Kim",
        "min-jun",
        "Osei",
        "Ruth",
        "Will",
        "green",
        "Green",
        "president",
    ),
    *("李小龙", "小龙", "Dr.", "Mr.", "K.", "the", "said", ".", ",", "'s", "\n", "-", "–"),
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=15).flatmap(
    lambda words: st.sampled_from([" ", ""]).map(lambda between: between.join(words))
)


def meeting(text: str) -> MeetingRecord:
    return record(entry(0, text), people=participants(NAMES))


@given(TEXTS)
def test_suggestions_hold_their_own_text_and_lie_only_inside_what_is_another_s(text: str) -> None:
    found = [one for one in suggest(meeting(text)) if one.place == ENTRY]
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.text.strip()
        inside = [
            other for other in found if other != one and other.start <= one.start and one.end <= other.end
        ]
        assert all(other.entity != one.entity and other.end - other.start > len(one.text) for other in inside)
    assert found == sorted(found, key=lambda one: (one.start, one.end))


@given(TEXTS)
def test_what_the_gate_will_look_for_is_proposed_by_default(text: str) -> None:
    made = meeting(text)
    hidden = [one for one in suggest(made) if one.default and one.place == ENTRY]
    covered = {place for one in hidden for place in range(one.start, one.end)}
    for person in made.participants:
        finder = TermFinder((form.form, form.match) for form in name_forms(person))
        for hit in finder.find(text):
            assert {place for place in range(hit.start, hit.end) if text[place].isalnum()} <= covered


@given(TEXTS)
def test_the_same_record_has_the_same_suggestions(text: str) -> None:
    def facts(found: tuple[Suggestion, ...]) -> list[tuple[object, ...]]:
        return [(one.place, one.start, one.end, one.entity, one.score, one.reason) for one in found]

    assert facts(suggest(meeting(text))) == facts(suggest(meeting(text)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("on May 12 they", ("May 12", Category.DATE)),
        ("some 12,000 troops came", ("12,000 troops", Category.NUMBER)),
        ("on Monday they", ("Monday", Category.DATE)),
        ("call +41 22 730 12 34 now", ("+41 22 730 12 34", Category.CONTACT)),
        ("the University of Geneva said", ("University of Geneva", Category.ORGANISATION)),
    ],
)
def test_numbers_and_months_are_taken_for_nobody(text: str, wanted: tuple[str, Category]) -> None:
    found = {(wording, category) for wording, _, category in suggested(text)}
    assert wanted in found
    assert not {wording for wording, category in found if category is PERSON}


def test_a_find_inside_a_larger_and_doubtful_one_is_decided_on_by_itself() -> None:
    found = suggested("He said “Ruth Osei was in Geneva on 12 May 1998” there.", "Ruth Osei")
    assert ("Ruth Osei", True, PERSON) in found
    assert ("Geneva", False, PLACE) in found
    assert ("12 May 1998", False, Category.DATE) in found
    assert ("“Ruth Osei was in Geneva on 12 May 1998”", False, Category.QUOTATION) in found


def test_a_place_inside_the_name_of_an_organisation_is_decided_on_by_itself() -> None:
    found = suggested("the University of Geneva said")
    assert ("Geneva", False, PLACE) in found
    assert ("University of Geneva", False, Category.ORGANISATION) in found


def test_the_roster_s_descriptions_are_looked_through_by_themselves() -> None:
    person = Participant(
        "p0", "m", 0, "Ruth Osei", role="Ambassador to Vienna", descriptors=("x", "once in Geneva")
    )
    found = suggest(record(entry(0, "x"), people=(person,)))
    elsewhere = [(one.place.kind, one.place.id, one.text) for one in found if one.place.kind in DESCRIBED]
    assert (PlaceKind.ROLE, "p0", "Vienna") in elsewhere
    assert (PlaceKind.DESCRIPTOR, "p0#1", "Geneva") in elsewhere


DESCRIBED = {PlaceKind.ROLE, PlaceKind.DESCRIPTOR}


def test_time_grows_with_the_text_alone() -> None:
    """Not timed: so many small finds in one text would take hours if each were weighed against all."""
    text = "On 12 May Ruth Osei flew to Geneva. " * 2_000
    assert len(suggest(meeting(text))) >= 6_000
