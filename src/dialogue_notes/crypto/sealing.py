"""Sealing: a key to one slot's public key (HPKE, RFC 9180), and small rows under a key (AES-256-GCM, padded)."""

from __future__ import annotations

import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from dialogue_notes.crypto.key_buffer import KeyBuffer, copy_key
from dialogue_notes.crypto.slots import NONCE_SIZE
from dialogue_notes.errors import BugError, ErrorCode, KnownError

_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)

ROW_SIZE: Final = 160
"""Bytes that every row is padded to before it is sealed, so that its size tells nothing."""

LONG_STEP: Final = 256
"""Bytes of which a long payload is padded to a whole number, so that its size tells little."""


def seal_key(key: KeyBuffer, public_key: bytes, info: bytes) -> bytes:
    """`key` sealed so that only the holder of the private half opens it, and only under the same `info`."""
    return _SUITE.encrypt(key.view, X25519PublicKey.from_public_bytes(public_key), info)


def open_key(sealed: bytes, private_key: KeyBuffer, info: bytes) -> KeyBuffer:
    """The key that was sealed. The library hands it over as `bytes`, which are let go of at once.

    Raises KnownError(VAULT_DAMAGED) when it was not sealed to this private key under this `info`.
    """
    try:
        return copy_key(_SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(private_key.view), info))
    except InvalidTag:
        raise KnownError(ErrorCode.VAULT_DAMAGED, detail=" (a sealed key)") from None


class RowCipher:
    """Seals and opens rows of one size under one key; `info` is what each row is bound to."""

    __slots__ = ("_cipher", "_key")

    def __init__(self, key: KeyBuffer) -> None:
        self._key = key
        self._cipher = AESGCM(key.view)

    def seal(self, payload: bytes, info: bytes) -> bytes:
        """Nonce, ciphertext and tag: always the same number of bytes.

        Raises BugError when the payload is longer than `ROW_SIZE`, or once the cipher is closed.
        """
        if len(payload) > ROW_SIZE:
            raise BugError(ErrorCode.BUG, detail="a sealed row is too long")
        return self._seal(payload.ljust(ROW_SIZE, b"\0"), info)

    def seal_long(self, payload: bytes, info: bytes) -> bytes:
        """As `seal`, for a payload of any length: padded to a whole number of `LONG_STEP`."""
        return self._seal(payload.ljust(-(-len(payload) // LONG_STEP) * LONG_STEP, b"\0"), info)

    def open(self, sealed: bytes, info: bytes) -> bytes:
        """The payload without its padding; it must not end in zero bytes.

        Raises KnownError(VAULT_DAMAGED) when the row was changed or moved.
        """
        try:
            padded = self._cipher.decrypt(sealed[:NONCE_SIZE], sealed[NONCE_SIZE:], info)
        except (InvalidTag, ValueError):
            raise KnownError(ErrorCode.VAULT_DAMAGED, detail=" (a sealed row)") from None
        return padded.rstrip(b"\0")

    def close(self) -> None:
        """Erases the key."""
        self._key.close()

    def _seal(self, padded: bytes, info: bytes) -> bytes:
        if self._key.is_closed:  # the cipher would go on, under the zeros that the key was erased with
            raise BugError(ErrorCode.BUG, detail="a key was used after it was erased")
        nonce = os.urandom(NONCE_SIZE)
        return nonce + self._cipher.encrypt(nonce, padded, info)
