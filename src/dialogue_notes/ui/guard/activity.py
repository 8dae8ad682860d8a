"""Whether somebody is there: every key, input method and move of the mouse in the program's windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication

_STIRS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)


class Activity(QObject):
    """Calls `stirred` and lets every event pass, so that the key that stops a countdown is typed as any other.

    Keys and the mouse are seen at the system's windows, where each comes by once. An input method keeps its keys
    from the window; what it composes is seen at the field that it is composed in.
    """

    def __init__(self, parent: QObject, stirred: Callable[[], None]) -> None:
        super().__init__(parent)
        self._stirred = stirred
        self._mouse = QPointF()
        self._composing_in: QObject | None = None
        self._composed = ""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch_window)
            application.focusObjectChanged.connect(self._watch_field)

    def finish_composition(self) -> None:
        """For locking: what an input method shows and has not given yet is typed as it stands."""
        QGuiApplication.inputMethod().commit()
        field, words = self._composing_in, self._composed
        self._composing_in, self._composed = None, ""
        if field is not None and words:
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(field, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _STIRS:
            self._stirred()
        elif kind is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            if (
                event.globalPosition() != self._mouse
            ):  # a window that opens under the mouse is no move of a hand
                self._mouse = event.globalPosition()
                self._stirred()
        elif kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composing_in, self._composed = watched, event.preeditString()
            self._stirred()
        return False

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            self._stirred()

    def _watch_field(self, field: QObject | None) -> None:
        """What is composed is given when its field is left; the field itself may be gone by then."""
        if field is not self._composing_in:
            self._composing_in, self._composed = None, ""
        if field is not None and not isinstance(field, QWindow):
            field.removeEventFilter(self)
            field.installEventFilter(self)
