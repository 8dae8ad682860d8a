"""Linux system calls that Python has no function for, through ctypes and the C library already loaded."""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import dataclass
from enum import Enum

PR_SET_PDEATHSIG = 1
PR_GET_DUMPABLE = 3
PR_SET_DUMPABLE = 4
PR_SET_NO_NEW_PRIVS = 38
PR_GET_NO_NEW_PRIVS = 39

AF_UNIX = 1

_SOL_SOCKET = 1
_SO_DOMAIN = 39

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
_libc.prctl.restype = ctypes.c_int


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the kernel calls things on one architecture: its audit name and the numbers of system calls.

    From linux/audit.h and each architecture's asm/unistd.h. `foreign_bit` marks calls of a second ABI that
    shares the audit name (x32 on x86-64).
    """

    audit_arch: int
    socket: int
    socketpair: int
    ptrace: int
    process_vm_readv: int
    process_vm_writev: int
    execve: int
    execveat: int
    seccomp: int
    foreign_bit: int | None = None
    # The same on every architecture, being younger than the common table of 2019.
    pidfd_getfd: int = 438
    io_uring_setup: int = 425
    io_uring_enter: int = 426
    io_uring_register: int = 427
    landlock_create_ruleset: int = 444
    landlock_restrict_self: int = 446


class Architecture(Enum):
    """The processors that the filter is written for, by the name that uname(2) gives."""

    X86_64 = Numbers(
        audit_arch=0xC000003E,
        socket=41,
        socketpair=53,
        ptrace=101,
        process_vm_readv=310,
        process_vm_writev=311,
        execve=59,
        execveat=322,
        seccomp=317,
        foreign_bit=0x4000_0000,
    )
    AARCH64 = Numbers(
        audit_arch=0xC00000B7,
        socket=198,
        socketpair=199,
        ptrace=117,
        process_vm_readv=270,
        process_vm_writev=271,
        execve=221,
        execveat=281,
        seccomp=277,
    )

    @classmethod
    def of_this_machine(cls) -> Architecture | None:
        """This process's architecture; None where the filter is not written for it."""
        if sys.maxsize < 1 << 32:
            return None  # a 32-bit Python on a 64-bit kernel speaks another ABI than uname says
        return cls.__members__.get(os.uname().machine.upper())


def prctl(option: int, value: int = 0) -> int:
    """Sets or gets a property of this process. Raises `OSError` with the kernel's errno."""
    return _checked(_libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0))


def syscall(number: int, *arguments: object) -> int:
    """Makes any system call; whole numbers are passed as unsigned long. Raises `OSError` with the kernel's errno."""
    passed = (ctypes.c_ulong(given) if isinstance(given, int) else given for given in arguments)
    return _checked(_libc.syscall(ctypes.c_long(number), *passed))


def socket(family: int, kind: int) -> int:
    """Makes a socket past Python's own module, for the self-test. Raises `OSError` with the kernel's errno."""
    return _checked(_libc.socket(family, kind, 0))


def socket_family(descriptor: int) -> int | None:
    """The address family of an open socket (getsockopt SO_DOMAIN); None when the descriptor is no socket."""
    family = ctypes.c_int(0)
    size = ctypes.c_uint(ctypes.sizeof(family))
    if _libc.getsockopt(descriptor, _SOL_SOCKET, _SO_DOMAIN, ctypes.byref(family), ctypes.byref(size)):
        return None
    return family.value


def _checked(result: int) -> int:
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return int(result)
