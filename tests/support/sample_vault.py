"""Makes the committed sample of the vault format: `python -m tests.support.sample_vault FOLDER`.

To be run once for each format or schema version that was ever released, and never again for the same one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dialogue_notes.domain.codes import MarginMark, Role
from dialogue_notes.services.recording.marks import toggle_mark
from dialogue_notes.storage.creation import create
from dialogue_notes.storage.people import add_person
from tests.support.filling import fill
from tests.support.vaults import CHEAP

PASSPHRASE = "sample passphrase for ever"
REVIEWER_PASSPHRASE = "Zweite Prüfung für immer"
RECOVERY_SUFFIX = ".recovery-key"
WORD = "sample ü 회의"


def make(folder: Path) -> None:
    """A vault with one of everything and two people; its recovery key is written beside it."""
    vault, recovery = create(folder, bytearray(PASSPHRASE, "utf-8"), "Ada Holm", kdf=CHEAP)
    folder.with_suffix(RECOVERY_SUFFIX).write_text(f"{recovery.text}\n", encoding="ascii")
    recovery.close()
    filled = fill(vault, WORD)
    toggle_mark(vault, [filled.interventions[0].id], MarginMark.CHECK)  # an event, and a step to be undone
    add_person(vault, "Bo Lind", Role.REVIEWER, bytearray(REVIEWER_PASSPHRASE, "utf-8"))
    vault.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
