"""What a card says of a thing that is decided: what was done, and how far that reaches."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.domain.codes import Category, RedactionState
from dialogue_notes.domain.entities import EntityDecision
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.services.reviewing.types import Danger, ReviewedEntity, ReviewedPlace
from dialogue_notes.ui.review.drawing import card_of
from tests.support.records import redaction
from tests.support.seeing import thing
from tests.ui.review.conftest import Reviewer

ONE = redaction(1, intervention_place("t1"), 0, 6, entity="e1")
HIDDEN, SHOWN = RedactionState.ACCEPTED, RedactionState.REJECTED


def outcome(decision: EntityDecision | None, *states: RedactionState) -> str:
    places = tuple(
        ReviewedPlace(replace(ONE, id=f"r{number}", state=state), "Marlow")
        for number, state in enumerate(states)
    )
    reviewed = ReviewedEntity(thing("e1", Category.PERSON), places, Danger.DECIDED, "", decision)
    return card_of(reviewed, looks=0).outcome


@pytest.mark.parametrize(
    ("meeting", "state", "ending"),
    [
        (None, HIDDEN, ", always in this dialogue"),
        (None, SHOWN, "Not identifying, never to be hidden in this dialogue"),
        ("an earlier one", HIDDEN, ", as in an earlier meeting"),
    ],
)
def test_it_says_what_was_learned(meeting: str | None, state: RedactionState, ending: str) -> None:
    assert outcome(EntityDecision("e1", meeting, state), state, state).endswith(ending)


def test_it_says_nothing_of_what_was_decided_here_or_otherwise() -> None:
    plain = outcome(None, HIDDEN)
    assert plain
    for decision in (EntityDecision("e1", ONE.meeting_id, HIDDEN), EntityDecision("e1", None, SHOWN)):
        assert outcome(decision, HIDDEN) == plain
    always = EntityDecision("e1", None, HIDDEN)
    assert "always" not in outcome(always, HIDDEN, SHOWN)
    assert outcome(always, RedactionState.SUGGESTED) == ""


def test_a_card_never_says_that_something_is_always_hidden_once_that_was_taken_back(
    reviewer: Reviewer,
) -> None:
    key = reviewer.choose("Helen Whitcombe")
    reviewer.decide(Qt.Key.Key_A)
    reviewer.undo()
    assert reviewer.card(key).outcome == ""
    reviewer.choose("Helen Whitcombe")
    reviewer.decide(Qt.Key.Key_P)
    assert "always" not in reviewer.card(key).outcome
