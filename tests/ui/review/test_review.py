"""The Review room in the real window: every decision by key, undone by key, and on the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.codes import (
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.services.reviewing.types import OpenKind, OpenMatter
from dialogue_notes.ui.review.model import Unread
from dialogue_notes.ui.review.view import ReviewView
from tests.ui.conftest import wait_for
from tests.ui.review.conftest import Reviewer

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_everyone_in_the_roster_who_is_mentioned_is_a_card_with_its_reason(reviewer: Reviewer) -> None:
    cards = [reviewer.view.model.card_at(row) for row in range(reviewer.view.model.rowCount())]
    titles = {card.title for card in cards if card is not None}
    assert {"Kang Yong-chol", "Helen Whitcombe", "Pak Jin-sook"} <= titles
    assert all(card.why for card in cards if card is not None)


def test_one_key_decides_every_place_of_a_person(reviewer: Reviewer) -> None:
    entity = reviewer.choose("Helen Whitcombe")
    reviewer.decide(Qt.Key.Key_P)
    mine = reviewer.of(entity)
    assert len(mine) == 3
    assert {one.state for one in mine} == {RedactionState.ACCEPTED}
    assert {one.action for one in mine} == {RedactionAction.PSEUDONYMISE}
    assert {one.reason for one in mine} == {RedactionReason.PARTICIPANT_IDENTITY}
    assert reviewer.view.message.words() == "Under a pseudonym in 3 places."


def test_shift_decides_the_one_place_that_is_shown(reviewer: Reviewer) -> None:
    entity = reviewer.choose("Helen Whitcombe")
    reviewer.decide(Qt.Key.Key_R, SHIFT)
    states = sorted(one.state.value for one in reviewer.staff.redactions() if one.entity_id == entity)
    assert states == ["accepted", "suggested", "suggested"]


def test_enter_goes_on_to_the_next_place_so_that_shift_decides_that_one(reviewer: Reviewer) -> None:
    entity = reviewer.choose("Helen Whitcombe")
    first = min(
        (one for one in reviewer.staff.redactions() if one.entity_id == entity), key=_in_record(reviewer)
    )
    reviewer.press(Qt.Key.Key_Return)
    reviewer.decide(Qt.Key.Key_R, SHIFT)
    decided = [one for one in reviewer.staff.redactions() if one.state is RedactionState.ACCEPTED]
    assert len(decided) == 1
    assert decided[0].id != first.id


def _in_record(reviewer: Reviewer) -> Callable[..., tuple[int, int]]:
    return lambda one: (reviewer.staff.entries.index(one.place.id), one.start)


def test_generalising_asks_for_its_words_in_place(reviewer: Reviewer) -> None:
    entity = reviewer.choose("Kang Yong-chol")
    reviewer.press(Qt.Key.Key_G)
    assert QApplication.focusWidget() is reviewer.view.strip.wording.edit
    reviewer.staff.type("a former envoy")
    reviewer.decide(Qt.Key.Key_Return)
    mine = [one for one in reviewer.staff.redactions() if one.entity_id == entity]
    assert {one.replacement for one in mine} == {"a former envoy"}
    assert "a former envoy" in reviewer.seen()


def test_escape_leaves_a_wording_without_deciding(reviewer: Reviewer) -> None:
    reviewer.choose("Kang Yong-chol")
    reviewer.press(Qt.Key.Key_G)
    reviewer.press(Qt.Key.Key_Escape)
    assert {one.state for one in reviewer.staff.redactions()} == {RedactionState.SUGGESTED}
    assert QApplication.focusWidget() is reviewer.view.cards


def test_letters_typed_into_a_wording_decide_nothing(reviewer: Reviewer) -> None:
    reviewer.choose("Kang Yong-chol")
    reviewer.press(Qt.Key.Key_G)
    reviewer.staff.type("pgrewn")
    reviewer.staff.settle()
    assert {one.state for one in reviewer.staff.redactions()} == {RedactionState.SUGGESTED}
    assert reviewer.view.strip.wording.text() == "pgrewn"


def test_not_identifying_lets_the_name_stand_for_the_audience(reviewer: Reviewer) -> None:
    assert "Kang" not in reviewer.seen()
    reviewer.choose("Kang Yong-chol")
    reviewer.decide(Qt.Key.Key_N)
    assert "what Kang told" in reviewer.seen()


def test_after_a_decision_the_next_thing_is_chosen_and_shift_stays_with_this_one(reviewer: Reviewer) -> None:
    view = reviewer.view
    entity = reviewer.choose("Helen Whitcombe")
    reviewer.decide(Qt.Key.Key_R, SHIFT)
    card = view.current_card()
    assert card is not None
    assert card.key == entity
    reviewer.decide(Qt.Key.Key_P)
    card = view.current_card()
    assert card is not None
    assert card.key != entity
    assert card.undecided


def test_undo_takes_a_decision_back_whole(reviewer: Reviewer) -> None:
    before = reviewer.staff.redactions()
    reviewer.choose("Helen Whitcombe")
    reviewer.decide(Qt.Key.Key_P)
    reviewer.undo()
    assert reviewer.staff.redactions() == before
    reviewer.redo()
    assert reviewer.staff.redactions() != before


def test_selected_words_are_hidden_here_and_wherever_else_they_stand(reviewer: Reviewer) -> None:
    view = reviewer.view
    assert view.record.select_words("Lantern Accord")
    view.record.setFocus()
    assert view.strip.category.isVisible()
    reviewer.decide(Qt.Key.Key_R)
    hidden = {one.place.id for one in reviewer.staff.redactions() if one.state is RedactionState.ACCEPTED}
    assert hidden == set(reviewer.staff.entries[:2])


def test_a_selection_is_told_in_code_points_also_after_letters_beyond_the_first_plane(
    reviewer: Reviewer,
) -> None:
    view = reviewer.view
    assert view.record.select_words("Lantern Accord")
    selection = view.record.selection()
    assert selection is not None
    assert (selection.place.id, selection.start, selection.end) == (reviewer.staff.entries[0], 21, 35)


def test_another_audience_shows_what_it_may_see(reviewer: Reviewer) -> None:
    view = reviewer.view
    assert "told" in reviewer.seen()
    wait_for(reviewer.presenter.seen, lambda: view.columns.profiles.chosen.emit("wide"))
    assert view.columns.profiles.code() == "wide"
    assert "told" not in view.seen.toPlainText()
    assert "stays in the room: off the record" in view.seen.toPlainText()


def test_a_meeting_is_reviewed_only_when_nothing_is_open(reviewer: Reviewer) -> None:
    view = reviewer.view
    assert not view.reviewed.isEnabled()
    while (card := view.current_card()) is not None and card.undecided:
        reviewer.decide(Qt.Key.Key_P)
    assert view.shown.waiting == 0
    view.show_unread(Unread.NOTHING)
    view.show_matters((OpenMatter(OpenKind.CHECKLIST, 3),))
    assert not view.reviewed.isEnabled()
    assert [one.text() for one in view.columns.left.open_buttons()] == ["3 checklist points"]
    view.show_matters(())
    assert view.reviewed.isEnabled()
    view.show_review(replace(view.shown, is_reviewed=True))
    assert view.reviewed.text() == "Reviewed"
    assert not view.reviewed.isEnabled()


def test_locking_empties_the_room_and_unlocking_brings_it_back(reviewer: Reviewer) -> None:
    view, office = reviewer.view, reviewer.staff.composition.office
    reviewer.choose("Helen Whitcombe")
    reviewer.decide(Qt.Key.Key_P)
    wait_for(office.closed, office.lock)
    assert view.record.toPlainText() == view.seen.toPlainText() == ""
    assert view.model.rowCount() == 0
    assert view.message.words() == ""


def test_decisions_survive_locking(reviewer: Reviewer) -> None:
    entity = reviewer.choose("Helen Whitcombe")
    reviewer.decide(Qt.Key.Key_P)
    reviewer.staff.lock_and_unlock()
    mine = [one.state for one in reviewer.staff.redactions() if one.entity_id == entity]
    assert mine == [RedactionState.ACCEPTED] * 3


def test_the_empty_room_says_what_to_do_first(opened: Composition) -> None:
    opened.window.show_room("review")
    view = opened.window._rooms["review"].view
    assert isinstance(view, ReviewView)
    assert view.columns.left.empty.isVisible()
    assert "Meetings" in view.columns.left.empty.text()


def test_selecting_text_gives_nothing_to_other_programs(reviewer: Reviewer) -> None:
    view = reviewer.view
    assert view.record.select_words("Lantern Accord")
    reviewer.press(Qt.Key.Key_C, CONTROL)
    clipboard = QApplication.clipboard()
    assert "Lantern" not in clipboard.text(clipboard.Mode.Clipboard)
    assert not clipboard.supportsSelection() or "Lantern" not in clipboard.text(clipboard.Mode.Selection)
