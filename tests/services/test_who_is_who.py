"""The same person in all meetings of a dialogue, and never somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.record import Participant
from dialogue_notes.services.entities import teaching
from dialogue_notes.services.entities.book import EntityBook
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.roster import change_participant
from tests.support.dialogue_desk import DialogueDesk, Seen

REMOVE, WHY = RedactionAction.REMOVE, RedactionReason.THIRD_PERSON_IDENTITY
OPEN, HIDDEN, SHOWN = RedactionState.SUGGESTED, RedactionState.ACCEPTED, RedactionState.REJECTED
HAIG, FULL_HAIG = Seen("Haig", "person:haig"), Seen("Alexander Haig", "person:haig")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DialogueDesk]:
    made = DialogueDesk(tmp_path / "one.vault")
    yield made
    made.vault.close()


def test_the_same_whole_name_is_the_same_person_in_another_meeting(desk: DialogueDesk) -> None:
    one = desk.meet("Pak said", people=["Pak Jin-sook"])
    two = desk.meet("Pak said", people=[Participant("", "", 0, "Dr. Jin-sook Pak")])
    desk.look(one, Seen("Pak", "Pak Jin-sook"))
    desk.look(two, Seen("Pak", "Dr. Jin-sook Pak"))
    assert [name for each in (one, two) for _, name, _ in desk.marks(each)] == ["Pak Jin-sook"] * 2


def test_somebody_else_of_the_same_family_name_is_somebody_else(desk: DialogueDesk) -> None:
    one = desk.meet("Pak said", people=["Pak Jin-sook"])
    two = desk.meet("Pak said", people=["Pak Chol"])
    three = desk.meet("Pak said", "Pak Yong wrote")
    desk.look(one, Seen("Pak", "Pak Jin-sook"))
    teaching.never_hide(desk.vault, one, desk.entity("Pak Jin-sook"))
    desk.look(two, Seen("Pak", "Pak Chol"))
    desk.look(three, Seen("Pak", "person:pak"), Seen("Pak Yong", "person:pak"))
    assert desk.marks(two) == [("Pak", "Pak Chol", OPEN)]
    assert {(name, state) for _, name, state in desk.marks(three)} == {("Pak Yong", OPEN)}


def test_two_of_one_name_in_a_room_are_nobody_from_elsewhere(desk: DialogueDesk) -> None:
    one = desk.meet("Kim Park said", people=["Kim Park"])
    desk.look(one, Seen("Kim Park", "Kim Park"))
    twins = [Participant("", "", 0, "Kim Park", role=role) for role in ("Adviser", "Chair")]
    two = desk.meet("Kim Park said", "the Chair", people=twins)
    first, second = desk.roster(two)
    desk.look(two, Seen("Kim Park", f"{first.id}|{second.id}"), Seen("the Chair", second.id))
    assert [name for _, name, _ in desk.marks(two)] == ["Kim Park or Kim Park", "Kim Park"]
    assert len({each.entity_id for meeting in (one, two) for each in desk.redactions(meeting)}) == 3


def test_a_third_person_with_another_whole_name_is_another(desk: DialogueDesk) -> None:
    one = desk.meet("Alexander Haig came, then Haig left")
    desk.look(one, FULL_HAIG, HAIG)
    teaching.never_hide(desk.vault, one, desk.entity("Alexander Haig"))
    two = desk.meet("Brian Haig came, then Haig left")
    desk.look(two, Seen("Brian Haig", "person:haig"), HAIG)
    assert {(name, state) for _, name, state in desk.marks(two)} == {("Brian Haig", OPEN)}
    three = desk.meet("Haig left")
    desk.look(three, HAIG)
    assert [state for _, _, state in desk.marks(three)] == [OPEN]
    four = desk.meet("then Haig, Alexander Haig")
    desk.look(four, FULL_HAIG, HAIG)
    assert {(name, state) for _, name, state in desk.marks(four)} == {("Alexander Haig", SHOWN)}


def test_somebody_who_is_not_the_participant_of_that_name_is_not_taken_for_them(desk: DialogueDesk) -> None:
    one = desk.meet("Pak said", "old Pak wrote", people=["Pak Jin-sook"])
    desk.look(one, Seen("Pak said", "Pak Jin-sook"), Seen("Pak", "Pak Jin-sook"))
    desk.look(one, Seen("Pak said", "Pak Jin-sook"), Seen("Pak", "person:pak"))
    two = desk.meet("Pak wrote", people=["Pak Jin-sook"])
    desk.look(two, Seen("wrote", "Pak Jin-sook"), Seen("Pak", "person:pak"))
    assert [name for _, name, _ in desk.marks(two)] == ["Pak", "Pak Jin-sook"]


def test_looking_again_finds_the_same_entities(desk: DialogueDesk) -> None:
    one = desk.meet("Alexander Haig came, then Haig left", people=["Kim Park"])
    seen = (
        FULL_HAIG,
        HAIG,
        Seen("left", "verb:left", Category.ROLE),
        Seen("left", "self:left", Category.SELF_REFERENCE),
    )
    desk.look(one, *seen)
    before = desk.redactions(one)
    for _ in range(2):
        desk.look(one, *seen)
        assert desk.redactions(one) == before


def test_what_is_met_no_more_and_was_not_spoken_of_is_forgotten(desk: DialogueDesk) -> None:
    one = desk.meet("Haig and Pak and Lee", people=["Lee Chol"])
    desk.look(one, HAIG, Seen("Pak", "person:pak"), Seen("Lee", "Lee Chol"))
    teaching.never_hide(desk.vault, one, desk.entity("Pak"))
    review.reopen(desk.vault, one, desk.places(one, "Pak"))
    desk.look(one)
    names = [each.name for each in EntityBook(desk.vault, desk.dialogue_id).entities.values()]
    assert sorted(names) == ["Lee Chol", "Pak"]


def test_a_known_wording_of_two_is_hidden_by_nobody_but_a_person(desk: DialogueDesk) -> None:
    one = desk.meet("Alexander Haig came, then Haig left")
    desk.look(one, FULL_HAIG, HAIG)
    two = desk.meet("Brian Haig came, then Haig left")
    desk.look(two, Seen("Brian Haig", "person:haig"), HAIG)
    known = desk.entity("Alexander Haig")
    teaching.always_hide(desk.vault, one, known, REMOVE, WHY)
    three = desk.meet("Haig left, Alexander Haig did not")
    desk.look(three, Seen("Haig", known), Seen("Alexander Haig", known))
    assert [(words, state) for words, _, state in desk.marks(three) if words != "Haig"] == [
        ("Alexander Haig", HIDDEN)
    ]
    assert desk.marks(three)[0] == ("Haig", "Alexander Haig", OPEN)


def test_an_entity_is_called_by_the_name_that_the_roster_has_now(desk: DialogueDesk) -> None:
    one = desk.meet("Whitcomb said", people=["Helen Whitcomb"])
    desk.look(one, Seen("Whitcomb", "Helen Whitcomb"))
    (who,) = desk.roster(one)
    change_participant(desk.vault, replace(who, name="Helen Whitcombe"))
    desk.look(one, Seen("Whitcomb", "Helen Whitcombe"))
    assert desk.marks(one) == [("Whitcomb", "Helen Whitcombe", OPEN)]
