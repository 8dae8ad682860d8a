import errno
import json
import os
import stat
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.settings import (
    FILE_NAME,
    IDLE_CHOICES,
    LARGEST_ZOOM,
    MOST_HINTS,
    SMALLEST_ZOOM,
    Density,
    LoadedSettings,
    Settings,
    Theme,
    load_settings,
    save_settings,
)


def test_without_a_file_the_usual_settings_hold_and_nothing_is_said(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "never made") == LoadedSettings(Settings())


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(Theme.DARK, SMALLEST_ZOOM, Path("/vaults/한국 dialogue.vault")),
        Settings(Theme.LIGHT, LARGEST_ZOOM, Path(os.fsdecode(b"/not utf-8 \xff"))),
        Settings(density=Density.COMPACT, is_still=True, hints_seen=("speaker", "edit")),
        *(Settings(idle_minutes=minutes) for minutes in IDLE_CHOICES),
    ],
)
def test_what_was_saved_is_loaded(tmp_path: Path, settings: Settings) -> None:
    save_settings(settings, tmp_path / "a" / "b")
    assert load_settings(tmp_path / "a" / "b") == LoadedSettings(settings)


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    save_settings(Settings(), tmp_path / "folder")
    assert stat.S_IMODE((tmp_path / "folder").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "folder" / FILE_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"{", b"[]", b"[" * 100_000, b'"theme"', b"null"])
def test_a_damaged_file_gives_the_usual_settings_and_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(data)
    assert load_settings(tmp_path) == LoadedSettings(Settings(), ("all",))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "purple"),
        ("theme", 1),
        ("theme", ["dark"]),
        ("text_zoom", "100"),
        ("text_zoom", SMALLEST_ZOOM - 1),
        ("text_zoom", LARGEST_ZOOM + 1),
        ("text_zoom", True),
        ("text_zoom", 1e300),
        ("idle_minutes", 1),
        ("idle_minutes", False),
        ("idle_minutes", "10"),
        ("last_vault", ""),
        ("last_vault", "a\0b"),
        ("last_vault", 7),
        ("density", "tight"),
        ("density", None),
        ("is_still", 1),
        ("is_still", "yes"),
        ("hints_seen", "speaker"),
        ("hints_seen", [1]),
        ("hints_seen", ["words of a note"]),
        ("hints_seen", ["speaker"] * (MOST_HINTS + 1)),
    ],
)
def test_one_bad_value_is_told_by_name_and_the_others_hold(tmp_path: Path, name: str, value: object) -> None:
    good: dict[str, object] = {
        "theme": "dark",
        "text_zoom": 120,
        "last_vault": "/v",
        "density": "compact",
        "is_still": True,
        "hints_seen": ["edit"],
    }
    (tmp_path / FILE_NAME).write_text(json.dumps({**good, name: value}), encoding="utf-8")
    loaded = load_settings(tmp_path)
    assert loaded.not_understood == (name,)
    usual, kept = (
        Settings(),
        Settings(Theme.DARK, 120, Path("/v"), density=Density.COMPACT, is_still=True, hints_seen=("edit",)),
    )
    for field in good:
        assert getattr(loaded.settings, field) == getattr(usual if field == name else kept, field)


def test_a_name_that_only_a_newer_version_knows_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"theme": "light", "from the future": 1}', encoding="utf-8")
    assert load_settings(tmp_path) == LoadedSettings(Settings(Theme.LIGHT))


def test_a_folder_that_cannot_be_made_is_a_known_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(KnownError) as raised:
        save_settings(Settings(), tmp_path / "file")
    assert raised.value.code is ErrorCode.SETTINGS_NOT_SAVED
    assert str(tmp_path / "file") in raised.value.message


def test_a_failed_save_leaves_the_earlier_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(Settings(Theme.DARK), tmp_path)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError, match="disk is full"):
        save_settings(Settings(Theme.LIGHT), tmp_path)
    assert load_settings(tmp_path) == LoadedSettings(Settings(Theme.DARK))


FIELDS = [field.name for field in fields(Settings)]

_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(kept=st.dictionaries(st.sampled_from([*FIELDS, "other"]), _json))
def test_no_content_makes_loading_fail(tmp_path: Path, kept: dict[str, object]) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps(kept), encoding="utf-8")
    loaded = load_settings(tmp_path).settings
    assert SMALLEST_ZOOM <= loaded.text_zoom <= LARGEST_ZOOM
