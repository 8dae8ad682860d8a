from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_notes.storage.synced_folders import sync_service


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (House)", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - House of Talks", "OneDrive"),
        ("iCloud Drive", "iCloud Drive"),
        ("Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-ada@example.org", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Nextcloud2", "Nextcloud"),
        ("Syncthing", "Syncthing"),
        ("Library/CloudStorage/Box-Box", "a cloud service of macOS"),
    ],
)
def test_a_folder_of_a_service_is_known_by_its_name(tmp_path: Path, name: str, service: str) -> None:
    assert sync_service(tmp_path / name / "work" / "test.vault") == service


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache", "Dropbox"),
        (".stfolder", "Syncthing"),
        (".stignore", "Syncthing"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_7a3f19cc01ab.db", "Nextcloud"),
        ("._sync_7a3f19cc01ab.db", "Nextcloud"),
        (".tmp.drivedownload", "Google Drive"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    ],
)
def test_a_folder_of_a_service_is_known_by_what_the_service_left_there(
    tmp_path: Path, marker: str, service: str
) -> None:
    place = tmp_path / "renamed" / "work"
    place.mkdir(parents=True)
    (tmp_path / "renamed" / marker).touch()
    assert sync_service(place / "test.vault") == service


@pytest.mark.parametrize(
    "name", ["notes", "Dropboxes of the 1990s", "my driveway", "onedrives", ".syncopation"]
)
def test_other_folders_are_not_accused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert sync_service(tmp_path / name / "test.vault") is None


def test_the_settings_of_a_client_in_the_home_folder_accuse_nobody(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert sync_service(tmp_path / "notes" / "test.vault") is None


def test_a_circle_of_links_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert sync_service(tmp_path / "a" / "test.vault") is None


def test_windows_own_word_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "elsewhere"))
    assert sync_service(tmp_path / "elsewhere" / "test.vault") == "OneDrive"
    assert sync_service(tmp_path / "other" / "test.vault") is None


def test_a_link_into_such_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "notes").symlink_to(tmp_path / "Dropbox")
    assert sync_service(tmp_path / "notes" / "test.vault") == "Dropbox"
