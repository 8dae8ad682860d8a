"""Run as a program by tests: the real program, from its lockdown to its end, with hands at its window.

`python -m tests.end_to_end.driven MODULE FOLDER ARGUMENT...` calls `drive(composition, FOLDER)` of that module once
the event loop runs; the arguments are the program's own.
"""

from __future__ import annotations

import os
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_notes import __main__ as program
from dialogue_notes.lockdown.start import lock_down

if TYPE_CHECKING:
    from dialogue_notes.app.compose import Composition
    from dialogue_notes.lockdown.enforcement import Enforcement

EXIT_STUCK = 9
"""The hands did not find what they reached for."""


def _lock_down_and_wait_for_the_window(*, allow_unenforced: bool = False) -> Enforcement:
    """Nothing of Qt is imported before the lockdown, in a test as in the program."""
    enforcement = lock_down(allow_unenforced=allow_unenforced)
    from dialogue_notes.app import window

    live = window.live

    def live_driven(composition: Composition) -> int:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, lambda: _drive(composition))
        return live(composition)

    window.live = live_driven
    return enforcement


def _drive(composition: Composition) -> None:
    try:
        import_module(sys.argv[1]).drive(composition, Path(sys.argv[2]))
    except BaseException:  # noqa: BLE001 - whatever it is, the program would go on and the test wait for ever
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(EXIT_STUCK)


if __name__ == "__main__":
    vars(program)["lock_down"] = _lock_down_and_wait_for_the_window
    sys.exit(program.main(sys.argv[3:]))
