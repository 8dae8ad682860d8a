from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_notes.domain.codes import Category, GroundRule, RedactionAction, RedactionState, SidesAgreement
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.profiles import INSIDE, PRINCIPALS, Profile
from dialogue_notes.domain.record import Agreements, MeetingRecord
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.domain.sanitising.gate_terms import ON_EVERY_PAGE, gate_terms
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.sanitiser import Material
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.sanitising.withholding import (
    hidden_terms,
    how_to_find,
    passage_terms,
    withheld_terms,
)
from tests.support.records import drafted, entry, on_word, participants, record, sanitised


def terms_of(made: MeetingRecord, *redactions: Redaction) -> dict[str, TermMatch]:
    found = hidden_terms(made, Decisions.of(redactions), record_texts(made))
    return {term.form: term.match for term in found}


def allowed(made: MeetingRecord, form: str, *redactions: Redaction, profile: Profile = PRINCIPALS) -> int:
    summary = drafted(made, profile, redactions)
    out = sanitised(made, profile, redactions, summary=summary)
    terms = gate_terms(Material(made, (), redactions, summary), profile, out)
    return next(term.allowed for term in terms if term.form == form)


def test_every_participants_names_are_hidden_terms() -> None:
    found = terms_of(record(entry(0, "x")))
    assert found["Halvorsen"] is TermMatch.FOLDED
    assert found["Kim"] is TermMatch.CASED


def test_the_date_may_stand_though_somebody_is_called_so() -> None:
    roster = participants(("Rose March", "Anna Halvorsen", "Kim Min-jun", "Pedro Quiroga"))
    made = record(entry(0, "x"), people=roster)
    dated = replace(made, meeting=replace(made.meeting, date=date(2031, 3, 4)))
    assert allowed(made, "March") == 0
    assert allowed(dated, "March") == 1
    untold = replace(dated, meeting=replace(dated.meeting, ground_rule=GroundRule.NOT_FOR_REPORT))
    assert allowed(untold, "March") == 0


@pytest.mark.parametrize(
    ("word", "category", "is_term"),
    [
        ("Falcon Nest", Category.ORGANISATION, True),
        ("falcon", Category.PLACE, True),
        ("when I was there", Category.SELF_REFERENCE, False),
        ("when I was there before then", Category.SELF_REFERENCE, True),
        ("he", Category.PERSON, False),
        ("Q", Category.PERSON, False),
    ],
)
def test_what_was_hidden_by_hand_is_a_term_where_it_says_something_by_itself(
    word: str,
    category: Category,
    is_term: bool,  # noqa: FBT001 - a parameter of the table above
) -> None:
    made = entry(0, f"so {word} was it")
    assert (word in terms_of(record(made), on_word(0, made, word, category=category))) is is_term


def test_a_possessive_and_signs_are_no_part_of_a_term() -> None:
    made = entry(0, "so (Falcon's, was it")
    assert "Falcon" in terms_of(record(made), on_word(0, made, "Falcon's,"))


def test_rejected_undecided_and_whole_entry_redactions_are_no_terms() -> None:
    made = entry(0, "so Falcon was it")
    for fields in (
        {"state": RedactionState.REJECTED},
        {"state": RedactionState.SUGGESTED},
        {"action": RedactionAction.WITHHOLD_ENTRY},
    ):
        assert "Falcon" not in terms_of(record(made), on_word(0, made, "Falcon", **fields))


def test_long_texts_of_withheld_entries_are_terms_unless_they_are_shown_elsewhere() -> None:
    found = passage_terms(
        ["the boats leave at dawn today", "I agree.", "we met here last year too"],
        ["Yes: we met here\nlast year too."],
    )
    assert [term.form for term in found] == ["the boats leave at dawn today"]


def test_the_gate_hears_of_entries_that_the_profile_may_not_see() -> None:
    made = record(entry(0, "the boats leave at dawn today", rule=GroundRule.NOT_FOR_REPORT), entry(1, "x"))
    assert allowed(made, "the boats leave at dawn today") == 0


