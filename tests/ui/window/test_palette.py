"""The palette: found by key, by F1 and at the foot of the rail; it does what is typed and gives the focus back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from dialogue_notes.app.compose import Composition
from dialogue_notes.ui.palette.palette import Palette
from dialogue_notes.ui.record.view import RecordRoom
from dialogue_notes.ui.review.key_sheet import KeySheet
from tests.ui.conftest import focused, settle, wait_for
from tests.ui.window.conftest import press_keys


def test_the_palette_finds_an_action_by_its_words_and_does_it(filled: Composition) -> None:
    press_keys(filled, Qt.Key.Key_K)
    QTest.keyClicks(focused(), "record go")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert filled.window.current_room == "record"


def test_the_palette_puts_first_what_begins_with_what_is_typed(filled: Composition) -> None:
    press_keys(filled, Qt.Key.Key_K)
    QTest.keyClicks(focused(), "te")
    palette = filled.window.findChild(Palette)
    assert palette is not None
    found = [str(palette._model.index(row, 0).data()) for row in range(palette._model.rowCount())]
    assert found[0] == "Text at its usual size"
    assert "Larger text" in found
    QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_escape_closes_the_palette_and_the_focus_is_where_it_was(filled: Composition) -> None:
    before = QApplication.focusWidget()
    press_keys(filled, Qt.Key.Key_K)
    assert QApplication.focusWidget() is not before
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_f1_opens_the_palette_save_where_a_room_has_a_sheet_of_its_own(filled: Composition) -> None:
    palette, room = filled.window.findChild(Palette), filled.window.findChild(RecordRoom)
    keys = filled.window.findChild(KeySheet)
    assert palette is not None
    assert room is not None
    assert keys is not None
    for wanted in ("meetings", "review", "summary", "record"):
        filled.window.show_room(wanted)
        settle(filled)
        press_keys(filled, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
        assert palette.isVisible() is (wanted not in {"record", "review"})
        assert room.cheat_sheet.isVisible() is (wanted == "record")
        assert keys.isVisible() is (wanted == "review")
        QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_f1_opens_the_palette_while_locked(filled: Composition) -> None:
    filled.window.show_room("record")
    wait_for(filled.office.closed, filled.office.lock)
    press_keys(filled, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    palette = filled.window.findChild(Palette)
    assert palette is not None
    assert palette.isVisible()


def test_the_foot_of_the_rail_names_the_key_of_the_palette_and_opens_it(filled: Composition) -> None:
    palette, before = filled.window.findChild(Palette), QApplication.focusWidget()
    assert palette is not None
    hint = next(
        each for each in filled.window.findChildren(QPushButton) if each.accessibleName() == "Commands"
    )
    assert hint.accessibleDescription() == "Ctrl K"
    QTest.mouseClick(hint, Qt.MouseButton.LeftButton)
    assert palette.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    hint.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(hint, Qt.Key.Key_Return)
    assert palette.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
