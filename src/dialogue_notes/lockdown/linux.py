"""Linux: the kernel refuses the network and keeps other processes out of our memory."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from dialogue_notes.lockdown import landlock, libc, seccomp
from dialogue_notes.lockdown.bpf import network_filter
from dialogue_notes.lockdown.core_dumps import forbid_core_dumps
from dialogue_notes.lockdown.enforcement import Guard, Measure
from dialogue_notes.lockdown.libc import Architecture, Numbers

_DESCRIPTORS: Final = Path("/proc/self/fd")


def set_up() -> tuple[Measure, ...]:
    """Sets all that this kernel offers, for this process and every child it will have, for good."""
    architecture = Architecture.of_this_machine()
    if architecture is None:
        words = f"the filter is not written for this processor ({os.uname().machine})"
        network = [Measure(Guard.SECCOMP, is_in_force=False, words=words)]
    else:
        network = [_set_filter(architecture.value), _set_landlock(architecture.value)]
    return (*network, _look_for_inherited_sockets(), _close_memory(), forbid_core_dumps())


def inherited_sockets() -> tuple[int, ...]:
    """The open descriptors that are network sockets: the filter stops new ones, not those handed down to us."""
    open_ones = [int(entry.name) for entry in _DESCRIPTORS.iterdir()]
    return tuple(
        descriptor
        for descriptor in sorted(open_ones)
        if libc.socket_family(descriptor) not in {None, libc.AF_UNIX}
    )


def _set_filter(numbers: Numbers) -> Measure:
    try:
        seccomp.install(numbers, network_filter(numbers))
    except OSError as error:
        return Measure(
            Guard.SECCOMP, is_in_force=False, words=f"the kernel took no filter ({error.strerror})"
        )
    words = "refuses every network socket, to the program and to all that it starts"
    return Measure(Guard.SECCOMP, is_in_force=True, words=words)


def _set_landlock(numbers: Numbers) -> Measure:
    try:
        version = landlock.version(numbers)
        if version < landlock.NETWORK_SINCE:
            words = f"this kernel's Landlock (version {version}) has no network rules"
            return Measure(Guard.LANDLOCK, is_in_force=False, words=words)
        landlock.give_up(numbers, network=landlock.ALL_TCP)
    except OSError as error:
        words = f"this kernel does not offer it ({error.strerror})"
        return Measure(Guard.LANDLOCK, is_in_force=False, words=words)
    return Measure(Guard.LANDLOCK, is_in_force=True, words="refuses every TCP connection a second time")


def _look_for_inherited_sockets() -> Measure:
    try:
        found = inherited_sockets()
    except OSError as error:
        words = f"the open descriptors could not be looked through ({error.strerror})"
        return Measure(Guard.DESCRIPTORS, is_in_force=False, words=words)
    if found:
        listed = ", ".join(str(descriptor) for descriptor in found)
        words = f"whoever started the program handed it an open network connection (descriptor {listed})"
        return Measure(Guard.DESCRIPTORS, is_in_force=False, words=words)
    return Measure(Guard.DESCRIPTORS, is_in_force=True, words="none was handed to the program")


def _close_memory() -> Measure:
    try:
        libc.prctl(libc.PR_SET_DUMPABLE, 0)
    except OSError as error:
        words = f"other programs of this user may look into it ({error.strerror})"
        return Measure(Guard.MEMORY, is_in_force=False, words=words)
    return Measure(Guard.MEMORY, is_in_force=True, words="closed to the other programs of this user")
