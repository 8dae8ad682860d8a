"""Ctrl+C in the terminal, and the system's wish that the program end: the window is left in good order."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QSocketNotifier

from dialogue_notes.errors import EXIT_SIGNAL


@contextmanager
def signals_end_with(leave: Callable[[int], None]) -> Iterator[None]:
    """While it lasts, SIGINT, SIGTERM and SIGHUP call `leave(exit_code)` from the event loop, which they wake.

    The C part of Python's handler writes the number into a pipe, so that Qt, waiting in C, notices at once. Windows
    has no such pipe for Qt to wait on, and there these signals keep their usual effect. So does one that the
    program was told to ignore (nohup).
    """
    if sys.platform == "win32":
        yield
        return
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: _pass_on(reading, leave))
    wakeup = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    before = {
        number: signal.signal(number, _noted)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        if signal.getsignal(number) is not signal.SIG_IGN
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup)
        notifier.setEnabled(False)
        os.close(reading)
        os.close(writing)


def _pass_on(reading: int, leave: Callable[[int], None]) -> None:
    for number in os.read(reading, 64)[:1]:
        leave(EXIT_SIGNAL + number)


def _noted(_number: int, _frame: FrameType | None) -> None:
    """The pipe tells the window; without a handler the default would end the program where it stands."""
