from __future__ import annotations

import pytest

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionState
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.domain.sanitised import MARKER, Run, RunStyle, text_of
from dialogue_notes.domain.sanitising.redacting import Decisions, Labeller, Piece, redact
from tests.support.records import redaction

PLACE = intervention_place("t0")
TEXT = "Kissinger's view of Geneva"


def shown(text: str, *redactions: Redaction) -> str:
    pieces = redact(text, redactions)
    return text_of(Labeller(pieces, {"e0": Category.PERSON, "e1": Category.PLACE}).runs(pieces))


@pytest.mark.parametrize(
    ("action", "replacement", "expected"),
    [
        (RedactionAction.PSEUDONYMISE, "", "Person 01's view of Geneva"),
        (RedactionAction.REMOVE, "", f"{MARKER}'s view of Geneva"),
        (RedactionAction.GENERALISE, "a participant", "a participant's view of Geneva"),
        (RedactionAction.RECAST, "The", "The view of Geneva"),
        (RedactionAction.GENERALISE, "", f"{MARKER}'s view of Geneva"),
    ],
)
def test_each_action_leaves_what_it_says(action: RedactionAction, replacement: str, expected: str) -> None:
    end = len("Kissinger's")
    assert shown(TEXT, redaction(0, PLACE, 0, end, action=action, replacement=replacement)) == expected


def test_the_marker_has_one_width_whatever_it_hides() -> None:
    remove = RedactionAction.REMOVE
    short = shown("ab cd", redaction(0, PLACE, 0, 2, action=remove))
    long = shown("abcdefghij cd", redaction(0, PLACE, 0, 10, action=remove))
    assert short == long == f"{MARKER} cd"


def test_a_span_beyond_the_text_hides_what_is_there() -> None:
    assert shown("abc", redaction(0, PLACE, 1, 99, action=RedactionAction.REMOVE)) == f"a{MARKER}"


def test_labels_count_by_first_appearance_and_kind() -> None:
    pieces = [Piece(entity_id=one) for one in ("z", "a", "z", "q", "m")]
    labels = Labeller(pieces, {"q": Category.ORGANISATION, "m": Category.SELF_REFERENCE})
    assert [run.text for run in labels.runs(pieces)] == [
        "Person 01", "Person 02", "Person 01", "Organisation 01", "Description 01",
    ]  # fmt: skip


def test_labels_of_a_kind_are_of_equal_width() -> None:
    pieces = [Piece(entity_id=f"e{number}") for number in range(100)]
    texts = [run.text for run in Labeller(pieces, {}).runs(pieces)]
    assert texts[0] == "Person 001"
    assert {len(text) for text in texts} == {10}


def test_runs_say_how_they_are_set() -> None:
    pieces = [Piece("a "), Piece(entity_id="e"), Piece()]
    assert Labeller(pieces, {}).runs(pieces) == (
        Run("a "),
        Run("Person 01", RunStyle.LABEL),
        Run(MARKER, RunStyle.MARKER),
    )


def test_decisions_say_what_is_carried_out_and_what_waits() -> None:
    suggested = redaction(0, PLACE, 0, 1, state=RedactionState.SUGGESTED)
    doubtful = redaction(1, PLACE, 1, 2, state=RedactionState.SUGGESTED, default=False)
    accepted = redaction(2, PLACE, 2, 3)
    outdated = redaction(3, PLACE, 3, 4, stale=True)
    let_through = redaction(4, PLACE, 4, 5, state=RedactionState.REJECTED, stale=True)
    every = (suggested, doubtful, accepted, outdated, let_through)
    decisions = Decisions.of(every)
    assert decisions.applied(PLACE) == (accepted, outdated)
    assert decisions.open(PLACE) == (suggested, outdated, let_through)
    unseen = Decisions.of(every, accept_defaults=True)
    assert unseen.applied(PLACE) == (suggested, accepted, outdated)
    assert unseen.open(PLACE) == (let_through,)
    assert decisions.at(intervention_place("t1")) == ()
