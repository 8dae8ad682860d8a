"""After closing, no copy of the keys is left in the memory of the process (its own scan of /proc/self/mem)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.support.children import run_child

SCAN = """
import json, sys
from pathlib import Path
from dialogue_notes.storage import attributions, search_index
from tests.support.filling import fill
from tests.support.memory_scan import copies, spelt
from tests.support.vaults import new_vault, reopen

folder = Path(sys.argv[1])
new_vault(folder).close()
vault = reopen(folder)
filled = fill(vault)
search_index.drain(vault.database, vault._transactions)
reader = vault.open_reader()
attributions.speakers(reader, filled.meeting.id)
reader.close()
wanted = spelt("content", vault.keyring.content.view) | spelt("private", vault.keyring.private.view)
opened = copies(wanted)
vault.close()
print(json.dumps([opened, copies(wanted)]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc/self/mem")
def test_after_closing_no_copy_of_a_key_is_left_in_memory(tmp_path: Path) -> None:
    opened, closed = json.loads(run_child(SCAN, tmp_path / "test.vault"))
    assert opened["content raw"] >= 1, "the scan does find a key that is there"
    assert opened["private raw"] >= 1
    assert closed == dict.fromkeys(closed, 0)
