"""Alt and a digit of the top row, by the key that was pressed: on AZERTY the same keys give signs."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

_FIRST = {"linux": 10, "win32": 2}
"""What the system calls the key right of the one left of 1: X and Wayland count evdev's keys from 8 (xkeyboard-config,
keycodes/evdev: AE01 is 10), Windows gives the scan code of set 1.
"""
_MAC = (0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19)
"""Apple's virtual key codes of the keys 1 to 9 (HIToolbox, Events.h): a Mac gives no scan codes."""


class DigitKeys(QObject):
    """Watches the widgets it is installed on as an event filter. `pressed(digit)`: 1 to 9."""

    pressed = Signal(int)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        digit = digit_of(event)
        if not digit:
            return False
        event.accept()
        if not event.isAutoRepeat():
            self.pressed.emit(digit)
        return True


def digit_of(event: QKeyEvent, platform: str = sys.platform) -> int:
    """The digit of the top row that is pressed with Alt alone; 0 for any other key."""
    if event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return 0
    number = event.nativeScanCode() - _FIRST.get(platform, 0)
    if platform in _FIRST and 0 <= number < len(_MAC):
        return number + 1
    if platform == "darwin" and event.nativeVirtualKey() in _MAC:
        return _MAC.index(event.nativeVirtualKey()) + 1
    key = event.key() - Qt.Key.Key_0.value
    return key if 0 < key <= len(_MAC) else 0
