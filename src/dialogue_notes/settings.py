"""What the program remembers between runs outside any vault: how it looks, and which vault was open last.

One small JSON file in the settings folder. It never holds note text or the name of an export.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from dialogue_notes.errors import ErrorCode
from dialogue_notes.paths import make_private_folder, write_private

FILE_NAME: Final = "settings.json"
SMALLEST_ZOOM: Final = 70
LARGEST_ZOOM: Final = 250
IDLE_CHOICES: Final = (2, 5, 10, 15, 30, 0)
"""Minutes without a key after which a vault is locked; 0 is never."""
MOST_HINTS: Final = 64

_HINT_ID: Final = re.compile(r"[a-z_]{1,32}")

T = TypeVar("T")


class Theme(StrEnum):
    """Light or dark screens, or as the system wishes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """How much air there is between rows."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; `text_zoom` is in per cent of the usual size, `last_vault` the vault's folder,
    `idle_minutes` one of IDLE_CHOICES, `is_still` whether nothing on the screen may move by itself, `hints_seen` the
    ids of first-time hints that went away.
    """

    theme: Theme = Theme.SYSTEM
    text_zoom: int = 100
    last_vault: Path | None = None
    idle_minutes: int = 10
    density: Density = Density.COMFORTABLE
    is_still: bool = False
    hints_seen: tuple[str, ...] = ()


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
        "idle_minutes": settings.idle_minutes,
        "density": settings.density.value,
        "is_still": settings.is_still,
        "hints_seen": list(settings.hints_seen),
    }
    make_private_folder(folder, not_writable=ErrorCode.SETTINGS_NOT_SAVED)
    data = json.dumps(kept, indent=1).encode() + b"\n"
    write_private(folder / FILE_NAME, data, not_writable=ErrorCode.SETTINGS_NOT_SAVED)


def _understand(kept: dict[str, object]) -> LoadedSettings:
    """Each value that makes sense; names that this version does not know are left alone, a newer one wrote them."""
    usual = Settings()
    wrong: list[str] = []

    def take(name: str, usual_value: T, read: Callable[[object], T | None]) -> T:
        if name not in kept:
            return usual_value
        value = read(kept[name])
        if value is None:
            wrong.append(name)
            return usual_value
        return value

    settings = Settings(
        take("theme", usual.theme, _theme),
        take("text_zoom", usual.text_zoom, _zoom),
        take("last_vault", usual.last_vault, _vault) if kept.get("last_vault") is not None else None,
        take("idle_minutes", usual.idle_minutes, _idle),
        take("density", usual.density, _density),
        take("is_still", usual.is_still, _yes_or_no),
        take("hints_seen", usual.hints_seen, _hints),
    )
    return LoadedSettings(settings, tuple(wrong))


def _theme(value: object) -> Theme | None:
    return Theme(value) if isinstance(value, str) and value in set(Theme) else None


def _zoom(value: object) -> int | None:
    return value if isinstance(value, int) and SMALLEST_ZOOM <= value <= LARGEST_ZOOM else None


def _vault(value: object) -> Path | None:
    return Path(value) if isinstance(value, str) and value and "\0" not in value else None


def _idle(value: object) -> int | None:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and value in IDLE_CHOICES else None


def _density(value: object) -> Density | None:
    return Density(value) if isinstance(value, str) and value in set(Density) else None


def _yes_or_no(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _hints(value: object) -> tuple[str, ...] | None:
    """Ids of the program's own, never words of a note: anything else is not understood."""
    if not isinstance(value, list) or len(value) > MOST_HINTS:
        return None
    ids = tuple(each for each in value if isinstance(each, str) and _HINT_ID.fullmatch(each))
    return ids if len(ids) == len(value) else None
