"""What nobody expected opens the crash window, wherever it arose: in a slot, a place of work, or a thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from dialogue_notes.errors import EXIT_BUG, KnownError
from dialogue_notes.lockdown.traces import describe
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.window.crash import CrashWindow


class BugWatch(QObject):
    """Told of a bug from any thread, it has what is half typed saved and opens the crash window, once.

    The world's fault that nobody took is no bug: it is said in words, and work goes on.
    """

    _found = Signal(str)
    _met = Signal(object)

    def __init__(self, office: Office, window: CrashWindow) -> None:
        super().__init__(window)
        self._office = office
        self._window = window
        # Queued: the window opens when what failed has been left, and on the thread of the screen.
        self._found.connect(self._open, Qt.ConnectionType.QueuedConnection)
        self._met.connect(office.error_raised, Qt.ConnectionType.QueuedConnection)
        window.go_on_requested.connect(office.lock)
        window.quit_requested.connect(_quit)
        office.error_raised.connect(window.show_error)

    def tell(self, error: BaseException | None) -> None:
        """For the hooks. Ctrl+C is no bug."""
        if isinstance(error, KnownError):
            self._met.emit(error)
        elif error is not None and not isinstance(error, KeyboardInterrupt):
            self._found.emit(describe(error))

    def _open(self, places: str) -> None:
        if self._window.isVisible():  # one bug is told; those that come of it go to standard error alone
            return
        is_open = self._office.is_open
        self._window.show_bug(places, is_open=is_open)
        if is_open:
            self._office.hand_in()
            self._office.write(lambda _vault: None, lambda _none: self._window.show_saved())


@contextmanager
def bugs_told_to(watch: BugWatch) -> Iterator[None]:
    """While it lasts, exceptions that reached the event loop or ended a thread's work are told to `watch` too."""
    of_main, of_threads = sys.excepthook, threading.excepthook

    def lost(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        of_main(kind, error, trace)
        watch.tell(error)

    def lost_in_thread(told: threading.ExceptHookArgs) -> None:
        of_threads(told)
        watch.tell(told.exc_value)

    sys.excepthook, threading.excepthook = lost, lost_in_thread
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = of_main, of_threads


def _quit() -> None:
    QApplication.exit(EXIT_BUG)
