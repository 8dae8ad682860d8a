"""Run as a program: a window on a disk of 16 MiB that is full again and again, at other places, while somebody types.

`unshare --mount python -m tests.support.full_disk FOLDER ROUNDS` mounts the disk in FOLDER (it goes with the process)
and prints one line of JSON a round, then one on what was there in the end.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QTimer

from dialogue_notes.app.compose import Composition, Where
from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.app.window import live, make_application
from dialogue_notes.services.places import ThreadedPlaces
from dialogue_notes.storage import drafts, interventions
from dialogue_notes.storage.verification import verify
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.presenter import RecordPresenter
from dialogue_notes.ui.record.view import RecordRoom
from dialogue_notes.ui.record.waiting_lines import WaitingLines
from tests.services.recording_room import fill
from tests.support.vaults import PASSPHRASE, new_vault, reopen
from tests.ui.conftest import ENFORCED, cheap_doors

DISK = "size=16m"
PAGE = 4096
LONG = "x" * 400
MORE_LINES = 10


class Rapporteur:
    """Types on a disk that fills up."""

    def __init__(self, composition: Composition, disk: Path) -> None:
        self._disk = disk
        self._hands = Hands(composition.window)
        self._hands.until(composition.window.isActiveWindow, "the window")
        self._hands.enter(PASSPHRASE)
        self._hands.until(lambda: composition.office.is_open, "the vault")
        self._hands.press("Ctrl+2")
        self._room = self._hands.the(RecordRoom)
        self._desk = self._room.findChildren(Desk)[0]
        self._lines = self._room.findChildren(RecordPresenter)[0].findChildren(WaitingLines)[0]
        self._hands.until(lambda: self._desk.view is not None, "the session")
        self._hands.until(self._room.area.edit.hasFocus, "the line")
        self.typed: list[str] = []

    def play_round(self, number: int) -> dict[str, float]:
        """Fills the disk but for some pages, types until it is said and on after that, makes room; milliseconds."""
        self._keep(f"round {number}")
        self._hands.until(self._is_saved, "the line before")
        filler = self._fill_up(number * PAGE)
        told = self._time(self._until_told)
        for each in range(MORE_LINES):
            self._keep(f"in memory {each}")
        self._hands.until(lambda: not self._lines._is_under_way, "the disk's last answer")
        filler.unlink()
        saved = self._time(lambda: self._hands.until(self._is_saved, "what waited"))
        return {"told_ms": told, "saved_ms": saved}

    def half_type(self, text: str) -> None:
        self._hands.type_text(text)

    def _until_told(self) -> None:
        """Only the last line counts: the ones before still found room."""
        while not self._room.message.isVisible():
            self._keep(LONG)
            self._entered_at = time.monotonic()
            self._hands.until(lambda: self._room.message.isVisible() or self._is_saved(), "an answer")

    def _time(self, act: Callable[[], None]) -> float:
        self._entered_at = time.monotonic()
        act()
        return (time.monotonic() - self._entered_at) * 1000

    def _keep(self, line: str) -> None:
        self._hands.enter(line)
        assert self._room.area.edit.text() == "", "typing does not go on"
        self.typed.append(line)

    def _is_saved(self) -> bool:
        rows = self._desk.model.rows
        return not self._room.message.isVisible() and len(rows) == len(self.typed) and self._lines.is_empty

    def _fill_up(self, but_for: int) -> Path:
        filler = self._disk / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(b"x" * PAGE):
                pass
        os.truncate(filler, max(0, filler.stat().st_size - but_for))
        return filler


def main() -> int:
    disk, rounds = Path(sys.argv[1]), int(sys.argv[2])
    subprocess.run(["mount", "-t", "tmpfs", "-o", DISK, "tmpfs", str(disk)], check=True)
    vault = new_vault(disk / "Lakeside.vault")
    session_id = fill(vault).sessions[0].id
    vault.close()
    where = Where(disk.parent / "settings", disk)
    composition = Composition(make_application(), ENFORCED, ThreadedPlaces(), where, cheap_doors())
    composition.furnish()
    composition.window.show()
    composition.window.activateWindow()
    rapporteur = Rapporteur(composition, disk)

    def play() -> None:
        for number in range(rounds):
            print(json.dumps(rapporteur.play_round(number)), flush=True)  # noqa: T201 - it is how the parent hears
        rapporteur.half_type("half typed")
        composition.window.close()

    QTimer.singleShot(0, play)
    live(composition)
    vault = reopen(disk / "Lakeside.vault")
    draft = drafts.draft(vault, session_id)
    kept = [entry.text for entry in interventions.interventions(vault, session_id)]
    whole = kept == rapporteur.typed and draft is not None and draft.text == "half typed"
    print(json.dumps({"entries": len(kept), "whole": whole and verify(vault) == ()}), flush=True)  # noqa: T201 - as above
    vault.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
