"""Encoding what goes to the worker process without holding up whoever types meanwhile.

The encoder keeps Python's lock until it is done: 50 ms for a meeting of 20,000 entries, and a key press waits as
long. So long lists are encoded a few hundred members at a time; other threads have their turn in between.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Final

import msgspec

PIECE: Final = 250
"""Members of a list that are encoded at once: less than a millisecond."""

_ARRAY: Final = struct.Struct(">BI")
_ARRAY_32: Final = 0xDD
_SHORT_ARRAY: Final = range(0x90, 0xA0)


def encode(value: object) -> bytes:
    """The same value as `msgspec.msgpack.encode` gives, though a list may have a longer head."""
    return msgspec.msgpack.encode(_in_pieces(value))


def _in_pieces(value: object) -> object:
    """`value` with its long lists encoded already, at any depth of dataclasses."""
    if isinstance(value, tuple) and len(value) > PIECE:
        return msgspec.Raw(_long_list(value))
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _in_pieces(getattr(value, field.name)) for field in fields(value)}
    return value


def _long_list(members: Sequence[object]) -> bytes:
    parts = [_ARRAY.pack(_ARRAY_32, len(members))]
    for start in range(0, len(members), PIECE):
        piece = msgspec.msgpack.encode(members[start : start + PIECE])
        parts.append(piece[1 if piece[0] in _SHORT_ARRAY else 3 :])  # without the head of the piece
    return b"".join(parts)
