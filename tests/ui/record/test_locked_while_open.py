"""Whatever the room has open, every way of locking empties the screen, asks nothing and loses no entry."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.guard.idle import IdleLock
from dialogue_notes.ui.guard.watching import SystemWatch
from dialogue_notes.ui.meetings.reason_line import ReasonLine
from dialogue_notes.ui.record.first_hints import HintLine
from dialogue_notes.ui.record.prompts import Prompt
from tests.support.looking import in_accessibility_tree, in_widgets
from tests.ui.conftest import focused, wait_for
from tests.ui.record.conftest import Table

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SECRET: Final = "Zwiebelturm"
NAME: Final = "Petra Vance"
SPOKEN: Final = [f"{SECRET} one", f"{SECRET} two"]

Open = Callable[[Table], None]


def command(code: str, *, selects: bool = False) -> Open:
    """By a command of the room; `selects` when it is about the last entry."""

    def run(table: Table) -> None:
        if selects:
            table.composition.commands.run("record.into_record")
        table.composition.commands.run(f"record.{code}")
        table.settle()

    return run


def who_is_here(*keys: tuple[str, Qt.KeyboardModifier]) -> Open:
    """The sheet of who is here, and what its keys ask."""

    def run(table: Table) -> None:
        command("attendance")(table)
        for key, modifiers in keys:
            QTest.keyClicks(focused(), key, modifiers)
        table.settle()

    return run


def told(table: Table) -> None:
    who_is_here(("n", SHIFT), ("Kang Min-ji", Qt.KeyboardModifier.NoModifier))(table)
    table.press(Qt.Key.Key_Return)


def shorthand(table: Table) -> None:
    table.type(SECRET)
    command("shorthand")(table)


def hint(table: Table) -> None:
    table.view.findChildren(HintLine)[0].show_words(f"{NAME} said {SECRET}")


OPENERS: Final[dict[str, Open]] = {
    "CheatSheet": command("cheat_sheet"),
    "CleanUpBar": command("clean_up"),
    "ClosingPrompt": command("closing"),
    "CodePrompt": command("attribute", selects=True),
    "DeputyForm": who_is_here(("pv", Qt.KeyboardModifier.NoModifier), ("d", SHIFT)),
    "HintLine": hint,
    "HistorySheet": command("history", selects=True),
    "InsertBar": command("insert", selects=True),
    "MovePrompt": command("move", selects=True),
    "PaperPrompt": command("paper"),
    "PapersSheet": command("papers"),
    "ReasonLine": command("rule.on_record"),
    "RulePrompt": command("reach_back", selects=True),
    "SeatSheet": command("seats"),
    "ShorthandPrompt": shorthand,
    "ShorthandSheet": command("shorthand_list"),
    "TimePrompt": command("time", selects=True),
    "ToldQuestion": told,
    "WalkInForm": who_is_here(("n", SHIFT)),
    "WhoSheet": who_is_here(),
}


def press_lock(table: Table) -> None:
    handle = table.composition.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_L, CONTROL)
    QTest.keyRelease(handle, Qt.Key.Key_Control)  # else the next selection is one with Ctrl held


def run_out(table: Table) -> None:
    table.composition.guard.findChildren(IdleLock)[0].run_out.emit()


def go_away(table: Table) -> None:
    table.composition.guard.findChildren(SystemWatch)[0].away.emit()


TRIGGERS: Final = {"the key": press_lock, "nobody there": run_out, "machine asleep or screen locked": go_away}


def kinds(table: Table) -> dict[str, QWidget]:
    """Every question and sheet that the room has."""
    found = table.view.findChildren(QWidget)
    return {type(each).__name__: each for each in found if isinstance(each, Prompt | Overlay | ReasonLine)}


def readable() -> list[str]:
    return [text for text in (*in_widgets(), *in_accessibility_tree()) if SECRET in text or NAME in text]


def test_no_question_or_sheet_of_the_room_is_forgotten_here(table: Table) -> None:
    assert set(kinds(table)) == set(OPENERS)


@pytest.mark.parametrize("kind", sorted(OPENERS))
def test_every_way_of_locking_empties_it_and_loses_nothing(table: Table, kind: str) -> None:
    table.enter(f"hw: {SECRET} one", f"pv: {SECRET} two")
    for number, trigger in enumerate(TRIGGERS.values(), start=1):
        OPENERS[kind](table)
        part = kinds(table)[kind]
        assert part.isVisible()
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) and not field.isReadOnly():
            QTest.keyClicks(field, SECRET)
        assert readable()
        emptied: list[list[str]] = []
        table.composition.office.locked.connect(lambda emptied=emptied: emptied.append(readable()))
        wait_for(table.composition.office.closed, partial(trigger, table))
        assert emptied[-1] == []
        assert readable() == []
        assert not part.isVisible()
        table.unlock()
        QApplication.processEvents()
        spoken = [entry.text for entry in table.entries()]
        assert spoken[:2] == SPOKEN
        assert spoken[2:] == (["Kang Min-ji joins"] * number if kind == "ToldQuestion" else [])
