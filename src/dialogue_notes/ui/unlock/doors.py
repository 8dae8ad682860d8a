"""The ways into a vault that the Unlock room uses; the composition may give others with a cheaper derivation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dialogue_notes.crypto.kdf import FLOOR
from dialogue_notes.lockdown.enforcement import Enforcement
from dialogue_notes.services.vaults import (
    CreatedVault,
    create_vault,
    log_override,
    unlock_vault,
    unlock_with_recovery_key,
)
from dialogue_notes.storage.vault import Vault


def create_sample_vault(folder: Path, passphrase: bytearray, person: str) -> CreatedVault:
    """A throwaway vault: its passphrase is random and kept by nobody, so a dearer derivation would gain nothing."""
    return create_vault(folder, passphrase, person, kdf=FLOOR)


@dataclass(frozen=True, slots=True)
class Doors:
    """Each erases the secret that it is given; each runs where the vault is written."""

    create: Callable[[Path, bytearray, str], CreatedVault] = create_vault
    unlock: Callable[[Path, bytearray], Vault] = unlock_vault
    unlock_with_recovery_key: Callable[[Path, bytearray], Vault] = unlock_with_recovery_key
    create_sample: Callable[[Path, bytearray, str], CreatedVault] = create_sample_vault

    def logging(self, enforcement: Enforcement) -> Doors:
        """The same ways, each of which writes into the audit log when the network is not blocked by the system."""

        def make(folder: Path, passphrase: bytearray, person: str) -> CreatedVault:
            made = self.create(folder, passphrase, person)
            log_override(made.vault, enforcement)
            return made

        def logged(opening: Callable[[Path, bytearray], Vault]) -> Callable[[Path, bytearray], Vault]:
            def enter(folder: Path, secret: bytearray) -> Vault:
                vault = opening(folder, secret)
                log_override(vault, enforcement)
                return vault

            return enter

        enter_by_key = logged(self.unlock_with_recovery_key)
        return Doors(make, logged(self.unlock), enter_by_key, self.create_sample)
