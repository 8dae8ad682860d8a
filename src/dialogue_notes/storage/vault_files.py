"""The files of a vault's folder, but for the database's own."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

from dialogue_notes.crypto.header import Header, decode_header, encode_header
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.paths import disk_error, write_private
from dialogue_notes.storage.database import CONTENT

HEADER: Final = "header.json"
KEYBOX: Final = "keybox.json"
_PAGE_SIZE: Final = 4096
"""SQLCipher's default, in bytes."""


def read_header(folder: Path) -> Header:
    """The header of the vault in `folder`, not yet trusted.

    Raises KnownError: HEADER_DAMAGED, also when it is gone; VAULT_NEWER; VAULT_DAMAGED when the database is gone.
    """
    path = folder / HEADER
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise KnownError(ErrorCode.HEADER_DAMAGED, detail=" (header.json is missing)") from None
    except OSError as error:
        raise disk_error(error, path, not_writable=ErrorCode.VAULT_READ_ONLY) from error
    header = decode_header(data)
    _check_content(folder / CONTENT)
    return header


def write_header(folder: Path, header: Header) -> None:
    """Puts the header in place as a whole."""
    write_private(folder / HEADER, encode_header(header))


def write_new_files(folder: Path, header: Header) -> None:
    """The files of a new vault: header, empty keybox, empty database."""
    write_header(folder, header)
    keybox = {"format": "dialogue-notes/keybox", "version": 1, "vault_id": header.vault_id, "keys": {}}
    write_private(folder / KEYBOX, (json.dumps(keybox, indent=1) + "\n").encode("ascii"))
    write_private(folder / CONTENT, b"")


def _check_content(path: Path) -> None:
    """An emptied file must not be taken for a new database: opening it would write to it."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise KnownError(ErrorCode.VAULT_DAMAGED, detail=" (content.db is missing)") from None
    except OSError as error:
        raise disk_error(error, path, not_writable=ErrorCode.VAULT_READ_ONLY) from error
    if size < _PAGE_SIZE:
        raise KnownError(ErrorCode.VAULT_DAMAGED, detail=" (content.db is cut short)")


def check_writable(folder: Path) -> None:
    """Raises KnownError: VAULT_MISSING when there is nothing of a vault, VAULT_READ_ONLY when it is not writable."""
    content = folder / CONTENT
    try:
        is_there = content.exists() or (folder / HEADER).exists()
    except OSError as error:
        raise disk_error(error, folder, not_writable=ErrorCode.VAULT_READ_ONLY) from error
    if not is_there:
        raise KnownError(ErrorCode.VAULT_MISSING, path=str(folder))
    if not os.access(folder, os.W_OK) or (content.exists() and not os.access(content, os.W_OK)):
        raise KnownError(ErrorCode.VAULT_READ_ONLY)


def content_identity(folder: Path) -> tuple[int, int] | None:
    """Which file the database of the vault in `folder` is, whatever stands in it; None when there is none."""
    try:
        found = (folder / CONTENT).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
