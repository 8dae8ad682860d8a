"""Lines kept before an entry, other times for entries made already, and a whole evening typed from paper."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dialogue_notes.domain.record import Speaker
from dialogue_notes.ui.record.mending_prompts import InsertBar, TimePrompt
from tests.support.looking import in_widgets
from tests.ui.record.conftest import Table
from tests.ui.record.test_mending import CONTROL, KEY, press, select, texts, undo


class TestInsert:
    def test_lines_are_kept_before_the_entry_until_escape(self, table: Table) -> None:
        table.enter("hw: one", "pv: four")
        select(table, 1)
        press(table, KEY.Key_I, CONTROL)
        bar = table.view.findChild(InsertBar)
        assert isinstance(bar, InsertBar)
        assert bar.isVisible()
        assert "four" in bar.accessibleName()
        assert table.view.area.edit.hasFocus()
        table.enter("kyc: two", "pjs: three")
        assert texts(table) == ["one", "two", "three", "four"]
        assert [words.split(", ")[-1] for words in table.shown()] == ["one", "two", "three", "four"]
        press(table, KEY.Key_Escape)
        assert not bar.isVisible()
        table.enter("five")
        assert texts(table) == ["one", "two", "three", "four", "five"]
        assert table.speaker(table.entries()[4]) == Speaker(table.people["pv"])

    def test_who_speaks_there_is_who_spoke_there_and_the_room_goes_on_as_it_was(self, table: Table) -> None:
        table.enter("hw: one", "kyc: three", "pv: four")
        select(table, 1, up=1)
        press(table, KEY.Key_I, CONTROL)
        assert table.view._desk.context().speaker == Speaker(table.people["hw"])
        table.type("by whoever spoke")
        table.view.show_foot()
        assert table.view.area._speaking.text() == ""
        assert "Helen Whitcombe" in [label.text() for label in table.view.area.findChildren(QLabel)]
        table.enter("")
        table.enter("pjs:", "two", "dm: more", "and more")
        table.press(KEY.Key_Escape)
        table.settle()
        table.enter("five")
        people = {who: code for code, who in table.people.items()}
        said = [(people[table.speaker(entry).participant_id or ""], entry.text) for entry in table.entries()]
        assert said == [
            ("hw", "one"),
            ("hw", "by whoever spoke"),
            ("pjs", "two"),
            ("dm", "more"),
            ("dm", "and more"),
            ("kyc", "three"),
            ("pv", "four"),
            ("pv", "five"),
        ]

    def test_the_insert_key_does_the_same_and_hiding_and_locking_end_it(self, table: Table) -> None:
        table.enter("hw: one", "pv: the zebra")
        bar = table.view.findChild(InsertBar)
        assert isinstance(bar, InsertBar)
        select(table, 1)
        press(table, KEY.Key_Insert)
        assert bar.isVisible()
        press(table, KEY.Key_F12)
        assert not any("zebra" in words for words in in_widgets())
        press(table, KEY.Key_F12)
        assert not bar.isVisible()
        table.enter("kyc: at the end")
        assert texts(table)[-1] == "at the end"
        select(table, 1)
        press(table, KEY.Key_Insert)
        table.type("half")
        table.lock_and_unlock()
        assert table.view.area.edit.text() == "half"
        assert not bar.isVisible()

    def test_what_is_half_typed_goes_along_and_nothing_is_lost(self, table: Table) -> None:
        table.enter("hw: one", "pv: three")
        table.type("kyc: two")
        select(table, 1)
        press(table, KEY.Key_I, CONTROL)
        press(table, KEY.Key_Return)
        assert texts(table) == ["one", "two", "three"]

    def test_another_session_ends_it(self, table: Table) -> None:
        table.enter("hw: one")
        select(table, 1)
        press(table, KEY.Key_I, CONTROL)
        press(table, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
        table.enter("pv: there")
        assert texts(table) == ["one"]
        assert texts(table, 1) == ["there"]


class TestTime:
    def test_a_time_is_given_to_one_entry_and_undone(self, table: Table) -> None:
        table.enter("1000: hw: one", "1010: two")
        select(table, 1)
        press(table, KEY.Key_T, CONTROL)
        prompt = table.view.findChild(TimePrompt)
        assert isinstance(prompt, TimePrompt)
        assert prompt.edit.text() == "10:10"
        prompt.edit.setText("11.5")
        press(table, KEY.Key_Return)
        assert prompt.isVisible()
        prompt.edit.selectAll()
        for digit in "1105":
            table.press(Qt.Key(ord(digit)))
        press(table, KEY.Key_Return)
        assert [f"{entry.spoken_at:%H:%M}" for entry in table.entries()] == ["10:00", "11:05"]
        assert table.shown()[1].startswith("11:05")
        assert not prompt.isVisible()
        assert table.view.list.hasFocus()
        undo(table)
        assert [f"{entry.spoken_at:%H:%M}" for entry in table.entries()] == ["10:00", "10:10"]

    def test_a_run_is_shifted_as_one_act(self, table: Table) -> None:
        table.enter("1000: hw: one", "1010: two", "1020: three")
        select(table, 2)
        press(table, KEY.Key_T, CONTROL)
        prompt = table.view.findChild(TimePrompt)
        assert isinstance(prompt, TimePrompt)
        prompt.edit.setText("-15")
        press(table, KEY.Key_Return)
        assert [f"{entry.spoken_at:%H:%M}" for entry in table.entries()] == ["10:00", "09:55", "10:05"]
        undo(table)
        assert [f"{entry.spoken_at:%H:%M}" for entry in table.entries()] == ["10:00", "10:10", "10:20"]

    def test_no_time_at_all_and_the_same_time_keep_what_they_should(self, table: Table) -> None:
        table.enter("hw: one")
        was = table.entries()[0].spoken_at
        assert was is not None
        press(table, KEY.Key_T, CONTROL)
        press(table, KEY.Key_Return)
        assert table.entries()[0].spoken_at == was
        press(table, KEY.Key_T, CONTROL)
        press(table, KEY.Key_Delete)
        press(table, KEY.Key_Return)
        assert table.entries()[0].spoken_at is None
        assert table.shown()[0].startswith("hw")
        undo(table)
        assert table.entries()[0].spoken_at == was
        press(table, KEY.Key_T, CONTROL)
        prompt = table.view.findChild(TimePrompt)
        assert isinstance(prompt, TimePrompt)
        prompt.edit.setText("+10")
        press(table, KEY.Key_Return)
        assert table.entries()[0].spoken_at == was + timedelta(minutes=10)


class TestPaper:
    def test_without_a_clock_entries_have_only_the_time_they_say(self, table: Table) -> None:
        table.enter("hw: before")
        table.composition.commands.run("record.clock")
        table.settle()
        assert "no running clock" in table.view.area._entries.text()
        table.enter("pv: one", "1105: two")
        entries = table.entries()
        assert entries[1].spoken_at is None
        assert entries[2].spoken_at is not None
        assert f"{entries[2].spoken_at:%H:%M}" == "11:05"
        assert table.shown()[1].startswith("pv")
        table.composition.commands.run("record.clock")
        table.settle()
        assert "no running clock" not in table.view.area._entries.text()
        undo(table)
        assert "no running clock" in table.view.area._entries.text()
