"""The checklist by keys: answered, with a note, asked again after an edit, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.dangers.checklist import QUESTIONS, Answer, ChecklistItem
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.storage import checklist as stored
from dialogue_notes.storage import interventions
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.common.labels import PlainLabel
from dialogue_notes.ui.review.checklist.model import NO_CHECKLIST
from dialogue_notes.ui.review.checklist.panel import (
    ALL_ANSWERED,
    NO_RECORD,
    ChecklistPanel,
)
from dialogue_notes.ui.review.checklist.presenter import ChecklistPresenter, bind_checklist
from tests.ui.conftest import wait_for
from tests.ui.review.panel_table import PanelTable, set_table

Table = PanelTable[ChecklistPanel]
FIRST, SECOND, *_REST = ChecklistItem


@pytest.fixture
def table(opened: Composition) -> Iterator[Table]:
    panel, presenter = ChecklistPanel(), ChecklistPresenter(opened.office)
    presenter.setParent(panel)
    made = set_table(opened, panel)
    bind_checklist(panel, presenter)
    wait_for(presenter.shown, presenter.wake)
    panel.take_focus()
    yield made
    made.close()


def answers(table: Table) -> dict[ChecklistItem, Answer]:
    kept = table.staff.read(lambda reader: stored.answers(reader, table.staff.meeting_id))
    return {one.item: one for one in kept}


def words(table: Table) -> list[str]:
    return [one.text() for one in table.panel.findChildren(PlainLabel) if one.isVisible()]


def test_every_question_is_asked_and_the_first_has_the_focus(table: Table) -> None:
    assert set(QUESTIONS.values()) <= set(words(table))
    assert QApplication.focusWidget() is table.panel.lines[FIRST]
    assert f"{len(ChecklistItem)} of {len(ChecklistItem)} to answer" in words(table)


def test_n_answers_and_goes_on(table: Table) -> None:
    table.press(Qt.Key.Key_N)
    assert QApplication.focusWidget() is table.panel.lines[SECOND]
    assert not answers(table)[FIRST].is_yes
    assert "Anna Berg" in table.panel.lines[FIRST].accessibleName()


def test_y_asks_what_was_done_and_keeps_it(table: Table) -> None:
    table.press(Qt.Key.Key_Down)
    table.press(Qt.Key.Key_Y)
    table.press(Qt.Key.Key_Return)
    assert answers(table) == {}
    table.type("recast entry 2")
    table.press(Qt.Key.Key_Return)
    kept = answers(table)[SECOND]
    assert (kept.is_yes, kept.note) == (True, "recast entry 2")
    assert "“recast entry 2”" in words(table)


def test_escape_leaves_a_question_open_and_then_the_panel(table: Table) -> None:
    left = QSignalSpy(table.panel.left)
    table.press(Qt.Key.Key_Y)
    table.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is table.panel.lines[FIRST]
    assert (left.count(), answers(table)) == (0, {})
    table.press(Qt.Key.Key_Escape)
    assert left.count() == 1


def test_ctrl_z_takes_the_last_answer_back(table: Table) -> None:
    table.press(Qt.Key.Key_N)
    table.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert answers(table) == {}
    table.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert table.panel.message.words()


def test_ctrl_shift_z_answers_again(table: Table) -> None:
    table.press(Qt.Key.Key_N)
    table.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Taken back: an answer of the checklist." in table.panel.message.words()
    table.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert list(answers(table)) == [FIRST]


def test_no_button_is_cut_in_a_narrow_panel(table: Table) -> None:
    table.window.resize(320, 560)
    table.staff.settle()
    for button in (table.panel.no, table.panel.yes, table.panel.noted):
        assert button.width() >= button.sizeHint().width(), button.text()
        around = button.parentWidget()
        assert around is not None
        assert button.geometry().bottom() < around.height(), button.text()


def test_when_all_is_answered_that_is_said_and_an_edit_asks_again(table: Table) -> None:
    for _item in ChecklistItem:
        table.press(Qt.Key.Key_N)
    assert ALL_ANSWERED in words(table)
    entry = table.staff.entries[0]

    def edit(vault: Vault) -> None:
        one = interventions.intervention(vault, entry)
        update_entry(vault, table.staff.meeting_id, one, replace(one, text="Something else"))

    table.write(edit)
    assert f"{len(ChecklistItem)} of {len(ChecklistItem)} to answer" in words(table)
    assert any(one.startswith("The record has changed since: No") for one in words(table))


def test_no_with_a_note(table: Table) -> None:
    table.press(Qt.Key.Key_E)
    table.type("looked twice")
    table.press(Qt.Key.Key_Return)
    kept = answers(table)[FIRST]
    assert (kept.is_yes, kept.note) == (False, "looked twice")


def test_locking_leaves_no_word_in_it_and_an_empty_meeting_says_so(table: Table) -> None:
    table.press(Qt.Key.Key_E)
    table.type("looked twice")
    table.press(Qt.Key.Key_Return)
    table.panel.forget()
    assert not any("looked twice" in one.text() for one in table.panel.findChildren(PlainLabel))
    assert "looked" not in table.panel.lines[FIRST].accessibleName()
    table.panel.show_checklist(NO_CHECKLIST)
    assert NO_RECORD in words(table)
