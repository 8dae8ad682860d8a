"""Going from place to place in the Review room, and what a selection may and may not decide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.ui.review.panes import SanitisedPane
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.view import ReviewView
from tests.ui.conftest import wait_for
from tests.ui.reviewing_table import Staff, make_staff

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def staff(opened: Composition) -> Staff:
    """In the Review room, the record looked through."""
    staff = make_staff(opened)
    opened.window.show_room("review")
    while not _view(staff).model.rowCount():
        wait_for(_presenter(staff).shown, lambda: None)
    staff.settle()
    return staff


def _view(staff: Staff) -> ReviewView:
    view = staff.composition.window._rooms["review"].view
    assert isinstance(view, ReviewView)
    return view


def _presenter(staff: Staff) -> ReviewPresenter:
    found = _view(staff).findChild(ReviewPresenter)
    assert isinstance(found, ReviewPresenter)
    return found


def _choose(staff: Staff, name: str) -> None:
    view = _view(staff)
    titles = [view.model.card_at(row) for row in range(view.model.rowCount())]
    row = [card.title if card else "" for card in titles].index(name)
    view.cards.setCurrentIndex(view.model.index(row))
    view.cards.setFocus()


def _decide(staff: Staff, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    wait_for(_presenter(staff).decided, lambda: staff.press(key, modifiers))
    staff.settle()


def _select_across_two_texts(view: ReviewView) -> None:
    cursor = view.record.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    view.record.setTextCursor(cursor)
    view.record.setFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_R, Qt.Key.Key_N, Qt.Key.Key_G])
def test_a_selection_across_texts_decides_nothing_and_nothing_else_either(staff: Staff, key: Qt.Key) -> None:
    before = staff.redactions()
    _select_across_two_texts(_view(staff))
    staff.press(key)
    assert staff.redactions() == before
    assert not _view(staff).strip.wording.isVisible()


def test_escape_drops_the_selection_and_the_keys_decide_on_the_card_again(staff: Staff) -> None:
    _choose(staff, "Helen Whitcombe")
    _select_across_two_texts(_view(staff))
    staff.press(Qt.Key.Key_Escape)
    assert not _view(staff).record.has_selection
    _decide(staff, Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier)
    assert sum(one.state is RedactionState.ACCEPTED for one in staff.redactions()) == 3


def test_not_identifying_is_no_answer_to_selected_words(staff: Staff) -> None:
    view = _view(staff)
    before = staff.redactions()
    cursor = view.record.textCursor()
    begin = view.record.toPlainText().index("Lantern Accord")
    cursor.setPosition(begin)
    cursor.setPosition(begin + 7, QTextCursor.MoveMode.KeepAnchor)
    view.record.setTextCursor(cursor)
    view.record.setFocus()
    staff.press(Qt.Key.Key_N)
    assert staff.redactions() == before


def test_shift_goes_on_to_the_next_place_that_waits(staff: Staff) -> None:
    _choose(staff, "Helen Whitcombe")
    for _place in range(3):
        _decide(staff, Qt.Key.Key_R, SHIFT)
    assert sum(one.state is RedactionState.ACCEPTED for one in staff.redactions()) == 3


def test_what_was_rewritten_in_place_reads_as_if_written_anew(staff: Staff) -> None:
    view = _view(staff)
    _choose(staff, "Helen Whitcombe")
    _decide(staff, Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier)
    shown = view._shown
    assert shown is not None
    anew = SanitisedPane()
    anew.show_passages(shown.seen)
    assert view.seen.toPlainText() == anew.toPlainText()
    anew.deleteLater()


def test_a_decision_leaves_what_is_selected_and_in_sight_in_the_record(staff: Staff) -> None:
    view = _view(staff)
    revision = view.record.document().revision()
    _choose(staff, "Helen Whitcombe")
    _decide(staff, Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier)
    assert view.record.document().revision() == revision


def test_a_record_in_which_nobody_is_named_says_what_is_left_to_do(opened: Composition) -> None:
    staff = make_staff(opened)
    opened.window.show_room("review")
    staff.settle()
    view = _view(staff)
    shown = view._shown
    assert shown is not None
    view.show_review(replace(shown, cards=(), decided=0, total=0))
    assert "Read it through once more" in view._empty.text()
