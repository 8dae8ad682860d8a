"""Python's garbage is collected on the GUI thread, and only there.

Widgets that refer to each other in a circle are freed by Python's collector, which runs in whichever thread
happens to allocate. A widget freed by the writer's thread would be destroyed in the wrong thread, and Qt
forbids that: timers go on, or the program dies.

In this module: `Collector`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1000
"""How often it is looked whether there is enough garbage; Python's own thresholds decide."""
FULL_EVERY = 60
"""After how many looks everything is gone through: with a long record open that takes as long as three key presses."""
PAUSE_SECONDS = 3.0
"""Everything is gone through once the hands rest for so long."""
FULL_AT_LAST = 15 * FULL_EVERY
"""And after so many looks even if they never rest."""


class Collector(QObject):
    """Takes Python's automatic collection over, until `stop`."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._looks = 0
        self._seconds_still: Callable[[], float] = lambda: PAUSE_SECONDS
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def wait_for(self, seconds_still: Callable[[], float]) -> None:
        """Who knows for how many seconds no key was pressed."""
        self._seconds_still = seconds_still

    def look(self) -> None:
        """Collects the young generations when they are due, and everything once in a while, when nobody types."""
        self._looks += 1
        is_pause = self._seconds_still() >= PAUSE_SECONDS
        if self._looks >= FULL_AT_LAST or (self._looks >= FULL_EVERY and is_pause):
            self._looks = 0
            gc.collect()
            return
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (1, 0):
            if thresholds[generation] and counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Collects everything here and now, and hands automatic collection back."""
        self._timer.stop()
        gc.collect()
        gc.enable()
