"""What a locked-down process can no longer do, tried in real processes on the real kernel."""

from __future__ import annotations

import platform
import signal
import sys

import pytest

from tests.lockdown.children import LOCK_DOWN, run, run_locked

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filter is Linux's own")

LIBC = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
def call(function, *arguments):
    ctypes.set_errno(0)
    result = function(*arguments)
    print("refused:" if result == -1 and ctypes.get_errno() == 1 else "possible:", ctypes.get_errno())
"""

NUMBERS = """
from dialogue_notes.lockdown.libc import Architecture
numbers = Architecture.of_this_machine().value
"""

FAMILIES = {
    "AF_INET": 2,
    "AF_INET6": 10,
    "AF_NETLINK": 16,
    "AF_PACKET": 17,
    "AF_BLUETOOTH": 31,
    "AF_VSOCK": 40,
}


def outcomes(printed: str) -> list[str]:
    return [line.split(":")[0] for line in printed.splitlines()]


def test_the_report_says_that_the_kernel_enforces_it() -> None:
    printed = run_locked("print(enforcement.headline); enforcement.require()")
    assert printed == "Offline, enforced by the kernel\n"


@pytest.mark.parametrize("family", FAMILIES)
def test_python_makes_no_network_socket(family: str) -> None:
    printed = run_locked(
        f"import socket; attempt(lambda: socket.socket({FAMILIES[family]}, socket.SOCK_RAW))"
    )
    assert printed == "refused: 1\n"


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_the_c_library_makes_no_network_socket(family: int) -> None:
    code = f"""
    call(libc.socket, {family}, 1, 0)
    call(libc.socket, {family}, 2, 0)
    call(libc.socketpair, {family}, 1, 0, (ctypes.c_int * 2)())
    """
    assert outcomes(run_locked(LIBC, code)) == ["refused"] * 3


def test_a_raw_system_call_makes_no_network_socket() -> None:
    code = "call(libc.syscall, numbers.socket, 2, 1, 0); call(libc.syscall, numbers.socket, 10, 2, 17)"
    assert outcomes(run_locked(LIBC, NUMBERS, code)) == ["refused"] * 2


def test_garbage_in_the_upper_half_of_the_family_changes_nothing() -> None:
    code = """
    call(libc.syscall, numbers.socket, ctypes.c_ulong(1 << 32 | 2), 1, 0)
    call(libc.syscall, numbers.socket, ctypes.c_ulong(1 << 32 | 1), 1, 0)
    """
    assert outcomes(run_locked(LIBC, NUMBERS, code)) == ["refused", "possible"]


def test_a_child_makes_no_network_socket() -> None:
    code = """
    import subprocess, sys
    child = "import socket\\nfor family in (2, 10, 16): socket.socket(family, socket.SOCK_RAW)"
    done = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True)
    print(done.returncode, done.stderr.splitlines()[-1])
    """
    assert run_locked(code) == "1 PermissionError: [Errno 1] Operation not permitted\n"


def test_a_thread_that_was_there_before_makes_no_network_socket() -> None:
    before = """
    import ctypes, threading
    libc = ctypes.CDLL(None, use_errno=True)
    locked, tried = threading.Event(), []
    def wait_and_try():
        locked.wait()
        tried.append((libc.socket(2, 1, 0), ctypes.get_errno()))
    thread = threading.Thread(target=wait_and_try)
    thread.start()
    """
    done = run(before, LOCK_DOWN, "locked.set(); thread.join(); print(tried)")
    assert done.stdout == "[(-1, 1)]\n", done.stderr


@pytest.mark.parametrize(
    "attempt",
    [
        "numbers.io_uring_setup, 1, ctypes.create_string_buffer(120)",
        "numbers.io_uring_enter, 0, 0, 0, 0, None, 0",
        "numbers.io_uring_register, 0, 0, None, 0",
        "numbers.ptrace, 0, 0, 0, 0",
        "numbers.process_vm_readv, os.getppid(), None, 0, None, 0, 0",
        "numbers.process_vm_writev, os.getppid(), None, 0, None, 0, 0",
        "numbers.pidfd_getfd, 0, 0, 0",
    ],
    ids=lambda attempt: attempt.split(",")[0].removeprefix("numbers."),
)
def test_the_ways_round_are_refused(attempt: str) -> None:
    assert outcomes(run_locked("import os", LIBC, NUMBERS, f"call(libc.syscall, {attempt})")) == ["refused"]


def test_local_sockets_pipes_and_children_work() -> None:
    code = """
    import multiprocessing, socket, subprocess, sys, tempfile, os
    here, there = socket.socketpair()
    here.sendall(b"through"); print(there.recv(7))
    with tempfile.TemporaryDirectory() as folder:
        with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
            server.bind(os.path.join(folder, "s")); server.listen(); client.connect(os.path.join(folder, "s"))
    left, right = multiprocessing.Pipe()
    left.send_bytes(b"piped"); print(right.recv_bytes())
    print(subprocess.run([sys.executable, "-c", "print('child')"], capture_output=True, text=True).stdout.strip())
    here.close(); there.close()
    """
    assert run_locked(code) == "b'through'\nb'piped'\nchild\n"


def test_a_second_lockdown_on_top_works() -> None:
    assert run_locked("print(lock_down().is_kernel_enforced)") == "True\n"


# mov eax, 20 (getpid of the 32-bit ABI); int 0x80; ret
INT_80 = """
import ctypes, mmap
page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(bytes.fromhex("b814000000cd80c3"))
print(ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))() > 0)
"""

on_x86_64 = pytest.mark.skipif(platform.machine() != "x86_64", reason="a matter of x86-64 processors")


@on_x86_64
def test_a_call_of_the_32_bit_abi_kills_the_process() -> None:
    if run(INT_80).stdout != "True\n":
        pytest.skip("this kernel knows no 32-bit calls at all")
    assert run(LOCK_DOWN, INT_80).returncode == -signal.SIGSYS


@on_x86_64
def test_a_call_of_the_x32_abi_kills_the_process() -> None:
    code = "libc.syscall(0x40000000 | 39)"
    assert run(LIBC, code).returncode == 0
    assert run(LOCK_DOWN, LIBC, code).returncode == -signal.SIGSYS


REQUIRE = """
print(enforcement.is_kernel_enforced)
try:
    enforcement.require()
