"""Hands a filter to the kernel, seccomp(2)."""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Sequence
from typing import Final

from dialogue_notes.lockdown import libc
from dialogue_notes.lockdown.bpf import Instruction
from dialogue_notes.lockdown.libc import Numbers

_SET_MODE_FILTER: Final = 1
_TSYNC: Final = 1  # for all threads of the process at once


def install(numbers: Numbers, program: Sequence[Instruction]) -> None:
    """Puts the filter on this process, for good, and on every child that it will have.

    Filters add up: a call passes only if each of them lets it. Raises `OSError` when the kernel takes none.
    """
    packed = b"".join(instruction.packed() for instruction in program)
    instructions = ctypes.create_string_buffer(packed, len(packed))
    # struct sock_fprog: how many instructions and where they are, with the compiler's padding between.
    described = struct.pack("@HP", len(program), ctypes.addressof(instructions))
    libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)
    answer = libc.syscall(numbers.seccomp, _SET_MODE_FILTER, _TSYNC, ctypes.c_char_p(described))
    if answer != 0:  # the id of a thread that has filters of its own
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
