"""Looks for a secret in the whole memory of the running process, without making copies to be found."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_LOWER, _UPPER = b"0123456789abcdef", b"0123456789ABCDEF"


@dataclass(frozen=True, slots=True)
class Masked:
    """Bytes kept as two halves, neither of which tells anything: or the search would find itself."""

    mask: bytes
    half: bytearray

    def begins(self) -> bytes:
        """The first two bytes: few enough to be anywhere anyway."""
        return bytes(a ^ b for a, b in zip(self.mask[:2], self.half[:2], strict=True))

    def is_at(self, data: bytes, at: int) -> bool:
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
    for data in _regions():
        for name, masked in wanted.items():
            begin = masked.begins()
            at = data.find(begin)
            while at >= 0:
                found[name] += masked.is_at(data, at)
                at = data.find(begin, at + 1)
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


def _regions() -> Iterator[bytes]:
    with Path("/proc/self/maps").open(encoding="utf-8") as maps:
        places = [(line.split()[:2], line.split()[5:]) for line in maps]
    with Path("/proc/self/mem").open("rb", buffering=0) as memory:
        for (place, rights), name in places:
            if "r" not in rights or (name and name[0].startswith("[v")):
                continue
            start, end = (int(part, 16) for part in place.split("-"))
            try:
                memory.seek(start)
                yield memory.read(end - start)
            except (OSError, OverflowError):
                continue
