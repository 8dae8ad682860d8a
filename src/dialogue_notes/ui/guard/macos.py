"""macOS: the distributed notification com.apple.screenIsLocked, through CoreFoundation (CFNotificationCenter.h).

Written after the documentation and never run there by us; docs/security.md says so. Sleep is not announced here:
that takes a power callback of IOKit which must be answered, and an answer that we never saw work could hold up a
machine. A Mac that slept is locked as soon as it wakes.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

from dialogue_notes.ui.guard.watching import SCREEN, SLEEP, SystemWatch, Watch

if sys.platform == "darwin":
    _FRAMEWORK: Final = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
    _LOCKED: Final = b"com.apple.screenIsLocked"
    _UTF8: Final = 0x08000100
    _AT_ONCE: Final = 4
    _CALLBACK: Final = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 5)

    class MacWatch(SystemWatch):
        """Hears the notification in the main run loop, which is Qt's."""

        def __init__(self) -> None:
            super().__init__()
            self._heard = _CALLBACK(lambda *_arguments: self.away.emit())
            self._library = ctypes.CDLL(_FRAMEWORK)
            self._center = self._function("CFNotificationCenterGetDistributedCenter", ctypes.c_void_p)()

        def begin(self) -> None:
            """See `SystemWatch.begin`."""
            text = self._function("CFStringCreateWithCString", ctypes.c_void_p)
            name = text(None, ctypes.c_char_p(_LOCKED), ctypes.c_uint32(_UTF8))
            self._function("CFNotificationCenterAddObserver", None)(
                ctypes.c_void_p(self._center), ctypes.c_void_p(id(self)), self._heard,
                ctypes.c_void_p(name), None, ctypes.c_long(_AT_ONCE),
            )  # fmt: skip
            self.changed.emit()

        def end(self) -> None:
            """See `SystemWatch.end`."""
            remove = self._function("CFNotificationCenterRemoveEveryObserver", None)
            remove(ctypes.c_void_p(self._center), ctypes.c_void_p(id(self)))

        def look(self) -> None:
            """See `SystemWatch.look`."""
            self.changed.emit()

        def watches(self) -> tuple[Watch, ...]:
            """See `SystemWatch.watches`."""
            return (
                Watch(SLEEP, is_kept=False, words="not announced here; locks when it wakes"),
                Watch(SCREEN, is_kept=True, words="told by macOS"),
            )

        def _function(self, name: str, result: type[ctypes.c_void_p] | None) -> ctypes._NamedFuncPointer:
            function = self._library[name]
            function.restype = result
            return function
