"""What is said of an act: only the last one is named, and "Undo" takes back what is named and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.review.hosting import Panels
from dialogue_notes.ui.review.turning import NOTHING_TO_REDO, NOTHING_TO_UNDO
from dialogue_notes.ui.review.view import CHECKLIST, DANGERS
from tests.ui.conftest import wait_for
from tests.ui.review.conftest import Reviewer
from tests.ui.review.test_one_order import settle_one, state

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def panels(reviewer: Reviewer) -> Panels:
    found = reviewer.view.findChild(Panels)
    assert isinstance(found, Panels)
    return found


def bars(reviewer: Reviewer) -> list[InlineMessage]:
    """The messages of the room and its panels that say anything."""
    made = panels(reviewer)
    all_of_them = (reviewer.view, made.dangers, made.checklist, made.comments, made.side)
    return [one.message for one in all_of_them if one.message.words()]


def test_an_earlier_act_offers_no_undo_once_another_is_said(reviewer: Reviewer) -> None:
    reviewer.view.cards.setFocus()
    reviewer.decide(KEY.Key_P)
    decided = state(reviewer)
    assert bars(reviewer) == [reviewer.view.message]
    settle_one(reviewer)
    assert bars(reviewer) == [panels(reviewer).dangers.message]
    panels(reviewer).dangers.message.press_action()
    reviewer.staff.settle()
    assert state(reviewer) == decided  # the danger is open again, and the decision stands


def test_while_an_act_is_on_its_way_the_link_takes_back_nothing(reviewer: Reviewer) -> None:
    reviewer.view.cards.setFocus()
    reviewer.decide(KEY.Key_P)
    first = state(reviewer)

    def decide_and_press_the_old_link() -> None:
        reviewer.view.decide_by_key("R")  # it is not written yet
        reviewer.view.message.press_action()

    reviewer.after(decide_and_press_the_old_link)
    second = state(reviewer)
    assert second[0] > first[0]
    wait_for(reviewer.decider.undone, reviewer.view.message.press_action)  # now it names the second
    reviewer.staff.settle()
    assert state(reviewer) == first


def test_another_meeting_is_not_told_of_the_acts_of_this_one(reviewer: Reviewer) -> None:
    reviewer.view.cards.setFocus()
    reviewer.decide(KEY.Key_P)
    office = reviewer.staff.composition.office
    office.meeting_changed.emit()  # a detail of the same meeting
    reviewer.staff.settle()
    assert bars(reviewer)
    office.choose_meeting(office.chosen.dialogue_id, None)
    reviewer.staff.settle()
    assert bars(reviewer) == []


def test_a_decision_that_changes_nothing_offers_no_undo_of_another(reviewer: Reviewer) -> None:
    title = reviewer.current().title
    reviewer.view.cards.setFocus()
    reviewer.decide(KEY.Key_R)
    before = state(reviewer)
    reviewer.choose(title)
    wait_for(reviewer.decider.idle, lambda: reviewer.press(KEY.Key_R))
    assert "changes nothing" in reviewer.view.message.words()
    reviewer.view.message.press_action()
    reviewer.staff.settle()
    assert state(reviewer) == before
    reviewer.undo()
    assert state(reviewer) != before


def test_where_there_is_nothing_to_turn_the_room_says_so(reviewer: Reviewer) -> None:
    reviewer.view.cards.setFocus()
    wait_for(reviewer.decider.idle, lambda: reviewer.press(KEY.Key_Z, CONTROL | SHIFT))
    assert reviewer.view.message.words() == NOTHING_TO_REDO
    wait_for(reviewer.decider.idle, lambda: reviewer.press(KEY.Key_Z, CONTROL))
    assert reviewer.view.message.words() == NOTHING_TO_UNDO
    for code, panel in ((DANGERS, panels(reviewer).dangers), (CHECKLIST, panels(reviewer).checklist)):
        reviewer.view.show_panel(code)
        reviewer.staff.settle()
        reviewer.press(KEY.Key_Z, CONTROL)
        assert panel.message.words() == NOTHING_TO_UNDO
        reviewer.press(KEY.Key_Z, CONTROL | SHIFT)
        assert panel.message.words() == NOTHING_TO_REDO


def test_a_panel_that_was_left_does_not_speak_of_old_acts_when_it_is_back(reviewer: Reviewer) -> None:
    settle_one(reviewer)
    assert bars(reviewer)
    reviewer.press(KEY.Key_D)  # what opened it puts it away
    assert reviewer.view.cards.hasFocus()
    reviewer.press(KEY.Key_D)
    assert bars(reviewer) == []
