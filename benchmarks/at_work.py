"""One run: the real window on a real vault, keys from the X server, and detection at work beside it.

A process of its own for each size, started by `record.py`, so that memory is that of one session. Prints the figures
as one JSON object: times in milliseconds, memory in MB.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QEvent, QStringListModel
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

from benchmarks.figures import DETECTION, Spread
from benchmarks.long_meeting import CHEAP, PASSPHRASE, LongMeeting, make
from benchmarks.painted import Painted, rest, run_until
from benchmarks.screen import Keyboard
from dialogue_notes.app.compose import Composition, Where
from dialogue_notes.domain.redaction import Suggestion
from dialogue_notes.errors import KnownError
from dialogue_notes.lockdown.enforcement import Enforcement, Guard, Measure
from dialogue_notes.services.places import ThreadedPlaces
from dialogue_notes.services.vaults import create_vault, unlock_vault, unlock_with_recovery_key
from dialogue_notes.services.worker.detection_jobs import SUGGEST, SuggestionTask
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.model import RecordModel
from dialogue_notes.ui.record.view import RecordRoom
from dialogue_notes.ui.unlock.doors import Doors

PAUSE_MS = 12
"""Between keys: 50 to 80 keys a second, five times what a quick typist does."""

LINE = "ak: we would like to come back to this after lunch "
SCROLL_STEPS = 200
PAGES = 60
ENFORCED = Enforcement(tuple(Measure(guard, is_in_force=True, words="") for guard in Guard))


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is typed in one run."""

    keys: int
    enters: int


class Detection:
    """Has the worker process look for what identifies someone, again and again."""

    def __init__(self, office: Office, task: SuggestionTask) -> None:
        self._office = office
        self._task = task
        self.rounds = 0

    def go_on(self) -> None:
        self._office.compute(SUGGEST, self._task, self._ended, self._failed)

    def _ended(self, _found: tuple[Suggestion, ...]) -> None:
        self.rounds += 1
        self.go_on()

    def _failed(self, error: KnownError) -> None:
        """Without detection beside it nothing is measured that was asked for."""
        raise error


def measure(application: QApplication, folder: Path, size: int, effort: Effort) -> dict[str, float]:
    """Makes the vault, opens the window and measures everything once."""
    meeting = make(folder / "vaults" / "Long.vault", size)
    keyboard = Keyboard()
    composition = _window(application, folder, meeting)
    try:
        figures = {"memory before, MB": _resident_mb()}
        detection = Detection(composition.office, SuggestionTask(meeting.record))
        detection.go_on()
        figures |= _open(composition, meeting, size)
        view = _room(composition)
        begun, worked = time.monotonic(), _children_seconds()
        figures |= _type(view, keyboard, effort)
        figures[DETECTION] = 100 * (_children_seconds() - worked) / (time.monotonic() - begun)
        figures |= _scroll(view, keyboard)
        figures["memory after, MB"] = _resident_mb()
        figures["rounds of detection"] = detection.rounds
    finally:
        composition.close()
        composition.window.close()
    return figures | _bare(keyboard, size, effort)


def _window(application: QApplication, folder: Path, meeting: LongMeeting) -> Composition:
    create = partial(create_vault, kdf=CHEAP)
    doors = Doors(
        create,
        partial(unlock_vault, minimum=CHEAP),
        partial(unlock_with_recovery_key, minimum=CHEAP),
        create,
    )
    where = Where(folder / "settings", folder / "vaults")
    composition = Composition(application, ENFORCED, ThreadedPlaces(), where, doors)
    composition.furnish()
    composition.window.resize(1280, 800)
    composition.window.show()
    composition.window.activateWindow()
    run_until(composition.window.isActiveWindow)
    composition.unlock.unlock(meeting.folder, bytearray(PASSPHRASE.encode()))
    run_until(lambda: composition.office.is_open)
    composition.window.show_room("meetings")
    rest(500)
    return composition


def _room(composition: Composition) -> RecordRoom:
    found = composition.window.findChild(RecordRoom)
    if found is None:
        raise LookupError
    return found


def _model(view: RecordRoom) -> RecordModel:
    found = view.list.model()
    if not isinstance(found, RecordModel):
        raise TypeError
    return found


