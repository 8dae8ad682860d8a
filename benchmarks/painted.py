"""When something stands on the screen: the moment after a widget was painted and Qt handed the picture on."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

LONGEST_WAIT_MS = 20_000


class Painted(QObject):
    """Watches one widget. Qt paints all widgets and gives the picture to the X server in one go; what is posted while
    it paints runs right after that, and that is the moment taken.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._is_there: Callable[[], bool] = bool
        self._loop = QEventLoop()
        self._at = 0.0
        self._late = QTimer(singleShot=True, interval=LONGEST_WAIT_MS)
        self._late.timeout.connect(self._loop.quit)
        widget.installEventFilter(self)

    def seconds(self, act: Callable[[], object], is_there: Callable[[], bool]) -> float:
        """From `act` until the widget has been painted with `is_there` true.

        Raises TimeoutError when that does not come.
        """
        self._at, self._is_there = 0.0, is_there
        begun = time.perf_counter()
        act()
        self._late.start()
        self._loop.exec()
        self._late.stop()
        if not self._at:
            raise TimeoutError
        return self._at - begun

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._is_there():
            self._is_there = bool
            QTimer.singleShot(0, self._take)
        return False

    def _take(self) -> None:
        self._at = time.perf_counter()
        self._loop.quit()


def rest(milliseconds: int) -> None:
    """Lets everything go on for a while, as between the keys of a person."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def run_until(is_so: Callable[[], bool]) -> float:
    """Lets everything go on until something is so; the seconds that took. Raises TimeoutError."""
    begun = time.perf_counter()
    while not is_so():
        rest(2)
        if time.perf_counter() - begun > LONGEST_WAIT_MS / 1000:
            raise TimeoutError
    return time.perf_counter() - begun
