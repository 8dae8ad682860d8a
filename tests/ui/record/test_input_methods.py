"""Input methods in the line: while one composes, its keys are its own; what it commits is text like any other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.record import Speaker
from tests.support.fingers import Fingers
from tests.support.layouts import ENTER, KOREAN, TAB
from tests.ui.record.conftest import Table

KEYS = [
    *(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space),
    *(
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    ),
    *(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_9),
]


def _event(table: Table, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(table.view.area.edit, event)


@pytest.mark.parametrize("preedit", ["하", "wang", "´"])
def test_keys_that_reach_the_line_while_composing_do_nothing(table: Table, preedit: str) -> None:
    edit = table.view.area.edit
    table.enter("hw: one")
    table.type("p")
    picked = edit.picked
    assert picked is not None
    _event(table, preedit)
    for key in KEYS:
        table.press(key, widget=edit)
        assert (edit.text(), edit.hasFocus(), edit.picked) == ("p", True, picked), key
    table.settle()
    assert table.presenter.line.editing == ""
    assert [entry.text for entry in table.entries()] == ["one"]


def test_a_candidate_taken_by_its_digit_is_text_and_the_digit_is_not(table: Table) -> None:
    edit = table.view.area.edit
    table.type("hw: ")
    for preedit in ("w", "wa", "wang"):
        _event(table, preedit)
    table.press(Qt.Key.Key_2, widget=edit)
    _event(table, "", "王")
    table.press(Qt.Key.Key_2, widget=edit)
    assert edit.text() == "hw: 王2"
    table.press(Qt.Key.Key_Return, widget=edit)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["王2"]


def test_a_dead_key_and_its_letter_make_one_letter(table: Table) -> None:
    table.type("hw: caf")
    _event(table, "´")
    _event(table, "", "é")
    table.enter("")
    assert table.entries()[0].text == "café"


def test_korean_composed_key_by_key_is_kept_whole_when_enter_follows_at_once(table: Table) -> None:
    fingers = Fingers(KOREAN, lambda: table.view.area.edit)
    fingers.type("연락 채널이 없다")
    fingers.press(ENTER)
    fingers.type("값을 앉아서")
    fingers.press(ENTER)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["연락 채널이 없다", "값을 앉아서"]


def test_a_korean_name_is_completed_from_its_first_letter(table: Table) -> None:
    fingers = Fingers(KOREAN, lambda: table.view.area.edit)
    fingers.type("강")
    fingers.press(TAB)
    fingers.type("네")
    fingers.press(ENTER)
    table.settle()
    (entry,) = table.entries()
    assert (entry.text, table.speaker(entry)) == ("네", Speaker(table.people["kyc"]))


def test_what_is_composed_shows_no_completion_over_it(table: Table) -> None:
    edit = table.view.area.edit
    table.type("kyc")
    assert edit._ghost() == ""
    edit.clear()
    table.type("ky")
    assert edit._ghost() == "c"
    _event(table, "하")
    assert edit._ghost() == ""


def test_leaving_the_line_ends_composing(table: Table) -> None:
    """Hiding takes the half composed word away; the keys are the line's again afterwards."""
    table.type("hw: one")
    _event(table, "하")
    table.press(Qt.Key.Key_F12)
    table.press(Qt.Key.Key_F12)
    table.settle()
    table.press(Qt.Key.Key_Return, widget=table.view.area.edit)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["one"]
