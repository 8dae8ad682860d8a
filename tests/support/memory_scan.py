"""Looks for a secret in the whole memory of the running process, without making copies to be found."""

from __future__ import annotations

import contextlib
import ctypes
import mmap
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PART, _OVERLAP = 1 << 22, 1 << 10
_LOWER, _UPPER = b"0123456789abcdef", b"0123456789ABCDEF"


@dataclass(frozen=True, slots=True)
class Masked:
    """Bytes kept as two halves, neither of which tells anything: or the search would find itself."""

    mask: bytes
    half: bytearray

    def begins(self) -> bytes:
        """The first two bytes: few enough to be anywhere anyway."""
        return bytes(a ^ b for a, b in zip(self.mask[:2], self.half[:2], strict=True))

    def is_at(self, data: mmap.mmap, at: int) -> bool:
        """Whether the bytes stand there; compared one by one."""
        return all(
            data[at + i : at + i + 1] == bytes((self.mask[i] ^ self.half[i],)) for i in range(len(self.mask))
        )


def spelt(name: str, secret: memoryview) -> dict[str, Masked]:
    """A secret as it may lie in memory: `NAME raw`, `NAME hex`, `NAME HEX`."""
    return {f"{name} {form}": masked for form, masked in _forms(secret)}


def copies(wanted: dict[str, Masked]) -> dict[str, int]:
    """How often each is found in the memory that this process can read."""
    found = dict.fromkeys(wanted, 0)
    for part, new in _parts():
        for name, masked in wanted.items():
            begin = masked.begins()
            at = part.find(begin, 0, new)
            while at >= 0:
                found[name] += masked.is_at(part, at)
                at = part.find(begin, at + 1, new)
    return found


def _forms(secret: memoryview) -> Iterator[tuple[str, Masked]]:
    yield "raw", _masked(secret)
    for name, digits in (("hex", _LOWER), ("HEX", _UPPER)):
        text = bytearray(2 * len(secret))
        for index, byte in enumerate(secret):
            text[2 * index], text[2 * index + 1] = digits[byte >> 4], digits[byte & 15]
        yield name, _masked(memoryview(text))
        text[:] = bytes(len(text))


def _masked(secret: memoryview) -> Masked:
    mask = os.urandom(len(secret))
    return Masked(mask, bytearray(a ^ b for a, b in zip(secret, mask, strict=True)))


def _parts() -> Iterator[tuple[mmap.mmap, int]]:
    """Memory part by part in one place that is passed over and emptied: what was read is nowhere left to be found.

    With each part goes how much of it is new; what follows it is there for what begins in it.
    """
    with mmap.mmap(-1, _PART + _OVERLAP) as part, Path("/proc/self/mem").open("rb", buffering=0) as memory:
        own = ctypes.addressof(ctypes.c_char.from_buffer(part))
        for start, end in _regions(own, own + len(part)):
            for at in range(start, end, _PART):
                part[:] = bytes(len(part))
                with contextlib.suppress(OSError, OverflowError), memoryview(part) as room:
                    memory.seek(at)
                    memory.readinto(room[: min(end - at, len(part))])
                yield part, min(end - at, _PART) + 1
        part[:] = bytes(len(part))


def _regions(own_start: int, own_end: int) -> list[tuple[int, int]]:
    """The readable regions from start to end, but for the place into which they are read."""
    regions: list[tuple[int, int]] = []
    with Path("/proc/self/maps").open(encoding="utf-8") as maps:
        for line in maps:
            place, rights, *rest = line.split()
            start, end = (int(part, 16) for part in place.split("-"))
            if "r" in rights and not (len(rest) > 3 and rest[3].startswith("[v")):
                regions += [(start, min(end, own_start)), (max(start, own_end), end)]
    return [(start, end) for start, end in regions if start < end]
