"""Runs Python under strace and reads what it asked of the kernel, with all its threads and children."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lockdown.children import environment

needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")

SOCKETS = "socket,socketpair,connect,bind,io_uring_setup,io_uring_enter,io_uring_register,ptrace,execve"
FILES = (
    "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,"
    "unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,truncate,memfd_create"
)


def asked_of_the_kernel(folder: Path, arguments: list[str], *before: str, **more: str) -> list[str]:
    """The calls of a traced Python with these arguments, one a line; `before` is what strace is started by."""
    trace = folder / "trace"
    strace = [
        "strace",
        "-f",
        "-qq",
        "-s",
        "400",
        "-o",
        str(trace),
        "-e",
        f"trace={SOCKETS},?{FILES.replace(',', ',?')}",
    ]
    subprocess.run(
        [*before, *strace, sys.executable, "-B", *arguments],
        env=environment(**more),
        check=True,
        capture_output=True,
        timeout=100,
    )
    return [re.sub(r"^\d+ +", "", line) for line in trace.read_text().splitlines()]


def not_local(calls: list[str]) -> list[str]:
    """The calls that reach for something else than a local socket."""
    watched = tuple(f"{name}(" for name in SOCKETS.split(",") if name != "execve")
    local = re.compile(r"(socket|socketpair)\(AF_UNIX,|(connect|bind)\(\d+, \{sa_family=AF_UNIX")
    return [call for call in calls if call.startswith(watched) and not local.match(call)]


def started(calls: list[str]) -> list[str]:
    """The programs that were started, the traced one among them."""
    return [found[1] for call in calls if (found := re.match(r'execve\("([^"]*)"', call))]


def written_to(calls: list[str]) -> Iterator[str]:
    """The paths that were made, changed or removed, whether or not it succeeded."""
    for call in calls:
        name = call.partition("(")[0]
        if name.startswith("open") and not re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC)", call):
            continue
        if name in FILES.split(","):
            yield from re.findall(r'"((?:[^"\\]|\\.)*)"', call)
