"""How far a review has come: what is open, by kind, and what opens it again."""

from __future__ import annotations

from collections.abc import Iterator
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
from dialogue_notes.domain.comments import About
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import comments
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.reviewing import history, review
from dialogue_notes.services.reviewing.deciding import Choice
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.services.reviewing.states import review_state
from dialogue_notes.services.reviewing.types import OpenKind, OpenMatter
from dialogue_notes.storage import interventions, meetings
from tests.support.dialogue_desk import DialogueDesk, Seen
from tests.support.reviewing import settle_rest

REMOVE, WHY = RedactionAction.REMOVE, RedactionReason.THIRD_PERSON_IDENTITY
OPEN, HIDDEN, SHOWN = RedactionState.SUGGESTED, RedactionState.ACCEPTED, RedactionState.REJECTED
SEEN = (
    Seen("Haig", "person:haig"),
    Seen("Pak", "person:pak"),
    Seen("Oslo", "place:oslo", Category.PLACE, default=False),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DialogueDesk]:
    made = DialogueDesk(tmp_path / "one.vault")
    yield made
    made.vault.close()


@pytest.fixture
def meeting(desk: DialogueDesk) -> str:
    made = desk.meet("Haig came to Oslo", "Pak left Oslo", "Haig left")
    desk.look(made, *SEEN)
    return made


def states(desk: DialogueDesk, meeting: str) -> list[RedactionState]:
    return [one.state for one in desk.redactions(meeting)]


def matters(desk: DialogueDesk, meeting: str) -> dict[OpenKind, int]:
    return {one.kind: one.count for one in review_state(desk.vault, meeting).open}


def entry_id(desk: DialogueDesk, meeting: str, number: int) -> str:
    return interventions.interventions(desk.vault, desk.sessions[meeting].id)[number].id


def mend(desk: DialogueDesk, meeting: str, number: int, text: str) -> None:
    old = interventions.intervention(desk.vault, entry_id(desk, meeting, number))
    update_entry(desk.vault, meeting, old, replace(old, text=text))


def every(desk: DialogueDesk, meeting: str) -> list[str]:
    return [one.id for one in desk.redactions(meeting)]


def test_everything_waits_that_nobody_decided_whatever_the_program_would_do(
    desk: DialogueDesk, meeting: str
) -> None:
    state = review_state(desk.vault, meeting)
    assert (state.waiting, state.total) == (5, 5)
    assert matters(desk, meeting)[OpenKind.PLACE] == 5


def test_the_rest_is_decided_in_one_step_and_taken_back_as_one(desk: DialogueDesk, meeting: str) -> None:
    review.accept(desk.vault, meeting, desk.places(meeting, "Pak"), REMOVE, WHY)
    before = desk.redactions(meeting)
    decision = review.decide_rest(desk.vault, meeting, every(desk, meeting), Choice(SHOWN))
    assert decision.places == 4
    assert states(desk, meeting) == [SHOWN, SHOWN, HIDDEN, SHOWN, SHOWN]
    history.undo(desk.vault, meeting)
    assert desk.redactions(meeting) == before
    later = desk.meet("Haig in Oslo")
    history.redo(desk.vault, meeting)
    desk.look(later, *SEEN)
    assert states(desk, later) == [OPEN, OPEN]  # a group teaches nothing
    with pytest.raises(KnownError) as refused:
        review.decide_rest(desk.vault, meeting, every(desk, meeting), Choice(SHOWN))
    assert refused.value.code is ErrorCode.NOT_FOUND


def test_the_rest_has_what_changed_since_in_it(desk: DialogueDesk, meeting: str) -> None:
    review.decide_rest(desk.vault, meeting, every(desk, meeting), Choice(SHOWN))
    mend(desk, meeting, 2, "Haige left")
    assert review.decide_rest(desk.vault, meeting, every(desk, meeting), Choice(HIDDEN)).places == 1
    assert OpenKind.CHANGED not in matters(desk, meeting)


