"""What the program remembers between runs outside any vault: how it looks, and which vault was open last.

One small JSON file in the settings folder. It never holds note text or the name of an export.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from dialogue_notes.errors import ErrorCode
from dialogue_notes.paths import make_private_folder, write_private

FILE_NAME: Final = "settings.json"
SMALLEST_ZOOM: Final = 70
LARGEST_ZOOM: Final = 250


class Theme(StrEnum):
    """Light or dark screens, or as the system wishes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; `text_zoom` is in per cent of the usual size, `last_vault` the vault's folder."""

    theme: Theme = Theme.SYSTEM
    text_zoom: int = 100
    last_vault: Path | None = None


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings, and the names of those that could not be understood and got their usual value.

    Whoever shows `not_understood` then saves, so that it is said once.
    """

    settings: Settings
    not_understood: tuple[str, ...] = ()


def load_settings(folder: Path) -> LoadedSettings:
    """The settings kept in `folder`. Never fails: what is missing or damaged gets its usual value."""
    try:
        kept = json.loads((folder / FILE_NAME).read_bytes())
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, ValueError, RecursionError):
        return LoadedSettings(Settings(), ("all",))
    if not isinstance(kept, dict):
        return LoadedSettings(Settings(), ("all",))
    return _understand(kept)


def save_settings(settings: Settings, folder: Path) -> None:
    """Keep the settings in `folder`, which is made when missing.

    Raises KnownError (SETTINGS_NOT_SAVED, DISK_FULL, DISK_FAILED); the settings still hold for this run.
    """
    kept = {
        "theme": settings.theme.value,
        "text_zoom": settings.text_zoom,
        "last_vault": str(settings.last_vault) if settings.last_vault else None,
    }
    make_private_folder(folder, not_writable=ErrorCode.SETTINGS_NOT_SAVED)
    data = json.dumps(kept, indent=1).encode() + b"\n"
    write_private(folder / FILE_NAME, data, not_writable=ErrorCode.SETTINGS_NOT_SAVED)


def _understand(kept: dict[str, object]) -> LoadedSettings:
    """Each value that makes sense; names that this version does not know are left alone, a newer one wrote them."""
    usual = Settings()
    wrong: list[str] = []

    theme = kept.get("theme", usual.theme.value)
    if not isinstance(theme, str) or theme not in set(Theme):
        wrong.append("theme")
        theme = usual.theme.value

    zoom = kept.get("text_zoom", usual.text_zoom)
    if not isinstance(zoom, int) or not SMALLEST_ZOOM <= zoom <= LARGEST_ZOOM:
        wrong.append("text_zoom")
        zoom = usual.text_zoom

    vault = kept.get("last_vault")
    if vault is not None and (not isinstance(vault, str) or not vault or "\0" in vault):
        wrong.append("last_vault")
        vault = None

    settings = Settings(Theme(theme), zoom, Path(vault) if vault else None)
    return LoadedSettings(settings, tuple(wrong))
