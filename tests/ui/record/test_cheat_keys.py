"""The cheat sheet against the commands: every key that works is on it, and no other."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_notes.ui.common.labels import spelt_keys
from dialogue_notes.ui.palette.palette import Palette
from dialogue_notes.ui.record.cheat_keys import GROUPS
from tests.ui.record.conftest import Table

_ARROWS = {"↑": "Up", "↓": "Down"}
_IN_WORDS = re.compile(r"(?:Ctrl|Alt|Shift)\+\S+?(?=[\s;,]|$)")


def listed() -> set[str]:
    """The keys that the sheet names, as caps or within words; letters that stand alone go with the key before."""
    found: set[str] = set()
    for group in GROUPS:
        for line in group.lines:
            found |= set(line.keys)
            found |= set(_IN_WORDS.findall(line.words))
            if line.keys[0].startswith("Alt+"):
                found |= {f"Alt+{letter}" for letter in re.findall(r"\b([A-Z])\b", line.words)}
    if "Alt+1…9" in found:
        found |= {f"Alt+{digit}" for digit in range(1, 10)}
    for arrow, name in _ARROWS.items():
        found |= {key.replace(arrow, name) for key in found if arrow in key}
    return found


def test_every_key_of_the_room_is_on_the_sheet(table: Table) -> None:
    keys = {
        command.keys[0].replace("Return", "Enter")
        for command in table.composition.commands.all()
        if command.room == "record"
        and command.keys
        and command.id not in {"record.cheat_sheet", "record.hint"}
    }
    assert keys <= listed(), sorted(keys - listed())


def test_every_command_key_on_the_sheet_does_something(table: Table) -> None:
    bound = {key for command in table.composition.commands.all() for key in command.keys}
    commands = {key for key in listed() if re.match(r"F\d|Alt\+[A-Z]$|Ctrl\+[A-Z,.]$", key)}
    assert commands <= bound | {"Ctrl+Z"}, sorted(commands - bound)


def test_the_whole_sheet_is_in_sight_in_a_window_of_1280_by_800(table: Table) -> None:
    table.composition.window.resize(1280, 800)
    table.press(Qt.Key.Key_F1)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert table.view.cheat_sheet._page.verticalScrollBar().maximum() == 0


def test_every_function_key_has_a_second_spelling_for_laptops(table: Table) -> None:
    alone = [
        command.id
        for command in table.composition.commands.all()
        if any(re.fullmatch(r"F\d+", key) for key in command.keys)
        and all(re.fullmatch(r"F\d+", key) for key in command.keys)
    ]
    assert alone == []


def test_the_palette_lists_every_command_that_works_here_with_each_of_its_keys(table: Table) -> None:
    table.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = table.composition.window.findChild(Palette)
    assert palette is not None
    model = palette._model
    shown = {
        str(model.index(row, 0).data()): str(model.index(row, 0).data(Qt.ItemDataRole.UserRole))
        for row in range(model.rowCount())
    }
    here = [each for each in table.composition.commands.available() if each.id != "palette"]
    assert {each.words for each in here} == set(shown)
    for command in here:
        assert all(spelt_keys(key) in shown[command.words] for key in command.keys), command.id
    assert shown["Edit the last entry"]
    assert shown["Go into the record: select entries"]


def test_no_two_commands_of_the_room_share_a_key(table: Table) -> None:
    keys = [
        key
        for command in table.composition.commands.all()
        if command.room == "record" or command.id in {"record.hands_off", "record.hide"}
        for key in command.keys
    ]
    assert sorted(set(keys)) == sorted(keys)
