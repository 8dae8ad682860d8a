"""The filter, run by an interpreter of its own: what it answers to every system call of both processors."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.lockdown import bpf
from dialogue_notes.lockdown.libc import Architecture, Numbers

AF_UNIX = 1
ARCHITECTURES = list(Architecture)
FOREIGN_AUDIT_NAMES = [0x40000003, 0x40000028, 0xC0000015, 0]  # i386, 32-bit ARM, PowerPC, nonsense

words = st.integers(0, 2**32 - 1)
architectures = st.sampled_from(ARCHITECTURES)


def answer(
    numbers: Numbers,
    call: int,
    first_argument: int = 0,
    audit_arch: int | None = None,
    make: Callable[[Numbers], tuple[bpf.Instruction, ...]] = bpf.network_filter,
) -> int:
    """Interprets a filter as the kernel does, for one system call."""
    data = {
        0: call,
        4: numbers.audit_arch if audit_arch is None else audit_arch,
        16: first_argument & 0xFFFF_FFFF,
        20: first_argument >> 32,
    }
    program = make(numbers)
    loaded = at = 0
    while True:
        code, if_true, if_false, number = program[at]
        at += 1
        match code:
            case bpf.LOAD:
                loaded = data[number]
            case bpf.JUMP_IF_EQUAL:
                at += if_true if loaded == number else if_false
            case bpf.JUMP_IF_ANY_BIT:
                at += if_true if loaded & number else if_false
            case bpf.RETURN:
                return number
            case _:
                pytest.fail(f"the kernel would refuse instruction {code:#x}")


def refused_calls(numbers: Numbers) -> set[int]:
    return {
        numbers.io_uring_setup,
        numbers.io_uring_enter,
        numbers.io_uring_register,
        numbers.ptrace,
        numbers.process_vm_readv,
        numbers.process_vm_writev,
        numbers.pidfd_getfd,
    }


@given(architectures, st.sampled_from(["socket", "socketpair"]), words, words)
def test_only_local_sockets_are_made(
    architecture: Architecture, call: str, family: int, upper_half: int
) -> None:
    numbers = architecture.value
    said = answer(numbers, getattr(numbers, call), upper_half << 32 | family)
    assert said == (bpf.ALLOW if family == AF_UNIX else bpf.REFUSE)


@given(architectures, words, words)
def test_every_other_call_is_allowed_unless_listed(
    architecture: Architecture, call: int, argument: int
) -> None:
    numbers = architecture.value
    if call in {numbers.socket, numbers.socketpair}:
        return
    if numbers.foreign_bit is not None and call & numbers.foreign_bit:
        expected = bpf.KILL_PROCESS
    else:
        expected = bpf.REFUSE if call in refused_calls(numbers) else bpf.ALLOW
    assert answer(numbers, call, argument) == expected


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_the_ways_round_the_filter_are_refused_with_a_plain_error(architecture: Architecture) -> None:
    assert {answer(architecture.value, call) for call in refused_calls(architecture.value)} == {bpf.REFUSE}
    assert bpf.REFUSE & 0xFFFF == errno.EPERM


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@given(call=words, name=st.sampled_from(FOREIGN_AUDIT_NAMES) | words)
def test_any_call_of_another_abi_kills(architecture: Architecture, call: int, name: int) -> None:
    if name != architecture.value.audit_arch:
        assert answer(architecture.value, call, audit_arch=name) == bpf.KILL_PROCESS


def test_x32_calls_kill_on_x86_64() -> None:
    numbers = Architecture.X86_64.value
    assert answer(numbers, 0x4000_0000 | numbers.socket, AF_UNIX) == bpf.KILL_PROCESS


@given(architectures, words, words)
def test_the_worker_gives_up_all_sockets_and_programs_and_nothing_else(
    architecture: Architecture, call: int, argument: int
) -> None:
    numbers = architecture.value
    given_up = {numbers.socket, numbers.socketpair, numbers.execve, numbers.execveat}
    if numbers.foreign_bit is not None and call & numbers.foreign_bit:
        expected = bpf.KILL_PROCESS
    else:
        expected = bpf.REFUSE if call in given_up else bpf.ALLOW
    assert answer(numbers, call, argument, make=bpf.worker_filter) == expected
    for number in given_up:
        assert answer(numbers, number, AF_UNIX, make=bpf.worker_filter) == bpf.REFUSE


def test_an_instruction_is_packed_as_the_kernel_has_it() -> None:
    assert (
        bpf.Instruction(bpf.JUMP_IF_EQUAL, 1, 2, 0x01020304).packed() == b"\x15\x00\x01\x02\x04\x03\x02\x01"
    )


@pytest.mark.parametrize(
    ("architecture", "header"),
    [
        (Architecture.X86_64, "x86_64-linux-gnu/asm/unistd_64.h"),
        (Architecture.AARCH64, "asm-generic/unistd.h"),
    ],
)
def test_the_numbers_are_those_of_the_kernel_headers(architecture: Architecture, header: str) -> None:
    path = Path("/usr/include") / header
    if not path.is_file():
        pytest.skip(f"no kernel header at {path}")
    text = path.read_text()
    known = {name: int(number) for name, number in re.findall(r"#define __NR_(\w+)\s+(\d+)\b", text)}
    ours = asdict(architecture.value)
    calls = {name: number for name, number in ours.items() if name not in {"audit_arch", "foreign_bit"}}
    assert calls == {name: known[name] for name in calls}
