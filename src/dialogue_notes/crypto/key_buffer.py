"""Memory for keys: locked, left out of core dumps, and zeroed when no longer needed."""

from __future__ import annotations

import mmap
import os
import sys
from contextlib import suppress
from typing import Self

from dialogue_notes.crypto.memory_lock import lock_memory
from dialogue_notes.errors import BugError, ErrorCode


class KeyBuffer:
    """A key of `size` bytes on memory pages of its own; a context manager that zeroes it at the end.

    The pages are kept out of swap (mlock, VirtualLock), out of core dumps (MADV_DONTDUMP) and out of forked
    children (MADV_DONTFORK) where the platform allows; where it does not, the key is used all the same. The key
    never becomes a `bytes` or `str` object here: libraries read and write it through `view`.
    """

    __slots__ = ("_map", "_size")

    def __init__(self, size: int) -> None:
        self._size = size
        self._map: mmap.mmap | None = _private_pages(max(size, 1))
        lock_memory(self._map)
        for advice in ("MADV_DONTDUMP", "MADV_DONTFORK"):
            if hasattr(mmap, advice):
                with suppress(OSError):  # an old kernel; the core limit of 0 still holds
                    self._map.madvise(getattr(mmap, advice))

    @property
    def view(self) -> memoryview:
        """The key itself, to be read or written in place. Raises BugError once the buffer is closed."""
        if self._map is None:
            raise BugError(ErrorCode.BUG, detail="a key was used after it was erased")
        return memoryview(self._map)[: self._size]

    @property
    def is_closed(self) -> bool:
        """Whether the key has been erased."""
        return self._map is None

    def close(self) -> None:
        """Zeroes the key. A second call does nothing."""
        if self._map is None:
            return
        self._map[:] = bytes(len(self._map))
        try:  # noqa: SIM105 - `suppress` may be gone already when the interpreter ends
            self._map.close()
        except BufferError:
            pass  # a library still looks at the pages: they are zero, and freed with it
        self._map = None

    def __len__(self) -> int:
        return self._size

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"KeyBuffer({self._size} bytes{', erased' if self.is_closed else ''})"


def _private_pages(size: int) -> mmap.mmap:
    if sys.platform == "win32":
        return mmap.mmap(-1, size)
    # Python's default is memory shared with every forked child.
    return mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)


def random_key(size: int = 32) -> KeyBuffer:
    """A key of `size` bytes from the operating system's generator, without a copy where it can be read in place."""
    key = KeyBuffer(size)
    try:
        with open("/dev/urandom", "rb", buffering=0) as source:  # noqa: PTH123 - a device, read into place
            is_filled = source.readinto(key.view) == size
    except OSError:  # Windows, or a system without that device
        is_filled = False
    if not is_filled:
        key.view[:] = os.urandom(size)
    return key


def copy_key(data: bytes | bytearray | memoryview) -> KeyBuffer:
    """The bytes of `data` in a key buffer; the caller erases `data` where it can."""
    key = KeyBuffer(len(data))
    key.view[:] = data
    return key


def erase(data: bytearray) -> None:
    """Zeroes `data` in place."""
    data[:] = bytes(len(data))
