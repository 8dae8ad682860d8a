"""Papers by keys: handed out in place, and the list in which they are collected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from dialogue_notes.domain.papers import Custody, Paper
from dialogue_notes.services import papers
from dialogue_notes.ui.record.paper_views import PaperPrompt, PapersSheet
from tests.ui.conftest import focused
from tests.ui.record.conftest import Table

ALT = Qt.KeyboardModifier.AltModifier


def known(table: Table) -> list[Paper]:
    lines = table.read(lambda reader: papers.papers(reader, table.meeting_id))
    return [line.paper for line in lines]


def hand_out(table: Table, title: str, whose: str = "") -> None:
    table.press(Qt.Key.Key_H, ALT)
    QTest.keyClicks(focused(), title)
    table.press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), whose)


def test_a_paper_is_noted_in_place_and_the_half_typed_line_waits(table: Table) -> None:
    table.type("half a li")
    hand_out(table, "Elements of a moratorium", "hw")
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert focused() is table.view.area.edit
    assert table.view.area.edit.text() == "half a li"
    assert table.entries()[-1].text == "Paper handed out: Elements of a moratorium (Helen Whitcombe)"
    (paper,) = known(table)
    assert (paper.custody, paper.citable) == (Custody.KEPT, False)


def test_a_lent_paper_is_collected_from_the_list(table: Table) -> None:
    hand_out(table, "Elements")
    table.press(Qt.Key.Key_Tab)
    table.press(Qt.Key.Key_Right)
    table.press(Qt.Key.Key_Space)
    table.press(Qt.Key.Key_Return)
    table.settle()
    table.composition.commands.run("record.papers")
    table.settle()
    assert known(table)[0].is_out
    QTest.keyClicks(focused(), "k")
    table.settle()
    assert not known(table)[0].is_out
    QTest.keyClicks(focused(), "k")
    table.settle()
    QTest.keyClicks(focused(), "c")
    table.settle()
    QTest.keyClicks(focused(), " ")
    table.settle()
    (paper,) = known(table)
    assert paper.citable
    assert paper.collected_at is not None
    assert table.entries()[-1].text == "Paper collected again: Elements"


def test_escape_leaves_without_a_paper_and_an_empty_title_is_not_kept(table: Table) -> None:
    hand_out(table, "")
    table.press(Qt.Key.Key_Return)
    (prompt,) = table.view.findChildren(PaperPrompt)
    assert prompt.isVisible()
    table.press(Qt.Key.Key_Escape)
    table.settle()
    assert known(table) == []
    assert focused() is table.view.area.edit


def test_no_title_stays_when_the_text_is_hidden(table: Table) -> None:
    hand_out(table, "Elements of a moratorium")
    table.press(Qt.Key.Key_Return)
    table.settle()
    table.composition.commands.run("record.papers")
    table.settle()
    table.press(Qt.Key.Key_H, ALT)
    QTest.keyClicks(focused(), "Another moratorium")
    table.press(Qt.Key.Key_F12, widget=table.composition.window)
    table.settle()
    (sheet,), (prompt,) = table.view.findChildren(PapersSheet), table.view.findChildren(PaperPrompt)
    assert sheet.list.model().rowCount() == 0
    assert prompt.title.text() == ""
    assert not any("moratorium" in label.text() for label in table.view.findChildren(QLabel))
