"""Ctrl+C and the system's wish to end: what was half typed is kept, the vault closed, and the shell told."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from dialogue_notes.storage import drafts
from tests.services.recording_room import fill
from tests.support.children import start_child
from tests.support.vaults import PASSPHRASE, new_vault, reopen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Qt cannot wait on a pipe there")

CHILD = """
import signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from dialogue_notes.app.compose import Composition, Where
from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.app.window import live, make_application
from dialogue_notes.services.places import ThreadedPlaces
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.view import RecordRoom
from tests.ui.conftest import ENFORCED, cheap_doors

# A shell's background job is told to ignore some of them, and so would its children be.
signal.signal(signal.SIGINT, signal.default_int_handler)
for number in (signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN if "ignoring" in sys.argv and number == signal.SIGHUP else signal.SIG_DFL)
folder = Path(sys.argv[1])
application = make_application()
where = Where(folder / "settings", folder)
composition = Composition(application, ENFORCED, ThreadedPlaces(), where, cheap_doors())
composition.furnish()
composition.window.show()
composition.window.activateWindow()
hands = Hands(composition.window)
hands.until(composition.window.isActiveWindow, "the window")
if sys.argv[2]:
    hands.enter(sys.argv[2])
    hands.until(lambda: composition.office.is_open, "the vault")
    hands.press("Ctrl+2")
    room = hands.the(RecordRoom)
    hands.until(lambda: room.findChildren(Desk)[0].view is not None, "the session")
    hands.until(room.area.edit.hasFocus, "the line")
    hands.type_text("half typed, not a third of a second ago")
QTimer.singleShot(0, lambda: print("ready", flush=True))
sys.exit(live(composition))
"""


def end_by(*numbers: signal.Signals, folder: Path, more: str = "", passphrase: str = PASSPHRASE) -> int:
    """The exit code of a window that got these signals, and said nothing about it."""
    with start_child(CHILD, folder, passphrase, more) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n", child.communicate()[1]
        for number in numbers:
            child.send_signal(number)
        assert child.communicate() == ("", "")
    return child.returncode


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_locks_and_quits_with_what_was_half_typed_on_the_disk(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    vault = new_vault(tmp_path / "Lakeside.vault")
    room = fill(vault)
    vault.close()
    assert end_by(number, folder=tmp_path) == code
    assert not (tmp_path / "Lakeside.vault" / "content.db-wal").exists()
    again = reopen(tmp_path / "Lakeside.vault")
    draft = drafts.draft(again, room.sessions[0].id)
    again.close()
    assert draft is not None
    assert draft.text == "half typed, not a third of a second ago"


def test_a_second_ctrl_c_does_not_cut_the_last_save_short(tmp_path: Path) -> None:
    new_vault(tmp_path / "Lakeside.vault").close()
    assert end_by(signal.SIGINT, signal.SIGINT, folder=tmp_path, passphrase="") == 130


def test_a_signal_that_was_to_be_ignored_is_ignored(tmp_path: Path) -> None:
    assert end_by(signal.SIGHUP, signal.SIGTERM, folder=tmp_path, passphrase="", more="ignoring") == 143
