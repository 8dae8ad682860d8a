"""Hands for the demonstration: keys, clicks and looking, on the real window; nothing is waited for blindly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import (
    QBuffer,
    QDeadlineTimer,
    QEventLoop,
    QIODevice,
    QKeyCombination,
    Qt,
    QTimer,
    SignalInstance,
)
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QWidget

from dialogue_notes.errors import BugError, ErrorCode, KnownError

W = TypeVar("W", bound=QWidget)

PATIENCE_MS = 60_000
"""The longest that any one thing is waited for; the key derivation and the first PDF are the slowest."""

_ROUNDS = 5
"""How often the window may act on its own events before a picture: a layout may ask for another one."""


class Hands:
    """Types, presses and clicks as a person would, and looks whether the window shows what is expected."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Lets the window work until `is_so()`, looking again after each event.

        Raises BugError saying `what` when it does not come to be, and KnownError(CANCELLED) once the window is closed.
        """
        deadline = QDeadlineTimer(PATIENCE_MS)
        awake = QTimer(interval=PATIENCE_MS, singleShot=True)  # so that waiting for an event has an end
        awake.start()
        while not is_so():
            if not self._window.isVisible():  # somebody closed it while it played
                raise KnownError(ErrorCode.CANCELLED)
            if deadline.hasExpired():
                raise BugError(ErrorCode.BUG, detail=f"the demonstration waited in vain for {what}")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def after(self, signal: SignalInstance, act: Callable[[], object], what: str) -> None:
        """Does `act` and waits until `signal` has been emitted."""
        heard: list[bool] = []

        def hear(*_values: object) -> None:
            heard.append(True)

        signal.connect(hear)
        try:
            act()
            self.until(lambda: bool(heard), what)
        finally:
            signal.disconnect(hear)

    def press(self, keys: str) -> None:
        """Presses a key or a chord, spelt as Qt spells it: `Return`, `Ctrl+Shift+V`."""
        combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]  # a gap in Qt's stubs
        QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())

    def type_text(self, text: str) -> None:
        """Types into what has the focus; letters that no key of a US layout makes come as from an input method."""
        for letter in text:
            if letter == "\n":
                self.press("Return")
            elif letter.isascii():
                QTest.keyClicks(self._focus(), letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(self._focus(), event)

    def enter(self, text: str) -> None:
        """Types a line and presses Return."""
        self.type_text(text)
        self.press("Return")

    def click(self, name: str) -> None:
        """Clicks the button of this name. A box is ticked by its key: it is wider than what a click would hit."""
        button = self.named(QAbstractButton, name)
        if isinstance(button, QCheckBox):
            button.setFocus()
            self.press("Space")
        else:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def fill(self, name: str, text: str) -> None:
        """Puts the focus into the field of this accessible name, types over what is there, and presses Return."""
        self.named(QWidget, name).setFocus()
        self.press("Ctrl+A")
        self.enter(text)

    def named(self, kind: type[W], name: str) -> W:
        """The widget that is shown under this accessible name, or the button with these words.

        Raises BugError when there is none.
        """
        found: list[W] = self._window.findChildren(kind)
        for widget in found:
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            if name in {widget.accessibleName(), words} and widget.isVisible():
                return widget
        raise BugError(ErrorCode.BUG, detail=f"the demonstration found no {kind.__name__} called {name}")

    def the(self, kind: type[W]) -> W:
        """The one widget of a class of ours."""
        found: list[W] = self._window.findChildren(kind)
        return found[0]

    def run_command(self, words: str) -> None:
        """Runs a command by typing its words into the palette."""
        self.press("Ctrl+K")
        self.until(lambda: self._focus().accessibleName() == "Find a command", "the palette")
        self.enter(words)

    def picture(self) -> bytes:
        """The window as it stands, as PNG."""
        for _ in range(_ROUNDS):
            QApplication.processEvents()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._window.grab().save(buffer, "PNG")
        return bytes(buffer.data().data())

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window
