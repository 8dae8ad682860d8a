"""Whether a folder is kept in step with other computers: there a vault is copied away behind its owner's back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_NAMES: Final = (
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("mobile documents", "iCloud Drive"),
    ("cloudstorage", "a cloud service of macOS"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("syncthing", "Syncthing"),
    ("pclouddrive", "pCloud"),
    ("megasync", "MEGA"),
    ("seafile", "Seafile"),
    ("resilio sync", "Resilio Sync"),
)
"""How the folders of the services are called at their beginning, in lower case."""

_MARKERS: Final = (
    (".dropbox.cache", "Dropbox"),
    (".849c9593-d756-4e56-8d6e-42412f2a707b", "OneDrive"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".stfolder", "Syncthing"),
    (".stignore", "Syncthing"),
)
"""What the services leave in the folder that they keep, in lower case; names that start so count."""

_HIDDEN_DATABASES: Final = (("._sync_", "Nextcloud"), (".sync_", "Nextcloud"))
"""The journal of the Nextcloud and ownCloud clients: `.sync_` and a hash."""

_VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Where Windows says its synchronised folders are."""


def sync_service(folder: Path) -> str | None:
    """The service that keeps `folder`, or a folder above it, in step with other computers; None if none is seen.

    It goes by the folders' names, by what the clients leave in them, and by Windows' own word; a folder that a
    client keeps under another name and without a mark is not recognised.
    """
    place = Path(os.path.realpath(folder))  # `resolve` raises on a circle of links
    known = {Path(os.path.realpath(os.environ[name])) for name in _VARIABLES if os.environ.get(name)}
    for level in (place, *place.parents):
        if level in known:
            return "OneDrive"
        service = _by_name(level.name.lower()) or _by_marker(level)
        if service is not None:
            return service
    return None


def _by_name(name: str) -> str | None:
    for beginning, service in _NAMES:
        rest = name.removeprefix(beginning)
        # "dropbox", "onedrive - house", "googledrive-ada"; not "dropboxes of the 1990s".
        if rest != name and not rest[:1].isalpha():
            return service
    return None


def _by_marker(level: Path) -> str | None:
    try:
        inside = {entry.name.lower() for entry in os.scandir(level)} if level.is_dir() else set()
    except OSError:
        return None
    # A file in the folder that Dropbox keeps; a folder of that name in the home folder is its own settings.
    if ".dropbox" in inside and (level / ".dropbox").is_file():
        return "Dropbox"
    for marker, service in _MARKERS:
        if marker in inside:
            return service
    for beginning, service in _HIDDEN_DATABASES:
        if any(name.startswith(beginning) and name.endswith(".db") for name in inside):
            return service
    return None
