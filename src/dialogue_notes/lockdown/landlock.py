"""Gives up rights by Landlock (linux/landlock.h), a second layer where the kernel has it."""

from __future__ import annotations

import ctypes
import os
import struct
from typing import Final

from dialogue_notes.lockdown import libc
from dialogue_notes.lockdown.libc import Numbers

NETWORK_SINCE: Final = 4
"""The version of Landlock from which on it knows the network."""

ALL_TCP: Final = 0b11
"""LANDLOCK_ACCESS_NET_BIND_TCP and _CONNECT_TCP."""

_CHANGES: Final = 0b1_1111_1111_0010  # LANDLOCK_ACCESS_FS_WRITE_FILE, _REMOVE_* and _MAKE_*
_TRUNCATE: Final = 1 << 14  # LANDLOCK_ACCESS_FS_TRUNCATE
_TRUNCATE_SINCE: Final = 3

_VERSION: Final = 1  # LANDLOCK_CREATE_RULESET_VERSION


def version(numbers: Numbers) -> int:
    """The version of the kernel's Landlock. Raises `OSError` where it has none."""
    return libc.syscall(numbers.landlock_create_ruleset, None, 0, _VERSION)


def changes_to_files(numbers: Numbers) -> int:
    """The rights to make, change and remove files, as far as this kernel knows them. Raises as `version`."""
    return _CHANGES | _TRUNCATE if version(numbers) >= _TRUNCATE_SINCE else _CHANGES


def give_up(numbers: Numbers, *, files: int = 0, network: int = 0) -> None:
    """Gives up the rights, everywhere and for good, for this thread and what it starts.

    Needs PR_SET_NO_NEW_PRIVS, which the filter sets. Raises `OSError` where the kernel does not know them.
    """
    # struct landlock_ruleset_attr; its second half came with the network.
    rights = struct.pack("=QQ", files, network) if network else struct.pack("=Q", files)
    ruleset = libc.syscall(numbers.landlock_create_ruleset, ctypes.c_char_p(rights), len(rights), 0)
    try:
        libc.syscall(numbers.landlock_restrict_self, ruleset, 0)
    finally:
        os.close(ruleset)
