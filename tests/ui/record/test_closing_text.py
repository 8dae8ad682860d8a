"""The chairs' closing text: many lines kept as one entry, and never lost while it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from dialogue_notes.domain.codes import GroundRule, Kind
from dialogue_notes.storage import closing_drafts
from dialogue_notes.storage.closing_drafts import ClosingDraft
from dialogue_notes.ui.record.closing_presenter import ClosingPresenter
from dialogue_notes.ui.record.closing_prompt import ClosingPrompt
from tests.ui.conftest import focused
from tests.ui.record.conftest import Table

CONTROL = Qt.KeyboardModifier.ControlModifier
READ_ALOUD = "The chairs thank\u00a0everybody.\n\nتحدث الرئيسان عن الثقة.\u2028의장들은 감사한다. 👩\u200d👩"


def prompt_of(table: Table) -> ClosingPrompt:
    found = table.view.findChild(ClosingPrompt)
    assert isinstance(found, ClosingPrompt)
    return found


def open_prompt(table: Table) -> ClosingPrompt:
    table.composition.commands.run("record.closing")
    table.settle()
    prompt = prompt_of(table)
    assert focused() is prompt.field
    return prompt


def paste(prompt: ClosingPrompt, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    prompt.field.insertFromMimeData(data)


def draft(table: Table) -> ClosingDraft | None:
    return table.read(lambda reader: closing_drafts.draft(reader, table.sessions[0]))


def saved(table: Table) -> None:
    """What is half typed goes to the disk as its timer would send it."""
    presenter = table.view.findChild(ClosingPresenter)
    assert isinstance(presenter, ClosingPresenter)
    presenter.save()
    table.settle()


def test_a_text_of_many_lines_becomes_one_entry_letter_for_letter(table: Table) -> None:
    table.type("half a li")
    prompt = open_prompt(table)
    paste(prompt, READ_ALOUD)
    table.press(Qt.Key.Key_Return, CONTROL)
    table.settle()
    (entry,) = table.entries()
    assert (entry.kind, entry.text) == (Kind.CLOSING, READ_ALOUD)
    assert not prompt.isVisible()
    assert draft(table) is None
    assert focused() is table.view.area.edit
    assert table.view.area.edit.text() == "half a li"


def test_what_is_half_typed_survives_locking_with_its_caret(table: Table) -> None:
    prompt = open_prompt(table)
    QTest.keyClicks(prompt.field, "The chairs tha")
    table.press(Qt.Key.Key_Left, widget=prompt.field)
    table.lock_and_unlock()
    assert prompt.isVisible()
    assert prompt.text() == "The chairs tha"
    assert prompt.field.textCursor().position() == 13
    table.press(Qt.Key.Key_End, widget=prompt.field)
    QTest.keyClicks(prompt.field, "nk all")
    table.press(Qt.Key.Key_Return, CONTROL, prompt.field)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["The chairs thank all"]


def test_locking_right_after_keeping_leaves_the_entry_and_no_draft(table: Table) -> None:
    prompt = open_prompt(table)
    QTest.keyClicks(prompt.field, "The chairs thank all")
    table.press(Qt.Key.Key_Return, CONTROL, prompt.field)
    table.lock_and_unlock()
    assert [entry.text for entry in table.entries()] == ["The chairs thank all"]
    assert draft(table) is None
    assert not prompt.isVisible()


def test_a_session_that_has_ended_gives_the_text_back(table: Table) -> None:
    prompt = open_prompt(table)
    QTest.keyClicks(prompt.field, "The chairs thank all")
    table.composition.commands.run("record.end_session")
    table.settle()
    table.press(Qt.Key.Key_Return, CONTROL, prompt.field)
    table.settle()
    assert "has ended" in table.view.message.words()
    assert prompt.text() == "The chairs thank all"
    table.lock_and_unlock()
    assert prompt.text() == "The chairs thank all"


def test_it_is_on_the_disk_while_it_is_typed(table: Table) -> None:
    prompt = open_prompt(table)
    QTest.keyClicks(prompt.field, "The chairs")
    saved(table)
    found = draft(table)
    assert found is not None
    assert (found.text, found.caret, found.is_open) == ("The chairs", 10, True)
    assert "chairs" not in repr(found)


def test_escape_puts_it_aside_and_the_command_brings_it_back(table: Table) -> None:
    prompt = open_prompt(table)
    QTest.keyClicks(prompt.field, "The chairs")
    table.press(Qt.Key.Key_Escape)
    table.settle()
    assert not prompt.isVisible()
    assert prompt.text() == ""
    table.lock_and_unlock()
    assert not prompt.isVisible()
    open_prompt(table)
    assert prompt.text() == "The chairs"


def test_it_takes_the_strictest_rule_since_its_first_key(table: Table) -> None:
    commands, prompt = table.composition.commands, open_prompt(table)
    QTest.keyClicks(prompt.field, "The chairs")
    commands.run("record.rule.off_record")
    table.settle()
    commands.run("record.rule.chatham_house")
    table.settle()
    QTest.keyClicks(focused(), "Both chairs agreed")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert prompt.text() == "The chairs"
    table.press(Qt.Key.Key_Return, CONTROL, prompt.field)
    table.settle()
    assert [entry.rule for entry in table.entries()] == [GroundRule.OFF_RECORD]


@pytest.mark.parametrize("key", [Qt.Key.Key_F12, Qt.Key.Key_F9])
def test_hiding_and_hands_off_take_it_off_the_screen_and_bring_it_back(table: Table, key: Qt.Key) -> None:
    window, prompt = table.composition.window, open_prompt(table)
    QTest.keyClicks(prompt.field, "The chairs")
    table.press(key, widget=window)
    table.settle()
    assert not prompt.isVisible()
    assert prompt.text() == ""
    table.press(key, widget=window)
    table.settle()
    if key == Qt.Key.Key_F9:
        table.press(Qt.Key.Key_Return)
        table.settle()
    assert prompt.text() == "The chairs"


def test_each_session_has_its_own(table: Table) -> None:
    prompt = open_prompt(table)
    QTest.keyClicks(prompt.field, "The chairs")
    table.composition.office.choose_session(table.sessions[1])
    table.settle()
    assert not prompt.isVisible()
    assert prompt.text() == ""
    table.composition.office.choose_session(table.sessions[0])
    table.settle()
    assert prompt.text() == "The chairs"


def test_an_empty_text_is_not_kept(table: Table) -> None:
    prompt = open_prompt(table)
    QTest.keyClicks(prompt.field, "  ")
    table.press(Qt.Key.Key_Return, CONTROL)
    table.settle()
    assert table.entries() == ()
    assert prompt.isVisible()
