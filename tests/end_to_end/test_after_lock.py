"""Ctrl+L in every room, whatever is open: nothing of the vault stays to be found, and nothing typed is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from dialogue_notes.app.compose import Composition
from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.storage import drafts, summaries
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.ui.review.view import ReviewView
from dialogue_notes.ui.summary.view import SummaryView
from tests.conftest import Messages
from tests.support.filling import Filled, fill
from tests.support.looking import in_accessibility_tree, in_widgets
from tests.ui.conftest import PASSPHRASE, cheap_doors, focused, settle, wait_for

WORD = "Zwiebelturm"
TYPED = "Kirchenglocke"


@dataclass
class House:
    """The open window on a vault with the word in every field."""

    composition: Composition
    hands: Hands
    filled: Filled

    def lock(self) -> None:
        """By its key, through whatever has the keyboard."""
        popup = QApplication.activePopupWidget()
        target = self.composition.window.windowHandle() if popup else focused()
        control = Qt.KeyboardModifier.ControlModifier
        wait_for(self.composition.office.closed, lambda: QTest.keyClick(target, Qt.Key.Key_L, control))

    def settle(self) -> None:
        settle(self.composition)

    def everything_stored(self) -> str:
        """What the vault holds of the meeting after it was unlocked again."""
        folder = self.composition.office.folder
        assert folder is not None
        vault = cheap_doors().unlock(folder, bytearray(PASSPHRASE.encode()))
        meeting_id = self.filled.meeting.id
        draft = drafts.draft(vault, self.filled.session.id)
        whole = [getattr(draft, "text", ""), *map(vars_of, summaries.summaries(vault, meeting_id))]
        record = meeting_record(vault, meeting_id)
        vault.close()
        return "\n".join([*whole, vars_of(record)])


def vars_of(record: object) -> str:
    """All that a record holds: the texts that its repr leaves out too."""
    return json.dumps(msgspec.to_builtins(record), ensure_ascii=False)


@pytest.fixture
def house(opened: Composition) -> House:
    made: list[Filled] = []
    opened.office.write(lambda vault: fill(vault, WORD), made.append)
    settle(opened)
    filled = made[0]
    opened.office.choose_meeting(filled.dialogue.id, filled.meeting.id, filled.session.id)
    settle(opened)
    house = House(opened, Hands(opened.window), filled)
    for room in ("Ctrl+4", "Ctrl+3", "Ctrl+2", "Ctrl+1"):
        house.hands.press(room)
        house.settle()
    return house


def find_a_command(house: House) -> None:
    house.hands.press("Ctrl+K")
    house.hands.type_text(TYPED)


def paste_a_table(house: House) -> None:
    house.hands.press("Ctrl+Shift+V")
    house.hands.type_text(f"{TYPED};Side")


def read_the_cheat_sheet(house: House) -> None:
    house.hands.press("Ctrl+2")
    house.settle()
    house.hands.press("F1")


def look_at_the_shield(house: House) -> None:
    house.composition.commands.run("shield")


def type_a_line(house: House) -> None:
    house.hands.press("Ctrl+2")
    house.settle()
    house.hands.type_text(TYPED)


def hide_the_text(house: House) -> None:
    type_a_line(house)
    house.hands.press("F12")


def say_who_spoke(house: House) -> None:
    house.hands.press("Ctrl+2")
    house.settle()
    house.hands.press("Tab")
    house.composition.commands.run("record.attribute")


def change_a_name_in_the_roster(house: House) -> None:
    house.hands.press("Alt+3")
    house.hands.press("Right")  # from the typing code to the name
    house.hands.press("F2")
    house.hands.type_text(TYPED)
    assert isinstance(focused(), QLineEdit)


def choose_from_a_list(house: House) -> None:
    box = next(each for each in house.composition.window.findChildren(QComboBox) if each.isVisible())
    box.showPopup()


def word_a_redaction(house: House) -> None:
    house.hands.press("Ctrl+3")
    house.settle()
    room = house.hands.the(ReviewView)
    house.hands.until(lambda: room.model.rowCount() > 0, "something to decide")
    room.cards.setFocus()
    house.hands.press("E")
    house.hands.type_text(TYPED)


def write_a_point(house: House) -> None:
    house.hands.press("Ctrl+4")
    room = house.hands.the(SummaryView)
    house.hands.until(lambda: room.editor.model.rowCount() > 0, "the summary")
    room.editor.outline.setCurrentIndex(room.editor.model.index(0))
    room.editor.begin_point()
    house.hands.type_text(TYPED)
    assert isinstance(focused(), QPlainTextEdit)


def ask_to_export(house: House) -> None:
    house.hands.press("Ctrl+4")
    room = house.hands.the(SummaryView)
    house.hands.until(lambda: room.editor.model.rowCount() > 0, "the summary")
    house.hands.press("Ctrl+E")
    house.hands.until(room.export_sheet.isVisible, "the sheet")


EVERYTHING_THAT_OPENS = (
    find_a_command,
    paste_a_table,
    read_the_cheat_sheet,
    look_at_the_shield,
    type_a_line,
    hide_the_text,
    say_who_spoke,
    change_a_name_in_the_roster,
    choose_from_a_list,
    word_a_redaction,
    write_a_point,
    ask_to_export,
)


@pytest.mark.parametrize("open_it", EVERYTHING_THAT_OPENS)
def test_after_the_lock_key_no_word_of_the_vault_can_be_found(
    house: House, open_it: Callable[[House], None], expected_messages: Messages
) -> None:
    open_it(house)
    assert any(WORD in text for text in in_widgets())
    assert any(WORD in text for text in in_accessibility_tree()) or open_it is hide_the_text
    house.lock()
    for words in (list(in_widgets()), list(in_accessibility_tree())):
        assert words
        assert [text for text in words if WORD in text or TYPED in text] == []
    if open_it is choose_from_a_list:
        expected_messages.expect("This plugin does not support")  # a screen in memory grabs no keyboard


def name_the_meeting_anew(house: House) -> None:
    house.hands.named(QLineEdit, "Title of the meeting").setFocus()
    house.hands.press("Ctrl+A")
    house.hands.type_text(TYPED)


def say_what_role_somebody_has(house: House) -> None:
    house.hands.press("Alt+3")
    house.hands.named(QLineEdit, "Role").setFocus()
    house.hands.press("Ctrl+A")
    house.hands.type_text(TYPED)


def add_to_the_agenda(house: House) -> None:
    house.hands.press("Alt+2")
    house.hands.press("Ctrl+End")
    house.hands.press("Home")
    house.hands.type_text(TYPED)


def mark_the_summary_anew(house: House) -> None:
    house.hands.press("Ctrl+4")
    room = house.hands.the(SummaryView)
    house.hands.until(lambda: room.editor.model.rowCount() > 0, "the summary")
    room.side.marking.edit.setFocus()
    house.hands.press("Ctrl+A")
    house.hands.type_text(TYPED)


@pytest.mark.parametrize("is_in_background", [False, True], ids=["in front", "in the background"])
@pytest.mark.parametrize(
    "type_it",
    [
        type_a_line,
        name_the_meeting_anew,
        change_a_name_in_the_roster,
        say_what_role_somebody_has,
        add_to_the_agenda,
        write_a_point,
        mark_the_summary_anew,
    ],
)
def test_what_was_half_typed_is_there_after_unlocking(
    house: House, type_it: Callable[[House], None], *, is_in_background: bool
) -> None:
    type_it(house)
    if is_in_background:
        other = QWidget()
        other.show()
        other.activateWindow()
        assert QTest.qWaitForWindowActive(other)
        wait_for(house.composition.office.closed, house.composition.office.lock)
        other.close()
    else:
        house.lock()
    assert [text for text in in_widgets() if TYPED in text] == []
    assert TYPED in house.everything_stored()


def test_nothing_is_left_as_soon_as_the_locking_is_said(house: House) -> None:
    found: list[str] = []
    house.composition.office.locked.connect(
        lambda: found.extend(text for text in (*in_widgets(), *in_accessibility_tree()) if WORD in text)
    )
    wait_for(house.composition.office.closed, house.composition.office.lock)
    assert found == []
