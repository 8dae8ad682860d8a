"""The Linux filter as a program for the kernel: every network socket refused, and the ways round it.

Classic BPF as in linux/filter.h, judged by seccomp(2) for each system call of the process. Written out here
because libseccomp is not on every system and no wheel carries it; docs/decisions/0020 says more.
"""

from __future__ import annotations

import errno
import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from dialogue_notes.lockdown.libc import AF_UNIX, Numbers

# linux/bpf_common.h: load a word at a fixed place; compare and jump; return a constant.
LOAD: Final = 0x20
JUMP_IF_EQUAL: Final = 0x15
JUMP_IF_ANY_BIT: Final = 0x45
RETURN: Final = 0x06

# linux/seccomp.h: what a filter may answer.
ALLOW: Final = 0x7FFF_0000
KILL_PROCESS: Final = 0x8000_0000
REFUSE: Final = 0x0005_0000 | errno.EPERM

# struct seccomp_data of linux/seccomp.h: number, audit name, instruction pointer, six arguments of 64 bits.
# The kernel reads a socket's family from the low half of its argument; both processors are little-endian.
_NUMBER: Final = 0
_AUDIT_ARCH: Final = 4
_FIRST_ARGUMENT: Final = 16


class Instruction(NamedTuple):
    """One `struct sock_filter`: what to do, where to go on if true and if false, and with which number."""

    code: int
    if_true: int
    if_false: int
    number: int

    def packed(self) -> bytes:
        """The eight bytes of the kernel's structure."""
        return struct.pack("=HBBI", *self)


def network_filter(numbers: Numbers) -> tuple[Instruction, ...]:
    """The filter for one architecture.

    A call of another ABI kills the process; sockets are refused unless AF_UNIX; so are io_uring (which makes
    sockets without the system call), ptrace and the calls that reach into another process for its memory or
    its sockets. All else is allowed.
    """
    refused = (
        numbers.io_uring_setup,
        numbers.io_uring_enter,
        numbers.io_uring_register,
        numbers.ptrace,
        numbers.process_vm_readv,
        numbers.process_vm_writev,
        numbers.pidfd_getfd,
    )
    program = [*_only_this_abi(numbers), *_refuse(*refused)]
    for number in (numbers.socket, numbers.socketpair):
        checks = [_load(_FIRST_ARGUMENT), *_unless_equal(AF_UNIX, REFUSE), _return(ALLOW)]
        program += [Instruction(JUMP_IF_EQUAL, 0, len(checks), number), *checks]
    return (*program, _return(ALLOW))


def worker_filter(numbers: Numbers) -> tuple[Instruction, ...]:
    """What the worker process gives up besides: every socket, local ones too, and starting any program."""
    refused = (numbers.socket, numbers.socketpair, numbers.execve, numbers.execveat)
    return (*_only_this_abi(numbers), *_refuse(*refused), _return(ALLOW))


def _only_this_abi(numbers: Numbers) -> Iterator[Instruction]:
    """Kills at a call of another ABI; leaves the number of the call loaded."""
    yield _load(_AUDIT_ARCH)
    yield from _unless_equal(numbers.audit_arch, KILL_PROCESS)
    yield _load(_NUMBER)
    if numbers.foreign_bit is not None:
        yield Instruction(JUMP_IF_ANY_BIT, 0, 1, numbers.foreign_bit)
        yield _return(KILL_PROCESS)


def _refuse(*calls: int) -> Iterator[Instruction]:
    """Answers EPERM to each of the calls."""
    for number in calls:
        yield Instruction(JUMP_IF_EQUAL, 0, 1, number)
        yield _return(REFUSE)


def _load(place: int) -> Instruction:
    return Instruction(LOAD, 0, 0, place)


def _return(answer: int) -> Instruction:
    return Instruction(RETURN, 0, 0, answer)


def _unless_equal(number: int, answer: int) -> tuple[Instruction, Instruction]:
    """Answers at once unless what was loaded is `number`."""
    return Instruction(JUMP_IF_EQUAL, 1, 0, number), _return(answer)