except Exception as error:
    print(error)
"""


def test_an_inherited_network_connection_is_found_and_keeps_vaults_closed() -> None:
    parent = f"""
import socket, subprocess, sys
with socket.socket() as handed_down:
    child = [sys.executable, "-c", {LOCK_DOWN + REQUIRE!r}]
    subprocess.run(child, pass_fds=[handed_down.fileno()])
"""
    printed = run(parent).stdout
    assert printed.startswith("False\nThe system could not be told to block the network (whoever started")


def test_the_override_is_told_by_the_report_and_only_when_it_was_needed() -> None:
    assert run_locked("print(lock_down(allow_unenforced=True).overridden)") == "False\n"


def test_the_self_test_finds_everything_as_it_should_be() -> None:
    code = """
    from dialogue_notes.lockdown.self_test import self_test
    for probe in self_test(enforcement):
        print(probe.is_as_it_should, probe.tried, probe.words)
    """
    printed = run_locked(code).splitlines()
    assert len(printed) > 12
    assert [line for line in printed if not line.startswith("True")] == []


def test_the_self_test_finds_an_open_process_open() -> None:
    code = """
    from dialogue_notes.lockdown.enforcement import Enforcement
    from dialogue_notes.lockdown.self_test import self_test
    for probe in self_test(Enforcement(())):
        print(probe.is_as_it_should, probe.tried)
    """
    printed = run(code).stdout.splitlines()
    assert "False Lockdown at the start" in printed
    assert "False Network socket from Python" in printed
    assert "False Internet socket (IPv4)" in printed
    assert "False Reading another program's memory" in printed
    assert "False Memory of this process" in printed
    assert "True Socket to the screen, on this machine" in printed