def _open(composition: Composition, meeting: LongMeeting, size: int) -> dict[str, float]:
    """From choosing the meeting until its newest entries are painted and keys go into the line."""
    view, window = _room(composition), composition.window
    painted = Painted(view.list.viewport())

    def choose() -> None:
        composition.office.choose_meeting(meeting.dialogue_id, meeting.meeting_id, meeting.session_id)
        window.show_room("record")

    def is_usable() -> bool:
        return bool(_model(view).rows) and view.area.edit.hasFocus()

    opening = painted.seconds(choose, is_usable)
    whole = run_until(lambda: len(_model(view).rows) >= size)
    return {"opening": 1000 * opening, "opening until all is read": 1000 * (opening + whole)}


def _type(view: RecordRoom, keyboard: Keyboard, effort: Effort) -> dict[str, float]:
    edit, model = view.area.edit, _model(view)
    in_line, in_record = Painted(edit), Painted(view.list.viewport())
    keys: list[float] = []
    enters: list[float] = []
    per_line = max(1, effort.keys // effort.enters)
    for _line in range(effort.enters):
        keys += _press_all(keyboard, in_line, edit, per_line)
        count = len(model.rows)
        press, is_kept = partial(keyboard.press, "\n"), partial(_has_more, view, count)
        enters.append(in_record.seconds(press, is_kept))
        rest(PAUSE_MS)
    return Spread.of(keys).named("key to painted") | Spread.of(enters).named("Enter to durable and painted")


def _has_more(view: RecordRoom, count: int) -> bool:
    """An entry is in the rows once it is on the disk, not before."""
    return len(_model(view).rows) > count


def _press_all(keyboard: Keyboard, painted: Painted, edit: QLineEdit, count: int) -> list[float]:
    times = []
    for letter in islice(cycle(LINE), count):
        length = len(edit.text())
        is_there: Callable[[], bool] = partial(_is_longer, edit, length)
        times.append(painted.seconds(partial(keyboard.press, letter), is_there))
        rest(PAUSE_MS)
    return times


def _is_longer(edit: QLineEdit, length: int) -> bool:
    return len(edit.text()) > length


def _scroll(view: RecordRoom, keyboard: Keyboard) -> dict[str, float]:
    """The handle drawn from one end to the other and back, then page by page."""
    bar, painted = view.list.verticalScrollBar(), Painted(view.list.viewport())

    def draw_to(part: float) -> None:
        bar.setValue(round(part * bar.maximum()))
        view.list.viewport().update()

    parts = [step / SCROLL_STEPS for step in range(SCROLL_STEPS + 1)]
    frames = [painted.seconds(partial(draw_to, part), lambda: True) for part in (*reversed(parts), *parts)]
    view.list.scroll_to_end()
    rest(50)
    for _page in range(PAGES):
        if bar.value() == 0:
            break
        frames.append(painted.seconds(partial(keyboard.press, "Prior"), lambda: True))
    return Spread.of(frames).named("one frame of scrolling") | {"scrolling, worst frame": 1000 * max(frames)}


def _bare(keyboard: Keyboard, size: int, effort: Effort) -> dict[str, float]:
    """The same keys into a line of Qt's own above a list of Qt's own: what this machine can do at this moment."""
    window, line, record = QWidget(), QLineEdit(), QListView()
    record.setUniformItemSizes(True)
    record.setModel(QStringListModel([f"entry {number}" for number in range(size)], record))
    column = QVBoxLayout(window)
    column.addWidget(record)
    column.addWidget(line)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    line.setFocus()
    run_until(line.hasFocus)
    times = _press_all(keyboard, Painted(line), line, effort.keys)
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return Spread.of(times).named("bare line, key to painted")


def _children_seconds() -> float:
    """Processor seconds of the processes that this one started and that still run: the worker's."""
    found = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(fields[1]) == os.getpid():
            found += int(fields[11]) + int(fields[12])
    return found / os.sysconf("SC_CLK_TCK")


def _resident_mb() -> float:
    """Resident memory of this process, the worker's not included."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def main(size: int, keys: int, enters: int) -> None:
    """Measures one size and prints the figures."""
    application = QApplication(["benchmark"])
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(application, Path(folder), size, Effort(keys, enters))
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:4]))
