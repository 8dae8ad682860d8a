"""What people type in the place of a name is read as a record is, and listed with the dangers if it names somebody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason
from dialogue_notes.domain.dangers.danger import Danger, DangerKind
from dialogue_notes.domain.dangers.own_descriptions import Concern
from dialogue_notes.domain.dangers.wordings import HOLDS_HIDDEN
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import dangers
from dialogue_notes.services.own_descriptions import descriptions_by_person
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.services.reviewing.wordings import told_by, wording_says
from dialogue_notes.storage import interventions, participants
from dialogue_notes.storage.record import room_record
from tests.support.reviewing import Desk

REASON = RedactionReason.OTHER


def put(desk: Desk, number: int, hidden: str, words: str, action: RedactionAction) -> None:
    """Puts words in the place of others in an entry."""
    text = interventions.intervention(desk.vault, desk.entries[number]).text
    start = text.index(hidden)
    place = intervention_place(desk.entries[number])
    wish = Wish(action, REASON, Category.ORGANISATION, replacement=words)
    redact_selection(desk.vault, desk.meeting_id, Selection(place, start, start + len(hidden)), wish)


def wordings(desk: Desk) -> list[Danger]:
    shown = dangers.dangers_shown(desk.vault, desk.meeting_id).dangers
    return [one for one in shown if one.found.kind is DangerKind.WORDING]


def test_third_persons_and_self_references_in_words_are_told_as_they_are_typed(desk: Desk) -> None:
    for wording, said in (
        ("a colleague of Herr Brandt", "They still say: “Herr Brandt” (person)."),
        (
            "when I was ambassador in Geneva",
            "They still say: “when I was ambassador in Geneva” (self-reference), “Geneva” (place).",
        ),
        ("a participant", ""),
        ("  ", ""),
    ):
        assert wording_says(desk.vault, desk.meeting_id, wording) == said


def test_words_that_hold_what_is_hidden_are_told_and_refused(desk: Desk) -> None:
    put(desk, 0, "Lantern Accord", "an accord", RedactionAction.GENERALISE)
    assert wording_says(desk.vault, desk.meeting_id, "a lantern accord or two") == HOLDS_HIDDEN
    with pytest.raises(KnownError) as caught:
        put(desk, 5, "May", "after the Lantern Accord", RedactionAction.RECAST)
    assert caught.value.code is ErrorCode.BAD_FIELD


@pytest.mark.parametrize("action", [RedactionAction.RECAST, RedactionAction.GENERALISE])
def test_a_wording_that_names_somebody_is_an_open_danger_at_its_place(
    desk: Desk, action: RedactionAction
) -> None:
    put(desk, 0, "Lantern Accord", "papers of Herr Brandt", action)
    (one,) = wordings(desk)
    assert one.is_open
    assert one.found.place == intervention_place(desk.entries[0])
    assert "Herr Brandt" in one.found.about
    assert "Brandt" not in one.found.why
    dangers.settle(desk.vault, desk.meeting_id, one.found, "he is dead")
    assert [each.is_open for each in wordings(desk)] == [False]


def test_a_wording_that_holds_what_was_hidden_later_must_be_decided(desk: Desk) -> None:
    put(desk, 5, "May", "after the boats", RedactionAction.RECAST)
    assert wordings(desk) == []
    put(desk, 4, "the boats", "something", RedactionAction.GENERALISE)
    (one,) = wordings(desk)
    assert one.found.must_be_decided


def test_what_words_say_of_somebody_without_naming_them_is_a_clue(desk: Desk) -> None:
    put(desk, 0, "Lantern Accord", "a text made in Geneva", RedactionAction.RECAST)
    assert wordings(desk) == []
    clues = dangers.dangers_shown(desk.vault, desk.meeting_id).clues
    assert ("Geneva", Category.PLACE) in [(one.text, one.category) for one in clues]


def test_descriptions_on_the_roster_say_whom_they_name(desk: Desk) -> None:
    person = participants.participants(desk.vault, desk.meeting_id)[0]
    given = ("a colleague of Herr Brandt", "a specialist")
    participants.update_participant(desk.vault, replace(person, descriptors=given))
    named, plain = descriptions_by_person(desk.vault, desk.meeting_id)[person.id]
    assert "They still say: “Herr Brandt” (person)." in named.says
    assert named.concern is Concern.ONE_PERSON
    assert "still say" not in plain.says


def test_only_the_words_are_read_and_not_the_record(desk: Desk) -> None:
    record = room_record(desk.vault, desk.meeting_id)
    assert told_by(record, ()) == {}
    assert told_by(record, ("nothing at all",)) == {"nothing at all": ()}
