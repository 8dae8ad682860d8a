"""Clean-up by keys: one thing after another, each with one key, and what is open said at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.codes import Aim, EntryFlag, Kind, MarginMark, MeetingState
from dialogue_notes.domain.record import Speaker
from dialogue_notes.ui.record.clean_up_bar import CleanUpBar
from tests.support.looking import in_widgets
from tests.ui.record.conftest import Table
from tests.ui.record.test_closed_meeting import REFUSAL, put_into
from tests.ui.record.test_mending import close_quietly

KEY = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def bar_of(table: Table) -> CleanUpBar:
    found = table.view.findChild(CleanUpBar)
    assert isinstance(found, CleanUpBar)
    return found


def start(table: Table) -> CleanUpBar:
    table.press(KEY.Key_F10, widget=table.view.area.edit)
    table.settle()
    return bar_of(table)


def press(table: Table, *keys: Qt.Key) -> None:
    """Where the focus is, as a person does."""
    for key in keys:
        table.press(key)
    table.settle()


def selected(table: Table) -> list[str]:
    rows = {row.id: row.intervention.text for row in table.view._desk.model.rows}
    return [rows[entry_id] for entry_id in table.view.list.selected_ids()]


def progress(table: Table) -> str:
    return bar_of(table)._progress.text()


def test_a_speaker_is_said_by_a_code_and_the_next_thing_is_there_at_once(table: Table) -> None:
    table.enter("?: nobody knows who", "hw: plain words", "zz: a code of nobody", "pv?: perhaps")
    bar = start(table)
    assert (progress(table), selected(table)) == ("1 of 3", ["nobody knows who"])
    assert "not said who spoke" in bar.reason.text()
    assert bar.edit.hasFocus()
    table.press(KEY.Key_H)
    table.press(KEY.Key_X)
    press(table, KEY.Key_Return)
    assert bar.wrong.text() == "No such code"
    assert selected(table) == ["nobody knows who"]
    for key in (KEY.Key_Backspace, KEY.Key_W, KEY.Key_Return):
        table.press(key)
    assert (progress(table), selected(table)) == (
        "2 of 3",
        ["zz: a code of nobody"],
    )  # before it is on the disk
    table.settle()
    first = table.entries()[0]
    assert table.speaker(first) == Speaker(table.people["hw"])
    assert first.flags == ()
    press(table, KEY.Key_P, KEY.Key_V, KEY.Key_Return)
    assert table.entries()[2].flags == ()
    assert selected(table) == ["perhaps"]
    press(table, KEY.Key_Return)  # nothing typed: it is left
    assert bar.reason.text() == "Still open: 1 speaker unsure."
    press(table, KEY.Key_Return)
    assert not bar.isVisible()
    assert table.view.area.edit.hasFocus()


def test_each_reason_has_its_key(table: Table) -> None:
    table.enter(
        "hw: first *",
        "= we meet in spring",
        '" never again',
        "!! send the draft",
        "1000: hw: odd %check",
        "..",
        "1004: pv: on",
    )
    bar = start(table)
    reasons = []
    for key in (KEY.Key_O, KEY.Key_Y, KEY.Key_Y, KEY.Key_S, KEY.Key_Y, KEY.Key_Return):
        reasons.append((progress(table), bar.reason.text()[:45]))
        press(table, key)
    assert reasons == [
        ("1 of 6", "Important. Which of the dialogue's aims does "),
        ("2 of 6", "An agreement as heard. Was it read back in th"),
        ("3 of 6", "A quotation. Did the speaker allow these word"),
        ("4 of 6", "The action does not say who does it and by wh"),
        ("5 of 6", "You marked it to be checked."),
        ("6 of 6", "Something was missed here: 4 minutes, between"),
    ]
    entries = table.entries()
    assert entries[0].aims == (Aim.OPTION,)
    assert entries[0].marks == (MarginMark.IMPORTANT,)
    assert entries[1].read_back
    assert entries[1].text == "we meet in spring"
    assert entries[2].consent is not None
    assert entries[4].marks == ()
    assert bar.reason.text() == "Still open: 1 gap, 1 action without who or when."


def test_after_it_the_line_stands_under_the_newest_entry_again(table: Table) -> None:
    table.enter("?: nobody knows who", *(f"hw: sentence {number}" for number in range(60)))
    start(table)
    scrolled = table.view.list.verticalScrollBar()
    assert scrolled.value() < scrolled.maximum()
    press(table, KEY.Key_Escape)
    assert not bar_of(table).isVisible()
    assert scrolled.value() == scrolled.maximum() > 0


def test_an_entry_is_edited_in_place_and_enter_goes_on(table: Table) -> None:
    table.enter("!! send the draft", "hw: on", "..")
    bar = start(table)
    press(table, KEY.Key_E)
    assert bar.edit.text() == "!! send the draft"
    bar.edit.setText("!! send the draft @pv by 12 Mar")
    press(table, KEY.Key_Return)
    assert table.entries()[0].text == "send the draft @pv by 12 Mar"
    assert progress(table) == "2 of 2"
    press(table, KEY.Key_E)
    press(table, KEY.Key_Escape)
    assert bar.isVisible()
    assert table.entries()[2].text == ""
    press(table, KEY.Key_E)
    bar.edit.setText("pv: what was missed")
    press(table, KEY.Key_Return)
    filled = table.entries()[2]
    assert (filled.kind, filled.text) == (Kind.STATEMENT, "what was missed")
    assert table.speaker(filled) == Speaker(table.people["pv"])
    assert bar.reason.text() == "Nothing is open."


def test_raw_shorthand_is_written_out_and_the_raw_line_stays_in_the_history(table: Table) -> None:
    table.enter("hw: govt wld not obj to mtgs")
    bar = start(table)
    assert bar.raw.toPlainText() == "govt wld not obj to mtgs"
    proposal = bar.proposal.toPlainText()
    assert proposal == "government would not object to meetings"
    press(table, KEY.Key_Return)
    assert table.entries()[0].text == proposal
    press(table, KEY.Key_U)
    assert table.entries()[0].text == "govt wld not obj to mtgs"
    assert progress(table) == "1 of 1"
    assert bar.proposal.toPlainText() == proposal
    press(table, KEY.Key_E)
    assert bar.edit.text() == f"hw: {proposal}"


def test_arrows_go_back_to_what_was_done_and_undo_brings_back_only_what_the_clean_up_did(
    table: Table,
) -> None:
    table.enter("hw: a *", "hw: b *")
    bar = start(table)
    press(table, KEY.Key_U)
    assert len(table.entries()) == 2
    assert "nothing to undo" in table.view.message.words()
    press(table, KEY.Key_A, KEY.Key_Left)
    assert (progress(table), bar.reason.text()[:5]) == ("1 of 2", "Done.")
    press(table, KEY.Key_Right)
    assert progress(table) == "2 of 2"
    press(table, KEY.Key_U)
    assert table.entries()[0].aims == ()
    assert progress(table) == "1 of 2"
    assert bar.reason.text().startswith("Important")


def test_control_z_undoes_where_letters_are_typed(table: Table) -> None:
    table.enter("?: one", "?: two")
    bar = start(table)
    press(table, KEY.Key_H, KEY.Key_W, KEY.Key_Return)
    assert selected(table) == ["two"]
    table.press(KEY.Key_P)
    table.press(KEY.Key_Z, CONTROL)
    assert bar.edit.text() == ""
    assert table.entries()[0].flags == ()
    table.press(KEY.Key_Z, CONTROL)
    table.settle()
    assert table.entries()[0].flags == (EntryFlag.SPEAKER_UNKNOWN,)
    assert selected(table) == ["one"]


def test_what_was_skipped_is_not_shown_again_in_this_run_but_is_in_the_next(table: Table) -> None:
    table.enter("hw: a *", "hw: b *")
    bar = start(table)
    press(table, KEY.Key_S, KEY.Key_S)
    assert bar.reason.text() == "Still open: 2 important entries without an aim."
    press(table, KEY.Key_Return)
    start(table)
    assert progress(table) == "1 of 2"


def test_a_key_of_the_room_puts_the_entry_shown_right_too(table: Table) -> None:
    table.enter("hw: a *", "pv: b")
    bar = start(table)
    table.press(KEY.Key_C, ALT)
    table.settle()
    assert table.entries()[0].aims == (Aim.CHANNEL,)
    assert bar.reason.text().startswith("Done.")
    assert bar.hasFocus()


def test_letters_are_understood_on_another_layout(table: Table) -> None:
    table.enter("= we meet in spring")
    bar = start(table)
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, KEY.Key_unknown, Qt.KeyboardModifier.NoModifier, "н")
    QApplication.sendEvent(bar, pressed)
    table.settle()
    assert table.entries()[0].read_back


def test_a_clean_session_says_so(table: Table) -> None:
    table.enter("hw: one")
    bar = start(table)
    assert bar.reason.text() == "Nothing in this session needs a look."


def test_hiding_takes_its_words_off_the_screen_and_showing_goes_on_where_it_stood(table: Table) -> None:
    table.enter("hw: a *", "hw: wld not obj to the zebra")
    bar = start(table)
    press(table, KEY.Key_S)
    assert bar.raw.toPlainText()
    table.press(KEY.Key_F12)
    assert not bar.isVisible()
    assert not any("zebra" in words for words in in_widgets())
    table.press(KEY.Key_F12)
    table.settle()
    assert bar.isVisible()
    assert progress(table) == "2 of 2"
    assert "zebra" in bar.raw.toPlainText()
    table.lock_and_unlock()
    assert not bar.isVisible()


def test_a_closed_meeting_is_not_cleaned_up(table: Table) -> None:
    table.enter("?: one")
    put_into(table, MeetingState.CLOSED)
    bar = start(table)
    assert not bar.isVisible()
    assert table.view.message.words() == REFUSAL


def test_what_cannot_be_written_comes_back_with_the_reason(table: Table) -> None:
    table.enter("?: one", "?: two")
    bar = start(table)
    close_quietly(table)
    press(table, KEY.Key_H, KEY.Key_W, KEY.Key_Return)
    assert table.view.message.words() == REFUSAL
    assert (progress(table), selected(table)) == ("1 of 2", ["one"])
    assert bar.isVisible()
    assert table.entries()[0].flags == (EntryFlag.SPEAKER_UNKNOWN,)
