"""The record on the screen: quick however long, readable by machines, and still where a person scrolled to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from dialogue_notes.domain.codes import GroundRule, Kind
from dialogue_notes.domain.record import Intervention, Participant, Speaker
from dialogue_notes.services.recording.view import Cast, RecordRow
from dialogue_notes.ui.record.model import RecordModel
from dialogue_notes.ui.record.record_list import RecordList
from dialogue_notes.ui.theme.theme import Theme
from tests.services.recording_room import NOW
from tests.ui.record.conftest import Table

CAST = Cast(
    (Participant("p", "m", 1, "Kang Yong-chol", code="kyc"),),
    {"p": 1},
    GroundRule.CHATHAM_HOUSE,
    GroundRule.CHATHAM_HOUSE,
)


def row(
    number: int, text: str = "", kind: Kind = Kind.STATEMENT, rule: GroundRule | None = None
) -> RecordRow:
    words = text or f"entry {number} " * (1 + number % 17)
    return CAST.row(Intervention(f"i{number}", "s", number, kind, words, NOW, rule), Speaker("p"))


@pytest.fixture
def shown(theme: Theme) -> RecordList:
    assert theme.zoom == 1
    record = RecordList(RecordModel())
    record.resize(700, 500)
    record.show()
    QTest.qWaitForWindowExposed(record)
    return record


def model_of(record: RecordList) -> RecordModel:
    model = record.model()
    assert isinstance(model, RecordModel)
    return model


def test_only_what_is_in_sight_is_laid_out_of_twenty_thousand_entries(shown: RecordList) -> None:
    model_of(shown).set_rows([row(number) for number in range(20_000)])
    shown.grab()
    assert 5 < len(shown._layouts) < 60
    before = len(shown._layouts)
    model_of(shown).put(row(20_000))
    shown.grab()
    assert len(shown._layouts) <= before + 2
    assert shown.indexAt(shown.viewport().rect().bottomLeft()).row() == 20_000


def test_the_newest_entry_stays_in_sight_unless_a_person_scrolled_up(shown: RecordList) -> None:
    model_of(shown).set_rows([row(number) for number in range(300)])
    shown.grab()
    bar = shown.verticalScrollBar()
    assert bar.value() == bar.maximum()
    bar.setValue(bar.maximum() // 2)
    shown.grab()
    middle = shown.indexAt(shown.viewport().rect().center()).row()
    model_of(shown).put(row(300))
    shown.grab()
    assert shown.indexAt(shown.viewport().rect().center()).row() == middle
    shown.scroll_to_end()
    shown.grab()
    assert shown.indexAt(shown.viewport().rect().bottomLeft()).row() == 300


def test_scrolling_up_over_estimated_heights_does_not_jump(shown: RecordList) -> None:
    model_of(shown).set_rows([row(number) for number in range(2_000)])
    shown.grab()
    bar = shown.verticalScrollBar()
    last = shown.indexAt(shown.viewport().rect().center()).row()
    for _ in range(200):
        bar.setValue(bar.value() - 120)
        shown.grab()
        now = shown.indexAt(shown.viewport().rect().center()).row()
        assert last - 6 <= now <= last
        last = now
    assert last < 1_800


def test_a_short_record_stands_at_the_foot(shown: RecordList) -> None:
    model_of(shown).set_rows([row(1, "one")])
    box = shown.visualRect(model_of(shown).index(0))
    assert box.bottom() == shown.viewport().height() - 1
    assert not shown.indexAt(shown.viewport().rect().topLeft()).isValid()


def test_a_screen_reader_hears_who_what_and_the_rule(shown: RecordList) -> None:
    model = model_of(shown)
    model.set_rows([row(1, "never", Kind.QUOTE, GroundRule.OFF_RECORD)])
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "10:31, kyc, Quote, “never”, Off the record"
    interface = QAccessible.queryAccessibleInterface(shown)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Record"
    child = interface.child(0)
    assert child is not None
    assert "never" in child.text(QAccessible.Text.Name)


@pytest.mark.parametrize("typed", ["“never”", "«jamais»", "「決して」"])
def test_a_quote_typed_with_its_own_marks_has_no_second_ones(shown: RecordList, typed: str) -> None:
    model = model_of(shown)
    model.set_rows([row(1, typed, Kind.QUOTE)])
    assert f", {typed}," in f"{model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)},"
    assert typed in model.index(0).data()
    assert f"“{typed}" not in model.index(0).data()


def test_space_unfolds_an_observation_and_folds_it_again(shown: RecordList) -> None:
    model = model_of(shown)
    model.set_rows([row(1, "tense", Kind.OBSERVATION)])
    shown.select_last()
    assert "tense" not in model.index(0).data()
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert "tense" in model.index(0).data()
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert "tense" not in model.index(0).data()


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\nb", "a\u2028b", "\u202eabc", "عربي " * 60, "𝕏" * 300, "x" * 5_000]
)
def test_any_text_can_be_painted(shown: RecordList, text: str) -> None:
    model_of(shown).set_rows(
        [row(1, text, kind, rule) for kind in Kind for rule in (None, GroundRule.OFF_RECORD)]
    )
    assert not shown.grab().isNull()


def test_a_changed_entry_takes_the_room_it_needs(shown: RecordList) -> None:
    model = model_of(shown)
    model.set_rows([row(1, "short"), row(2, "last")])
    before = shown.visualRect(model.index(0)).height()
    changed = replace(row(1).intervention, text="long " * 100)
    model.put(CAST.row(changed, Speaker("p")))
    assert shown.visualRect(model.index(0)).height() > before
    model.remove("i1")
    assert model.rowCount() == 1
    assert shown.visualRect(model.index(0)).bottom() == shown.viewport().height() - 1


def test_every_control_of_the_room_has_a_name(table: Table) -> None:
    table.enter("hw: one")
    named = Qt.FocusPolicy.TabFocus
    for widget in table.view.findChildren(QWidget):
        if widget.isVisibleTo(table.view) and widget.focusPolicy() & named:
            assert widget.accessibleName(), widget


def test_no_key_of_the_room_needs_control_and_alt(table: Table) -> None:
    keys = [key for command in table.composition.commands.all() for key in command.keys]
    assert not [key for key in keys if "Ctrl" in key and "Alt" in key]


def test_an_entry_that_goes_above_what_is_in_sight_does_not_move_it(shown: RecordList) -> None:
    model = model_of(shown)
    model.set_rows([row(number) for number in range(300)])
    shown.grab()
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    shown.grab()
    middle = shown.indexAt(shown.viewport().rect().center()).row()
    top = shown.visualRect(model.index(middle)).top()
    model.remove("i5")
    assert shown.visualRect(model.index(middle - 1)).top() == top
    assert model.rows[middle - 1].id == f"i{middle}"
    model.put(row(5))
    assert shown.visualRect(model.index(middle)).top() == top


def test_no_layout_of_an_entry_stays_when_it_goes(shown: RecordList) -> None:
    model = model_of(shown)
    model.set_rows([row(number) for number in range(10)])
    shown.grab()
    assert "i4" in shown._layouts
    model.remove("i4")
    assert "i4" not in shown._layouts


def test_older_entries_come_in_front_without_being_laid_out(shown: RecordList) -> None:
    model = model_of(shown)
    model.set_rows([row(number) for number in range(1_000, 1_400)])
    shown.grab()
    laid_out = set(shown._layouts)
    model.add_earlier([row(number) for number in range(1_000)])
    assert set(shown._layouts) == laid_out
    assert [each.id for each in model.rows] == [f"i{number}" for number in range(1_400)]
    assert shown.indexAt(shown.viewport().rect().bottomLeft()).row() == 1_399
    model.put(CAST.row(replace(row(7).intervention, text="changed"), Speaker("p")))
    assert model.rows[7].intervention.text == "changed"


def test_of_a_pasted_book_the_beginning_is_laid_out_and_the_rest_is_counted(shown: RecordList) -> None:
    model = model_of(shown)
    model.set_rows([row(1, "word " * 1_000_000), row(2, "after")])
    assert not shown.grab().isNull()
    assert shown._layouts["i1"].lines < 1_000
    assert model.index(0).data().endswith("4,980,000 more characters")
    assert len(model.rows[0].intervention.text) == 5_000_000
