"""Consent to the words of a quotation, noted by one key: without it they stay in the room."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dialogue_notes.domain.profiles import PRINCIPALS
from dialogue_notes.domain.rules import DEFAULT_RULE
from dialogue_notes.domain.sanitising.release import why_withheld
from tests.ui.record.conftest import Table

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def _withheld(table: Table) -> list[str]:
    return [why_withheld(one, DEFAULT_RULE, PRINCIPALS, ()) for one in table.entries()]


def test_one_key_lets_the_words_of_the_last_quotation_out_and_takes_that_back(table: Table) -> None:
    table.enter('" We would answer.')
    assert _withheld(table)[-1] == "a quote without consent to its words"
    table.press(Qt.Key.Key_Q, ALT)
    table.settle()
    assert _withheld(table)[-1] == ""
    assert "words allowed" in table.shown()[-1]
    table.press(Qt.Key.Key_Q, ALT)
    table.settle()
    assert _withheld(table)[-1] == "a quote without consent to its words"


def test_consent_is_undone_like_any_other_change(table: Table) -> None:
    table.enter('" We would answer.')
    table.press(Qt.Key.Key_Q, ALT)
    table.settle()
    table.press(Qt.Key.Key_Z, CONTROL)
    table.settle()
    assert table.entries()[-1].consent is None


def test_what_is_no_quotation_takes_no_consent_and_that_is_said(table: Table) -> None:
    table.enter("a plain remark")
    table.press(Qt.Key.Key_Q, ALT)
    table.settle()
    assert table.entries()[-1].consent is None
    assert table.view.message.words() == "The entry: it is no quotation. Nothing was changed."


def test_words_that_are_changed_need_consent_again(table: Table) -> None:
    table.enter('" We would answer.')
    table.press(Qt.Key.Key_Q, ALT)
    table.settle()
    table.enter("s/would/might/")
    assert table.entries()[-1].consent is None


def test_words_that_are_added_need_consent_again(table: Table) -> None:
    table.enter('" We would answer.')
    table.press(Qt.Key.Key_Q, ALT)
    table.settle()
    table.enter("+ And soon.")
    assert table.entries()[-1].consent is None


def test_words_that_somebody_else_said_need_that_ones_consent(table: Table) -> None:
    table.enter('hw: " We would answer.')
    table.press(Qt.Key.Key_Q, ALT)
    table.settle()
    assert table.entries()[-1].consent is not None
    table.press(Qt.Key.Key_Up)
    table.view.area.edit.selectAll()
    table.enter('pv: " We would answer.')
    assert table.entries()[-1].consent is None


def test_consent_is_for_the_quotation_just_made_and_not_for_one_selected_before(table: Table) -> None:
    table.enter('hw: " We would answer.')
    table.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    table.view.take_focus()
    table.enter('" And soon.')
    table.press(Qt.Key.Key_Q, ALT)
    table.settle()
    assert [entry.consent is not None for entry in table.entries()] == [False, True]
