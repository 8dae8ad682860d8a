"""Keys from keys: HKDF-SHA256 (RFC 5869) with a labelled context, and HMAC-SHA256 (RFC 2104)."""

from __future__ import annotations

import hashlib
import hmac

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dialogue_notes.crypto.key_buffer import KeyBuffer


def context(*parts: str) -> bytes:
    """The parts joined so that no two lists give the same bytes: each with its length before it."""
    return b"".join(len(data).to_bytes(4, "big") + data for data in (part.encode("utf-8") for part in parts))


def derive_key(source: KeyBuffer, *parts: str, size: int = 32) -> KeyBuffer:
    """A key of `size` bytes that only `source` and these context parts give."""
    key = KeyBuffer(size)
    HKDF(hashes.SHA256(), size, None, context(*parts)).derive_into(source.view, key.view)
    return key


def mac(key: KeyBuffer, data: bytes) -> bytes:
    """HMAC-SHA256 of `data`, 32 bytes."""
    return hmac.digest(key.view, data, hashlib.sha256)


def is_same(left: bytes, right: bytes) -> bool:
    """Whether both are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(left, right)
