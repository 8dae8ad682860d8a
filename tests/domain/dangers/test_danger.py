"""What in an entry is a danger, and where it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import (
    Category,
    GroundRule,
    Kind,
    RedactionAction,
    RedactionState,
)
from dialogue_notes.domain.dangers.danger import DangerKind
from dialogue_notes.domain.dangers.private_remarks import private_sentences
from dialogue_notes.domain.dangers.quote_consents import QuoteConsent
from dialogue_notes.domain.dangers.rules import not_read_back, private_remarks, quotes, undecided_voices
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting
from dialogue_notes.domain.record import Consent, Entry
from dialogue_notes.domain.redaction import Place
from tests.support.records import entry, on_word, record, redaction
from tests.support.seeing import see, thing

SUGGESTED, REJECTED = RedactionState.SUGGESTED, RedactionState.REJECTED


def every_text(meeting: SeenMeeting) -> tuple[SeenMeeting, Iterable[Place]]:
    return meeting, meeting.texts


def every_entry(meeting: SeenMeeting) -> tuple[SeenMeeting, Iterable[Entry]]:
    return meeting, meeting.entries


def test_a_self_reference_is_a_danger_until_somebody_decides_it() -> None:
    said = entry(1, "When I was ambassador we tried it.")
    mark = on_word(1, said, "When I was ambassador", category=Category.SELF_REFERENCE, state=SUGGESTED)
    known = (thing("e0", Category.SELF_REFERENCE),)
    (found,) = undecided_voices(*every_text(see(record(said), mark, entities=known)))
    assert (found.kind, found.about) == (DangerKind.SELF_REFERENCE, "When I was ambassador")
    assert found.must_be_decided
    for state in (RedactionState.ACCEPTED, REJECTED):
        assert not [
            *undecided_voices(*every_text(see(record(said), replace(mark, state=state), entities=known)))
        ]


def test_a_self_reference_in_the_middle_of_a_recast_gives_nobody_away() -> None:
    text = "Well, when I was ambassador we tried it in Geneva."
    said = entry(1, text)
    mark = on_word(1, said, "when I was ambassador", category=Category.SELF_REFERENCE, state=SUGGESTED)
    known = (thing("e0", Category.SELF_REFERENCE), thing("e1", Category.QUOTATION))
    around = redaction(
        2, mark.place, 0, len(text), entity="e1", action=RedactionAction.RECAST, replacement="It was tried."
    )
    assert not [*undecided_voices(*every_text(see(record(said), mark, around, entities=known)))]
    for left in (
        replace(around, end=mark.end - 1),
        replace(around, state=SUGGESTED),
        replace(around, state=REJECTED),
    ):
        assert len([*undecided_voices(*every_text(see(record(said), mark, left, entities=known)))]) == 1


def test_a_language_that_betrays_a_side_is_one_too() -> None:
    said = entry(1, "Он сказал: нет.")
    mark = on_word(1, said, "Он сказал", category=Category.LANGUAGE, state=SUGGESTED, default=False)
    (found,) = undecided_voices(
        *every_text(see(record(said), mark, entities=(thing("e0", Category.LANGUAGE),)))
    )
    assert found.kind is DangerKind.LANGUAGE


@pytest.mark.parametrize(
    "text",
    [
        "Marlow told me privately that it is over.",
        "The offer stands. Marlow confided it over dinner. Nobody else knows.",
        "Marlow m'a confié son doute.",
        "Marlow сказал наедине, что устал.",
        "Marlow 私下说不行。",
    ],
)
def test_a_private_remark_of_somebody_absent_is_to_be_withheld(text: str) -> None:
    said = entry(1, text)
    mark = on_word(1, said, "Marlow", state=SUGGESTED)
    meeting = see(record(said), mark, entities=(thing("e0", Category.PERSON, "Marlow"),))
    (found,) = private_remarks(*every_entry(meeting))
    assert (found.kind, found.about) == (DangerKind.PRIVATE_REMARK, "Marlow")
    hidden = replace(mark, state=RedactionState.ACCEPTED, action=RedactionAction.WITHHOLD_ENTRY)
    assert not [
        *private_remarks(*every_entry(see(record(said), hidden, entities=tuple(meeting.entities.values()))))
    ]


def test_a_remark_of_somebody_present_or_an_open_one_is_none() -> None:
    said = entry(1, "Marlow told me privately that it is over.")
    mark = on_word(1, said, "Marlow", state=SUGGESTED)
    there = thing("e0", Category.PERSON, "Marlow", "p1")
    assert not [*private_remarks(*every_entry(see(record(said), mark, entities=(there,))))]
    away = replace(record(said), never_came=("p1",))
    assert len([*private_remarks(*every_entry(see(away, mark, entities=(there,))))]) == 1
    public = entry(1, "Marlow said in his speech that it is over.")
    assert not [
        *private_remarks(*every_entry(see(record(public), on_word(1, public, "Marlow", state=SUGGESTED))))
    ]


def test_a_word_that_is_perhaps_a_name_is_nobody_whose_remark_it_could_be() -> None:
    said = entry(1, "Marlow told me privately that it is over.")
    known = (thing("e0", Category.PERSON, "Marlow"),)
    doubt = on_word(1, said, "Marlow", state=SUGGESTED, default=False)
    for mark, count in (
        (doubt, 0),
        (replace(doubt, state=REJECTED), 0),
        (replace(doubt, state=RedactionState.ACCEPTED), 1),
        (replace(doubt, default=True, state=REJECTED), 1),
    ):
        assert len([*private_remarks(*every_entry(see(record(said), mark, entities=known)))]) == count


def test_what_a_note_on_procedure_calls_off_the_record_is_no_remark() -> None:
    said = entry(1, "Marlow opens; off the record until noon.", kind=Kind.PROCEDURE)
    mark, known = on_word(1, said, "Marlow", state=SUGGESTED), (thing("e0", Category.PERSON, "Marlow"),)
    assert not [*private_remarks(*every_entry(see(record(said), mark, entities=known)))]


def test_an_aside_is_a_danger_once_a_point_is_made_of_it() -> None:
    said = entry(1, "Marlow is tired of it.", kind=Kind.ASIDE)
    mark, known = on_word(1, said, "Marlow", state=SUGGESTED), (thing("e0", Category.PERSON, "Marlow"),)
    assert not [*private_remarks(*every_entry(see(record(said), mark, entities=known)))]
    assert len([*private_remarks(*every_entry(see(record(said), mark, entities=known, picked=("t1",))))]) == 1


@given(st.text(alphabet="ab .!?privately", max_size=80))
def test_private_sentences_lie_within_the_text(text: str) -> None:
    for start, end in private_sentences(text):
        assert 0 <= start < end <= len(text)


def test_private_sentences_are_found_in_time_that_grows_with_the_text() -> None:
    assert len(private_sentences("He told me once. " * 2000)) == 2000


def test_a_quote_without_consent_waits_and_one_that_says_too_little_too() -> None:
    quote = entry(1, "We can live with that", kind=Kind.QUOTE)
    (found,) = quotes(*every_entry(see(record(quote))))
    assert found.kind is DangerKind.QUOTE
    assert found.audiences == ("inside", "principals", "wide")
    noted = replace(quote, intervention=replace(quote.intervention, consent=Consent("Osei")))
    (found,) = quotes(*every_entry(see(record(noted))))
    assert found.kind is DangerKind.QUOTE_TERMS
    whole = QuoteConsent(
        "c", "t1", "We can live with that", "Osei", "today", "by hand", "One voice", "", "English"
    )
    assert not [*quotes(*every_entry(see(replace(record(noted), quote_consents=(whole,)))))]
    (found,) = quotes(
        *every_entry(see(replace(record(noted), quote_consents=(replace(whole, audience="wide"),))))
    )
    assert (found.kind, found.audiences) == (DangerKind.QUOTE, ("inside", "principals"))
    finer = replace(whole, description="A specialist")
    (found,) = quotes(*every_entry(see(replace(record(noted), quote_consents=(finer,)))))
    assert "another description" in found.why


def test_a_quote_that_never_leaves_is_no_danger() -> None:
    quote = entry(1, "We can live with that", kind=Kind.QUOTE, rule=GroundRule.NOT_FOR_REPORT)
    assert not [*quotes(*every_entry(see(record(quote))))]


def test_an_agreement_as_heard_is_one_until_it_was_read_back() -> None:
    heard = entry(1, "to meet in May", kind=Kind.AGREEMENT)
    assert [one.kind for one in not_read_back(*every_entry(see(record(heard))))] == [DangerKind.NOT_READ_BACK]
    read = replace(heard, intervention=replace(heard.intervention, read_back=True))
    assert not [*not_read_back(*every_entry(see(record(read))))]
