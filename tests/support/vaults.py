"""Vaults for tests: real SQLCipher, and a key derivation that costs next to nothing."""

from __future__ import annotations

from pathlib import Path

from dialogue_notes.crypto.kdf import KdfCost
from dialogue_notes.storage.creation import create
from dialogue_notes.storage.vault import Vault, unlock

CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
"""A cost that the program would refuse; only tests may give it."""

PASSPHRASE = "correct horse battery staple"


def new_vault(folder: Path, person: str = "Ada Holm", passphrase: str = PASSPHRASE) -> Vault:
    """A new, open vault; its recovery key is forgotten."""
    vault, recovery = create(folder, bytearray(passphrase, "utf-8"), person, kdf=CHEAP)
    recovery.close()
    return vault


def reopen(folder: Path, passphrase: str = PASSPHRASE) -> Vault:
    """Unlocks a vault of `new_vault`."""
    return unlock(folder, bytearray(passphrase, "utf-8"), minimum=CHEAP)
