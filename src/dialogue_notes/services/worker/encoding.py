"""Encoding what goes to the worker process, and decoding what comes back, without holding up whoever types meanwhile.

The library keeps Python's lock until it is done: 50 ms for a meeting of 20,000 entries, and a key press waits as long.
So long lists are done a hundred members at a time, with a rest after each, in which the lock is free: a thread that
only gives way when it is asked to makes the other wait anew at every step of its own.
"""

from __future__ import annotations

import struct
import time
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Final, TypeVar, cast, get_args, get_origin

import msgspec

T = TypeVar("T")

PIECE: Final = 100
"""Members of a list that are done at once: less than half a millisecond."""
REST_SECONDS: Final = 0.001
"""20,000 members take a fifth of a second longer by it."""

_ARRAY: Final = struct.Struct(">BI")
_ARRAY_32: Final = 0xDD
_SHORT_ARRAY: Final = range(0x90, 0xA0)


def encode(value: object) -> bytes:
    """The same value as `msgspec.msgpack.encode` gives, though a list may have a longer head."""
    return msgspec.msgpack.encode(_in_pieces(value))


def decode(encoded: bytes | msgspec.Raw, kind: type[T]) -> T:
    """As `msgspec.msgpack.decode`. Raises msgspec.MsgspecError for what is of another shape."""
    if get_origin(kind) is not tuple or get_args(kind)[1:] != (...,):
        return msgspec.msgpack.decode(encoded, type=kind)
    member = get_args(kind)[0]
    raw = msgspec.msgpack.decode(encoded, type=tuple[msgspec.Raw, ...])
    decoder = msgspec.msgpack.Decoder(member)
    found: list[object] = []
    for start in range(0, len(raw), PIECE):
        found.extend(map(decoder.decode, raw[start : start + PIECE]))
        time.sleep(REST_SECONDS)
    return cast(T, tuple(found))


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
        time.sleep(REST_SECONDS)
    return b"".join(parts)
