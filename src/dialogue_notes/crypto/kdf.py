"""From a passphrase to a key: Argon2id v1.3 (RFC 9106), its cost, and the bounds that a stored cost must keep."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from dialogue_notes.crypto.key_buffer import KeyBuffer, erase
from dialogue_notes.errors import ErrorCode, KnownError

SALT_SIZE: Final = 16
"""Bytes; one salt a vault (RFC 9106, section 3.1)."""

STRETCHED_SIZE: Final = 32
"""Bytes that come out of the derivation."""


@dataclass(frozen=True, slots=True)
class KdfCost:
    """How dear one guess is: memory in KiB, passes over it, parallel lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def __str__(self) -> str:
        return f"{self.memory_kib // 1024} MiB, t={self.passes}, p={self.lanes}"


DEFAULT_COST: Final = KdfCost(memory_kib=256 * 1024, passes=3, lanes=4)
"""Four times the memory of RFC 9106's second recommended setting, at its passes and lanes."""

FLOOR: Final = KdfCost(memory_kib=64 * 1024, passes=3, lanes=1)
"""The cheapest that a vault may ask for: a header below it was not written by this program."""

CEILING: Final = KdfCost(memory_kib=2 * 1024 * 1024, passes=16, lanes=64)
"""The dearest: beyond it a header is an attempt to exhaust the machine."""

_TARGET_SECONDS: Final = 1.0


def check_cost(cost: KdfCost, floor: KdfCost = FLOOR) -> None:
    """Refuses a stored cost outside the bounds, before any memory is taken. Only tests give another floor.

    Raises KnownError(KDF_COST_REFUSED).
    """
    is_too_cheap = cost.memory_kib < floor.memory_kib or cost.passes < floor.passes or cost.lanes < 1
    is_too_dear = (
        cost.memory_kib > CEILING.memory_kib or cost.passes > CEILING.passes or cost.lanes > CEILING.lanes
    )
    # Argon2 needs 8 KiB a lane (RFC 9106, section 3.1).
    if is_too_cheap or is_too_dear or cost.memory_kib < 8 * cost.lanes:
        raise KnownError(ErrorCode.KDF_COST_REFUSED, detail=str(cost))


def stretch(secret: bytearray | memoryview, salt: bytes, cost: KdfCost) -> KeyBuffer:
    """32 bytes from `secret` (UTF-8, already in its normal form); one run an unlock, about a second."""
    key = KeyBuffer(STRETCHED_SIZE)
    derivation = Argon2id(
        salt=salt,
        length=STRETCHED_SIZE,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    try:
        # bytes would be a copy of the secret that cannot be erased.
        derivation.derive_into(secret, key.view)  # type: ignore[arg-type]  # any buffer is read, say what stubs may
    except BaseException:
        key.close()
        raise
    return key


def normal_form(passphrase: bytearray) -> bytearray:
    """The passphrase in NFKC, so that every keyboard's way of typing it gives the same bytes; erases its input.

    ASCII is its own normal form and makes no copy. Other passphrases pass through a `str` for a moment, since
    the standard library normalises nothing else. Raises KnownError(BAD_FIELD) when it is not UTF-8.
    """
    if passphrase.isascii():
        normal = bytearray(passphrase)
    else:
        try:
            text = passphrase.decode("utf-8")
        except UnicodeDecodeError:
            text = None
        if text is None:
            erase(passphrase)
            raise KnownError(ErrorCode.BAD_FIELD, field="passphrase", detail="it is not UTF-8 text")
        normal = bytearray(unicodedata.normalize("NFKC", text), "utf-8")
    erase(passphrase)
    return normal


def calibrated_cost() -> KdfCost:
    """The cost that takes about a second on this machine: never below the default, passes raised to fill it."""
    started = time.perf_counter()
    stretch(bytearray(b"calibration"), bytes(SALT_SIZE), DEFAULT_COST).close()
    seconds_a_pass = (time.perf_counter() - started) / DEFAULT_COST.passes
    passes = int(_TARGET_SECONDS / max(seconds_a_pass, 1e-6))
    return KdfCost(
        DEFAULT_COST.memory_kib,
        min(max(passes, DEFAULT_COST.passes), CEILING.passes),
        DEFAULT_COST.lanes,
    )
