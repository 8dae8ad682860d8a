"""Where things lie on this machine, and the one way in which the program makes files and folders.

Every file that the program writes comes from `write_private`, every folder from `make_private_folder`; a test
of the house rules looks for any other way. SQLCipher's own files are the one exception: they are made inside a
private folder.
"""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

import platformdirs

from dialogue_notes.errors import BugError, ErrorCode, KnownError

_NAME: Final = "dialogue-notes"
_PACKAGE: Final = Path(__file__).resolve().parent
_IN_WHEEL: Final = _PACKAGE / "resources"
_IN_SOURCE_TREE: Final = _PACKAGE.parent.parent / "resources"

_NO_SPACE: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_SUCH_PLACE: Final = frozenset(
    {errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENAMETOOLONG}
)

_FILE_MODE: Final = 0o600
_FOLDER_MODE: Final = 0o700
# O_BINARY exists on Windows only, where without it every line feed would be written as two bytes.
_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def resource(name: str) -> Path:
    """The file or folder `name` ("schema/meeting-1.json") of the program's own resources.

    An installed program has them inside the package, the source tree beside `src`.
    Raises BugError when it is not there: a resource that is missing was packaged wrongly.
    """
    root = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_SOURCE_TREE
    path = root / name
    if not path.exists():
        raise BugError(ErrorCode.BUG, detail=f"the resource {name} is missing")
    return path


def default_vault_folder() -> Path:
    """The folder in which vaults are made and looked for unless a person names another one; it need not exist.

    It is the platform's folder for local application data and not the documents folder: Windows and macOS
    like to keep documents in step with other computers, and a vault in such a folder is refused.
    """
    return platformdirs.user_data_path(_NAME, appauthor=False) / "vaults"


def settings_folder() -> Path:
    """The platform's folder for this program's settings; it need not exist."""
    return platformdirs.user_config_path(_NAME, appauthor=False)


def write_private(path: Path, data: bytes, *, not_writable: ErrorCode = ErrorCode.VAULT_READ_ONLY) -> None:
    """Put `data` at `path` as a whole file that only its owner can read (0600), replacing what was there.

    The bytes go to a file with a random name in the same folder, are brought to the disk, and only then take the
    name: a reader, or a power cut, finds the old file or the new one and never a part. On any failure the old
    file is untouched and nothing else is left behind; the one exception is a folder that cannot be synchronised
    after the renaming, when the new file stays.

    Raises KnownError as `disk_error` says.
    """
    staged = path.parent / f".{secrets.token_hex(8)}.part"
    try:
        _write_and_sync(staged, data)
        staged.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise disk_error(error, path, not_writable=not_writable) from error
    finally:
        with suppress(OSError):  # after a success it is gone; after a failure this is all that can be done
            staged.unlink(missing_ok=True)


def make_private_folder(path: Path, *, not_writable: ErrorCode = ErrorCode.VAULT_READ_ONLY) -> bool:
    """Make the folder `path`, and those above it that are missing, for its owner alone (0700).

    Returns True when this call made it and False when it was there already, whose permissions are left as they
    are. Raises KnownError as `disk_error` says, also when a file of that name is in the way.
    """
    try:
        return _make_folder(path)
    except OSError as error:
        raise disk_error(error, path, not_writable=not_writable) from error


def disk_error(error: OSError, path: Path, *, not_writable: ErrorCode) -> KnownError:
    """The known error for a failed system call on `path`.

    DISK_FULL when there is no space (ENOSPC, EDQUOT); `not_writable` when the system does not let us or the place
    does not exist; DISK_FAILED with the system's own words for everything else.
    """
    if error.errno in _NO_SPACE:
        return KnownError(ErrorCode.DISK_FULL)
    if error.errno in _NOT_ALLOWED | _NO_SUCH_PLACE:
        return KnownError(not_writable, path=str(path))
    return KnownError(ErrorCode.DISK_FAILED, detail=os.strerror(error.errno or 0))


def _write_and_sync(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, _NEW_FILE, _FILE_MODE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _make_folder(path: Path) -> bool:
    if path.is_dir():
        return False
    if path.parent != path:
        _make_folder(path.parent)
    try:
        path.mkdir(mode=_FOLDER_MODE)
    except FileExistsError:
        if path.is_dir():  # another process was quicker
            return False
        raise
    sync_folder(path.parent)
    return True


def sync_folder(path: Path) -> None:
    """Bring the names in a folder to the disk; Windows has no such call and does it by itself."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
