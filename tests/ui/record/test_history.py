"""The history of an entry: who changed what, each text beside what it became, and an earlier one brought back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dialogue_notes.domain.codes import MeetingState
from dialogue_notes.ui.record.history_sheet import HistorySheet
from tests.support.looking import in_widgets
from tests.ui.record.conftest import Table
from tests.ui.record.test_closed_meeting import REFUSAL, put_into
from tests.ui.record.test_mending import CONTROL, press, select, texts

KEY = Qt.Key


def sheet_of(table: Table) -> HistorySheet:
    found = table.view.findChild(HistorySheet)
    assert isinstance(found, HistorySheet)
    return found


def lines(sheet: HistorySheet) -> list[str]:
    model = sheet.steps.model()
    return [str(model.index(place, 0).data()) for place in range(model.rowCount())]


def edit_to(table: Table, old: str, new: str) -> None:
    press(table, KEY.Key_Up)
    edit = table.view.area.edit
    edit.setText(edit.text().replace(old, new))
    press(table, KEY.Key_Return)


def history_of_three(table: Table) -> HistorySheet:
    table.enter("hw: they wld stop the tests")
    edit_to(table, "wld", "would")
    select(table, 1)
    table.press(KEY.Key_P)
    table.view.code_prompt.edit.setText("pv")
    press(table, KEY.Key_Return)
    table.press(KEY.Key_Escape)
    edit_to(table, "the tests", "all tests 실험")
    press(table, KEY.Key_H, CONTROL)
    return sheet_of(table)


def test_the_steps_say_who_changed_what_and_show_the_words_with_signs(table: Table) -> None:
    sheet = history_of_three(table)
    assert sheet.isVisible()
    shown = lines(sheet)
    assert [line.rsplit("  ", 1)[1] for line in shown] == ["noted", "text", "speaker", "text"]
    assert all("Anna Berg" in line for line in shown)
    assert sheet.words.toPlainText() == "they would stop [−the−][+all+] tests[+ 실험+]"
    press(table, KEY.Key_Up)
    assert sheet.words.toPlainText() == "[−Helen Whitcombe−][+Petra Vance+]"
    assert not sheet._bring.isVisible()
    press(table, KEY.Key_Up)
    assert sheet.words.toPlainText() == "they [−wld−][+would+] stop the tests"


def test_an_earlier_text_is_brought_back_as_an_edit_that_can_be_undone(table: Table) -> None:
    sheet = history_of_three(table)
    press(table, KEY.Key_Home)
    press(table, KEY.Key_Return)
    assert sheet.isVisible()  # nothing was there before it was noted
    press(table, KEY.Key_Down)
    press(table, KEY.Key_Return)
    assert not sheet.isVisible()
    assert texts(table) == ["they wld stop the tests"]
    assert table.speaker(table.entries()[0]).participant_id == table.people["pv"]
    press(table, KEY.Key_Z, CONTROL)
    assert texts(table) == ["they would stop all tests 실험"]
    press(table, KEY.Key_H, CONTROL)
    assert [line.rsplit("  ", 1)[1] for line in lines(sheet)][-2:] == ["text", "text, undone"]


def test_an_entry_never_changed_says_so_and_escape_gives_the_focus_back(table: Table) -> None:
    table.enter("hw: one")
    select(table, 1)
    press(table, KEY.Key_H, CONTROL)
    sheet = sheet_of(table)
    (only,) = lines(sheet)
    assert only.endswith("Anna Berg  noted")
    assert "Nothing was changed" in sheet._heading.text()
    press(table, KEY.Key_Escape)
    assert table.view.list.hasFocus()


def test_nothing_of_it_stays_after_closing_hiding_or_locking(table: Table) -> None:
    table.enter("hw: the zebra")
    edit_to(table, "zebra", "giraffe")
    press(table, KEY.Key_H, CONTROL)
    sheet = sheet_of(table)
    assert any("zebra" in words for words in in_widgets())
    press(table, KEY.Key_Escape)
    assert not any("zebra" in words for words in in_widgets())
    press(table, KEY.Key_H, CONTROL)
    press(table, KEY.Key_F12)
    assert not sheet.isVisible()
    assert not any("zebra" in words or "giraffe" in words for words in in_widgets())
    press(table, KEY.Key_F12)
    press(table, KEY.Key_H, CONTROL)
    table.lock_and_unlock()
    assert not sheet.isVisible()
    assert not any("zebra" in words for words in in_widgets())


def test_in_a_closed_meeting_it_is_read_and_nothing_brought_back(table: Table) -> None:
    table.enter("hw: one")
    edit_to(table, "one", "two")
    put_into(table, MeetingState.CLOSED)
    press(table, KEY.Key_H, CONTROL)
    assert len(lines(sheet_of(table))) == 2
    press(table, KEY.Key_Return)
    assert table.view.message.words() == REFUSAL
    assert texts(table) == ["two"]


def test_a_struck_entry_shows_no_words(table: Table) -> None:
    table.enter("hw: the zebra")
    edit_to(table, "zebra", "giraffe")
    table.composition.commands.run("record.strike")
    press(table, KEY.Key_Return)
    press(table, KEY.Key_H, CONTROL)
    assert sheet_of(table).isVisible()
    assert not any("zebra" in words or "giraffe" in words for words in in_widgets())
