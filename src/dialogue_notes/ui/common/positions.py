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
    head = text[:code_points]
    if head.isascii():  # known without looking at the letters
        return len(head)
    return len(head.encode("utf-16-le", "surrogatepass")) // 2


def to_code_points(text: str, units: int) -> int:
    """Which code point the UTF-16 code unit at `units` belongs to."""
    if text.isascii():
        return min(max(units, 0), len(text))
    head = text[: max(units, 0)].encode("utf-16-le", "surrogatepass")[: 2 * max(units, 0)]
    return len(head.decode("utf-16-le", "replace")) if head else 0
