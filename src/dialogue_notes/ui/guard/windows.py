"""Windows: the system's own messages to a window, WM_POWERBROADCAST and WM_WTSSESSION_CHANGE (winuser.h).

Written after the documentation and never run there by us; docs/security.md says so.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QGuiApplication

from dialogue_notes.ui.guard.watching import SCREEN, SLEEP, SystemWatch, Watch

if sys.platform == "win32":
    from ctypes import wintypes

    _POWER, _POWER_SUSPEND = 0x0218, 0x0004
    _SESSION, _SESSION_LOCKED = 0x02B1, 0x0007
    _THIS_SESSION: Final = 0

    class WindowsWatch(SystemWatch):
        """Reads the messages before Qt does. Windows gives a program about two seconds before it sleeps."""

        def __init__(self) -> None:
            super().__init__()
            self._filter = _Filter(self)
            self._is_told_of_session = False

        def begin(self) -> None:
            """See `SystemWatch.begin`."""
            application = QCoreApplication.instance()
            if application is not None:
                application.installNativeEventFilter(self._filter)
            windows = [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]
            if windows:
                register = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification
                handle = wintypes.HWND(windows[0].winId())
                self._is_told_of_session = bool(register(handle, wintypes.DWORD(_THIS_SESSION)))
            self.changed.emit()

        def end(self) -> None:
            """See `SystemWatch.end`."""
            application = QCoreApplication.instance()
            if application is not None:
                application.removeNativeEventFilter(self._filter)

        def look(self) -> None:
            """See `SystemWatch.look`."""
            self.changed.emit()

        def watches(self) -> tuple[Watch, ...]:
            """See `SystemWatch.watches`."""
            told = self._is_told_of_session
            screen = "told by Windows" if told else "Windows does not tell of it"
            return (
                Watch(SLEEP, is_kept=True, words="told by Windows, which does not wait long"),
                Watch(SCREEN, is_kept=told, words=screen),
            )

    class _Filter(QAbstractNativeEventFilter):
        """Passes everything on."""

        def __init__(self, watch: WindowsWatch) -> None:
            super().__init__()
            self._watch = watch

        def nativeEventFilter(
            self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
        ) -> object:
            heard = wintypes.MSG.from_address(int(message))
            if (heard.message, heard.wParam) in {(_POWER, _POWER_SUSPEND), (_SESSION, _SESSION_LOCKED)}:
                self._watch.away.emit()
            return False, 0
