"""Run as a program: a real window in which a rapporteur types by real key events, until somebody kills it.

`python -m tests.support.typist FOLDER SEED PAUSES` opens the one vault in FOLDER; PAUSES says whether Enter and edits
come between (1), or one line grows for ever (0). It says on its output, a line each:
`r` when it begins; `t NANOSECONDS [ENTERS, TEXT, ASIDE]` after each key (how often Enter was pressed, the line, what
was put aside for an edit); `e [LINE, IS_EDIT]` before each Enter; `k` for each entry or edit that is shown as kept.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from dialogue_notes.app.compose import Composition, Where
from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.app.window import live, make_application
from dialogue_notes.services.places import ThreadedPlaces
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.presenter import RecordPresenter
from dialogue_notes.ui.record.view import RecordRoom
from tests.support.vaults import PASSPHRASE
from tests.ui.conftest import ENFORCED, cheap_doors

WORDS = (
    "the",
    "moratorium",
    "would",
    "not",
    "hold",
    "한국은",
    "сказал",
    "déjà",
    "over",
    "winter",
    "they",
    "said",
)
SLOWEST_MS = 45


def say(kind: str, what: object = None) -> None:
    when = f" {time.monotonic_ns()}" if kind == "t" else ""
    sys.stdout.write(f"{kind}{when} {json.dumps(what)}\n")
    sys.stdout.flush()


class Typist:
    """Presses a key, waits a little, presses the next."""

    def __init__(self, composition: Composition, chance: random.Random, *, pauses: bool) -> None:
        self._chance = chance
        self._pauses = pauses
        self._hands = Hands(composition.window)
        self._hands.until(composition.window.isActiveWindow, "the window")
        self._hands.enter(PASSPHRASE)
        self._hands.until(lambda: composition.office.is_open, "the vault")
        self._hands.press("Ctrl+2")
        self._room = self._hands.the(RecordRoom)
        self._desk = self._room.findChildren(Desk)[0]
        self._record = self._room.findChildren(RecordPresenter)[0]
        self._hands.until(lambda: self._desk.view is not None, "the session")
        self._hands.until(self._room.area.edit.hasFocus, "the line")
        self._desk.rows_changed.connect(self._rows_changed)
        self._enters = 0
        self._queue: list[str] = []
        say("r", [0, self._record.line.text, self._record.line.put_aside])

    def go_on(self) -> None:
        """One key, and the next one later."""
        if not self._queue:
            self._queue = self._plan()
        self._press(self._queue.pop(0))
        line = self._record.line
        say("t", [self._enters, line.text, line.put_aside])
        QTimer.singleShot(self._chance.randrange(SLOWEST_MS), self.go_on)

    def _plan(self) -> list[str]:
        """A word; sometimes the end of the line, a letter too many, or the entry before once more."""
        word = self._chance.choice(WORDS)
        what = self._chance.random()
        line = self._record.line
        if not self._pauses:
            return [*word, " "]
        if what < 0.3 and line.text.strip():
            return [*word, "Return"]
        if what < 0.4 and self._desk.model.rows and not line.editing:
            return ["Up", " ", *word, " "]
        if what < 0.5 and line.text:
            return ["Backspace", *word, " "]
        return [*word, " "]

    def _press(self, key: str) -> None:
        line = self._record.line
        if key == "Return":
            say("e", [line.text, bool(line.editing)])
            self._enters += 1
            self._hands.press("Return")
        elif key == "Up":
            self._hands.press("Up")
            self._hands.until(lambda: bool(self._record.line.editing), "the edit")
        elif len(key) == 1:
            self._hands.type_text(key)
        else:
            self._hands.press(key)

    def _rows_changed(self) -> None:
        """What is kept is shown, in the order in which it was entered."""
        say("k")


def main() -> int:
    folder = Path(sys.argv[1])
    where = Where(folder.parent / "settings", folder)
    composition = Composition(make_application(), ENFORCED, ThreadedPlaces(), where, cheap_doors())
    composition.furnish()
    composition.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)
    composition.window.show()
    composition.window.activateWindow()
    typist = Typist(composition, random.Random(int(sys.argv[2])), pauses=sys.argv[3] == "1")
    QTimer.singleShot(0, typist.go_on)
    return live(composition)


if __name__ == "__main__":
    sys.exit(main())
