"""Hands on a keyboard: text in, key events and events of an input method out, as the layout that is on gives them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.layouts import BACKSPACE, ENTER, TAB, US, Composer, Layout, Press, letters_of

_NAMED = {
    ENTER: (Qt.Key.Key_Return, "\r"),
    TAB: (Qt.Key.Key_Tab, "\t"),
    BACKSPACE: (Qt.Key.Key_Backspace, "\b"),
}


class Fingers:
    """Types on `layout`; letters it lacks are typed on the other layout that its owner switches to (Latin letters on
    a Russian or Korean keyboard), else through an input method that composes a word and commits it.
    """

    def __init__(self, layout: Layout, target: Callable[[], QWidget]) -> None:
        self._layout = layout
        self._target = target
        self._composer = Composer()
        self.keys = 0

    def type(self, text: str) -> None:
        """Text as it is to stand in the line."""
        foreign = ""
        for letter in text:
            press = self._layout.press(letter) or US.press(letter)
            if press is None and not (self._layout.composes and "가" <= letter <= "힣"):
                foreign += letter
                continue
            self._compose(foreign)
            foreign = ""
            if press is None:
                self._korean(letter)
            else:
                self._press(press)
        self._compose(foreign)

    def press_keys_of(self, latin: str) -> None:
        """The physical keys that give `latin` on a US layout, whatever this layout gives for them."""
        for letter in latin:
            key = US.press(letter)
            assert key is not None, f"no key gives {letter!r}"
            given = self._layout.at(key.keycode, shift=key.shift)
            if self._layout.composes and letter.isalpha():
                self._korean(given.text)
            else:
                self._press(given)

    def press(self, keycode: int) -> None:
        """Enter, Tab or Backspace; what an input method composes is committed first, as it does."""
        self._flush()
        key, text = _NAMED[keycode]
        self._send(Press(keycode, shift=False, text=text), key)

    def _press(self, press: Press) -> None:
        self._flush()
        key = Qt.Key(ord(press.text.upper())) if press.text.isascii() else Qt.Key.Key_unknown
        self._send(press, key)

    def _send(self, press: Press, key: Qt.Key) -> None:
        held = Qt.KeyboardModifier.ShiftModifier if press.shift else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, held, press.keycode, 0, 0, press.text)
            QApplication.sendEvent(self._target(), event)
        self.keys += 1

    def _korean(self, text: str) -> None:
        for letter in letters_of(text):
            committed = self._composer.key(letter)
            event = QInputMethodEvent(self._composer.preedit, [])
            event.setCommitString(committed)
            QApplication.sendEvent(self._target(), event)
            self.keys += 1

    def _flush(self) -> None:
        committed = self._composer.flush()
        if committed:
            self._commit(committed)

    def _compose(self, word: str) -> None:
        """A word of a script that no key here gives: composed letter by letter and committed whole."""
        if not word:
            return
        self._flush()
        for length in range(1, len(word) + 1):
            QApplication.sendEvent(self._target(), QInputMethodEvent(word[:length], []))
            self.keys += 1
        self._commit(word)

    def _commit(self, word: str) -> None:
        event = QInputMethodEvent("", [])
        event.setCommitString(word)
        QApplication.sendEvent(self._target(), event)
