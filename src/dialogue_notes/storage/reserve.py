"""Room kept free beside the database, so that what is half typed can still be saved on a disk that is full."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from dialogue_notes.errors import KnownError
from dialogue_notes.paths import write_private

RESERVE_FILE: Final = "reserve"
RESERVE_BYTES: Final = 512 << 10
"""Room for the longest line and the log that goes with it."""


def set_aside(folder: Path) -> None:
    """Fills the reserve of the vault in `folder`, if it is not; on a disk that has no room for it there is none.

    Random bytes: a file system that compresses, or that leaves zeros out, would keep no room for them.
    """
    if not (folder / RESERVE_FILE).exists():
        with suppress(KnownError):
            write_private(folder / RESERVE_FILE, os.urandom(RESERVE_BYTES))


def spend(folder: Path) -> bool:
    """Gives the room up; whether there was any."""
    try:
        (folder / RESERVE_FILE).unlink()
    except OSError:
        return False
    return True
