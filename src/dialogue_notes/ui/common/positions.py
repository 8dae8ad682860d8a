"""Between Qt's positions (UTF-16 code units) and ours (code points), at the edge of the screens.

In this module: `to_units`, `to_code_points`, `shown_text`.
"""

from __future__ import annotations

_SHOWN = {
    0x00: "\u2400",
    0x0D: "\u2424",
    0x2029: "\u2424",
    0xFFFC: "\u25a1",
    0xFDD0: "\u25a1",
    0xFDD1: "\u25a1",
}


def shown_text(text: str) -> str:
    """`text` with what Qt's documents would swallow replaced one for one, so that positions still hold."""
    return text.translate(_SHOWN)


def to_units(text: str, code_points: int) -> int:
    """Where the code point at `code_points` begins in UTF-16 code units."""
    return code_points + sum(character > "\uffff" for character in text[:code_points])


def to_code_points(text: str, units: int) -> int:
    """Which code point the UTF-16 code unit at `units` belongs to."""
    passed = 0
    for index, character in enumerate(text):
        if passed >= units:
            return index
        passed += 2 if character > "\uffff" else 1
    return len(text)
