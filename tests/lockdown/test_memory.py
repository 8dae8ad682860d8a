"""Nobody looks into the program's memory: not another program of the same user, not a core file.

Run as an unprivileged user where the tests have the privilege to become one: root may look into anything.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.lockdown.children import LOCK_DOWN, environment, run_locked

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tries Linux's ways into a process")

# As root, both become "nobody"; changing the user closes a process, so it is opened again, as after a start.
BECOME_ORDINARY = """
import ctypes, encodings.idna, os, pathlib, resource, sys
import dialogue_notes.lockdown.start, dialogue_notes.lockdown.self_test
libc = ctypes.CDLL(None, use_errno=True)
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
    libc.prctl(4, 1, 0, 0, 0)
"""

HOLD_A_SECRET = """
secret = ctypes.create_string_buffer(b"told in confidence")
print(os.getpid(), ctypes.addressof(secret), flush=True)
sys.stdin.read()
"""

LOOK = """
pid, address = int(sys.argv[1]), int(sys.argv[2])
try:
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        memory.seek(address)
        print("mem", memory.read(18))
except OSError as error:
    print("mem refused", error.errno)
class Vector(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
copy = ctypes.create_string_buffer(18)
got = libc.process_vm_readv(pid, ctypes.byref(Vector(ctypes.addressof(copy), 18)), 1,
                            ctypes.byref(Vector(address, 18)), 1, 0)
print("readv", copy.raw if got == 18 else "refused")
print("ptrace", "refused" if libc.ptrace(0x4206, pid, 0, 0) == -1 else "attached")
for name in ("environ", "fd", "maps"):
    try:
        os.listdir(f"/proc/{pid}/fd") if name == "fd" else open(f"/proc/{pid}/{name}").read()
        print(name, "open")
    except OSError:
        print(name, "refused")
"""


def look_into(*pieces: str) -> list[str]:
    """What another process of the same user sees of one that ran `pieces` and holds a secret."""
    holder = [sys.executable, "-c", "\n".join([BECOME_ORDINARY, *pieces, HOLD_A_SECRET])]
    with subprocess.Popen(
        holder, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as held:
        assert held.stdin is not None
        assert held.stdout is not None
        where = held.stdout.readline().split()
        looker = [sys.executable, "-c", BECOME_ORDINARY + LOOK, *where]
        seen = subprocess.run(looker, env=environment(), capture_output=True, text=True, check=True)
        held.stdin.close()
    return seen.stdout.splitlines()


def test_another_process_of_the_user_sees_nothing() -> None:
    assert look_into(LOCK_DOWN) == [
        "mem refused 13",
        "readv refused",
        "ptrace refused",
        "environ refused",
        "fd refused",
        "maps refused",
    ]


def test_without_the_lockdown_it_would_see_the_secret() -> None:
    seen = look_into()
    if seen[1] == "readv refused":
        pytest.skip("this system keeps processes apart by itself (ptrace_scope)")
    assert seen[:2] == ["mem b'told in confidence'", "readv b'told in confidence'"]


SELF_TEST = """
for probe in dialogue_notes.lockdown.self_test.self_test(enforcement):
    print(probe.is_as_it_should, probe.tried)
"""


def test_the_self_test_of_an_ordinary_user_finds_everything_as_it_should_be() -> None:
    code = BECOME_ORDINARY + LOCK_DOWN + SELF_TEST
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    assert [line for line in done.stdout.splitlines() if not line.startswith("True ")] == []


CRASH = """
import os, resource, signal
if resource.getrlimit(resource.RLIMIT_CORE)[1] != 0:
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
note = "told in confidence"
os.kill(os.getpid(), signal.SIGSEGV)
"""


def crash(*pieces: str) -> tuple[bool, str]:
    """Whether the kernel wrote a core file for a child that crashed, and what the child said."""
    script = f"""
import os, subprocess, sys, tempfile
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    child = subprocess.Popen([sys.executable, "-c", {chr(10).join([*pieces, CRASH])!r}])
    _, status = os.waitpid(child.pid, 0)
    child.returncode = -os.WTERMSIG(status)
    print(os.WCOREDUMP(status) or os.listdir(folder) != [])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(), capture_output=True, text=True, check=True
    )
    return done.stdout == "True\n", done.stderr


def test_a_crash_leaves_no_core_file_and_says_nothing() -> None:
    assert crash(LOCK_DOWN) == (False, "")


def test_the_limit_for_core_files_cannot_be_raised_again() -> None:
    code = """
    import resource
    print(resource.getrlimit(resource.RLIMIT_CORE))
    """
    assert run_locked(code) == "(0, 0)\n"
