"""After unlocking the keys mean what they meant: shorthand that was given back, and the digits of the speakers."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.speaking_order import DIGITS
from dialogue_notes.services.roster import add_participant
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.record.expanding import Expanding
from tests.ui.record.conftest import Table
from tests.ui.record.test_shorthand import with_glossary
from tests.ui.record.test_speaking_order import digits

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize("is_taken_back", [True, False])
def test_a_lock_changes_nothing_about_what_enter_keeps(table: Table, *, is_taken_back: bool) -> None:
    with_glossary(table, lo="liaison office")
    table.type("see ;lo ")
    if is_taken_back:
        table.press(Qt.Key.Key_Z, CONTROL)
        table.type("and ;lo")
    table.lock_and_unlock()
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert table.entries()[-1].text == ("see ;lo and ;lo" if is_taken_back else "see liaison office ")
    table.enter("then ;lo")
    assert table.entries()[-1].text == "then liaison office"


def test_a_space_after_unlocking_leaves_the_key_that_was_given_back(table: Table) -> None:
    with_glossary(table, lo="liaison office")
    table.type("see ;lo ")
    table.press(Qt.Key.Key_Z, CONTROL)
    table.lock_and_unlock()
    table.press(Qt.Key.Key_Backspace, widget=table.view.area.edit)
    table.type(" x")
    assert table.view.area.edit.text() == "see ;lo x"
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert table.entries()[-1].text == "see ;lo x"


def test_what_was_taken_back_in_one_session_says_nothing_about_another(table: Table) -> None:
    with_glossary(table, lo="liaison office")
    table.type("see ;lo ")
    table.press(Qt.Key.Key_Z, CONTROL)
    office = table.composition.office
    office.choose_session(table.sessions[1])
    table.settle()
    table.enter("there ;lo")
    assert table.entries(1)[-1].text == "there liaison office"
    office.choose_session(table.sessions[0])
    table.settle()
    table.press(Qt.Key.Key_Return, widget=table.view.area.edit)
    table.settle()
    assert table.entries(0)[-1].text == "see ;lo "


def test_no_word_before_an_expansion_is_left_after_locking(table: Table) -> None:
    with_glossary(table, lo="liaison office")
    table.type("Zwiebelturm ;lo ")
    table.composition.office.lock()
    assert not [
        each for each in gc.get_objects() if isinstance(each, Expanding) and "Zwiebelturm" in str(vars(each))
    ]


def test_with_more_than_nine_speakers_the_digits_are_the_same_after_unlocking(table: Table) -> None:
    def seven_more(vault: Vault) -> None:
        for number in range(7):
            guest = Participant(
                "", table.meeting_id, 0, f"Guest {number}", code=f"z{'abcdefg'[number]}", guest=True
            )
            add_participant(vault, guest)

    table.composition.office.write(seven_more, lambda _none: None)
    table.settle()
    table.composition.office.meeting_changed.emit()
    table.settle()
    table.enter("za: a", "zb: b", "hw: c", "ze: d", "zf: e", "pv: f", "zg: g", "kyc: h", "zd: i", "zc: j")
    table.press(Qt.Key.Key_Down, ALT)
    table.settle()
    table.enter("dm: a", "zg: b")
    before = digits(table)
    assert len(before) == DIGITS
    table.lock_and_unlock()
    assert digits(table) == before
