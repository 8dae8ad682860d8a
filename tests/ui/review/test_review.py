"""The Review room in the real window: every decision by key, undone by key, and on the disk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.codes import (
    MeetingState,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.storage import meetings
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.view import ReviewView
from tests.ui.conftest import wait_for
from tests.ui.reviewing_table import Staff, make_staff


@pytest.fixture
def staff(opened: Composition) -> Staff:
    """In the Review room, the record looked through."""
    staff = make_staff(opened)
    wait_for(_presenter(staff).looking, lambda: opened.window.show_room("review"))
    _looked_through(staff)
    return staff


def _view(staff: Staff) -> ReviewView:
    view = staff.composition.window._rooms["review"].view
    assert isinstance(view, ReviewView)
    return view


def _presenter(staff: Staff) -> ReviewPresenter:
    found = _view(staff).findChild(ReviewPresenter)
    assert isinstance(found, ReviewPresenter)
    return found


def _looked_through(staff: Staff) -> None:
    while not _view(staff).model.rowCount():
        wait_for(_presenter(staff).shown, lambda: None)
    staff.settle()


def _decide(staff: Staff, act: Callable[[], object]) -> None:
    wait_for(_presenter(staff).decided, act)
    staff.settle()


def _choose(staff: Staff, name: str) -> str:
    view = _view(staff)
    for row in range(view.model.rowCount()):
        card = view.model.card_at(row)
        if card is not None and card.title == name:
            view.cards.setCurrentIndex(view.model.index(row))
            view.cards.setFocus()
            return card.key
    raise AssertionError(name)


def _key(staff: Staff, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    _decide(staff, lambda: staff.press(key, modifiers))


def test_everyone_in_the_roster_who_is_mentioned_is_a_card_with_its_reason(staff: Staff) -> None:
    cards = [_view(staff).model.card_at(row) for row in range(_view(staff).model.rowCount())]
    titles = {card.title for card in cards if card is not None}
    assert {"Kang Yong-chol", "Helen Whitcombe", "Pak Jin-sook"} <= titles
    assert all(card.why for card in cards if card is not None)


def test_one_key_decides_every_place_of_a_person(staff: Staff) -> None:
    entity = _choose(staff, "Helen Whitcombe")
    _key(staff, Qt.Key.Key_P)
    mine = [one for one in staff.redactions() if one.entity_id == entity]
    assert len(mine) == 3
    assert {one.state for one in mine} == {RedactionState.ACCEPTED}
    assert {one.action for one in mine} == {RedactionAction.PSEUDONYMISE}
    assert {one.reason for one in mine} == {RedactionReason.PARTICIPANT_IDENTITY}
    assert _view(staff).message.words() == "Under a pseudonym in 3 places."


def test_shift_decides_the_one_place_that_is_shown(staff: Staff) -> None:
    entity = _choose(staff, "Helen Whitcombe")
    _key(staff, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    states = sorted(one.state.value for one in staff.redactions() if one.entity_id == entity)
    assert states == ["accepted", "suggested", "suggested"]


def test_enter_goes_on_to_the_next_place_so_that_shift_decides_that_one(staff: Staff) -> None:
    entity = _choose(staff, "Helen Whitcombe")
    first = min((one for one in staff.redactions() if one.entity_id == entity), key=_in_record(staff))
    staff.press(Qt.Key.Key_Return)
    _key(staff, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    decided = [one for one in staff.redactions() if one.state is RedactionState.ACCEPTED]
    assert len(decided) == 1
    assert decided[0].id != first.id


def _in_record(staff: Staff) -> Callable[..., tuple[int, int]]:
    return lambda one: (staff.entries.index(one.place.id), one.start)


def test_generalising_asks_for_its_words_in_place(staff: Staff) -> None:
    entity = _choose(staff, "Kang Yong-chol")
    staff.press(Qt.Key.Key_G)
    assert QApplication.focusWidget() is _view(staff).strip.wording.edit
    staff.type("a former envoy")
    _key(staff, Qt.Key.Key_Return)
    mine = [one for one in staff.redactions() if one.entity_id == entity]
    assert {one.replacement for one in mine} == {"a former envoy"}
    assert "a former envoy" in _view(staff).seen.toPlainText()


def test_escape_leaves_a_wording_without_deciding(staff: Staff) -> None:
    _choose(staff, "Kang Yong-chol")
    staff.press(Qt.Key.Key_G)
    staff.press(Qt.Key.Key_Escape)
    assert {one.state for one in staff.redactions()} == {RedactionState.SUGGESTED}
    assert QApplication.focusWidget() is _view(staff).cards


def test_letters_typed_into_a_wording_decide_nothing(staff: Staff) -> None:
    _choose(staff, "Kang Yong-chol")
    staff.press(Qt.Key.Key_G)
    staff.type("pgrewn")
    staff.settle()
    assert {one.state for one in staff.redactions()} == {RedactionState.SUGGESTED}
    assert _view(staff).strip.wording.text() == "pgrewn"


def test_not_identifying_lets_the_name_stand_for_the_audience(staff: Staff) -> None:
    view = _view(staff)
    assert "Kang" not in view.seen.toPlainText()
    _choose(staff, "Kang Yong-chol")
    _key(staff, Qt.Key.Key_N)
    assert "what Kang told" in view.seen.toPlainText()


def test_after_a_decision_the_next_thing_is_chosen_and_shift_stays_with_this_one(staff: Staff) -> None:
    view = _view(staff)
    entity = _choose(staff, "Helen Whitcombe")
    _key(staff, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    card = view.current_card()
    assert card is not None
    assert card.key == entity
    _key(staff, Qt.Key.Key_P)
    card = view.current_card()
    assert card is not None
    assert card.key != entity
    assert card.undecided


def test_undo_takes_a_decision_back_whole(staff: Staff) -> None:
    before = staff.redactions()
    _choose(staff, "Helen Whitcombe")
    _key(staff, Qt.Key.Key_P)
    wait_for(
        _presenter(staff).undone,
        lambda: staff.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    )
    staff.settle()
    assert staff.redactions() == before


def test_selected_words_are_hidden_here_and_wherever_else_they_stand(staff: Staff) -> None:
    view = _view(staff)
    _select(view, "Lantern Accord")
    view.record.setFocus()
    assert view.strip.category.isVisible()
    _key(staff, Qt.Key.Key_R)
    hidden = {one.place.id for one in staff.redactions() if one.state is RedactionState.ACCEPTED}
    assert hidden == set(staff.entries[:2])


def _select(view: ReviewView, words: str) -> None:
    begin = view.record.toPlainText().index(words)
    cursor = view.record.textCursor()
    cursor.setPosition(begin)
    cursor.setPosition(begin + len(words), QTextCursor.MoveMode.KeepAnchor)
    view.record.setTextCursor(cursor)


def test_a_selection_is_told_in_code_points_also_after_letters_beyond_the_first_plane(staff: Staff) -> None:
    view = _view(staff)
    _select(view, "Lantern Accord")
    selection = view.record.selection()
    assert selection is not None
    assert (selection.place.id, selection.start, selection.end) == (staff.entries[0], 21, 35)


def test_another_audience_shows_what_it_may_see(staff: Staff) -> None:
    view = _view(staff)
    assert "told" in view.seen.toPlainText()
    wait_for(_presenter(staff).shown, lambda: view.profiles.chosen.emit("wide"))
    assert "told" not in view.seen.toPlainText()
    assert "stays in the room: off the record" in view.seen.toPlainText()


def test_a_meeting_is_reviewed_only_when_nothing_is_open(staff: Staff) -> None:
    view = _view(staff)
    assert not view.reviewed.isEnabled()
    for _card in range(view.model.rowCount()):
        _key(staff, Qt.Key.Key_P)
    assert view.reviewed.isEnabled()
    wait_for(staff.composition.office.review_changed, view.reviewed.click)
    staff.settle()
    state = staff.read(lambda reader: meetings.meeting(reader, staff.meeting_id)).state
    assert state is MeetingState.REVIEWED
    assert view.reviewed.text() == "Reviewed"


def test_locking_empties_the_room_and_unlocking_brings_it_back(staff: Staff) -> None:
    view, office = _view(staff), staff.composition.office
    _choose(staff, "Helen Whitcombe")
    _key(staff, Qt.Key.Key_P)
    wait_for(office.closed, office.lock)
    assert view.record.toPlainText() == view.seen.toPlainText() == ""
    assert view.model.rowCount() == 0
    assert view.message.words() == ""


def test_decisions_survive_locking(staff: Staff) -> None:
    entity = _choose(staff, "Helen Whitcombe")
    _key(staff, Qt.Key.Key_P)
    staff.lock_and_unlock()
    mine = [one.state for one in staff.redactions() if one.entity_id == entity]
    assert mine == [RedactionState.ACCEPTED] * 3


def test_the_empty_room_says_what_to_do_first(opened: Composition) -> None:
    opened.window.show_room("review")
    view = opened.window._rooms["review"].view
    assert isinstance(view, ReviewView)
    assert view._empty.isVisible()
    assert "Meetings" in view._empty.text()


def test_selecting_text_gives_nothing_to_other_programs(staff: Staff) -> None:
    view = _view(staff)
    _select(view, "Lantern Accord")
    staff.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QApplication.clipboard()
    assert "Lantern" not in clipboard.text(clipboard.Mode.Clipboard)
    assert not clipboard.supportsSelection() or "Lantern" not in clipboard.text(clipboard.Mode.Selection)
