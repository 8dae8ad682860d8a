"""Which vaults there are on this machine, and the throwaway one for looking around."""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path

from dialogue_notes.errors import KnownError
from dialogue_notes.paths import default_vault_folder
from dialogue_notes.storage.vault_lock import VaultLock

SUFFIX = ".vault"
_HEADER = "header.json"
_SAMPLES = "samples"


def vaults_in(folder: Path) -> tuple[Path, ...]:
    """The vaults that stand in `folder`, by name; none when it cannot be read."""
    try:
        inside = sorted(folder.iterdir(), key=lambda each: each.name.casefold())
    except OSError:
        return ()
    return tuple(each for each in inside if is_vault(each))


def is_vault(folder: Path) -> bool:
    """Whether `folder` looks like a vault."""
    return folder.suffix == SUFFIX and (folder / _HEADER).is_file()


def new_sample_folder(beside: Path | None = None) -> Path:
    """Where a throwaway vault may be made: in the program's own data folder, never in a temporary one.

    `beside` stands for the default vault folder. What a crash left there earlier is removed, unless it is open.
    """
    samples = (beside or default_vault_folder()).parent / _SAMPLES
    for left in vaults_in(samples):
        discard_sample(left)
    return samples / f"Sample {secrets.token_hex(4)}{SUFFIX}"


def discard_sample(folder: Path) -> None:
    """Removes a throwaway vault that is closed; one that another window has open is left alone."""
    try:
        VaultLock(folder).close()
    except KnownError:
        return
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.parent.rmdir()
    except OSError:
        return  # other samples are open beside it
