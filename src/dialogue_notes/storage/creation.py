"""Making a vault: built whole beside its place and moved there at the end, or nothing is left behind."""

from __future__ import annotations

import secrets
import shutil
from contextlib import ExitStack
from pathlib import Path

from dialogue_notes.crypto.kdf import KdfCost, calibrated_cost
from dialogue_notes.crypto.key_buffer import erase, random_key
from dialogue_notes.crypto.recovery_key import RecoveryKey, new_recovery_key
from dialogue_notes.domain.profiles import STANDARD_PROFILES
from dialogue_notes.errors import DialogueNotesError, ErrorCode, KnownError
from dialogue_notes.paths import disk_error, make_private_folder, sync_folder
from dialogue_notes.storage.audit import begin_chain, link
from dialogue_notes.storage.database import Database
from dialogue_notes.storage.identifiers import utc_now
from dialogue_notes.storage.keyring import Keyring, new_keyring
from dialogue_notes.storage.migrating import migrate
from dialogue_notes.storage.people import RECOVERY_NAME
from dialogue_notes.storage.profiles import insert_profiles
from dialogue_notes.storage.vault import Vault, open_with
from dialogue_notes.storage.vault_files import write_new_files
from dialogue_notes.storage.vault_lock import VaultLock


def create(
    folder: Path, passphrase: bytearray, person: str, *, kdf: KdfCost | None = None
) -> tuple[Vault, RecoveryKey]:
    """A new vault in `folder`, opened by its first person, who is custodian, and its recovery key.

    The passphrase (UTF-8) is erased, whatever happens; the caller shows the recovery key once and closes it.
    Without `kdf` the cost is fitted to this machine. Raises KnownError: VAULT_EXISTS, VAULT_READ_ONLY,
    DISK_FULL, BAD_FIELD; then nothing is left behind.
    """
    try:
        _check_free(folder)
        made = _missing_folders(folder.parent)
        make_private_folder(folder.parent)
    except DialogueNotesError:
        erase(passphrase)
        raise
    staged = folder.parent / f".{folder.name}.{secrets.token_hex(4)}.part"
    with ExitStack() as undo:
        undo.callback(_remove, made)
        undo.callback(shutil.rmtree, staged, ignore_errors=True)
        recovery = new_recovery_key()
        undo.callback(recovery.close)
        undo.callback(erase, passphrase)
        keyring = new_keyring(kdf or calibrated_cost(), passphrase, recovery)
        undo.callback(keyring.close)
        make_private_folder(staged)
        _fill(staged, keyring, person)
        _move(staged, folder)
        undo.callback(shutil.rmtree, folder, ignore_errors=True)
        lock = VaultLock(folder)
        undo.callback(lock.close)
        vault = open_with(folder, lock, keyring)
        undo.pop_all()
    return vault, recovery


def _check_free(folder: Path) -> None:
    """An empty folder, as a file dialog makes it, may be taken; anything else is left alone."""
    try:
        is_empty_folder = folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())
        is_taken = (folder.exists() or folder.is_symlink()) and not is_empty_folder
    except OSError as error:
        raise disk_error(error, folder, not_writable=ErrorCode.VAULT_READ_ONLY) from error
    if is_taken:
        raise KnownError(ErrorCode.VAULT_EXISTS, path=str(folder))


def _missing_folders(folder: Path) -> list[Path]:
    """The folders on the way to `folder` that are not there yet, innermost first."""
    missing = []
    while not folder.exists() and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    return missing


def _remove(folders: list[Path]) -> None:
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return  # someone else put something there


def _fill(folder: Path, keyring: Keyring, person: str) -> None:
    write_new_files(folder, keyring.header)
    database = Database(folder, keyring.content)
    try:
        migrate(database)
        database.run("BEGIN IMMEDIATE")
        now = utc_now()
        names = (person, RECOVERY_NAME)
        for slot, name in zip(keyring.header.slots, names, strict=True):
            database.run(
                "INSERT INTO person VALUES (?, ?, ?, ?, ?)",
                (slot.slot_id, name, slot.role, now, keyring.slot_id),
            )
        insert_profiles(database, STANDARD_PROFILES, (now, keyring.slot_id))
        with random_key() as seed:
            begin_chain(database, keyring.header.vault_id, keyring.header.slots, seed)
        link(database, keyring.slot_id, "vault_created", {})
        database.run("COMMIT")
        database.truncate_wal()
    finally:
        database.close()


def _move(staged: Path, folder: Path) -> None:
    try:
        if folder.is_dir():
            folder.rmdir()
        staged.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        if folder.exists():
            raise KnownError(ErrorCode.VAULT_EXISTS, path=str(folder)) from error
        raise disk_error(error, folder, not_writable=ErrorCode.VAULT_READ_ONLY) from error
