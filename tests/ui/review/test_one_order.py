"""One Ctrl+Z order in the room: what was decided in the list and what was said in the panels, each in its turn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.storage import checklist, dangers, redactions
from dialogue_notes.ui.review.view import CHECKLIST, DANGERS
from tests.ui.review.conftest import Reviewer

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def state(reviewer: Reviewer) -> tuple[int, int, int]:
    """How many places are decided, dangers settled and questions answered."""
    meeting_id = reviewer.staff.meeting_id
    return reviewer.staff.read(
        lambda reader: (
            sum(
                one.state is not RedactionState.SUGGESTED for one in redactions.redactions(reader, meeting_id)
            ),
            len(dangers.settled(reader, meeting_id)),
            len(checklist.answers(reader, meeting_id)),
        )
    )


def settle_one(reviewer: Reviewer) -> None:
    reviewer.view.show_panel(DANGERS)
    reviewer.staff.settle()
    reviewer.press(Qt.Key.Key_A)
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, "seen")
    reviewer.press(Qt.Key.Key_Return)
    reviewer.staff.settle()


def test_ctrl_z_goes_back_through_list_and_panels_in_the_order_of_the_acts(reviewer: Reviewer) -> None:
    none = state(reviewer)
    reviewer.view.cards.setFocus()
    reviewer.decide(Qt.Key.Key_P)
    one = state(reviewer)
    assert one[0] > none[0]
    settle_one(reviewer)
    two = state(reviewer)
    assert two == (one[0], 1, 0)
    reviewer.view.show_panel(CHECKLIST)
    reviewer.staff.settle()
    reviewer.press(Qt.Key.Key_N)
    reviewer.staff.settle()
    three = state(reviewer)
    assert three == (one[0], 1, 1)
    for expected in (two, one, none):  # in the checklist still, wherever the act was done
        reviewer.press(Qt.Key.Key_Z, CONTROL)
        reviewer.staff.settle()
        assert state(reviewer) == expected
    for expected in (one, two, three):
        reviewer.press(Qt.Key.Key_Z, CONTROL | SHIFT)
        reviewer.staff.settle()
        assert state(reviewer) == expected
