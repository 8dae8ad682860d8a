"""Comments and the other record stand in the one order of undoing of the room, and after a restart too."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.storage import comments, parallel_records, redactions
from dialogue_notes.storage.vault import VaultReader
from tests.services.rapporteurs import put_beside
from tests.ui.review.conftest import Reviewer

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def state(reviewer: Reviewer) -> tuple[int, int, int]:
    """How many comments there are, how many places are decided, and how many differences are kept."""
    meeting_id = reviewer.staff.meeting_id

    def read(reader: VaultReader) -> tuple[int, int, int]:
        found = redactions.redactions(reader, meeting_id)
        kept = [
            parallel_records.differences(reader, one.id)
            for one in parallel_records.records(reader, meeting_id)
        ]
        return (
            len(comments.threads(reader, meeting_id)),
            sum(one.state is not RedactionState.SUGGESTED for one in found),
            sum(map(len, kept)),
        )

    return reviewer.staff.read(read)


def press(
    reviewer: Reviewer, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    reviewer.press(key, modifiers)
    reviewer.staff.settle()


def test_ctrl_z_goes_back_through_comments_decisions_and_two_records(reviewer: Reviewer) -> None:
    meeting_id = reviewer.staff.meeting_id
    reviewer.staff.composition.office.write(lambda vault: put_beside(vault, meeting_id), lambda _id: None)
    reviewer.staff.settle()
    states = [state(reviewer)]
    reviewer.view.cards.setFocus()
    press(reviewer, KEY.Key_C)
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, "Who?")
    press(reviewer, KEY.Key_Return)
    states.append(state(reviewer))
    reviewer.view.cards.setFocus()
    reviewer.decide(KEY.Key_P)
    states.append(state(reviewer))
    reviewer.view.cards.setFocus()
    press(reviewer, KEY.Key_T)
    press(reviewer, KEY.Key_K)
    states.append(state(reviewer))
    assert [after != before for before, after in pairwise(states)] == [True] * 3
    for expected in reversed(states[:-1]):  # among the two records still, wherever the act was done
        press(reviewer, KEY.Key_Z, CONTROL)
        assert state(reviewer) == expected
    press(reviewer, KEY.Key_T)
    reviewer.view.cards.setFocus()
    for expected in states[1:]:  # and in the list
        reviewer.redo()
        assert state(reviewer) == expected
