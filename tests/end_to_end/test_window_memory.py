"""After the lock key no copy of the vault's keys is left in the memory of the window's process."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.services.recording_room import fill
from tests.support.children import run_child
from tests.support.vaults import PASSPHRASE, new_vault

CHILD = """
import json, sys
from pathlib import Path
from dialogue_notes.app.compose import Composition, Where
from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.app.window import make_application
from dialogue_notes.services.places import ThreadedPlaces
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.view import RecordRoom
from tests.support.memory_scan import copies, spelt
from tests.ui.conftest import ENFORCED, cheap_doors, settle

folder = Path(sys.argv[1])
application = make_application()
where = Where(folder / "settings", folder)
composition = Composition(application, ENFORCED, ThreadedPlaces(), where, cheap_doors())
composition.furnish()
composition.window.show()
composition.window.activateWindow()
hands = Hands(composition.window)
hands.until(composition.window.isActiveWindow, "the window")
hands.enter(sys.argv[2])
hands.until(lambda: composition.office.is_open, "the vault")
for room in ("Ctrl+4", "Ctrl+3", "Ctrl+1", "Ctrl+2"):
    hands.press(room)
    settle(composition)
hands.enter("hw: a heron stood in the reeds")
settle(composition)
keys = composition.office._open.vault.keyring
wanted = spelt("content", keys.content.view) | spelt("private", keys.private.view)
del keys
opened = copies(wanted)
hands.after(composition.office.closed, lambda: hands.press("Ctrl+L"), "the lock")
print(json.dumps([opened, copies(wanted)]))
composition.close()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc/self/mem")
def test_after_the_lock_key_no_copy_of_a_key_is_left_in_memory(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "Lakeside.vault")
    fill(vault)
    vault.close()
    opened, locked = json.loads(run_child(CHILD, tmp_path, PASSPHRASE))
    assert opened["content raw"] >= 1, "the scan does find a key that is there"
    assert opened["private raw"] >= 1
    assert locked == dict.fromkeys(locked, 0)
