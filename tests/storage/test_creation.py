from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import creation
from dialogue_notes.storage.creation import create
from tests.support.vaults import CHEAP, new_vault, reopen


def _everything_below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_missing_folders_on_the_way_are_made(tmp_path: Path) -> None:
    folder = tmp_path / "one" / "two" / "test.vault"
    new_vault(folder).close()
    reopen(folder).close()
    assert (tmp_path / "one").stat().st_mode & 0o777 == 0o700


def test_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    folder = tmp_path / "test.vault"
    folder.mkdir()
    new_vault(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o700
    reopen(folder).close()


@pytest.mark.parametrize("kind", ["file", "folder", "vault", "link"])
def test_what_is_there_already_is_left_alone(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "test.vault"
    if kind == "file":
        folder.write_text("mine")
    elif kind == "folder":
        folder.mkdir()
        (folder / "mine").write_text("mine")
    elif kind == "vault":
        new_vault(folder).close()
    else:
        folder.symlink_to(tmp_path / "nowhere")
    before = _everything_below(tmp_path)
    secret = bytearray(b"passphrase")
    with pytest.raises(KnownError) as refused:
        create(folder, secret, "Ada", kdf=CHEAP)
    assert refused.value.code is ErrorCode.VAULT_EXISTS
    assert _everything_below(tmp_path) == before
    assert not any(secret)


def test_a_name_that_the_system_does_not_take_is_said(tmp_path: Path) -> None:
    for attempt in (new_vault, reopen):
        with pytest.raises(KnownError) as refused:
            attempt(tmp_path / ("x" * 300))
        assert refused.value.code is ErrorCode.VAULT_READ_ONLY


@pytest.mark.parametrize(
    "step", ["write_new_files", "migrate", "insert_profiles", "begin_chain", "_move", "open_with"]
)
def test_a_failure_at_any_step_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KnownError(ErrorCode.DISK_FULL)

    monkeypatch.setattr(creation, step, fail)
    secret = bytearray(b"passphrase")
    with pytest.raises(KnownError):
        create(tmp_path / "one" / "test.vault", secret, "Ada", kdf=CHEAP)
    assert _everything_below(tmp_path) == []
    assert not any(secret)


def test_a_name_that_cannot_be_kept_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        create(tmp_path / "test.vault", bytearray(b"passphrase"), "half \ud800", kdf=CHEAP)
    assert refused.value.code is ErrorCode.BAD_FIELD
    assert _everything_below(tmp_path) == []


def test_no_half_made_vault_is_ever_to_be_seen_under_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "test.vault"
    seen: list[bool] = []
    move = creation._move

    def look(staged: Path, final: Path) -> None:
        seen.append(final.exists())
        move(staged, final)

    monkeypatch.setattr(creation, "_move", look)
    new_vault(folder).close()
    assert seen == [False]
    assert [path.name for path in tmp_path.iterdir()] == ["test.vault"]


def test_a_relative_path_is_taken_from_where_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    vault = new_vault(Path("here.vault"))
    vault.open_reader().close()
    vault.close()
    reopen(tmp_path / "here.vault").close()


@pytest.mark.parametrize("name", ["mit Leerzeichen ü.vault", "50%? #1&x=y.vault", "회의.vault"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    new_vault(tmp_path / name).close()
    reopen(tmp_path / name).close()