def test_a_rejected_place_may_stand_as_often_as_it_was_rejected() -> None:
    first, second = entry(0, "the Brandt line"), entry(1, "the Brandt line, by Brandt")
    redactions = (
        on_word(0, first, "Brandt", state=RedactionState.REJECTED),
        on_word(1, second, "Brandt", state=RedactionState.REJECTED),
        on_word(2, second, "by Brandt"),
    )
    assert allowed(record(first, second), "Brandt", *redactions) == 2


def test_a_title_may_stand_on_every_page() -> None:
    made = record(entry(0, "x"), title="The Brandt line")
    from dialogue_notes.domain.redaction import Place, PlaceKind
    from tests.support.records import redaction

    rejected = redaction(0, Place(PlaceKind.MEETING_TITLE, "m"), 4, 10, state=RedactionState.REJECTED)
    assert allowed(made, "Brandt", rejected) == ON_EVERY_PAGE


def test_names_that_the_rule_lets_out_may_stand_where_they_do() -> None:
    on_record = record(entry(0, "x", rule=GroundRule.ON_RECORD), entry(1, "y"))
    assert allowed(on_record, "Halvorsen", profile=INSIDE) == 1
    assert allowed(on_record, "Halvorsen", profile=PRINCIPALS) == 0
    listed = record(entry(0, "x"), agreements=Agreements(attendance=True))
    assert allowed(listed, "Halvorsen") == 1


def test_a_participant_named_like_the_programs_words_stops_nothing() -> None:
    people = participants(("Mary House", "Vera Voice", "Paul Draft"))
    made = record(entry(0, "x"), people=people)
    assert allowed(made, "House") >= ON_EVERY_PAGE
    assert allowed(made, "Draft") == 0
    assert allowed(made, "DRAFT") >= ON_EVERY_PAGE
    assert allowed(made, "Voice") == 0


def test_a_participant_named_like_a_label_stops_nothing() -> None:
    made = entry(0, "then Brandt came")
    people = participants(("Mary Person", "Tomas Brandt"))
    assert allowed(record(made, people=people), "Person", on_word(0, made, "Brandt")) == 1


def test_checking_a_strangers_file_allows_nothing() -> None:
    made = entry(0, "so Falcon was it")
    found = withheld_terms(record(made), [on_word(0, made, "Falcon", category=Category.PLACE)])
    assert {"Falcon", "Halvorsen"} <= {term.form for term in found}
    assert not any(term.allowed for term in found)


def test_a_side_named_after_a_participant_permits_nothing() -> None:
    made = record(entry(0, "x"), agreements=Agreements(sides=SidesAgreement.NAMED))
    made = replace(
        made, delegations=(replace(made.delegations[0], name="Team Halvorsen"), made.delegations[1])
    )
    assert allowed(made, "Halvorsen", profile=INSIDE) == 0


def test_a_title_before_a_name_that_is_a_word_is_looked_for_in_its_own_letter_case() -> None:
    for form in ("Dr. He", "Ambassador An", "Mr. Green"):
        assert how_to_find(form) is TermMatch.CASED
    assert how_to_find("Dr. Kissinger") is TermMatch.FOLDED


def test_the_words_for_a_title_that_may_not_go_out_are_nobodys_name() -> None:
    people = participants(("Kari Summary", "Anna Halvorsen"))
    hidden = record(entry(0, "x"), people=people)
    hidden = replace(hidden, meeting=replace(hidden.meeting, ground_rule=GroundRule.NOT_FOR_REPORT))
    assert allowed(hidden, "Summary") == ON_EVERY_PAGE
    assert allowed(record(entry(0, "x"), people=people), "Summary") == 0


def test_an_arabic_name_on_the_record_may_stand_in_either_order_and_no_more_often() -> None:
    people = participants(("محمد القحطاني", "Anna Halvorsen"))
    made = record(entry(0, "x", rule=GroundRule.ON_RECORD, speaker="p0"), people=people)
    for form in ("محمد القحطاني", "القحطاني محمد", "القحطاني"):
        assert allowed(made, form, profile=INSIDE) == 1
