"""Ctrl+N: somebody who is on no roster yet gets a code without leaving the line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.domain.codes import MeetingState
from dialogue_notes.domain.record import Participant, Speaker
from dialogue_notes.storage import participants
from dialogue_notes.ui.common.labels import PlainLabel
from tests.ui.record.conftest import Table
from tests.ui.record.test_closed_meeting import put_into

CONTROL = Qt.KeyboardModifier.ControlModifier


def _roster(table: Table) -> tuple[Participant, ...]:
    return tuple(table.read(lambda reader: participants.participants(reader, table.meeting_id)))


def _add(table: Table) -> None:
    table.press(Qt.Key.Key_N, CONTROL, table.view.area.edit)
    table.settle()


def _shown_codes(table: Table) -> list[str]:
    return [label.text() for label in table.view.roster.findChildren(PlainLabel)]


@pytest.mark.parametrize(
    ("typed", "name", "code", "line"),
    [
        ("Park Jin-ho: we cannot accept", "Park Jin-ho", "pjh", "pjh: we cannot accept"),
        ("pj: we cannot accept", "pj", "pj", "pj: we cannot accept"),
        ("Park Jin-ho", "Park Jin-ho", "pjh", "pjh: "),
        ("박진호: 연락", "박진호", "bjh", "bjh: 연락"),
        ("محمد: نعم", "محمد", "mhm", "mhm: نعم"),
        ("1105: %option Li Wei?: late", "Li Wei", "lw", "1105: %option lw?: late"),
        ("~ Li Wei: he is ill", "Li Wei", "lw", "~ lw: he is ill"),
    ],
)
def test_the_name_in_the_line_becomes_a_guest_with_a_code(
    table: Table, typed: str, name: str, code: str, line: str
) -> None:
    table.type(typed)
    _add(table)
    added = _roster(table)[-1]
    assert (added.name, added.guest) == (name, True)
    made = added.code
    assert made == code or not name.isascii()
    edit = table.view.area.edit
    assert edit.text() == line.replace(code, made)
    assert edit.cursorPosition() == len(edit.text())
    assert edit.hasFocus()
    assert made.upper() in _shown_codes(table)
    table.type("x")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert table.speaker(table.entries()[-1]).participant_id == added.id


def test_the_caret_stays_where_it_was(table: Table) -> None:
    table.type("Park Jin-ho: we cannot accept")
    edit = table.view.area.edit
    edit.setCursorPosition(len("Park Jin-ho: we "))
    _add(table)
    assert (edit.text(), edit.cursorPosition()) == ("pjh: we cannot accept", len("pjh: we "))


def test_the_row_offers_it_and_the_next_line_needs_it_no_more(table: Table) -> None:
    table.type("Park Jin-ho: we")
    assert "Ctrl+N adds Park Jin-ho to the roster" in table.view.area.offers.words()
    _add(table)
    assert "Ctrl+N" not in table.view.area.offers.words()
    assert "by Park Jin-ho" in table.view.area.offers.words()
    table.type("So: we")
    assert "Ctrl+N" not in table.view.area.offers.words()


def test_undo_right_after_takes_the_newcomer_off_and_gives_the_name_back(table: Table) -> None:
    table.enter("hw: one")
    before = _roster(table)
    table.type("Park Jin-ho: we")
    _add(table)
    assert len(_roster(table)) == len(before) + 1
    table.press(Qt.Key.Key_Z, CONTROL, table.view.area.edit)
    table.settle()
    assert _roster(table) == before
    assert table.view.area.edit.text() == "Park Jin-ho: we"
    assert "PJH" not in _shown_codes(table)
    assert [entry.text for entry in table.entries()] == ["one"]


def test_undo_at_once_waits_for_the_disk(table: Table) -> None:
    before = _roster(table)
    table.type("Park Jin-ho: we")
    edit = table.view.area.edit
    table.press(Qt.Key.Key_N, CONTROL, edit)
    edit.undo_requested.emit()
    table.settle()
    assert _roster(table) == before


def test_undo_after_an_entry_takes_the_entry_back_and_not_its_speaker(table: Table) -> None:
    table.type("Park Jin-ho: we")
    _add(table)
    table.press(Qt.Key.Key_Return, widget=table.view.area.edit)
    table.settle()
    table.press(Qt.Key.Key_Z, CONTROL, table.view.area.edit)
    table.settle()
    assert (table.entries(), _roster(table)[-1].name) == ((), "Park Jin-ho")
    assert table.view.area.edit.text() == "pjh: we"


@pytest.mark.parametrize("typed", ["Helen Whitcombe: yes", "helen whitcombe: yes", "hw: yes", "рц: yes"])
def test_whoever_is_on_the_roster_is_named_and_not_added_again(table: Table, typed: str) -> None:
    before = _roster(table)
    table.type(typed)
    _add(table)
    assert _roster(table) == before
    assert table.view.area.edit.text() == "hw: yes"
    table.enter("")
    assert table.speaker(table.entries()[-1]) == Speaker(table.people["hw"])


@pytest.mark.parametrize("typed", ["", ": text", "10:46 we met", "1105: ", "-- "])
def test_without_a_name_it_is_refused_in_words_and_the_line_stays(table: Table, typed: str) -> None:
    before = _roster(table)
    table.type(typed)
    _add(table)
    assert _roster(table) == before
    assert table.view.area.edit.text() == typed
    assert "newcomer's name" in table.view.message.words()


def test_a_closed_meeting_takes_no_newcomer(table: Table) -> None:
    put_into(table, MeetingState.CLOSED)
    before = _roster(table)
    _add(table)
    assert _roster(table) == before
    assert "closed" in table.view.message.words()
