"""The one place where the database library's exceptions become ours, without what they quote."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from dialogue_notes.errors import BugError, DialogueNotesError, ErrorCode, KnownError

FAILURES: Final = (dbapi2.Error, dbapi2.Warning, UnicodeEncodeError, OverflowError)
"""Everything that a statement may raise through the fault of the disk, the file or the data."""

_PRIMARY: Final = 0xFF
"""The lower byte of an extended result code is its primary code (https://www.sqlite.org/rescode.html)."""

_FULL: Final = 13
_NO_ROOM: Final = 256 * 1024
"""Bytes: with less than this free, a failed write is put down to a full disk."""

_KNOWN: Final[dict[int, ErrorCode]] = {
    3: ErrorCode.VAULT_READ_ONLY,  # SQLITE_PERM
    5: ErrorCode.VAULT_IN_USE,  # SQLITE_BUSY
    6: ErrorCode.VAULT_IN_USE,  # SQLITE_LOCKED
    8: ErrorCode.VAULT_READ_ONLY,  # SQLITE_READONLY
    9: ErrorCode.CANCELLED,  # SQLITE_INTERRUPT
    10: ErrorCode.DISK_FAILED,  # SQLITE_IOERR
    11: ErrorCode.VAULT_DAMAGED,  # SQLITE_CORRUPT
    _FULL: ErrorCode.DISK_FULL,
    14: ErrorCode.VAULT_READ_ONLY,  # SQLITE_CANTOPEN
    23: ErrorCode.VAULT_READ_ONLY,  # SQLITE_AUTH
    26: ErrorCode.VAULT_DAMAGED,  # SQLITE_NOTADB
}


def translate(error: Exception, folder: Path) -> DialogueNotesError:
    """The error of ours for one of `FAILURES`; its details name neither statement nor value."""
    if isinstance(error, UnicodeEncodeError):
        return KnownError(
            ErrorCode.BAD_FIELD, field="text", detail="it holds half a character (a lone surrogate)"
        )
    name = getattr(error, "sqlite_errorname", None) or type(error).__name__
    extended = getattr(error, "sqlite_errorcode", None)
    primary = extended & _PRIMARY if isinstance(extended, int) else None
    if primary == 18:  # SQLITE_TOOBIG  # noqa: PLR2004 - the library's own number
        return KnownError(ErrorCode.BAD_FIELD, field="text", detail="it is too long")
    code = _KNOWN.get(primary) if primary is not None else None
    if code is None:
        return BugError(ErrorCode.BUG, detail=f"database: {name}")
    if code is ErrorCode.DISK_FAILED and _is_full(folder):
        code = ErrorCode.DISK_FULL
    return KnownError(code, detail=f" ({name})" if code is ErrorCode.VAULT_DAMAGED else name)


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _NO_ROOM
    except OSError:
        return False
