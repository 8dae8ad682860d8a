"""Going from place to place in the Review room, and what a selection may and may not decide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.ui.review.model import NOTHING_FOUND, Passage
from dialogue_notes.ui.review.seen_pane import SeenPane
from tests.ui.review.conftest import Reviewer

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def _select_across_two_texts(reviewer: Reviewer) -> None:
    reviewer.view.record.setFocus()
    reviewer.press(Qt.Key.Key_Home, CONTROL)
    reviewer.press(Qt.Key.Key_End, CONTROL | SHIFT)


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_R, Qt.Key.Key_N, Qt.Key.Key_G])
def test_a_selection_across_texts_decides_nothing_and_nothing_else_either(
    reviewer: Reviewer, key: Qt.Key
) -> None:
    before = reviewer.staff.redactions()
    _select_across_two_texts(reviewer)
    reviewer.press(key)
    assert reviewer.staff.redactions() == before
    assert not reviewer.view.strip.wording.isVisible()


def test_escape_drops_the_selection_and_the_keys_decide_on_the_card_again(reviewer: Reviewer) -> None:
    reviewer.choose("Helen Whitcombe")
    _select_across_two_texts(reviewer)
    reviewer.press(Qt.Key.Key_Escape)
    assert not reviewer.view.record.has_selection
    reviewer.decide(Qt.Key.Key_P)
    assert sum(one.state is RedactionState.ACCEPTED for one in reviewer.staff.redactions()) == 3


def test_not_identifying_is_no_answer_to_selected_words(reviewer: Reviewer) -> None:
    before = reviewer.staff.redactions()
    reviewer.view.record.setFocus()
    assert reviewer.view.record.select_words("Lantern")
    reviewer.press(Qt.Key.Key_N)
    assert reviewer.staff.redactions() == before


def test_shift_goes_on_to_the_next_place_that_waits(reviewer: Reviewer) -> None:
    reviewer.choose("Helen Whitcombe")
    for _place in range(3):
        reviewer.decide(Qt.Key.Key_R, SHIFT)
    assert sum(one.state is RedactionState.ACCEPTED for one in reviewer.staff.redactions()) == 3


def test_what_was_rewritten_in_place_reads_as_if_written_anew(reviewer: Reviewer) -> None:
    reviewer.choose("Helen Whitcombe")
    reviewer.decide(Qt.Key.Key_R)
    shown = reviewer.seen()
    anew = SeenPane()
    anew.show_passages(tuple(reviewer.view.seen.passages))
    assert shown == anew.toPlainText()
    anew.deleteLater()


def test_a_decision_leaves_what_is_in_sight_in_the_record(reviewer: Reviewer) -> None:
    reviewer.choose("Helen Whitcombe")
    texts = [one.text for one in reviewer.view.record.passages]
    reviewer.decide(Qt.Key.Key_P)
    assert [one.text for one in reviewer.view.record.passages] == texts


def test_a_record_in_which_nobody_is_named_says_what_is_left_to_do(reviewer: Reviewer) -> None:
    view = reviewer.view
    view.show_review(replace(view.shown, cards=(), places={}, decided=0, total=0))
    assert view.columns.left.empty.text() == NOTHING_FOUND
    assert view.columns.left.empty.isVisible()


def test_words_are_selected_by_keys_letter_by_letter_and_word_by_word(reviewer: Reviewer) -> None:
    record = reviewer.view.record
    record.setFocus()
    assert record.select_words("the Lantern")
    reviewer.press(Qt.Key.Key_Left)
    assert record.selection() is None
    for _letter in range(3):
        reviewer.press(Qt.Key.Key_Right, SHIFT)
    selection = record.selection()
    assert selection is not None
    assert selection.end - selection.start == 3
    reviewer.press(Qt.Key.Key_Right, SHIFT | CONTROL)
    longer = record.selection()
    assert longer is not None
    assert longer.end > selection.end
    assert longer.start == selection.start


def test_dragging_selects_and_a_click_on_a_mark_chooses_its_thing(reviewer: Reviewer) -> None:
    record = reviewer.view.record
    key = reviewer.choose("Kang Yong-chol")
    reviewer.choose("Helen Whitcombe")
    place = reviewer.view.shown.places_of(key)[0]
    spot = record.point_of(place.passage, place.mark.start + 1)
    QTest.mouseClick(record.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert reviewer.current().key == key
    end = record.point_of(place.passage, place.mark.start + 5)
    QTest.mousePress(record.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseMove(record.viewport(), end)
    QTest.mouseRelease(record.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert record.selection() is not None


def test_j_and_k_go_through_the_list_also_from_the_record(reviewer: Reviewer) -> None:
    order = [card.key for card in reviewer.cards()]
    reviewer.choose(reviewer.cards()[0].title)
    reviewer.press(Qt.Key.Key_J)
    assert reviewer.current().key == order[1]
    reviewer.view.record.setFocus()
    reviewer.press(Qt.Key.Key_K)
    assert reviewer.current().key == order[0]
    reviewer.press(Qt.Key.Key_K)
    assert reviewer.current().key == order[0]
    assert reviewer.view.record.hasFocus()


def test_why_says_the_reason_how_sure_it_is_and_how_far_a_decision_reaches(reviewer: Reviewer) -> None:
    reviewer.choose("Helen Whitcombe")
    said = reviewer.view.strip.why_words()
    assert "participant" in said
    assert "almost certain" in said
    assert "people of the roster" in said
    assert "Place 1 of 3" in said
    assert "3 places" in said
    reviewer.press(Qt.Key.Key_Return)
    assert "Place 2 of 3" in reviewer.view.strip.why_words()


def test_title_and_place_of_a_meeting_are_two_texts(reviewer: Reviewer) -> None:
    record = reviewer.view.record
    title, place = (
        Passage(Place(kind, "the same id"), heading, text)
        for kind, heading, text in (
            (PlaceKind.MEETING_TITLE, "Meeting", "7th meeting"),
            (PlaceKind.MEETING_PLACE, "Place", "Harrow Lake"),
        )
    )
    record.show_passages((title, place))
    assert [record._layout(row).text for row in (0, 1)] == ["7th meeting", "Harrow Lake"]
