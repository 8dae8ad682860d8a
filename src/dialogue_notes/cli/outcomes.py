"""What a run of the command line can end in: an exit code, or a window for the composition root to open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """No command was given: the window is to be opened."""


@dataclass(frozen=True, slots=True)
class PlayDemo:
    """The sample meeting is to be played; exports and pictures go to `folder`."""

    folder: Path
    as_json: bool


Outcome: TypeAlias = int | OpenWindow | PlayDemo
