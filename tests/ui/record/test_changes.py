"""Changes to entries already made: edited, undone, re-attributed, marked, struck."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dialogue_notes.domain.codes import Aim, InterventionState, MarginMark
from dialogue_notes.domain.record import Speaker
from tests.ui.record.conftest import Table

SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_up_edits_the_last_entry_and_escape_restores_what_was_half_typed(table: Table) -> None:
    table.enter("hw: one")
    table.type("half")
    table.press(Qt.Key.Key_Up)
    table.settle()
    edit = table.view.area.edit
    assert edit.text() == "hw: one"
    table.type(", changed")
    table.press(Qt.Key.Key_Escape)
    assert edit.text() == "half"
    assert table.entries()[0].text == "one"
    table.press(Qt.Key.Key_Up)
    table.settle()
    table.type(", changed")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert edit.text() == "half"
    assert [entry.text for entry in table.entries()] == ["one, changed"]
    assert "one, changed" in table.shown()[0]


def test_an_edit_over_a_half_typed_line_survives_locking_with_both(table: Table) -> None:
    table.enter("hw: one")
    table.type("half")
    table.press(Qt.Key.Key_Up)
    table.settle()
    table.type(" two")
    table.lock_and_unlock()
    edit = table.view.area.edit
    assert edit.text() == "hw: one two"
    assert [entry.text for entry in table.entries()] == ["one"]
    table.press(Qt.Key.Key_Return, widget=edit)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["one two"]
    assert edit.text() == "half"


def test_an_edit_begun_is_gone_on_with_after_locking(table: Table) -> None:
    table.enter("hw: one")
    table.press(Qt.Key.Key_Up)
    table.settle()
    table.type(" two")
    table.lock_and_unlock()
    assert table.view.area.edit.text() == "hw: one two"
    table.press(Qt.Key.Key_Return, widget=table.view.area.edit)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["one two"]


def test_undo_takes_the_entry_back_into_the_line_and_redo_keeps_it_again(table: Table) -> None:
    table.enter("hw: one", "pv: two")
    table.press(Qt.Key.Key_Z, CONTROL, table.view.area.edit)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["one"]
    assert len(table.shown()) == 1
    edit = table.view.area.edit
    assert edit.text() == "pv: two"
    edit.clear()
    table.press(Qt.Key.Key_Z, CONTROL | SHIFT, edit)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["one", "two"]
    assert len(table.shown()) == 2


def test_selected_entries_get_the_speaker_whose_code_is_typed(table: Table) -> None:
    table.enter("?: one", "two", "three")
    table.press(Qt.Key.Key_Up, SHIFT, table.view.area.edit)
    record = table.view.list
    assert record.hasFocus()
    table.press(Qt.Key.Key_Up, SHIFT, record)
    table.press(Qt.Key.Key_K, widget=record)
    prompt = table.view.code_prompt.edit
    assert prompt.hasFocus()
    assert prompt.text() == "k"
    table.press(Qt.Key.Key_Return, widget=prompt)
    assert prompt.isVisible()
    prompt.setText("kyc")
    table.press(Qt.Key.Key_Return, widget=prompt)
    table.settle()
    said = [table.speaker(entry).participant_id for entry in table.entries()]
    assert said == [None, table.people["kyc"], table.people["kyc"]]
    assert not prompt.isVisible()
    assert ["kyc, two" in line for line in table.shown()] == [False, True, False]


def test_one_key_marks_the_entry_just_made_and_takes_the_mark_off_again(table: Table) -> None:
    table.enter("hw: one")
    table.type("half")
    edit = table.view.area.edit
    table.press(Qt.Key.Key_O, ALT, edit)
    table.press(Qt.Key.Key_I, ALT, edit)
    table.settle()
    (entry,) = table.entries()
    assert (entry.marks, entry.aims) == ((MarginMark.IMPORTANT,), (Aim.OPTION,))
    table.press(Qt.Key.Key_I, ALT, edit)
    table.settle()
    assert table.entries()[0].marks == ()
    assert edit.text() == "half"


def test_selected_entries_are_marked_together_and_given_to_somebody_unsure(table: Table) -> None:
    table.enter("?: one", "two", "three")
    record = table.view.list
    table.press(Qt.Key.Key_Up, SHIFT, table.view.area.edit)
    table.press(Qt.Key.Key_Up, SHIFT, record)
    table.press(Qt.Key.Key_I, ALT, record)
    table.settle()
    assert [entry.marks for entry in table.entries()] == [
        (),
        (MarginMark.IMPORTANT,),
        (MarginMark.IMPORTANT,),
    ]
    table.press(Qt.Key.Key_H, widget=record)
    prompt = table.view.code_prompt.edit
    prompt.setText("hw?")
    table.press(Qt.Key.Key_Return, widget=prompt)
    table.settle()
    said = [table.speaker(entry) for entry in table.entries()]
    assert said == [Speaker(), *[Speaker(table.people["hw"], unsure=True)] * 2]


def test_a_strike_asks_first_destroys_the_words_and_cannot_be_undone(table: Table) -> None:
    table.enter("hw: kept", "pv: please do not note that")
    table.composition.commands.run("record.strike")
    assert [entry.state for entry in table.entries()] == [InterventionState.KEPT] * 2
    table.press(Qt.Key.Key_Return)
    table.settle()
    entries = table.entries()
    assert [(entry.text, entry.state) for entry in entries] == [
        ("kept", InterventionState.KEPT),
        ("", InterventionState.STRUCK),
    ]
    assert "struck at the speaker's request" in table.shown()[1]
    table.press(Qt.Key.Key_Z, CONTROL, table.view.area.edit)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["kept", ""]


def test_an_edit_begun_is_kept_when_another_session_is_chosen(table: Table) -> None:
    table.enter("hw: one")
    table.type("half")
    table.press(Qt.Key.Key_Up)
    table.settle()
    table.type(" two")
    table.press(Qt.Key.Key_Down, ALT)
    table.settle()
    assert [entry.text for entry in table.entries()] == ["one two"]
    table.press(Qt.Key.Key_Up, ALT)
    table.settle()
    assert table.view.area.edit.text() == "half"
