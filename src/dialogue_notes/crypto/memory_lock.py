"""Keeping pages of memory out of swap, through the operating system's own call."""

from __future__ import annotations

import ctypes
import mmap
import sys
from collections.abc import Callable
from functools import cache


def lock_memory(pages: mmap.mmap) -> bool:
    """Asks that `pages` never go to the disk (mlock; VirtualLock on Windows); whether the system agreed.

    A refusal (RLIMIT_MEMLOCK, a platform without the call) is no error: the key is still needed.
    """
    lock = _system_lock()
    if lock is None:
        return False
    window = (ctypes.c_char * len(pages)).from_buffer(pages)
    try:
        return lock(ctypes.addressof(window), len(pages))
    finally:
        del window  # an exported buffer would keep the pages from being freed


@cache
def _system_lock() -> Callable[[int, int], bool] | None:
    """The call as `lock(address, size) -> granted`, or None where there is none."""
    if sys.platform == "win32":
        virtual_lock = ctypes.windll.kernel32.VirtualLock
        virtual_lock.argtypes = (ctypes.c_void_p, ctypes.c_size_t)
        return lambda address, size: bool(virtual_lock(address, size))
    try:
        mlock = ctypes.CDLL(None).mlock
    except (OSError, AttributeError):
        return None
    mlock.argtypes = (ctypes.c_void_p, ctypes.c_size_t)
    return lambda address, size: bool(mlock(address, size) == 0)
