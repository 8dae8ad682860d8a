"""The keys of an open vault: which slot opened it, and what that slot holds."""

from __future__ import annotations

import os
from typing import TypeAlias

from dialogue_notes.crypto.header import Header
from dialogue_notes.crypto.kdf import FLOOR, SALT_SIZE, KdfCost, check_cost, normal_form, stretch
from dialogue_notes.crypto.key_buffer import KeyBuffer, erase, random_key
from dialogue_notes.crypto.recovery_key import RecoveryKey
from dialogue_notes.crypto.slots import KeySlot, SlotKeys, SlotKind, SlotTerms, unwrap, wrap
from dialogue_notes.domain.codes import Role
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.identifiers import new_id

Secret: TypeAlias = bytearray | RecoveryKey
"""What opens a slot: a passphrase in UTF-8, which is erased by whoever is given it, or a recovery key."""


class Keyring:
    """The header and the opened slot's keys, until `close` erases them."""

    def __init__(self, header: Header, slot_id: str, keys: SlotKeys) -> None:
        self.header = header
        self.slot_id = slot_id
        self._keys = keys

    @property
    def content(self) -> KeyBuffer:
        """The key of content.db."""
        return self._keys.content

    @property
    def private(self) -> KeyBuffer:
        """The private half of the slot's key pair."""
        return self._keys.private

    @property
    def role(self) -> Role:
        """What the slot's holder may do."""
        return Role(self.slot(self.slot_id).role)

    def slot(self, slot_id: str) -> KeySlot:
        """The slot of that id. Raises KnownError(NOT_FOUND)."""
        for slot in self.header.slots:
            if slot.slot_id == slot_id:
                return slot
        raise KnownError(ErrorCode.NOT_FOUND, detail="key slot")

    def new_slot(self, role: Role, secret: Secret, slot_id: str | None = None) -> KeySlot:
        """A slot of this vault that `secret` opens; a passphrase is erased. Only a key derivation, no writing."""
        with stretched_secret(secret, self.header.salt, self.header.cost) as stretched:
            keys = SlotKeys.for_new_slot(self.content)
            try:
                terms = SlotTerms(self.header.vault_id, slot_id or new_id(), kind_of(secret), role)
                return wrap(terms, keys, stretched)
            finally:
                keys.close()

    def rewrapped(self, secret: Secret) -> KeySlot:
        """The opened slot with the same keys under a new secret."""
        slot = self.slot(self.slot_id)
        with stretched_secret(secret, self.header.salt, self.header.cost) as stretched:
            terms = SlotTerms(self.header.vault_id, slot.slot_id, kind_of(secret), slot.role)
            return wrap(terms, self._keys, stretched)

    def close(self) -> None:
        """Erases the keys."""
        self._keys.close()


def new_keyring(cost: KdfCost, passphrase: bytearray, recovery: RecoveryKey) -> Keyring:
    """The keys of a new vault, opened by its first person's slot; the passphrase is erased."""
    vault_id, salt = new_id(), os.urandom(SALT_SIZE)
    with random_key() as content:
        first = SlotKeys.for_new_slot(content)
        spare = SlotKeys.for_new_slot(content)
        slots = []
        for secret, keys in ((passphrase, first), (recovery, spare)):
            terms = SlotTerms(vault_id, new_id(), kind_of(secret), Role.CUSTODIAN)
            with stretched_secret(secret, salt, cost) as stretched:
                slots.append(wrap(terms, keys, stretched))
        spare.close()
        header = Header(vault_id, salt, cost, tuple(slots)).sealed(content)
    return Keyring(header, slots[0].slot_id, first)


def open_keyring(header: Header, secret: Secret, minimum: KdfCost = FLOOR) -> Keyring:
    """Opens the slot that `secret` belongs to; a passphrase is erased unless the cost was refused.

    Raises KnownError: KDF_COST_REFUSED before any derivation, WRONG_PASSPHRASE, HEADER_ALTERED.
    """
    check_cost(header.cost, minimum)
    with stretched_secret(secret, header.salt, header.cost) as stretched:
        for slot in header.slots:
            keys = unwrap(header.terms(slot), slot, stretched) if slot.kind is kind_of(secret) else None
            if keys is not None:
                return _checked(Keyring(header, slot.slot_id, keys))
    raise KnownError(ErrorCode.WRONG_PASSPHRASE)


def stretched_secret(secret: Secret, salt: bytes, cost: KdfCost) -> KeyBuffer:
    """The one dear derivation of an unlock; a passphrase is brought to its normal form and erased."""
    if isinstance(secret, RecoveryKey):
        return stretch(secret.key.view, salt, cost)
    normal = normal_form(secret)
    try:
        return stretch(normal, salt, cost)
    finally:
        erase(normal)


def kind_of(secret: Secret) -> SlotKind:
    """Which kind of slot a secret opens."""
    return SlotKind.RECOVERY if isinstance(secret, RecoveryKey) else SlotKind.PASSPHRASE


def _checked(keyring: Keyring) -> Keyring:
    try:
        keyring.header.check_seal(keyring.content)
    except KnownError:
        keyring.close()
        raise
    return keyring
