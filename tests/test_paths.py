import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dialogue_notes import paths
from dialogue_notes.errors import BugError, ErrorCode, KnownError


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def _fail(code: int) -> Callable[..., None]:
    def call(*_arguments: object, **_more: object) -> None:
        raise OSError(code, os.strerror(code))

    return call


def test_a_written_file_is_whole_and_its_owners_alone(tmp_path: Path) -> None:
    old_mask = os.umask(0)
    try:
        paths.write_private(tmp_path / "file", b"one\r\n\0two")
    finally:
        os.umask(old_mask)
    assert (tmp_path / "file").read_bytes() == b"one\r\n\0two"
    assert _mode(tmp_path / "file") == 0o600
    assert _names(tmp_path) == ["file"]


def test_writing_again_replaces_content_and_permissions(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old and longer")
    (tmp_path / "file").chmod(0o644)
    paths.write_private(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert _mode(tmp_path / "file") == 0o600


def test_a_link_in_the_way_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"not ours")
    (tmp_path / "file").symlink_to(tmp_path / "elsewhere")
    paths.write_private(tmp_path / "file", b"ours")
    assert (tmp_path / "elsewhere").read_bytes() == b"not ours"
    assert not (tmp_path / "file").is_symlink()


def test_the_longest_name_that_a_file_may_have_can_be_written(tmp_path: Path) -> None:
    name = "n" * os.pathconf(tmp_path, "PC_NAME_MAX")
    paths.write_private(tmp_path / name, b"data")
    assert _names(tmp_path) == [name]


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errno.ENOSPC, ErrorCode.DISK_FULL),
        (errno.EDQUOT, ErrorCode.DISK_FULL),
        (errno.EROFS, ErrorCode.DESTINATION_NOT_WRITABLE),
        (errno.EACCES, ErrorCode.DESTINATION_NOT_WRITABLE),
        (errno.EPERM, ErrorCode.DESTINATION_NOT_WRITABLE),
        (errno.EIO, ErrorCode.DISK_FAILED),
    ],
)
def test_each_failing_call_is_known_and_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: int, code: ErrorCode
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr(os, call, _fail(error))
    with pytest.raises(KnownError) as raised:
        paths.write_private(tmp_path / "file", b"new", not_writable=ErrorCode.DESTINATION_NOT_WRITABLE)
    monkeypatch.undo()
    assert raised.value.code is code
    assert (tmp_path / "file").read_bytes() == b"old"
    assert _names(tmp_path) == ["file"]


def test_an_interrupted_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        paths.write_private(tmp_path / "file", b"new")
    assert _names(tmp_path) == []


def test_a_folder_as_the_destination_is_not_writable(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(KnownError) as raised:
        paths.write_private(tmp_path / "folder", b"data", not_writable=ErrorCode.DESTINATION_NOT_WRITABLE)
    assert raised.value.code is ErrorCode.DESTINATION_NOT_WRITABLE
    assert str(tmp_path / "folder") in raised.value.message
    assert _names(tmp_path) == ["folder"]


def test_a_missing_folder_is_not_writable(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as raised:
        paths.write_private(tmp_path / "missing" / "file", b"data")
    assert raised.value.code is ErrorCode.VAULT_READ_ONLY


def test_folders_are_made_for_their_owner_alone_and_told_apart_from_those_that_were_there(
    tmp_path: Path,
) -> None:
    assert paths.make_private_folder(tmp_path / "a" / "b")
    assert _mode(tmp_path / "a") == _mode(tmp_path / "a" / "b") == 0o700
    (tmp_path / "a").chmod(0o755)
    assert not paths.make_private_folder(tmp_path / "a")
    assert _mode(tmp_path / "a") == 0o755


def test_a_file_in_the_way_of_a_folder_is_not_writable(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(KnownError) as raised:
            paths.make_private_folder(path)
        assert raised.value.code is ErrorCode.VAULT_READ_ONLY


def test_folders_on_a_full_disk_are_a_known_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "mkdir", _fail(errno.ENOSPC))
    with pytest.raises(KnownError) as raised:
        paths.make_private_folder(tmp_path / "a")
    assert raised.value.code is ErrorCode.DISK_FULL


def test_the_resources_of_the_source_tree_are_found(project_root: Path) -> None:
    assert paths.resource("") == project_root / "resources"


def test_a_missing_resource_is_our_own_fault() -> None:
    with pytest.raises(BugError, match="no such thing"):
        paths.resource("no such thing")


def test_vaults_and_settings_lie_apart_in_folders_of_the_platform(tmp_path: Path) -> None:
    program = "from dialogue_notes import paths; print(paths.default_vault_folder()); print(paths.settings_folder())"
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    said = subprocess.run(
        [sys.executable, "-c", program], env=environment, check=True, capture_output=True, text=True
    ).stdout
    if sys.platform == "linux":
        assert said.splitlines() == [
            str(tmp_path / "data" / "dialogue-notes" / "vaults"),
            str(tmp_path / "config" / "dialogue-notes"),
        ]
    assert not (tmp_path / "data").exists(), "naming a folder does not make it"