def test_the_rest_needs_its_words_too(desk: DialogueDesk, meeting: str) -> None:
    with pytest.raises(KnownError) as refused:
        review.decide_rest(
            desk.vault, meeting, every(desk, meeting), Choice(HIDDEN, RedactionAction.GENERALISE, WHY)
        )
    assert refused.value.code is ErrorCode.BAD_FIELD


def test_a_decision_can_be_opened_again_at_any_time(desk: DialogueDesk, meeting: str) -> None:
    review.decide_rest(desk.vault, meeting, every(desk, meeting), Choice(SHOWN))
    done = meetings.meeting(desk.vault, meeting)
    meetings.update_meeting(desk.vault, replace(done, state=MeetingState.REVIEWED))
    review.reopen(desk.vault, meeting, desk.places(meeting, "Pak"))
    assert states(desk, meeting) == [SHOWN, SHOWN, OPEN, SHOWN, SHOWN]
    assert meetings.meeting(desk.vault, meeting).state is MeetingState.CLOSED


def test_a_mark_made_by_hand_stays_when_it_is_opened_again(desk: DialogueDesk, meeting: str) -> None:
    place = intervention_place(entry_id(desk, meeting, 1))
    wish = Wish(REMOVE, RedactionReason.OTHER, Category.ROLE)
    redact_selection(desk.vault, meeting, Selection(place, 4, 8), wish)
    review.reopen(desk.vault, meeting, desk.places(meeting, "left"))
    desk.look(meeting, *SEEN)
    assert [(words, state) for words, _, state in desk.marks(meeting) if words == "left"] == [
        ("left", OPEN)
    ] * 2


def test_a_meeting_is_reviewed_only_when_nothing_at_all_is_open(desk: DialogueDesk, meeting: str) -> None:
    about = About(place=intervention_place(entry_id(desk, meeting, 0)))
    thread = comments.begin(desk.vault, meeting, about, "is this right?", is_second_look=True).after
    assert thread is not None
    review.decide_rest(desk.vault, meeting, every(desk, meeting), Choice(HIDDEN, REMOVE, WHY))
    settle_rest(desk.vault, meeting)
    assert matters(desk, meeting) == {OpenKind.SECOND_LOOK: 1}
    with pytest.raises(KnownError) as refused:
        review.mark_reviewed(desk.vault, meeting)
    assert "1 second look is wanted." in str(refused.value)
    comments.resolve(desk.vault, thread.id, "it is")
    review.mark_reviewed(desk.vault, meeting)
    assert review_state(desk.vault, meeting).is_reviewed


def test_a_later_edit_opens_what_it_touches_and_nothing_else(desk: DialogueDesk, meeting: str) -> None:
    review.decide_rest(desk.vault, meeting, every(desk, meeting), Choice(HIDDEN, REMOVE, WHY))
    done = meetings.meeting(desk.vault, meeting)
    meetings.update_meeting(desk.vault, replace(done, state=MeetingState.REVIEWED))
    mend(desk, meeting, 0, "Haige came at last to Oslo")
    assert meetings.meeting(desk.vault, meeting).state is MeetingState.CLOSED
    assert [words for words, _, _ in desk.marks(meeting)] == ["Haige", "Oslo", "Pak", "Oslo", "Haig"]
    assert [one.stale for one in desk.redactions(meeting)] == [True, False, False, False, False]
    assert matters(desk, meeting)[OpenKind.CHANGED] == 1
    assert OpenKind.PLACE not in matters(desk, meeting)


def test_open_matters_are_told_in_words() -> None:
    assert OpenMatter(OpenKind.PLACE, 1).words == "1 place is still to be decided"
    assert OpenMatter(OpenKind.PLACE, 1200).words == "1,200 places are still to be decided"
    assert all(OpenMatter(kind, 2).words.startswith("2 ") for kind in OpenKind)
