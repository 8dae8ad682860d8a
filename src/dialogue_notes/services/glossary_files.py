"""The glossary's list as a file: out to a folder that a person names, and never into a vault."""

from __future__ import annotations

from pathlib import Path

from dialogue_notes.domain.glossary import Term, written_list
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.paths import make_private_folder, write_private
from dialogue_notes.services.vault_folders import SUFFIX
from dialogue_notes.storage import audit
from dialogue_notes.storage.vault import Vault

_NAME = "shorthand"


def write_list(terms: tuple[Term, ...], folder: Path) -> Path:
    """Writes the list as `shorthand.csv` (UTF-8) into `folder`, beside what is there already; the file.

    Raises KnownError: BAD_FIELD for a folder within a vault, DESTINATION_NOT_WRITABLE, DISK_FULL, DISK_FAILED.
    """
    real = folder.resolve()
    if any(each.suffix == SUFFIX for each in (real, *real.parents)):
        raise KnownError(
            ErrorCode.BAD_FIELD, field="Folder", detail="this is inside a vault; name another one."
        )
    make_private_folder(folder, not_writable=ErrorCode.DESTINATION_NOT_WRITABLE)
    path = _free_name(folder)
    data = written_list(terms).encode()
    write_private(path, data, not_writable=ErrorCode.DESTINATION_NOT_WRITABLE)
    return path


def log_export(vault: Vault, dialogue_id: str, count: int) -> None:
    """Puts into the audit log that the list went out."""
    audit.append(vault, "glossary_exported", dialogue=dialogue_id, count=str(count))


def _free_name(folder: Path) -> Path:
    number = 1
    path = folder / f"{_NAME}.csv"
    while path.exists():
        number += 1
        path = folder / f"{_NAME} {number}.csv"
    return path
