"""The checklist on a real vault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.domain.dangers.checklist import ChecklistItem
from dialogue_notes.domain.dangers.danger import DangerKind
from dialogue_notes.domain.dangers.settling import Standing
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import checklist, dangers
from dialogue_notes.services.meetings import change_participant
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.reviewing.history import undo
from dialogue_notes.services.striking import strike
from dialogue_notes.storage import checklist as stored
from dialogue_notes.storage import interventions, participants, redactions
from tests.services.test_dangers import add, edit, only
from tests.support.reviewing import Desk, look

STYLE = ChecklistItem.STYLE


def standing(desk: Desk) -> Standing:
    shown = checklist.checklist_shown(desk.vault, desk.meeting_id)
    return next(one.standing for one in shown.questions if one.item is STYLE)


def answer(desk: Desk, *, is_yes: bool = False, note: str = "") -> None:
    rests_on = checklist.checklist_shown(desk.vault, desk.meeting_id).rests_on
    checklist.answer(desk.vault, desk.meeting_id, STYLE, rests_on, is_yes=is_yes, note=note)


def test_an_answer_holds_until_the_record_changes(desk: Desk) -> None:
    all_of_them = checklist.checklist_shown(desk.vault, desk.meeting_id).unanswered
    assert all_of_them == len(ChecklistItem)
    answer(desk)
    assert checklist.checklist_shown(desk.vault, desk.meeting_id).unanswered == all_of_them - 1
    one = add(desk, "One more")
    assert standing(desk) is Standing.CHANGED
    edit(desk, one, "One less")
    answer(desk)
    assert standing(desk) is Standing.SETTLED


def test_yes_needs_a_word_on_what_was_done(desk: Desk) -> None:
    with pytest.raises(KnownError) as caught:
        answer(desk, is_yes=True, note=" ")
    assert caught.value.code is ErrorCode.BAD_FIELD
    answer(desk, is_yes=True, note="recast entry 2")
    (kept,) = stored.answers(desk.vault, desk.meeting_id)
    assert (kept.is_yes, kept.note, kept.by) == (True, "recast entry 2", desk.vault.person.slot_id)
    assert "recast" not in repr(kept)
    (row,) = desk.vault.database.query("SELECT * FROM checklist_answer")
    assert not any("recast" in str(cell) for cell in row)


def test_an_answer_is_taken_back_to_the_one_before(desk: Desk) -> None:
    answer(desk)
    given = stored.answers(desk.vault, desk.meeting_id)
    answer(desk, is_yes=True, note="recast entry 2")
    undo(desk.vault, desk.meeting_id)
    assert stored.answers(desk.vault, desk.meeting_id) == given
    undo(desk.vault, desk.meeting_id)
    assert standing(desk) is Standing.OPEN


def test_an_answer_that_was_changed_since_is_not_taken_back(desk: Desk) -> None:
    answer(desk)
    (given,) = stored.answers(desk.vault, desk.meeting_id)
    stored.put_answer(desk.vault, desk.meeting_id, replace(given, is_yes=True, note="recast entry 2"))
    with pytest.raises(KnownError) as caught:
        undo(desk.vault, desk.meeting_id)
    assert caught.value.code is ErrorCode.NOTHING_TO_UNDO
    assert [one.note for one in stored.answers(desk.vault, desk.meeting_id)] == ["recast entry 2"]


def test_a_strike_takes_the_answers_along(desk: Desk) -> None:
    answer(desk, is_yes=True, note="recast entry 2")
    strike(desk.vault, [desk.entries[0]])
    assert stored.answers(desk.vault, desk.meeting_id) == ()


def test_only_an_edit_of_the_record_asks_again_and_its_undoing_brings_the_answers_back(desk: Desk) -> None:
    answer(desk)
    look(desk)
    places = [one.id for one in redactions.redactions(desk.vault, desk.meeting_id)]
    review.reject(desk.vault, desk.meeting_id, places)
    dangers.settle(desk.vault, desk.meeting_id, only(desk, DangerKind.NOT_READ_BACK).found, "seen")
    who = participants.participants(desk.vault, desk.meeting_id)[0]
    change_participant(desk.vault, replace(who, descriptors=("a former official",)))
    assert standing(desk) is Standing.SETTLED
    entry = interventions.intervention(desk.vault, desk.entries[0])
    edit(desk, entry, f"{entry.text}.")
    assert standing(desk) is Standing.CHANGED
    edit(desk, entry, entry.text)
    assert standing(desk) is Standing.SETTLED
