"""The self-test's probes on Linux. Each is harmless where it is not refused: what it opens it closes, unused."""

from __future__ import annotations

import errno
import os
import resource
from collections.abc import Callable
from functools import partial
from typing import Final

from dialogue_notes.lockdown import libc
from dialogue_notes.lockdown.enforcement import Probe
from dialogue_notes.lockdown.libc import Architecture, Numbers
from dialogue_notes.lockdown.linux import inherited_sockets

_SOCK_STREAM: Final = 1
_SOCK_RAW: Final = 3

_SOCKETS: Final = (  # families of linux/socket.h
    ("Internet socket (IPv4)", 2, _SOCK_STREAM),
    ("Internet socket (IPv6)", 10, _SOCK_STREAM),
    ("Socket to the kernel (netlink)", 16, _SOCK_RAW),
    ("Raw packets", 17, _SOCK_RAW),
    ("Bluetooth socket", 31, _SOCK_RAW),
    ("Socket to a virtual machine's host", 40, _SOCK_STREAM),
)
_PTRACE_PEEKDATA: Final = 2


def probe_system() -> tuple[Probe, ...]:
    """Tries the kernel's refusals from C, past Python and its tripwire."""
    sockets = [
        _must_be_refused(tried, partial(_open_and_close, family, kind)) for tried, family, kind in _SOCKETS
    ]
    architecture = Architecture.of_this_machine()
    indirect = _indirect_ways(architecture.value) if architecture is not None else ()
    return (*sockets, *indirect, _local_socket_must_work(), _nothing_inherited(), *_memory_is_closed())


def _indirect_ways(numbers: Numbers) -> tuple[Probe, ...]:
    """Calls that would fail for other reasons if the filter let them through: they name nothing that exists."""
    me = os.getpid()
    return (
        _must_be_refused("Sockets by io_uring", partial(libc.syscall, numbers.io_uring_setup, 0, None)),
        _must_be_refused(
            "Tracing another program", partial(libc.syscall, numbers.ptrace, _PTRACE_PEEKDATA, 0, 0, 0)
        ),
        _must_be_refused(
            "Reading another program's memory",
            partial(libc.syscall, numbers.process_vm_readv, me, None, 0, None, 0, 0),
        ),
        _must_be_refused(
            "Writing another program's memory",
            partial(libc.syscall, numbers.process_vm_writev, me, None, 0, None, 0, 0),
        ),
    )


def _must_be_refused(tried: str, attempt: Callable[[], object]) -> Probe:
    try:
        attempt()
    except OSError as error:
        if error.errno == errno.EPERM:
            return Probe(tried, is_as_it_should=True, words="refused by the kernel")
        return Probe(tried, is_as_it_should=False, words=f"failed, but was not refused ({error.strerror})")
    return Probe(tried, is_as_it_should=False, words="possible")


def _open_and_close(family: int, kind: int) -> None:
    os.close(libc.socket(family, kind))


def _local_socket_must_work() -> Probe:
    """The screen is reached by one; and a probe that finds everything refused would prove little."""
    tried = "Socket to the screen, on this machine"
    try:
        _open_and_close(libc.AF_UNIX, _SOCK_STREAM)
    except OSError as error:
        return Probe(tried, is_as_it_should=False, words=f"does not work ({error.strerror})")
    return Probe(tried, is_as_it_should=True, words="works, as it must")


def _nothing_inherited() -> Probe:
    found = inherited_sockets()
    words = f"{len(found)} open" if found else "none is open"
    return Probe("Network connections in this process", not found, words)


def _memory_is_closed() -> tuple[Probe, Probe]:
    closed = libc.prctl(libc.PR_GET_DUMPABLE) == 0
    no_core = resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
    return (
        Probe(
            "Memory of this process", closed, "closed to other programs" if closed else "open to this user"
        ),
        Probe("Core file after a crash", no_core, "none is written" if no_core else "may be written"),
    )
