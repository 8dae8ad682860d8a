"""What is learned about entities holds for the dialogue, is counted, and is taken back as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import (
    Category,
    MeetingState,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entities import teaching
from dialogue_notes.services.entities.book import dialogue_forms
from dialogue_notes.services.reviewing import history as review_history
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.reviewing.states import review_state
from dialogue_notes.storage import audit, entities, meetings, redactions
from tests.support.dialogue_desk import DialogueDesk, Seen

REMOVE, PSEUDONYMISE = RedactionAction.REMOVE, RedactionAction.PSEUDONYMISE
WHY = RedactionReason.THIRD_PERSON_IDENTITY
OPEN, HIDDEN, SHOWN = RedactionState.SUGGESTED, RedactionState.ACCEPTED, RedactionState.REJECTED
HAIG, FULL_HAIG = Seen("Haig", "person:haig"), Seen("Alexander Haig", "person:haig")
PACT = Seen("Lantern Accord", "organisation:lantern accord", Category.ORGANISATION, default=False)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DialogueDesk]:
    made = DialogueDesk(tmp_path / "one.vault")
    yield made
    made.vault.close()


@pytest.fixture
def three(desk: DialogueDesk) -> tuple[str, str, str]:
    """Three meetings, each with one mention of Haig and two of the accord, all looked through."""
    made = tuple(
        desk.meet("What Haig said", "the Lantern Accord, again the Lantern Accord") for _ in range(3)
    )
    for one in made:
        desk.look(one, HAIG, PACT)
    first, second, third = made
    return first, second, third


def states(desk: DialogueDesk, meeting_id: str, name: str) -> list[RedactionState]:
    return [state for _, entity, state in desk.marks(meeting_id) if entity == name]


def test_one_thing_is_one_entity_in_all_meetings(desk: DialogueDesk, three: tuple[str, str, str]) -> None:
    assert {one.entity_id for each in three for one in desk.redactions(each)} == {
        desk.entity("Haig"),
        desk.entity("Lantern Accord"),
    }


def test_a_decision_reaches_this_meeting_and_all_later_ones_and_says_how_many(
    desk: DialogueDesk, three: tuple[str, str, str]
) -> None:
    _, second, third = three
    before = [desk.redactions(one) for one in three]
    state = review_state(desk.vault, second)
    (card,) = [one for one in state.entities if one.entity.name == "Lantern Accord"]
    assert (card.later.places, card.later.meetings) == (2, 1)
    decision = review.accept_entity(desk.vault, second, desk.entity("Lantern Accord"), REMOVE, WHY)
    assert (decision.places, decision.meetings) == (4, 2)
    assert [states(desk, one, "Lantern Accord") for one in three] == [[OPEN] * 2, [HIDDEN] * 2, [HIDDEN] * 2]
    assert {one.action for one in desk.redactions(third) if one.state is HIDDEN} == {REMOVE}
    review_history.undo(desk.vault, decision.meeting_id)
    assert [desk.redactions(one) for one in three] == before


def test_what_was_decided_holds_for_meetings_that_are_still_to_come(
    desk: DialogueDesk, three: tuple[str, str, str]
) -> None:
    review.reject_entity(desk.vault, three[2], desk.entity("Lantern Accord"))
    later = desk.meet("on the Lantern Accord")
    desk.look(later, PACT)
    assert states(desk, later, "Lantern Accord") == [SHOWN]
    earlier = desk.meet("on the Lantern Accord", year=1990)
    desk.look(earlier, PACT)
    assert states(desk, earlier, "Lantern Accord") == [OPEN]


def test_the_latest_decision_that_is_not_later_than_the_meeting_holds(
    desk: DialogueDesk, three: tuple[str, str, str]
) -> None:
    haig = desk.entity("Haig")
    review.accept_entity(desk.vault, three[0], haig, REMOVE, WHY)
    review.accept_entity(desk.vault, three[2], haig, PSEUDONYMISE, WHY)
    for one in three:
        desk.note(one, "Haig once more")
        desk.look(one, HAIG, PACT)
    actions = [[one.action for one in desk.redactions(each) if one.entity_id == haig] for each in three]
    assert actions == [[REMOVE] * 2, [REMOVE] * 2, [PSEUDONYMISE] * 2]
    review.accept_entity(desk.vault, three[0], haig, REMOVE, WHY)
    desk.note(three[2], "Haig to the last")
    desk.look(three[2], HAIG, PACT)
    assert {one.action for each in three for one in desk.redactions(each) if one.entity_id == haig} == {
        REMOVE
    }


@pytest.mark.parametrize("number", [0, 2])
def test_always_and_never_reach_every_meeting(
    desk: DialogueDesk, three: tuple[str, str, str], number: int
) -> None:
    haig, pact = desk.entity("Haig"), desk.entity("Lantern Accord")
    hidden = teaching.always_hide(desk.vault, three[number], haig, REMOVE, WHY)
    shown = teaching.never_hide(desk.vault, three[number], pact)
    assert [(one.places, one.meetings) for one in (hidden, shown)] == [(3, 3), (6, 3)]
    assert [states(desk, one, "Haig") for one in three] == [[HIDDEN]] * 3
    fourth = desk.meet("Haig on the Lantern Accord", year=1980)
    desk.look(fourth, HAIG, PACT)
    assert [state for _, _, state in desk.marks(fourth)] == [HIDDEN, SHOWN]
    cards = {one.entity.name: one.decision for one in review_state(desk.vault, fourth).entities}
    assert [(one.is_always, one.is_never) for one in cards.values() if one is not None] == [
        (True, False),
        (False, True),
    ]
    assert not any(one.fresh for one in desk.redactions(fourth))


def test_a_passage_is_recast_and_an_entry_withheld_here_only(
    desk: DialogueDesk, three: tuple[str, str, str]
) -> None:
    haig = desk.entity("Haig")
    decision = review.accept_entity(desk.vault, three[0], haig, RedactionAction.WITHHOLD_ENTRY, WHY)
    assert (decision.places, decision.meetings) == (1, 1)
    assert [states(desk, one, "Haig") for one in three] == [[HIDDEN], [OPEN], [OPEN]]
    with pytest.raises(KnownError) as refused:
        teaching.always_hide(desk.vault, three[0], haig, RedactionAction.RECAST, WHY, "somebody")
    assert refused.value.code is ErrorCode.BAD_FIELD


def test_a_place_that_was_decided_alone_stays_as_it_is(
    desk: DialogueDesk, three: tuple[str, str, str]
) -> None:
    (place,) = desk.places(three[1], "Haig")
    review.reject(desk.vault, three[1], [place])
    decision = review.accept_entity(desk.vault, three[0], desk.entity("Haig"), REMOVE, WHY)
    assert decision.places == 2
    assert [states(desk, one, "Haig") for one in three] == [[HIDDEN], [SHOWN], [HIDDEN]]


def test_a_meeting_that_was_reviewed_is_open_again_where_a_decision_from_elsewhere_changed_it(
    desk: DialogueDesk, three: tuple[str, str, str]
) -> None:
    review.reject_entity(desk.vault, three[1], desk.entity("Haig"))
    review.reject_entity(desk.vault, three[1], desk.entity("Lantern Accord"))
    done = meetings.meeting(desk.vault, three[1])
    meetings.update_meeting(desk.vault, replace(done, state=MeetingState.REVIEWED))
    review.reject_entity(desk.vault, three[0], desk.entity("Lantern Accord"))
    assert meetings.meeting(desk.vault, three[1]).state is MeetingState.REVIEWED
    teaching.always_hide(desk.vault, three[0], desk.entity("Haig"), REMOVE, WHY)
    assert meetings.meeting(desk.vault, three[1]).state is MeetingState.CLOSED
    assert [one.fresh for one in desk.redactions(three[1])] == [True, False, False]
    assert [one.fresh for one in desk.redactions(three[2])] == [True, False, False]
    review.mark_seen(desk.vault, three[1], desk.places(three[1], "Haig"))
    assert not any(one.fresh for one in desk.redactions(three[1]))
    with pytest.raises(KnownError) as refused:
        review.mark_seen(desk.vault, three[1], desk.places(three[1], "Haig"))
    assert refused.value.code is ErrorCode.NOT_FOUND
    undone = review_history.undo(desk.vault, three[0])
    assert undone is not None
    assert (undone.places, undone.left) == (3, 0)  # having been looked at is no other decision


def test_asking_again_forgets_what_was_decided(desk: DialogueDesk, three: tuple[str, str, str]) -> None:
    haig = desk.entity("Haig")
    teaching.never_hide(desk.vault, three[0], haig)
    teaching.ask_again(desk.vault, three[1], haig)
    assert [states(desk, one, "Haig") for one in three] == [[SHOWN], [OPEN], [OPEN]]
    later = desk.meet("Haig")
    desk.look(later, HAIG)
    assert states(desk, later, "Haig") == [OPEN]


def test_steps_are_undone_and_done_again_in_turn_after_a_restart(
    desk: DialogueDesk, three: tuple[str, str, str]
) -> None:
    whole = [[desk.redactions(one) for one in three]]
    haig, pact = desk.entity("Haig"), desk.entity("Lantern Accord")
    acts: tuple[Callable[[], object], ...] = (
        lambda: review.accept_entity(desk.vault, three[0], haig, REMOVE, WHY),
        lambda: teaching.never_hide(desk.vault, three[0], pact),
        lambda: teaching.split_entity(desk.vault, three[0], desk.places(three[0], "Lantern Accord")[:1]),
        lambda: teaching.merge_entities(desk.vault, three[0], (haig,), pact),
    )
    for act in acts:
        act()
        whole.append([desk.redactions(one) for one in three])
    desk.restart()
    assert review_history.history(desk.vault, three[0]).undo == "merged"
    for expected in reversed(whole[:-1]):
        assert review_history.undo(desk.vault, three[0]) is not None
        assert [desk.redactions(one) for one in three] == expected
    assert review_history.undo(desk.vault, three[0]) is None
    desk.restart()
    for expected in whole[1:]:
        assert review_history.redo(desk.vault, three[0]) is not None
        assert [desk.redactions(one) for one in three] == expected
    assert review_history.redo(desk.vault, three[0]) is None
    codes = [one.code for one in audit.entries(desk.vault)]
    assert codes.count("decision_undone") == codes.count("decision_redone") == len(acts)
    assert {"entities_merged", "entity_split", "entity_never_hidden"} <= set(codes)


def test_undoing_takes_back_what_nothing_else_changed_and_says_what_it_left(
    desk: DialogueDesk, three: tuple[str, str, str]
) -> None:
    decision = review.accept_entity(desk.vault, three[0], desk.entity("Haig"), REMOVE, WHY)
    review.reject(desk.vault, three[2], desk.places(three[2], "Haig"))
    undone = review_history.undo(desk.vault, decision.meeting_id)
    assert undone is not None
    assert (undone.places, undone.meetings, undone.left) == (2, 2, 1)
    assert [states(desk, one, "Haig") for one in three] == [[OPEN], [OPEN], [SHOWN]]
    assert review_history.undo(desk.vault, three[0]) is None


def test_a_step_of_which_nothing_stands_is_refused_once_and_dropped(
    desk: DialogueDesk, three: tuple[str, str, str]
) -> None:
    place = desk.places(three[0], "Haig")
    review.reject(desk.vault, three[0], desk.places(three[0], "Lantern Accord"))
    review.accept(desk.vault, three[0], place, REMOVE, WHY)
    redactions.remove_redactions(desk.vault, place)
    with pytest.raises(KnownError) as refused:
        review_history.undo(desk.vault, three[0])
    assert refused.value.code is ErrorCode.NOTHING_TO_UNDO
    assert review_history.undo(desk.vault, three[0]) is not None
    assert states(desk, three[0], "Lantern Accord") == [OPEN, OPEN]


def test_a_new_act_ends_what_could_be_done_again(desk: DialogueDesk, three: tuple[str, str, str]) -> None:
    review.reject_entity(desk.vault, three[0], desk.entity("Haig"))
    review_history.undo(desk.vault, three[0])
    review.reject_entity(desk.vault, three[0], desk.entity("Lantern Accord"))
    assert review_history.redo(desk.vault, three[0]) is None
    assert review_history.history(desk.vault, three[0]).redo == ""


def test_every_wording_of_the_dialogue_is_given_with_what_was_decided(
    desk: DialogueDesk, three: tuple[str, str, str]
) -> None:
    teaching.always_hide(desk.vault, three[1], desk.entity("Haig"), REMOVE, WHY)
    given = dialogue_forms(desk.vault, desk.dialogue_id, three[0])
    assert [(one.known.form, one.known.category, one.hides) for one in given] == [
        ("Lantern Accord", Category.ORGANISATION, False),
        ("Haig", Category.PERSON, True),
    ]


def test_undoing_leaves_what_was_decided_about_the_thing_since_from_another_meeting(
    desk: DialogueDesk, three: tuple[str, str, str]
) -> None:
    first, second, _ = three
    haig = desk.entity("Haig")
    review.accept_entity(desk.vault, first, haig, REMOVE, WHY)
    review.reject_entity(desk.vault, second, haig)
    before = entities.decisions_on(desk.vault, haig)
    review_history.undo(desk.vault, first)
    assert states(desk, first, "Haig") == [OPEN]
    assert states(desk, second, "Haig") == [SHOWN]
    assert entities.decisions_on(desk.vault, haig) == before
