"""Keys that the typing line leaves to others: to an input method, and to commands."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

COMPOSING_KEYS = frozenset(
    {
        *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape),
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space),
        *(Qt.Key(Qt.Key.Key_0.value + digit) for digit in range(10)),
    }
)
"""What picks, takes or gives up a candidate of an input method."""


def is_a_shortcut(event: QKeyEvent) -> bool:
    """Alt and a key are for commands, and no letter where there is none; on a Mac they write letters."""
    return sys.platform != "darwin" and event.modifiers() == Qt.KeyboardModifier.AltModifier
