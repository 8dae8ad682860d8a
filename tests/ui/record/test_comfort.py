"""Folding, first-time hints, density, stillness and full screen, by keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.settings import Density, load_settings
from dialogue_notes.ui.record import view
from dialogue_notes.ui.record.desk import wall_clock
from dialogue_notes.ui.record.first_hints import EDIT, HANDS_OFF, HintLine
from dialogue_notes.ui.record.folding import Veil
from tests.ui.conftest import wait_for
from tests.ui.record.conftest import Table

ALT = Qt.KeyboardModifier.AltModifier


def hint_of(table: Table) -> HintLine:
    found = table.view.findChild(HintLine)
    assert isinstance(found, HintLine)
    return found


def veil_of(table: Table) -> Veil:
    found = table.view.findChild(Veil)
    assert isinstance(found, Veil)
    return found


def folded(table: Table) -> tuple[bool, bool]:
    return table.view.agenda.isHidden(), table.view.roster.isHidden()


def resize(table: Table, width: int, height: int = 800) -> None:
    table.composition.window.resize(width, height)
    QApplication.processEvents()


def zoom(table: Table, steps: int) -> None:
    table.composition.theme.zoom_by(steps)
    QApplication.processEvents()


def test_panels_fold_by_either_key_and_stay_folded_after_locking(table: Table) -> None:
    table.press(Qt.Key.Key_F6)
    table.press(Qt.Key.Key_N, ALT)
    assert folded(table) == (True, True)
    table.press(Qt.Key.Key_D, ALT)
    assert folded(table) == (False, True)
    table.lock_and_unlock()
    assert folded(table) == (False, True)
    table.press(Qt.Key.Key_F7)
    assert folded(table) == (False, False)


def test_where_there_is_no_room_the_agenda_gives_way_first_and_both_come_back(table: Table) -> None:
    resize(table, 1280)
    assert folded(table) == (False, False)
    zoom(table, 4)
    assert folded(table) == (True, False)
    zoom(table, 2)
    assert folded(table) == (True, True)
    assert table.view.list.width() > 0.8 * table.view.width()
    table.press(Qt.Key.Key_F7)
    assert folded(table) == (True, False), "who asks for it gets it"
    table.press(Qt.Key.Key_F7)
    table.composition.theme.reset_zoom()
    assert folded(table) == (False, True)


def test_everything_folds_but_the_line_and_the_last_entries_and_comes_back_as_it_was(table: Table) -> None:
    table.enter(*(f"hw: line {number}" for number in range(30)))
    table.press(Qt.Key.Key_F7)
    table.press(Qt.Key.Key_V, ALT)
    veil = veil_of(table)
    assert folded(table) == (True, True)
    assert veil.isVisible()
    last = table.view.list.visualRect(table.view.list.model().index(29, 0))
    assert veil.geometry().bottom() < last.top()
    table.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert not veil.isVisible(), "lifted while one is in the record"
    table.press(Qt.Key.Key_Escape)
    assert veil.isVisible()
    table.lock_and_unlock()
    assert veil.isVisible()
    table.press(Qt.Key.Key_V, ALT)
    assert not veil.isVisible()
    assert folded(table) == (False, True)


def test_the_first_hint_names_a_code_and_goes_away_by_its_key_for_ever(table: Table) -> None:
    line = hint_of(table)
    before = table.view.area.edit.mapToGlobal(table.view.area.edit.rect().topLeft())
    assert line.isVisible()
    assert "kyc:" in line.accessibleName()
    table.press(Qt.Key.Key_Return, ALT)
    assert not line.isVisible()
    assert table.view.area.edit.hasFocus()
    assert table.view.area.edit.mapToGlobal(table.view.area.edit.rect().topLeft()) == before
    table.lock_and_unlock()
    assert not line.isVisible()
    assert load_settings(table.composition._settings_folder).settings.hints_seen == ("speaker",)


def test_a_speaker_named_is_a_hint_understood_and_the_third_entry_brings_the_next(table: Table) -> None:
    line = hint_of(table)
    table.enter("hw: one")
    assert not line.isVisible()
    table.enter("two", "three")
    assert line.accessibleName() == EDIT.words
    table.composition.commands.run("record.hint")
    table.composition.commands.run("hints.again")
    assert "kyc:" in line.accessibleName()


def test_no_hint_shows_while_hidden_or_while_hands_are_off(table: Table) -> None:
    line = hint_of(table)
    table.press(Qt.Key.Key_F12)
    assert not line.isVisible()
    assert not line.accessibleName()
    table.press(Qt.Key.Key_F12)
    table.settle()
    assert line.isVisible()
    table.press(Qt.Key.Key_F9)
    table.settle()
    assert not line.isVisible()
    table.press(Qt.Key.Key_F9)
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert line.accessibleName() == HANDS_OFF.words


def test_locking_leaves_no_word_of_a_hint(table: Table) -> None:
    line = hint_of(table)
    wait_for(table.composition.office.closed, table.composition.office.lock)
    assert not line.accessibleName()
    assert not line._words.text()


def test_compact_rows_are_lower_and_that_is_kept(table: Table) -> None:
    table.enter("hw: one line")
    before = table.view.list.visualRect(table.view.list.model().index(0, 0)).height()
    table.composition.commands.run("density.compact")
    after = table.view.list.visualRect(table.view.list.model().index(0, 0)).height()
    assert after < before
    assert load_settings(table.composition._settings_folder).settings.density is Density.COMPACT
    table.composition.commands.run("density.comfortable")
    assert table.view.list.visualRect(table.view.list.model().index(0, 0)).height() == before


def test_quiet_stops_the_caret_and_is_kept(table: Table) -> None:
    usual = QApplication.cursorFlashTime()
    table.composition.commands.run("motion.stop")
    assert QApplication.cursorFlashTime() == 0
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)
    assert load_settings(table.composition._settings_folder).settings.is_still
    table.composition.commands.run("motion.allow")
    assert QApplication.cursorFlashTime() == usual


def test_quiet_counts_no_seconds_at_the_foot(table: Table) -> None:
    area = table.view.area
    table.enter("hw: one")
    assert area._saved.text().count(":") == 2
    assert "HW speaking · 0:0" in area._speaking.text()
    assert area._entries.text() == "1 entry"
    table.composition.commands.run("motion.stop")
    table.enter("hw: two")
    assert area._saved.text().count(":") == 1
    assert area._speaking.text() == "HW speaking · 0 min"


def test_the_foot_says_for_how_long_somebody_speaks(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    table.enter("hw: one", "two")
    later = wall_clock() + timedelta(minutes=4, seconds=7)
    monkeypatch.setattr(view, "wall_clock", lambda: later)
    table.view.show_foot()
    assert "HW speaking · 4:" in table.view.area._speaking.text()
    table.composition.commands.run("motion.stop")
    table.view.show_foot()
    assert table.view.area._speaking.text() == "HW speaking · 4 min"


def test_full_screen_is_left_by_its_own_key_alone_and_outlives_locking(table: Table) -> None:
    window = table.composition.window
    table.press(Qt.Key.Key_F11)
    assert window.isFullScreen()
    for room in ("meetings", "review", "record"):
        window.show_room(room)
        table.settle()
        table.press(Qt.Key.Key_Escape)
        assert window.isFullScreen()
    table.lock_and_unlock()
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_lines_are_never_longer_than_the_eye_finds_back_from(table: Table) -> None:
    table.enter("hw: " + "a word and " * 60)
    resize(table, 1280)
    lower = table.view.list.visualRect(table.view.list.model().index(0, 0)).height()
    resize(table, 2400)
    assert table.view.list.visualRect(table.view.list.model().index(0, 0)).height() >= 0.8 * lower


def test_the_rule_in_force_is_unharmed_by_all_this(table: Table) -> None:
    table.press(Qt.Key.Key_V, ALT)
    table.enter("hw: said under the rule")
    assert table.entries()[-1].rule in {None, GroundRule.CHATHAM_HOUSE}
