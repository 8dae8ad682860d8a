"""The window over the whole screen, and back to what it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow


class FullScreen:
    """F11 or Ctrl+Shift+F. Only its own key ends it: Esc means something else in every room; locking keeps it."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._before = Qt.WindowState.WindowNoState

    def switch(self) -> None:
        """Fills the screen; or gives back the size, or the maximised state, from before."""
        state = self._window.windowState()
        if state & Qt.WindowState.WindowFullScreen:
            self._window.setWindowState(self._before)
        else:
            self._before = state & Qt.WindowState.WindowMaximized
            self._window.setWindowState(state | Qt.WindowState.WindowFullScreen)
