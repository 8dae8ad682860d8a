"""What a worker process gives up and bounds for itself, where the system lets it, on top of the lockdown."""

from __future__ import annotations

import contextlib
import os
import signal
import sys

MEBIBYTE = 1 << 20

if sys.platform == "linux":
    from dialogue_notes.lockdown import landlock, libc, seccomp
    from dialogue_notes.lockdown.bpf import worker_filter
    from dialogue_notes.lockdown.libc import Architecture

    def die_with_parent() -> None:
        """Has the kernel kill this process when the thread that started it ends (PR_SET_PDEATHSIG)."""
        parent = os.getppid()
        libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)  # it ended before we could ask

    def keep_only_pipes() -> None:
        """Gives up every socket, starting programs, and making or changing files: pipes and memory remain.

        As far as the kernel can; the lockdown's own filter is in force in any case.
        """
        architecture = Architecture.of_this_machine()
        if architecture is None:
            return
        numbers = architecture.value
        with contextlib.suppress(OSError):
            seccomp.install(numbers, worker_filter(numbers))
        with contextlib.suppress(OSError):
            landlock.give_up(numbers, files=landlock.changes_to_files(numbers))
else:

    def die_with_parent() -> None:
        """Elsewhere the closed pipe ends the process, once its job is done."""

    def keep_only_pipes() -> None:
        """Elsewhere a process cannot give up so much by itself."""


if sys.platform == "win32":

    def limit_memory(mebibytes: int) -> None:
        """Windows bounds memory by job objects only, which a process does not set for itself."""

    def write_no_files() -> None:
        """Windows has no such limit."""
else:
    import resource

    def limit_memory(mebibytes: int) -> None:
        """Bounds the address space of this process; beyond it, `MemoryError`."""
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes * MEBIBYTE, hard))

    def write_no_files() -> None:
        """Bounds the files of this process to no bytes at all, for good; pipes have no such bound."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
