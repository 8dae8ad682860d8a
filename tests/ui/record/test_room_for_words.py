"""Nothing in the Record room is cut off where it can scroll or make room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_notes.ui.common.labels import PlainLabel
from dialogue_notes.ui.record.agenda_panel import SessionButton
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.typing_area import IN_LIST
from dialogue_notes.ui.theme.theme import theme
from tests.ui.record.conftest import Table


def test_the_cheat_sheet_fits_the_smallest_window_at_large_text_and_scrolls_by_keys(table: Table) -> None:
    window = table.composition.window
    window.resize(900, 600)
    theme().zoom_by(4)
    table.press(Qt.Key.Key_F1)
    sheet = table.view.cheat_sheet
    page = sheet._page
    QApplication.sendPostedEvents()
    assert sheet.sheet.geometry().bottom() <= sheet.height()
    assert page.verticalScrollBar().maximum() > 0
    table.press(Qt.Key.Key_Down)
    assert page.verticalScrollBar().value() > 0
    table.press(Qt.Key.Key_Return)
    assert not sheet.isVisible()


def test_every_session_has_the_height_of_its_words(table: Table) -> None:
    for button in table.view.agenda.findChildren(SessionButton):
        layout = button.layout()
        assert layout is not None
        assert button.sizeHint().height() >= layout.minimumSize().height()


def test_in_the_record_the_hint_tells_its_keys_and_in_the_line_those_of_the_line(table: Table) -> None:
    table.enter("a first line")
    table.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert table.view.area.offers.words() == IN_LIST
    table.press(Qt.Key.Key_Escape)
    assert table.view.area.offers.words() != IN_LIST


def test_alt_and_a_digit_write_nothing_into_the_line(table: Table) -> None:
    table.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert not table.view.area.edit.text()


def test_the_cheat_sheet_lists_shorthand_only_while_there_is_a_glossary(table: Table) -> None:
    desk, sheet = table.view.findChild(Desk), table.view.cheat_sheet
    assert isinstance(desk, Desk)

    def listed() -> list[str]:
        table.press(Qt.Key.Key_F1)
        found = [label.text() for label in sheet.findChildren(PlainLabel) if label.isVisible()]
        table.press(Qt.Key.Key_Escape)
        return [text for text in found if text in {";key", "shorthand", "+ text"}]

    assert listed() == ["+ text"]
    desk.glossary = {"mor": "moratorium"}
    assert sorted(listed()) == ["+ text", ";key", "shorthand"]
    desk.glossary = {}
    assert listed() == ["+ text"]
