"""What is selected is hidden, with every equal wording of the meeting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.domain.codes import (
    Category,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.reviewing.history import undo
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.services.reviewing.states import review_state
from dialogue_notes.storage import interventions
from dialogue_notes.storage import redactions as stored
from tests.support.reviewing import Desk, edit, look

PSEUDONYMISE, IDENTITY = RedactionAction.PSEUDONYMISE, RedactionReason.PARTICIPANT_IDENTITY


def redactions(desk: Desk) -> tuple[Redaction, ...]:
    return stored.redactions(desk.vault, desk.meeting_id)


def test_a_selection_hides_every_equal_wording(desk: Desk) -> None:
    text = interventions.intervention(desk.vault, desk.entries[0]).text
    start = text.index("Lantern Accord")
    place = intervention_place(desk.entries[0])
    wish = Wish(PSEUDONYMISE, RedactionReason.OTHER, Category.ORGANISATION)
    selection = Selection(place, start - 1, start + len("Lantern Accord") + 1)
    redact_selection(desk.vault, desk.meeting_id, selection, wish)
    state = review_state(desk.vault, desk.meeting_id)
    assert [(one.entity.name, one.entity.category) for one in state.entities] == [
        ("Lantern Accord", Category.ORGANISATION)
    ]
    assert [place.text for place in state.entities[0].places] == ["Lantern Accord", "lantern accord"]
    undo(desk.vault, desk.meeting_id)
    assert redactions(desk) == ()


def test_a_selection_around_a_suggestion_takes_its_place(desk: Desk) -> None:
    look(desk)
    before = redactions(desk)
    text = interventions.intervention(desk.vault, desk.entries[1]).text
    place = intervention_place(desk.entries[1])
    wish = Wish(RedactionAction.RECAST, RedactionReason.SAFETY, Category.SELF_REFERENCE, "They objected.")
    redact_selection(desk.vault, desk.meeting_id, Selection(place, 0, len(text)), wish)
    assert [one.replacement for one in redactions(desk) if one.place == place] == ["They objected."]
    undo(desk.vault, desk.meeting_id)
    assert sorted(redactions(desk), key=lambda one: one.id) == sorted(before, key=lambda one: one.id)


def test_what_a_selection_swallowed_comes_back_only_where_it_stands(desk: Desk) -> None:
    look(desk)
    text = interventions.intervention(desk.vault, desk.entries[1]).text
    place = intervention_place(desk.entries[1])
    wish = Wish(RedactionAction.REMOVE, RedactionReason.SAFETY, Category.SELF_REFERENCE)
    redact_selection(desk.vault, desk.meeting_id, Selection(place, 0, len(text)), wish)
    edit(desk, 1, f"So {text}")
    undone = undo(desk.vault, desk.meeting_id)
    assert undone is not None
    assert undone.left == 2
    assert [one for one in redactions(desk) if one.place == place] == []
    look(desk)
    assert len([one for one in redactions(desk) if one.place == place]) == 2


def test_what_is_recast_teaches_nothing(desk: Desk) -> None:
    text = interventions.intervention(desk.vault, desk.entries[0]).text
    start = text.index("Lantern Accord")
    selection = Selection(intervention_place(desk.entries[0]), start, start + len("Lantern Accord"))
    wish = Wish(RedactionAction.RECAST, RedactionReason.OTHER, Category.ORGANISATION, "a paper")
    redact_selection(desk.vault, desk.meeting_id, selection, wish)
    assert [one.place.id for one in redactions(desk)] == [desk.entries[0]]
    card = review_state(desk.vault, desk.meeting_id).entities[0]
    assert card.decision is None


def test_a_selection_that_is_a_suggestion_decides_on_it(desk: Desk) -> None:
    look(desk)
    one = redactions(desk)[0]
    wish = Wish(PSEUDONYMISE, IDENTITY)
    redact_selection(desk.vault, desk.meeting_id, Selection(one.place, one.start, one.end), wish)
    assert next(each for each in redactions(desk) if each.id == one.id).state is RedactionState.ACCEPTED


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-5, 0), (9, 2), (400, 500)])
def test_an_empty_selection_is_refused(desk: Desk, start: int, end: int) -> None:
    selection = Selection(intervention_place(desk.entries[0]), start, end)
    with pytest.raises(KnownError) as refused:
        redact_selection(desk.vault, desk.meeting_id, selection, Wish(PSEUDONYMISE, IDENTITY))
    assert refused.value.code is ErrorCode.BAD_FIELD
    wordless = Wish(RedactionAction.RECAST, IDENTITY)
    with pytest.raises(KnownError):
        redact_selection(desk.vault, desk.meeting_id, replace(selection, start=0, end=4), wordless)
