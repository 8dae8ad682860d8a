"""The lock key works through whatever is open: a list of choices or a dialog would swallow a shortcut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication


class LockKey(QObject):
    """Watches the window that has the keyboard; `pressed` on Ctrl+L while something lies over the main window.

    The filter sits on the system's windows and not on the application, where it would see (and, being Python,
    slow down) every event of every widget.
    """

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_lock_key(event):
            self.pressed.emit()
            return True
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


def close_what_is_open() -> None:
    """Closes lists of choices and dialogs, as locking does."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    while (dialog := QApplication.activeModalWidget()) is not None and dialog.close():
        pass


def _is_lock_key(event: QKeyEvent) -> bool:
    is_covered = QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None
    return (
        is_covered
        and event.key() == Qt.Key.Key_L
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )
