"""The checklist on a real vault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.dangers.checklist import ChecklistItem
from dialogue_notes.domain.dangers.settling import Standing
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import checklist
from dialogue_notes.services.striking import strike
from dialogue_notes.storage import checklist as stored
from tests.services.test_dangers import add, edit
from tests.support.reviewing import Desk, make_desk

STYLE = ChecklistItem.STYLE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "v.vault")
    yield made
    made.vault.close()


def standing(desk: Desk) -> Standing:
    shown = checklist.checklist_shown(desk.vault, desk.meeting_id)
    return next(one.standing for one in shown.questions if one.item is STYLE)


def answer(desk: Desk, *, is_yes: bool = False, note: str = "") -> checklist.Answered:
    rests_on = checklist.checklist_shown(desk.vault, desk.meeting_id).rests_on
    return checklist.answer(desk.vault, desk.meeting_id, STYLE, rests_on, is_yes=is_yes, note=note)


def test_an_answer_holds_until_the_record_changes(desk: Desk) -> None:
    all_of_them = checklist.unanswered(desk.vault, desk.meeting_id)
    assert all_of_them == len(ChecklistItem)
    answer(desk)
    assert checklist.unanswered(desk.vault, desk.meeting_id) == all_of_them - 1
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
    first = answer(desk)
    second = answer(desk, is_yes=True, note="recast entry 2")
    with pytest.raises(KnownError):
        checklist.undo_answer(desk.vault, first)
    checklist.undo_answer(desk.vault, second)
    assert stored.answers(desk.vault, desk.meeting_id) == (first.after,)
    checklist.undo_answer(desk.vault, first)
    assert standing(desk) is Standing.OPEN


def test_a_strike_takes_the_answers_along(desk: Desk) -> None:
    answer(desk, is_yes=True, note="recast entry 2")
    strike(desk.vault, [desk.entries[0]])
    assert stored.answers(desk.vault, desk.meeting_id) == ()
