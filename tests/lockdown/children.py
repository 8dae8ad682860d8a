"""Runs pieces of Python in processes of their own: a lockdown holds for the life of the process that set it."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"

LOCK_DOWN = """
from dialogue_notes.lockdown.start import lock_down
enforcement = lock_down()
"""

ATTEMPT = """
def attempt(what):
    try:
        result = what()
    except OSError as error:
        print("refused:", error.errno)
    else:
        print("possible:", result)
"""


def environment(**more: str) -> dict[str, str]:
    """The environment of a child, which finds our package where the tests find it."""
    return {**os.environ, "PYTHONPATH": str(SOURCE), **more}


def run(*pieces: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs the pieces of code, one after the other, in one new process; `more` is added to its environment."""
    code = "\n".join(textwrap.dedent(piece) for piece in pieces)
    return subprocess.run(
        [sys.executable, "-c", code],
        env=environment(**more),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def run_locked(*pieces: str, **more: str) -> str:
    """What the pieces print after a lockdown; they must end well and say nothing on standard error."""
    done = run(LOCK_DOWN, ATTEMPT, *pieces, **more)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


NO_MORE_FILTERS = """
import ctypes, struct
from dialogue_notes.lockdown import bpf, libc
numbers = libc.Architecture.of_this_machine().value
program = (
    bpf.Instruction(bpf.LOAD, 0, 0, 0),
    bpf.Instruction(bpf.JUMP_IF_EQUAL, 0, 1, numbers.seccomp),
    bpf.Instruction(bpf.RETURN, 0, 0, bpf.REFUSE),
    bpf.Instruction(bpf.RETURN, 0, 0, bpf.ALLOW),
)
packed = ctypes.create_string_buffer(b"".join(step.packed() for step in program))
libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)
described = struct.pack("@HP", len(program), ctypes.addressof(packed))
libc.syscall(numbers.seccomp, 1, 0, ctypes.c_char_p(described))
"""
"""Makes the kernel refuse every further filter, as some containers do, to this process and what it becomes."""
