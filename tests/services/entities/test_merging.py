"""Entities that are one, and entities that are two: now, and in whatever is looked through later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.comments import About
from dialogue_notes.domain.spans import Span
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import comments
from dialogue_notes.services.entities import teaching
from dialogue_notes.services.reviewing import history, review
from dialogue_notes.storage import comments as stored_comments
from tests.support.dialogue_desk import DialogueDesk, Seen

REMOVE, WHY = RedactionAction.REMOVE, RedactionReason.THIRD_PERSON_IDENTITY
OPEN, HIDDEN, SHOWN = RedactionState.SUGGESTED, RedactionState.ACCEPTED, RedactionState.REJECTED
HAIG, FULL_HAIG = Seen("Haig", "person:haig"), Seen("Alexander Haig", "person:haig")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DialogueDesk]:
    made = DialogueDesk(tmp_path / "one.vault")
    yield made
    made.vault.close()


def test_merged_entities_are_one_now_and_in_later_looks(desk: DialogueDesk) -> None:
    one = desk.meet("Haig said", "the General said")
    general = Seen("the General", "person:general")
    desk.look(one, HAIG, general)
    review.accept_entity(desk.vault, one, desk.entity("Haig"), REMOVE, WHY)
    decision = teaching.merge_entities(desk.vault, one, [desk.entity("the General")], desk.entity("Haig"))
    assert decision.places == 1
    assert desk.marks(one) == [("Haig", "Haig", HIDDEN), ("the General", "Haig", HIDDEN)]
    two = desk.meet("the General again")
    desk.look(two, general)
    assert desk.marks(two) == [("the General", "Haig", HIDDEN)]
    history.undo(desk.vault, decision.meeting_id)
    assert desk.marks(one)[1] == ("the General", "the General", OPEN)
    three = desk.meet("the General again")
    desk.look(three, general)
    assert desk.marks(three) == [("the General", "the General", OPEN)]


def test_what_was_decided_about_either_of_two_counts_when_they_are_merged(desk: DialogueDesk) -> None:
    one = desk.meet("Haig said", "the General said")
    desk.look(one, HAIG, Seen("the General", "person:general"))
    review.accept_entity(desk.vault, one, desk.entity("the General"), REMOVE, WHY)
    teaching.merge_entities(desk.vault, one, [desk.entity("the General")], desk.entity("Haig"))
    assert desk.marks(one) == [("Haig", "Haig", HIDDEN), ("the General", "Haig", HIDDEN)]
    with pytest.raises(KnownError) as refused:
        teaching.merge_entities(desk.vault, one, [desk.entity("Haig")], desk.entity("the General"))
    assert refused.value.code is ErrorCode.BAD_FIELD


def test_what_was_merged_can_be_merged_on(desk: DialogueDesk) -> None:
    one = desk.meet("A1 B2 C3")
    words = ("A1", "B2", "C3")
    desk.look(one, *(Seen(word, f"person:{word}") for word in words))
    teaching.merge_entities(desk.vault, one, [desk.entity("A1")], desk.entity("B2"))
    teaching.merge_entities(desk.vault, one, [desk.entity("B2")], desk.entity("C3"))
    desk.look(one, *(Seen(word, f"person:{word}") for word in words))
    assert [name for _, name, _ in desk.marks(one)] == ["C3"] * 3
    history.undo(desk.vault, one)
    desk.look(one, *(Seen(word, f"person:{word}") for word in words))
    assert [name for _, name, _ in desk.marks(one)] == ["B2", "B2", "C3"]


def test_a_participant_merged_into_somebody_else_is_found_as_that_one(desk: DialogueDesk) -> None:
    one = desk.meet("Haig said", "the Doctor said", people=["Alexander Haig"])
    seen = Seen("Haig", "Alexander Haig"), Seen("the Doctor", "person:doctor")
    desk.look(one, *seen)
    teaching.merge_entities(desk.vault, one, [desk.entity("Alexander Haig")], desk.entity("the Doctor"))
    two = desk.meet("Haig", people=["Alexander Haig"])
    desk.look(two, seen[0])
    assert desk.marks(two) == [("Haig", "the Doctor", OPEN)]


def test_split_wordings_stay_apart_in_later_looks_and_meetings(desk: DialogueDesk) -> None:
    one = desk.meet("Smith senior and Smith", people=["John Smith"])
    seen = Seen("Smith senior", "John Smith"), Seen("and Smith", "John Smith")
    desk.look(one, *seen)
    teaching.always_hide(desk.vault, one, desk.entity("John Smith"), REMOVE, WHY)
    history.undo(desk.vault, one)
    decision = teaching.split_entity(desk.vault, one, desk.places(one, "Smith senior"))
    assert decision.places == 1
    for meeting in (one, desk.meet("and Smith, then Smith senior", people=["John Smith"])):
        desk.look(meeting, *seen)
        assert sorted(desk.marks(meeting)) == [
            ("Smith senior", "Smith senior", OPEN),
            ("and Smith", "John Smith", OPEN),
        ]


def test_a_wording_of_two_waits_for_a_person(desk: DialogueDesk) -> None:
    one = desk.meet("Haig came", "Haig left")
    desk.look(one, HAIG)
    first, second = desk.places(one, "Haig")
    teaching.split_entity(desk.vault, one, [second])
    assert [name for _, name, _ in desk.marks(one)] == ["Haig", "Haig (2)"]
    teaching.always_hide(desk.vault, one, desk.entity("Haig"), REMOVE, WHY)
    desk.note(one, "Haig again")
    desk.look(one, HAIG)
    assert desk.marks(one) == [
        ("Haig", "Haig", HIDDEN),
        ("Haig", "Haig (2)", OPEN),
        ("Haig", "Haig", OPEN),
    ]
    assert desk.redactions(one)[2].why == "these words stand for more than one"
    assert first != second


def test_all_places_of_a_participant_split_off_are_the_participants(desk: DialogueDesk) -> None:
    one, two = (desk.meet("Kim said", people=["Kim Park"]) for _ in range(2))
    for meeting in (one, two):
        desk.look(meeting, Seen("Kim", "Kim Park"))
    assert len({each.entity_id for meeting in (one, two) for each in desk.redactions(meeting)}) == 1
    teaching.split_entity(desk.vault, two, desk.places(two, "Kim"))
    desk.note(two, "Kim again, Park too")
    desk.look(two, Seen("Kim", "Kim Park"), Seen("Park", "Kim Park"))
    here, there = desk.redactions(one), desk.redactions(two)
    assert {each.entity_id for each in here}.isdisjoint(each.entity_id for each in there)
    assert len({each.entity_id for each in there}) == 1


def test_places_of_two_things_are_not_split_off_together(desk: DialogueDesk) -> None:
    meeting = desk.meet("Haig and Pak")
    desk.look(meeting, HAIG, Seen("Pak", "person:pak"))
    for ids, code in (
        ([one.id for one in desk.redactions(meeting)], ErrorCode.BAD_FIELD),
        (["gone"], ErrorCode.NOT_FOUND),
    ):
        with pytest.raises(KnownError) as refused:
            teaching.split_entity(desk.vault, meeting, ids)
        assert refused.value.code is code


def _about(desk: DialogueDesk, meeting: str, word: str) -> str:
    """A thread about the first place of a word."""
    one = desk.places(meeting, word)[0]
    (place,) = [each for each in desk.redactions(meeting) if each.id == one]
    about = About(place.place, Span(place.start, place.end), one, place.entity_id)
    change = comments.begin(desk.vault, meeting, about, "Who?")
    assert change.after
    return change.after.id


def _whose(desk: DialogueDesk, thread: str) -> str | None:
    return stored_comments.thread(desk.vault, thread).about.entity_id


def test_comments_go_with_what_is_merged_and_come_back_with_it(desk: DialogueDesk) -> None:
    one = desk.meet("Haig said", "the General said")
    desk.look(one, HAIG, Seen("the General", "person:general"))
    haig, general = desk.entity("Haig"), desk.entity("the General")
    thread, other = _about(desk, one, "the General"), _about(desk, one, "Haig")
    teaching.merge_entities(desk.vault, one, [general], haig)
    assert (_whose(desk, thread), _whose(desk, other)) == (haig, haig)
    history.undo(desk.vault, one)
    assert (_whose(desk, thread), _whose(desk, other)) == (general, haig)
    history.redo(desk.vault, one)
    assert _whose(desk, thread) == haig


def test_comments_on_places_that_are_split_off_go_with_them_and_come_back(desk: DialogueDesk) -> None:
    one = desk.meet("Lee said", "Lee wrote")
    desk.look(one, Seen("Lee", "person:lee"))
    lee, thread = desk.entity("Lee"), _about(desk, one, "Lee")
    teaching.split_entity(desk.vault, one, desk.places(one, "Lee")[1:])
    assert _whose(desk, thread) == lee
    history.undo(desk.vault, one)
    teaching.split_entity(desk.vault, one, desk.places(one, "Lee")[:1])
    assert _whose(desk, thread) == desk.entity("Lee (2)")
    history.undo(desk.vault, one)
    assert _whose(desk, thread) == lee


@pytest.mark.parametrize("is_into_shown", [True, False])
def test_merging_what_is_hidden_and_what_is_shown_uncovers_nothing(
    desk: DialogueDesk, *, is_into_shown: bool
) -> None:
    general = Seen("the General", "person:general")
    one = desk.meet("Haig said", "the General said")
    desk.look(one, HAIG, general)
    review.accept_entity(desk.vault, one, desk.entity("Haig"), REMOVE, WHY)
    teaching.never_hide(desk.vault, one, desk.entity("the General"))
    pair = desk.entity("Haig"), desk.entity("the General")
    source, target = pair if is_into_shown else reversed(pair)
    teaching.merge_entities(desk.vault, one, [source], target)
    assert [state for _, _, state in desk.marks(one)] == [HIDDEN, SHOWN]
    two = desk.meet("Haig again, the General again")
    desk.look(two, HAIG, general)
    assert [state for _, _, state in desk.marks(two)] == [HIDDEN, HIDDEN]


def test_an_undecided_participant_is_not_shown_because_of_what_they_are_merged_with(
    desk: DialogueDesk,
) -> None:
    general, lee = Seen("the General", "person:general"), Seen("Lee", "Lee Ho")
    one = desk.meet("Lee said", "the General said", people=["Lee Ho"])
    desk.look(one, lee, general)
    review.reject_entity(desk.vault, one, desk.entity("the General"))
    merged = teaching.merge_entities(desk.vault, one, [desk.entity("Lee Ho")], desk.entity("the General"))
    desk.look(one, lee, general)
    assert [state for _, _, state in desk.marks(one)] == [OPEN, SHOWN]
    history.undo(desk.vault, merged.meeting_id)
    desk.note(one, "the General once more")
    desk.look(one, lee, general)
    assert [state for _, _, state in desk.marks(one)] == [OPEN, SHOWN, SHOWN]
