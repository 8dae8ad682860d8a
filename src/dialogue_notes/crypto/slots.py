"""Key slots: one person's, or the recovery key's, wrapping of the vault's keys."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dialogue_notes.crypto.derivation import context, derive_key, is_same
from dialogue_notes.crypto.key_buffer import KeyBuffer, random_key
from dialogue_notes.errors import ErrorCode, KnownError

KEY_SIZE: Final = 32
NONCE_SIZE: Final = 12
TAG_SIZE: Final = 16
WRAPPED_SIZE: Final = 2 * KEY_SIZE + TAG_SIZE
"""Bytes of a wrapping: content key, the slot's private key, tag."""


class SlotKind(StrEnum):
    """What opens the slot."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class SlotTerms:
    """The slot's own fields, which its wrapping authenticates; `role` is a code of `domain.codes.Role`."""

    vault_id: str
    slot_id: str
    kind: SlotKind
    role: str


@dataclass(frozen=True, slots=True)
class KeySlot:
    """A slot as the header stores it. `commitment` binds the wrapping to exactly one wrapping key."""

    slot_id: str
    kind: SlotKind
    role: str
    public_key: bytes
    nonce: bytes
    commitment: bytes
    wrapped: bytes = field(repr=False)


class SlotKeys:
    """What a slot opens: the key of the content, and the slot's own X25519 private key (RFC 7748)."""

    __slots__ = ("content", "private")

    def __init__(self, content: KeyBuffer, private: KeyBuffer) -> None:
        self.content = content
        self.private = private

    @classmethod
    def for_new_slot(cls, content: KeyBuffer) -> Self:
        """The content key (a copy) with a new private key: any 32 random bytes are one."""
        copy = KeyBuffer(KEY_SIZE)
        copy.view[:] = content.view
        return cls(copy, random_key(KEY_SIZE))

    @property
    def public_key(self) -> bytes:
        """The public half, 32 bytes."""
        return X25519PrivateKey.from_private_bytes(self.private.view).public_key().public_bytes_raw()

    def close(self) -> None:
        """Erases both."""
        self.content.close()
        self.private.close()


def wrap(terms: SlotTerms, keys: SlotKeys, stretched: KeyBuffer) -> KeySlot:
    """Wraps `keys` under the key that `stretched` gives for this slot: AES-256-GCM with a key commitment."""
    public_key = keys.public_key
    nonce = os.urandom(NONCE_SIZE)
    wrapped = bytearray(WRAPPED_SIZE)
    with _slot_secret(terms, stretched) as secret, KeyBuffer(2 * KEY_SIZE) as payload:
        payload.view[:KEY_SIZE] = keys.content.view
        payload.view[KEY_SIZE:] = keys.private.view
        cipher = AESGCM(secret.view[:KEY_SIZE])
        cipher.encrypt_into(nonce, payload.view, _associated_data(terms, public_key), wrapped)
        commitment = bytes(secret.view[KEY_SIZE:])
    return KeySlot(terms.slot_id, terms.kind, terms.role, public_key, nonce, commitment, bytes(wrapped))


def unwrap(terms: SlotTerms, slot: KeySlot, stretched: KeyBuffer) -> SlotKeys | None:
    """The slot's keys, or None when `stretched` is not this slot's.

    Raises KnownError(HEADER_ALTERED) when it is, but something the wrapping authenticates was changed.
    """
    with _slot_secret(terms, stretched) as secret, KeyBuffer(2 * KEY_SIZE) as payload:
        if not is_same(bytes(secret.view[KEY_SIZE:]), slot.commitment):
            return None
        cipher = AESGCM(secret.view[:KEY_SIZE])
        try:
            cipher.decrypt_into(
                slot.nonce, slot.wrapped, _associated_data(terms, slot.public_key), payload.view
            )
        except InvalidTag:
            raise KnownError(ErrorCode.HEADER_ALTERED) from None
        keys = SlotKeys(KeyBuffer(KEY_SIZE), KeyBuffer(KEY_SIZE))
        keys.content.view[:] = payload.view[:KEY_SIZE]
        keys.private.view[:] = payload.view[KEY_SIZE:]
        return keys


def _slot_secret(terms: SlotTerms, stretched: KeyBuffer) -> KeyBuffer:
    """The wrapping key, and after it the commitment: both from one derivation, so that one fixes the other."""
    return derive_key(
        stretched,
        "dialogue-notes slot",
        terms.vault_id,
        terms.slot_id,
        terms.kind,
        terms.role,
        size=2 * KEY_SIZE,
    )


def _associated_data(terms: SlotTerms, public_key: bytes) -> bytes:
    return context(
        "dialogue-notes vault", "1", terms.vault_id, terms.slot_id, terms.kind, terms.role, public_key.hex()
    )
