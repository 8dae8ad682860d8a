"""The people of a vault and their key slots: who may open it, and what is sealed to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogue_notes.crypto.key_buffer import KeyBuffer, erase
from dialogue_notes.crypto.recovery_key import RecoveryKey, new_recovery_key
from dialogue_notes.crypto.sealing import open_key, seal_key
from dialogue_notes.crypto.slots import KeySlot, SlotKind
from dialogue_notes.domain.codes import Role
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import audit
from dialogue_notes.storage.attribution_cache import meeting_key_info
from dialogue_notes.storage.keyring import Secret
from dialogue_notes.storage.vault import Person, Readable, Vault, stamp

RECOVERY_NAME = "Recovery key"
"""What stands for a person's name on the recovery key's slot."""


def names(readable: Readable) -> dict[str, str]:
    """Names by key slot, of those removed too: for showing who wrote, approved or exported."""
    return dict(readable.database.query("SELECT slot_id, name FROM person"))


def people(vault: Vault) -> tuple[Person, ...]:
    """Those who can open the vault by a passphrase, in the order in which they were added."""
    known = names(vault)
    return tuple(
        Person(slot.slot_id, known.get(slot.slot_id, ""), Role(slot.role))
        for slot in vault.header.slots
        if slot.kind is SlotKind.PASSPHRASE
    )


def add_person(vault: Vault, name: str, role: Role, passphrase: bytearray) -> Person:
    """Gives somebody a key slot, and seals to it what its holder is entitled to; the passphrase is erased.

    Raises KnownError(BAD_FIELD) unless a custodian has opened the vault.
    """
    try:
        _only_custodians(vault)
    except KnownError:
        erase(passphrase)
        raise
    slot = _add_slot(vault, name, role, passphrase, ())
    return Person(slot.slot_id, name, role)


def remove_person(vault: Vault, slot_id: str) -> None:
    """Takes a key slot away; what its holder wrote keeps their name.

    A key that was once held cannot be taken back: an older copy of the header still opens an older copy of the
    vault. Raises KnownError: NOT_FOUND; BAD_FIELD for one's own slot, or unless a custodian has opened the vault.
    """
    _only_custodians(vault)
    slot = vault.keyring.slot(slot_id)
    if slot_id == vault.person.slot_id or slot.kind is SlotKind.RECOVERY:
        raise KnownError(ErrorCode.BAD_FIELD, field="person", detail="this key slot stays while it is in use")

    def write() -> None:
        _forget(vault, slot)
        audit.append(vault, "person_removed", slot=slot_id)

    _change(vault, tuple(one for one in vault.header.slots if one.slot_id != slot_id), write)


def change_passphrase(vault: Vault, passphrase: bytearray) -> None:
    """Gives the opened slot another passphrase, which is erased; the keys inside stay the same."""
    renewed = vault.keyring.rewrapped(passphrase)
    slots = tuple(renewed if one.slot_id == renewed.slot_id else one for one in vault.header.slots)
    _change(vault, slots, lambda: audit.append(vault, "passphrase_changed"))


def renew_recovery_key(vault: Vault) -> RecoveryKey:
    """A new recovery key, to be shown once; the one before opens nothing any more.

    Raises KnownError(BAD_FIELD) unless a custodian has opened the vault.
    """
    _only_custodians(vault)
    recovery = new_recovery_key()
    old = tuple(one for one in vault.header.slots if one.kind is SlotKind.RECOVERY)
    _add_slot(vault, RECOVERY_NAME, Role.CUSTODIAN, recovery, old)
    return recovery


def _add_slot(
    vault: Vault, name: str, role: Role, secret: Secret, instead_of: tuple[KeySlot, ...]
) -> KeySlot:
    slot = vault.keyring.new_slot(role, secret)

    def write() -> None:
        vault.database.run(
            "INSERT INTO person VALUES (?, ?, ?, ?, ?)", (slot.slot_id, name, role, *stamp(vault))
        )
        _seal_to(vault, slot)
        for one in instead_of:
            _forget(vault, one)
        audit.append(vault, "person_added", slot=slot.slot_id, role=role.value)

    _change(vault, (*(one for one in vault.header.slots if one not in instead_of), slot), write)
    return slot


def _seal_to(vault: Vault, slot: KeySlot) -> None:
    """Seals the keys of the meetings that are open, and for a custodian the audit log's first key."""
    vault_id, own = vault.header.vault_id, vault.person.slot_id
    rows = vault.database.query("SELECT meeting_id, sealed FROM meeting_key WHERE slot_id = ?", (own,))
    for meeting_id, sealed in rows:
        with open_key(sealed, vault.keyring.private, meeting_key_info(vault_id, meeting_id, own)) as key:
            info = meeting_key_info(vault_id, meeting_id, slot.slot_id)
            vault.database.run(
                "INSERT INTO meeting_key VALUES (?, ?, ?)",
                (meeting_id, slot.slot_id, seal_key(key, slot.public_key, info)),
            )
    if slot.role == Role.CUSTODIAN:
        with _audit_seed(vault) as seed:
            audit.seal_seed(vault.database, vault_id, slot, seed)


def _audit_seed(vault: Vault) -> KeyBuffer:
    own = vault.person.slot_id
    row = vault.database.first("SELECT sealed FROM audit_seed WHERE slot_id = ?", (own,))
    if row is None:
        raise KnownError(ErrorCode.VAULT_DAMAGED, detail=" (the audit log's first key is missing)")
    return open_key(row[0], vault.keyring.private, audit.seed_info(vault.header.vault_id, own))


def _forget(vault: Vault, slot: KeySlot) -> None:
    vault.database.run("DELETE FROM meeting_key WHERE slot_id = ?", (slot.slot_id,))
    vault.database.run("DELETE FROM audit_seed WHERE slot_id = ?", (slot.slot_id,))


def _change(vault: Vault, slots: tuple[KeySlot, ...], write: Callable[[], None]) -> None:
    """Changes rows and header together: the header last, and back again when the commit fails."""
    before = vault.header
    try:
        with vault.transaction():
            write()
            vault.replace_header(replace(before, slots=slots))
    except BaseException:
        if vault.header is not before:
            vault.replace_header(before)
        raise


def _only_custodians(vault: Vault) -> None:
    if vault.person.role is not Role.CUSTODIAN:
        raise KnownError(ErrorCode.BAD_FIELD, field="role", detail="only a custodian changes key slots")
