"""Run inside an X server: a real window, a keyboard layout of the server's own, and keys pressed by their keycodes.

`python -m tests.support.x_typing LAYOUT`: prints what stands in the record as JSON, one entry a line.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from dialogue_notes.app.compose import Composition, Where
from dialogue_notes.services.places import ThreadedPlaces
from dialogue_notes.services.vaults import create_vault
from dialogue_notes.storage import attributions, interventions, meetings
from dialogue_notes.storage.vault import VaultReader
from dialogue_notes.ui.record.view import RecordRoom
from tests.services.recording_room import Room, fill
from tests.support.layouts import ENTER, FRENCH, RUSSIAN, SHIFT_KEY, TAB, US, Layout
from tests.ui.conftest import CHEAP, ENFORCED, PASSPHRASE, cheap_doors, settle, wait_for

KEYBOARDS = {"us": US, "fr": FRENCH, "ru": RUSSIAN, "kr": US}
"""Korean letters come through an input method, which a bare X server has not: there `kr` types as `us`."""

LINES = 4

TEXTS = {
    "us": 'we would not object, "if" (and only if) it\'s 5 % [see 3]',
    "fr": 'l\'été, ça a été dit à 10:46; "où" (et §3) = 5 % & 2 * 3 ?',
    "ru": "мы не возражаем, если (и только если) это 5 % №3; ёж?",
    "kr": "we would not object @ 10:46 ~ 3 > 2",
}


def strokes(keyboard: Layout, text: str) -> Iterator[str]:
    """The whole of what a layout can write and these lines hold, as commands to xdotool: codes by the keys of a US
    layout, everything else as it is to stand in the line.
    """
    yield from _by_keys(keyboard, "hw")
    yield from _as_text(keyboard, f": {text}")
    yield from ("key", str(ENTER))
    yield from _by_keys(keyboard, "pjs")
    yield from ("key", str(TAB))
    yield from _as_text(keyboard, "1 %")
    yield from _by_keys(keyboard, "option") if keyboard is RUSSIAN else _as_text(keyboard, "option")
    yield from ("key", str(ENTER))
    yield from _by_keys(keyboard, "kyc?:")
    yield from _as_text(keyboard, " 2 *")
    yield from ("key", str(ENTER))
    yield from _as_text(keyboard, "!! ")
    yield from _by_keys(keyboard, "hw")
    yield from _as_text(keyboard, ": 3")
    yield from ("key", str(ENTER))


def _as_text(keyboard: Layout, text: str) -> Iterator[str]:
    for letter in text:
        press = keyboard.press(letter)
        assert press is not None, f"{keyboard.name} has no {letter!r}"
        yield from _key(press.keycode, shift=press.shift)


def _by_keys(keyboard: Layout, latin: str) -> Iterator[str]:
    for letter in latin:
        press = US.press(letter)
        assert press is not None
        yield from _key(keyboard.at(press.keycode, shift=press.shift).keycode, shift=press.shift)


def _key(keycode: int, *, shift: bool) -> Iterator[str]:
    if shift:
        yield from ("keydown", str(SHIFT_KEY), "key", str(keycode), "keyup", str(SHIFT_KEY))
    else:
        yield from ("key", str(keycode))


def _run(*command: str) -> None:
    """Runs a command while the window goes on living."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    loop = QEventLoop()
    watch = QTimer(interval=20)
    watch.timeout.connect(lambda: loop.quit() if child.poll() is not None else None)
    watch.start()
    loop.exec()
    watch.stop()
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command[:1])


def _recorded(composition: Composition, name: str) -> list[dict[str, object]]:
    rooms: list[Room] = []
    composition.office.write(fill, rooms.append)
    settle(composition)
    room = rooms[0]
    view = composition.window._rooms["record"].view
    assert isinstance(view, RecordRoom)
    found: list[list[dict[str, object]]] = []

    def dialogue(reader: VaultReader) -> str:
        return meetings.meeting(reader, room.meeting_id).dialogue_id

    def show(dialogue_id: str) -> None:
        composition.office.choose_meeting(dialogue_id, room.meeting_id, room.sessions[0].id)

    composition.office.read(dialogue, show)
    settle(composition)
    composition.window.show_room("record")
    settle(composition)
    view.area.edit.setFocus()
    _run("xdotool", "search", "--sync", "--onlyvisible", "--class", "dialogue-notes", "windowfocus", "--sync")
    for command in _chunks([*strokes(KEYBOARDS[name], TEXTS[name])]):
        _run("xdotool", *command)
    rows = view.list.model()
    while rows.rowCount() < LINES:
        wait_for(rows.rowsInserted, lambda: None)
    settle(composition)
    composition.office.read(lambda reader: _entries(reader, room), found.append)
    settle(composition)
    return found[0]


def _chunks(words: list[str]) -> Iterator[list[str]]:
    """Whole keys, not too many in one command line."""
    command: list[str] = []
    for place in range(0, len(words), 2):
        command += words[place : place + 2]
        if len(command) > 400 and "keyup" in command[-2:]:
            yield command
            command = []
    yield command


def _entries(reader: VaultReader, room: Room) -> list[dict[str, object]]:
    speakers = attributions.speakers(reader, room.meeting_id)
    codes = {each: code for code, each in room.people.items()}
    return [
        {
            "kind": entry.kind.value,
            "text": entry.text,
            "code": codes.get(speakers[entry.id].participant_id or ""),
            "unsure": speakers[entry.id].unsure,
            "notes": [each.value for each in (*entry.marks, *entry.aims)],
        }
        for entry in interventions.interventions(reader, room.sessions[0].id)
    ]


def main(name: str) -> None:
    """Types the lines on the layout and prints the record."""
    subprocess.run(["setxkbmap", "-layout", name], check=True)
    application = QApplication(["dialogue-notes"])
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ |= {"XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data")}
        where = Where(home / "settings", home / "vaults")
        composition = Composition(application, ENFORCED, ThreadedPlaces(), where, cheap_doors())
        composition.furnish()
        composition.window.show()
        vault = home / "vaults" / "Lakeside.vault"
        create_vault(vault, bytearray(PASSPHRASE.encode()), "Anna Berg", kdf=CHEAP).vault.close()
        wait_for(
            composition.office.unlocked,
            lambda: composition.unlock.unlock(vault, bytearray(PASSPHRASE.encode())),
        )
        settle(composition)
        for entry in _recorded(composition, name):
            sys.stdout.write(json.dumps(entry) + "\n")
        composition.close()
        composition.window.close()


if __name__ == "__main__":
    main(sys.argv[1])
