"""Making, opening and checking vaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dialogue_notes.crypto.kdf import FLOOR, KdfCost
from dialogue_notes.crypto.key_buffer import erase
from dialogue_notes.crypto.recovery_key import is_same_group, read_recovery_key
from dialogue_notes.errors import DialogueNotesError, ErrorCode, KnownError
from dialogue_notes.lockdown.enforcement import Enforcement
from dialogue_notes.services.passphrases import (
    GOOD_STRENGTH,
    Strength,
    offered_passphrase,
    passphrase_strength,
)
from dialogue_notes.storage import audit, verification
from dialogue_notes.storage.creation import create
from dialogue_notes.storage.parallel_records import destroy_all_removed
from dialogue_notes.storage.synced_folders import sync_service
from dialogue_notes.storage.vault import Vault, unlock
from dialogue_notes.storage.verification import Problem

__all__ = [
    "GOOD_STRENGTH",
    "CreatedVault",
    "Problem",
    "Strength",
    "close_damaged",
    "create_vault",
    "log_override",
    "offered_passphrase",
    "passphrase_strength",
    "recovery_key_group_matches",
    "unlock_vault",
    "unlock_with_recovery_key",
    "verify_open_vault",
    "verify_vault",
]

_DAMAGE = frozenset({ErrorCode.HEADER_DAMAGED, ErrorCode.HEADER_ALTERED, ErrorCode.VAULT_DAMAGED})


@dataclass(frozen=True, slots=True)
class CreatedVault:
    """A new vault, open, and its recovery key: to be shown once and then let go of."""

    vault: Vault
    recovery_key: str = field(repr=False)


def create_vault(
    folder: Path,
    passphrase: bytearray,
    person: str,
    *,
    allow_synced: bool = False,
    kdf: KdfCost | None = None,
) -> CreatedVault:
    """A new vault whose first person, `person`, is custodian. The passphrase (UTF-8) is erased, whatever happens.

    Only tests give `kdf`. Raises KnownError: WEAK_PASSPHRASE when it is empty, BAD_FIELD without a name,
    VAULT_IN_SYNCED_FOLDER unless `allow_synced`, VAULT_EXISTS, VAULT_READ_ONLY, DISK_FULL; then nothing is made.
    """
    try:
        if not passphrase or passphrase.isspace():
            raise KnownError(ErrorCode.WEAK_PASSPHRASE, detail="it is empty.")
        if not person.strip():
            raise KnownError(ErrorCode.BAD_FIELD, field="name", detail="it is empty")
        service = None if allow_synced else sync_service(folder)
        if service is not None:
            raise KnownError(ErrorCode.VAULT_IN_SYNCED_FOLDER, detail=service)
    except DialogueNotesError:
        erase(passphrase)
        raise
    vault, recovery = create(folder, passphrase, person.strip(), kdf=kdf)
    text = recovery.text
    recovery.close()
    return CreatedVault(vault, text)


def unlock_vault(folder: Path, passphrase: bytearray, *, minimum: KdfCost = FLOOR) -> Vault:
    """Opens a vault by a passphrase (UTF-8), which is erased. Only tests give `minimum`. Raises as `unlock` does."""
    vault = unlock(folder, passphrase, minimum=minimum)
    _note(vault, "unlocked")
    return vault


def unlock_with_recovery_key(folder: Path, typed: bytearray, *, minimum: KdfCost = FLOOR) -> Vault:
    """Opens a vault by its recovery key as it was typed, which is erased.

    Raises KnownError(RECOVERY_KEY_MISTYPED) with the group, or as `unlock` does.
    """
    try:
        text = typed.decode("utf-8", errors="replace")
    finally:
        erase(typed)
    recovery = read_recovery_key(text)
    try:
        vault = unlock(folder, recovery, minimum=minimum)
    finally:
        recovery.close()
    _note(vault, "unlocked_with_recovery_key")
    return vault


def log_override(vault: Vault, enforcement: Enforcement) -> None:
    """Puts into the audit log of a vault just opened that the system does not block the network, if so.

    The vault is closed when that cannot be written down: it is not open without its entry.
    """
    if enforcement.overridden:
        _note(vault, "network_not_enforced")


def verify_open_vault(vault: Vault, anchor: str = "") -> tuple[Problem, ...]:
    """What is wrong with an open vault; `anchor` as `storage.audit.anchor` gave it earlier, or nothing."""
    return verification.verify(vault, anchor)


def verify_vault(
    folder: Path, passphrase: bytearray, *, anchor: str = "", minimum: KdfCost = FLOOR
) -> tuple[Problem, ...]:
    """What is wrong with a vault, damage that keeps it from opening included.

    Raises KnownError as `unlock` does for what is no damage: wrong passphrase, in use, newer version.
    """
    try:
        vault = unlock(folder, passphrase, minimum=minimum)
    except KnownError as error:
        if error.code not in _DAMAGE:
            raise
        return (Problem(error.code.value, error.message),)
    try:
        return verification.verify(vault, anchor)
    finally:
        close_damaged(vault)


def close_damaged(vault: Vault) -> None:
    """Closes a vault that may be damaged: its keys are erased, and damage met on the way is not said again."""
    try:
        vault.close()
    except KnownError as error:
        if error.code not in _DAMAGE:
            raise


def recovery_key_group_matches(recovery_key: str, typed: str) -> bool:
    """Whether `typed` is the last group of the recovery key: the check that it was written down."""
    return is_same_group(recovery_key.rpartition("-")[2], typed)


def _note(vault: Vault, code: str) -> None:
    try:
        audit.append(vault, code)
        destroy_all_removed(vault)  # after a crash: it ends what locking ends
    except BaseException:
        vault.close()
        raise
