"""What goes through the two pipes of the worker process: frames of MessagePack, each behind its length.

Never pickle: the process reads strangers' files, so what it sends back is decoded into the expected type
or refused.
"""

from __future__ import annotations

import struct
from typing import BinaryIO, TypeVar

import msgspec

M = TypeVar("M")

MAX_FRAME = 1 << 28
"""Bytes of the longest frame either side accepts: far above a day's record or a summary of 100 pages."""

_LENGTH = struct.Struct(">I")


class Request(msgspec.Struct, frozen=True):
    """One job for the process; `argument` is the encoded argument, `mebibytes` its bound on address space."""

    job: str
    argument: msgspec.Raw
    mebibytes: int


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """The job has come so far."""

    done: int
    total: int


class Done(msgspec.Struct, frozen=True, tag="done"):
    """The job has ended well; `result` is the encoded result."""

    result: msgspec.Raw


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """The job has ended with an error of the program's own tree, which says nothing of any note."""

    code: str
    details: dict[str, str]


class Broke(msgspec.Struct, frozen=True, tag="broke"):
    """The job has ended with an unexpected exception: its type, and the place in the code. No message."""

    kind: str
    where: str


Reply = Progress | Done | Failed | Broke


class PipeError(Exception):
    """The other side is gone, or sent something that is not of this protocol."""


def write_frame(pipe: BinaryIO, message: Request | Reply) -> None:
    """Sends one message. Raises `PipeError` when it is too long or nobody listens."""
    payload = msgspec.msgpack.encode(message)
    if len(payload) > MAX_FRAME:
        raise PipeError
    try:
        pipe.write(_LENGTH.pack(len(payload)))
        pipe.write(payload)
        pipe.flush()
    except (OSError, ValueError) as error:  # ValueError: our own end was closed meanwhile
        raise PipeError from error


def read_request(pipe: BinaryIO) -> Request:
    """The next request. Raises `PipeError` when there will be none."""
    return _read(pipe, _REQUESTS)


def read_reply(pipe: BinaryIO) -> Reply:
    """The next reply. Raises `PipeError` when there will be none or it is not one."""
    return _read(pipe, _REPLIES)


def _read(pipe: BinaryIO, decoder: msgspec.msgpack.Decoder[M]) -> M:
    try:
        head = pipe.read(_LENGTH.size)
        length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else MAX_FRAME + 1
        payload = pipe.read(length) if length <= MAX_FRAME else b""
        if len(payload) != length:
            raise PipeError
        return decoder.decode(payload)
    except (OSError, ValueError):
        # A ValueError says that our end was closed meanwhile, or is msgspec's complaint, which quotes the data.
        raise PipeError from None


_REQUESTS = msgspec.msgpack.Decoder(Request)
_REPLIES: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)
