"""The quiet row under the line: one line of one height, whatever it has to say, and it never moves the record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.record import Participant
from dialogue_notes.services.roster import add_participant
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.theme.theme import theme
from tests.ui.record.conftest import Table

LINES = (
    "", "h", "p", "pj", "%", "%option h", "1105: k", "hw: x", "!!", "zz: y", "Park Jin-ho of the Institute: w", ";m",
    "hw: " + "long words " * 300, "one\u2028two",
)  # fmt: skip
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff-Maximilianopoulos " * 3


@pytest.mark.parametrize("steps", [-9, 0, 9])
def test_neither_the_row_nor_the_record_moves(table: Table, steps: int) -> None:
    newcomer = Participant("", table.meeting_id, 0, LONG_NAME, code="pl")
    table.composition.office.keep(lambda vault: add_participant(vault, newcomer))
    table.settle()
    table.composition.office.meeting_changed.emit()
    table.settle()
    theme().zoom_by(steps)
    QApplication.processEvents()
    area, window = table.view.area, table.composition.window
    desk = table.view.findChild(Desk)
    assert isinstance(desk, Desk)
    desk.glossary = {"mor": "moratorium " * 40}
    seen = set()
    for line in LINES:
        area.edit.setText(line)
        table.settle()
        seen.add(
            (area.height(), area.offers.height(), table.view.list.height(), window.minimumSizeHint().width())
        )
    assert len(seen) == 1, seen
    assert area.offers.width() <= area.width()


def test_the_arrow_down_brings_the_next_candidate_first_and_comes_round(table: Table) -> None:
    offers, edit = table.view.area.offers, table.view.area.edit
    table.type("p")
    shown = [offers.shown_codes()]
    for _ in range(2):
        table.press(Qt.Key.Key_Down, widget=edit)
        shown.append(offers.shown_codes())
    assert shown == [["PJS", "PV"], ["PV", "PJS"], ["PJS", "PV"]]


def test_tab_with_nothing_offered_stays_in_the_line(table: Table) -> None:
    edit = table.view.area.edit
    for line in ("zzz", "hw: text", "hw: tex", "1105:", "%zz", "*"):
        edit.setText(line)
        table.press(Qt.Key.Key_Tab, widget=edit)
        assert (edit.text(), edit.hasFocus()) == (line, True)


def test_a_margin_word_and_shorthand_are_taken_with_tab(table: Table) -> None:
    desk = table.view.findChild(Desk)
    assert isinstance(desk, Desk)
    desk.glossary = {"mor": "moratorium"}
    table.type("%op")
    table.press(Qt.Key.Key_Tab)
    table.type("hw")
    table.press(Qt.Key.Key_Tab)
    table.type("the ;mo")
    table.press(Qt.Key.Key_Tab)
    assert table.view.area.edit.text() == "%option hw: the moratorium "
    table.enter("")
    (entry,) = table.entries()
    assert (entry.text.strip(), [aim.value for aim in entry.aims]) == ("the moratorium", ["option"])


def test_nothing_of_the_row_is_left_when_the_text_is_hidden(table: Table) -> None:
    table.type("p")
    table.press(Qt.Key.Key_F12)
    assert table.view.area.offers.shown_codes() == []
    assert "Pak" not in table.view.area.offers.words()
