"""Text is kept letter for letter: pasted, committed by an input method, however long, and in any direction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from dialogue_notes.ui.record.typing_edit import LONGEST_SHOWN
from tests.ui.record.conftest import Table

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXTS = {
    "NUL": "a\x00b",
    "line separator": "a\u2028b",
    "paragraph separator": "a\u2029b",
    "line feed": "one\ntwo",
    "Windows line ends": "one\r\ntwo\r\n\r\nthree",
    "no-break space": "5\u00a0% of \u202f1",
    "bidi controls": "\u202bعربي\u202c and \u2066x\u2069",
    "joiners": "می\u200cخواهم 👨\u200d👩\u200d👧",
    "combining marks": "e\u0301 e\u0302\u0323 \u1112\u1161\u11ab",
    "composed and not": "é e\u0301 ﬁ ㎏",
    "object and noncharacters": "a\ufffcb\ufdd0c\uffffd",
    "byte order mark": "a\ufeffb",
    "controls": "a\x1bb\x7fc\x85d\x0be\tf",
    "astral": "𝔘𐐷 \U0010fffd",
    "spaces around": "  a  ",
}


def _paste(table: Table, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    table.press(Qt.Key.Key_V, CONTROL, table.view.area.edit)


def _commit(table: Table, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(table.view.area.edit, event)


def _keep(table: Table) -> None:
    table.press(Qt.Key.Key_Return, widget=table.view.area.edit)
    table.settle()


@pytest.mark.parametrize("put", [_paste, _commit], ids=["pasted", "committed"])
def test_text_is_kept_exactly(table: Table, put: Callable[[Table, str], None]) -> None:
    for name, text in TEXTS.items():
        table.type("__")
        put(table, text)
        assert table.presenter.line.text == "__" + text, name
        _keep(table)
        assert table.entries()[-1].text == text, name


def test_a_pasted_text_of_several_lines_is_one_entry_with_its_lines(table: Table) -> None:
    table.type("hw: ")
    _paste(table, "one\ntwo\nthree")
    assert "with its 3 lines in one entry" in table.view.area.offers.words()
    assert table.entries() == ()
    _keep(table)
    assert [entry.text for entry in table.entries()] == ["one\ntwo\nthree"]


def test_half_a_character_is_left_out_with_a_word_and_the_rest_is_kept(table: Table) -> None:
    edit = table.view.area.edit
    table.type("a")
    _commit(table, "😀")
    edit.setSelection(1, 1)  # half of a pair, as an input method may delete it
    edit.del_()
    edit.end(False)
    assert "half a character" in table.view.message.words()
    table.type("b")
    assert (edit.text(), edit.cursorPosition()) == ("ab", 2)
    _keep(table)
    assert [entry.text for entry in table.entries()] == ["ab"]


def test_five_million_letters_are_pasted_kept_found_again_and_shown(table: Table) -> None:
    text = "연락 channel " * 385_000
    assert len(text.encode()) > 5_000_000
    edit = table.view.area.edit
    table.type("hw: ")
    _paste(table, text)
    assert len(edit.text()) < LONGEST_SHOWN
    words = table.view.area.offers.words()
    assert "by Helen Whitcombe" in words
    assert f"all of its {len('hw: ' + text):,} characters" in words
    table.press(Qt.Key.Key_Home, widget=edit)
    table.type("%option ")
    table.lock_and_unlock()
    assert table.presenter.line.text == "%option hw: " + text
    assert edit.cursorPosition() == len("%option ")
    _keep(table)
    (entry,) = table.entries()
    assert entry.text == text
    assert len(table.shown()[0]) < len(text) / 100, "the record shows its beginning"
    assert table.speaker(entry).participant_id == table.people["hw"]


def test_what_waits_behind_the_line_can_be_deleted_and_is_forgotten(table: Table) -> None:
    edit = table.view.area.edit
    _paste(table, "word " * LONGEST_SHOWN)
    shown = edit.text()
    table.press(Qt.Key.Key_Delete, widget=edit)
    assert table.presenter.line.text == shown
    _paste(table, "word " * LONGEST_SHOWN)
    edit.forget()
    assert edit.whole() == ""


def test_undo_takes_a_long_paste_out_again_and_no_entry_back(table: Table) -> None:
    edit = table.view.area.edit
    table.enter("hw: one")
    table.type("pv: ")
    _paste(table, "word " * LONGEST_SHOWN)
    table.type("x")
    for _ in range(2):
        table.press(Qt.Key.Key_Z, CONTROL, edit)
    table.settle()
    assert (edit.whole(), table.presenter.line.text) == ("pv: ", "pv: ")
    assert [entry.text for entry in table.entries()] == ["one"]


def test_a_long_paste_takes_the_place_of_what_is_selected(table: Table) -> None:
    edit = table.view.area.edit
    table.type("hw: old end")
    edit.setSelection(len("hw: "), len("old"))
    _paste(table, "x" * LONGEST_SHOWN)
    assert table.presenter.line.text == f"hw: {'x' * LONGEST_SHOWN} end"


def test_arabic_and_a_latin_code_move_as_they_look(table: Table) -> None:
    """The arrow keys go where they point, also in text that runs to the left; Home and End are the text's own."""
    edit = table.view.area.edit
    table.type("hw: ")
    _commit(table, "سلام")
    table.press(Qt.Key.Key_Home, widget=edit)
    assert edit.cursorPosition() == 0
    seen = [edit.cursorPosition()]
    places = [edit.cursorRect().center().x()]
    for _ in range(len(edit.text())):
        table.press(Qt.Key.Key_Right, widget=edit)
        seen.append(edit.cursorPosition())
        places.append(edit.cursorRect().center().x())
    assert places == sorted(places)
    assert seen[:4] == [0, 1, 2, 3]
    assert seen[5:] == sorted(seen[5:], reverse=True)
    table.press(Qt.Key.Key_End, widget=edit)
    assert edit.cursorPosition() == len(edit.text())
    table.press(Qt.Key.Key_Home, SHIFT, edit)
    assert edit.selectedText() == "hw: سلام"
    _keep(table)
    assert table.entries()[0].text == "سلام"
