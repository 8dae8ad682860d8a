"""One process a vault: a lock of the operating system on a file in the folder, released by the process's death."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Final

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.paths import disk_error

LOCK_FILE: Final = "lock"
_BUSY: Final = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class VaultLock:
    """The lock, held from `__init__` to `close`.

    The file is empty and stays. It must never be replaced, or two processes could each lock a file of that
    name; this is why it does not come from `write_private`.
    """

    def __init__(self, folder: Path) -> None:
        """Raises KnownError: VAULT_IN_USE, VAULT_READ_ONLY, DISK_FULL."""
        path = folder / LOCK_FILE
        try:
            self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise disk_error(error, path, not_writable=ErrorCode.VAULT_READ_ONLY) from error
        try:
            _take(self._handle)
        except OSError as error:
            self.close()
            if error.errno in _BUSY:
                raise KnownError(ErrorCode.VAULT_IN_USE) from error
            raise disk_error(error, path, not_writable=ErrorCode.VAULT_READ_ONLY) from error

    def close(self) -> None:
        """Lets go of the lock. A second call does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
