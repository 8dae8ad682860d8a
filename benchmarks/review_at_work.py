"""One run: the Review room in the real window on a real vault, with keys from the X server.

A process of its own for each size, started by `review.py`. Prints the figures as one JSON object, in milliseconds.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.at_work import ENFORCED
from benchmarks.figures import Spread
from benchmarks.long_meeting import CHEAP, PASSPHRASE, MadeMeeting
from benchmarks.painted import Painted, rest, run_until
from benchmarks.reviewed_meeting import make
from benchmarks.screen import Keyboard
from dialogue_notes.app.compose import Composition, Where
from dialogue_notes.services.places import ThreadedPlaces
from dialogue_notes.services.vaults import create_vault, unlock_vault, unlock_with_recovery_key
from dialogue_notes.ui.review.decider import Decider
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.view import ReviewView
from dialogue_notes.ui.unlock.doors import Doors

PAUSE_MS = 40
"""Between keys: twenty or so a second, which is a key held down."""

FILTERED = "minister"


class Bench:
    """The window with the room, the keyboard and the moment of painting."""

    def __init__(self, application: QApplication, folder: Path, meeting: MadeMeeting) -> None:
        create = partial(create_vault, kdf=CHEAP)
        doors = Doors(
            create,
            partial(unlock_vault, minimum=CHEAP),
            partial(unlock_with_recovery_key, minimum=CHEAP),
            create,
        )
        where = Where(folder / "settings", folder / "vaults")
        self.composition = Composition(application, ENFORCED, ThreadedPlaces(), where, doors)
        self.composition.furnish()
        self.window = self.composition.window
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        run_until(self.window.isActiveWindow)
        self.composition.unlock.unlock(meeting.folder, bytearray(PASSPHRASE.encode()))
        run_until(lambda: self.composition.office.is_open)
        self.window.show_room("meetings")
        rest(500)
        self.meeting = meeting
        self.view = self.window.findChildren(ReviewView)[0]
        self.presenter = self.view.findChildren(ReviewPresenter)[0]
        self.decider = self.view.findChildren(Decider)[0]
        self.keyboard = Keyboard()
        self.painted = Painted(self.view.cards.viewport())
        self.in_record = Painted(self.view.record.viewport())

    def first_paint(self) -> float:
        """From entering the room until the meeting's things are painted; the meeting was chosen before."""
        office, meeting = self.composition.office, self.meeting
        office.choose_meeting(meeting.dialogue_id, meeting.meeting_id, meeting.session_id)
        rest(1_500)
        show = partial(self.window.show_room, "review")
        return self.painted.seconds(show, lambda: self.view.model.rowCount() > 0)

    def settle(self) -> None:
        """Waits until the record was looked through and everything is shown."""
        run_until(lambda: not self.view.busy.isVisible())
        rest(3_000)

    def keys(
        self, name: str, count: int, press: Callable[[], None], says: Callable[[], object]
    ) -> dict[str, float]:
        """Presses a key often; it has arrived when what `says` gives has changed and the record is painted."""
        times = []
        for _key in range(count):
            before = says()
            times.append(self.in_record.seconds(press, partial(_is_other, says, before)))
            rest(PAUSE_MS)
        rest(400)
        return Spread.of(times).named(name)


def _is_other(says: Callable[[], object], before: object) -> bool:
    return says() != before


def measure(application: QApplication, folder: Path, size: int, count: int) -> dict[str, float]:
    """Makes the vault, opens the window and measures everything once."""
    bench = Bench(application, folder, make(folder / "vaults" / "Long.vault", size))
    try:
        return _measured(bench, count)
    finally:
        bench.composition.close()
        bench.window.close()


def _measured(bench: Bench, count: int) -> dict[str, float]:
    view, keyboard = bench.view, bench.keyboard
    figures = {"first paint": 1000 * bench.first_paint()}
    bench.settle()
    figures["suggestions"] = float(view.shown.total)
    figures["things"] = float(len(view.shown.cards))
    view.cards.setFocus()

    def current() -> object:
        card = view.current_card()
        return card.key if card is not None else ""

    def decided() -> object:
        return view.shown.decided

    def place() -> object:
        return current(), view.choosing.place_id

    def rows() -> object:
        return view.model.rowCount()

    figures |= bench.keys(
        "next thing", min(count, len(view.shown.cards) - 2), partial(keyboard.press, "j"), current
    )
    often = max(view.shown.cards, key=lambda card: card.undecided)
    view.cards.setCurrentIndex(view.model.index(view.model.row_of(often.key)))
    figures |= bench.keys("next place", count, partial(keyboard.press, "\n"), place)
    view.cards.setCurrentIndex(view.model.index(view.model.next_open(-1)))
    figures |= bench.keys("decide here", count, partial(keyboard.press, "R"), decided)
    figures |= bench.keys("decide everywhere", count, partial(keyboard.press, "p"), decided)
    figures |= bench.keys("undo", count, partial(keyboard.press_with_control, "z"), decided)
    return figures | _filtered(bench, count)


def _filtered(bench: Bench, count: int) -> dict[str, float]:
    """From a letter of the filter until it is painted in its field."""
    words, keyboard = bench.view.columns.left.filter.words, bench.keyboard
    keyboard.press("/")
    run_until(words.hasFocus)
    rest(100)
    times: list[float] = []
    field = Painted(words)
    for letter in FILTERED * max(1, count // len(FILTERED)):
        typed = partial(_is_longer, bench.view, len(words.text()))
        times.append(field.seconds(partial(keyboard.press, letter), typed))
        rest(PAUSE_MS)
    return Spread.of(times).named("filter")


def _is_longer(view: ReviewView, length: int) -> bool:
    return len(view.columns.left.filter.words.text()) > length


def main(size: int, keys: int) -> None:
    """Measures one size and prints the figures."""
    application = QApplication(["benchmark"])
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(application, Path(folder), size, keys)
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:3]))
