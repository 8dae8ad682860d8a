"""`dialogue-notes demo` as people run it: the sample meeting through the real windows, without a screen."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from tests.support.reading_exports import can_hold, everything_in

pytestmark = pytest.mark.timeout(300)  # a whole meeting is typed and the key derivation is the real one

EXPORTS = ["summary.pdf", "summary.docx", "summary.html", "summary.md", "summary.txt"]
PICTURES = [
    "1-unlock.png", "2-meetings.png", "3-record.png", "3-record-dark.png", "3-record-hands-off.png", "4-review.png",
    "4-review-dangers.png", "4-review-checklist.png", "5-summary.png", "6-export.png",
]  # fmt: skip
HIDDEN = (
    "Seo", "서규원", "Myung", "명해인", "Cha", "차도연", "Ban", "반치호", "Ellery", "Tong", "佟瑞兰", "Abara", "Lu",
    "鲁正一", "Valdry", "Reimholt", "Aasen", "Dunmore", "Noh", "노은비", "Hwang", "Delacourt", "Seoran", "Tarwen",
    "Harrow", "hospital", "ambassador",
)  # fmt: skip


@dataclass(frozen=True)
class Played:
    """What one run of the demonstration said and left."""

    folder: Path
    done: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    folder = tmp_path_factory.mktemp("demo") / "out"
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    environment["XDG_CONFIG_HOME"] = environment["XDG_DATA_HOME"] = str(folder.parent / "home")
    command = [sys.executable, "-m", "dialogue_notes", "demo", "--out", str(folder), "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return Played(folder, done)


def test_the_demonstration_plays_to_its_end_without_a_screen_and_without_a_complaint(played: Played) -> None:
    assert (played.done.returncode, played.done.stderr) == (0, "")


def test_it_names_the_five_exports_and_a_picture_of_each_room(played: Played) -> None:
    files = [Path(path) for path in json.loads(played.done.stdout)["files"]]
    assert [path.name for path in files] == EXPORTS + PICTURES
    assert all(path.parent == played.folder for path in files)


def test_it_leaves_nothing_else_behind(played: Played) -> None:
    assert sorted(path.name for path in played.folder.iterdir()) == sorted(EXPORTS + PICTURES)
    assert not (played.folder.parent / "home").exists()


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_shows_a_whole_window(played: Played, name: str) -> None:
    with Image.open(played.folder / name) as picture:
        assert picture.size == (1280, 800)
        colours = picture.convert("RGB").getcolors(1 << 20)
    assert colours is not None
    assert len(colours) > 100


@pytest.mark.parametrize("name", EXPORTS)
def test_nobody_of_the_meeting_is_in_an_export(played: Played, name: str) -> None:
    for where, text in everything_in(played.folder / name):
        words = [word for word in HIDDEN if can_hold(where, word)]
        found = [word for word in words if re.search(rf"(?<!\w){word}(?!\w)", text)]
        assert found == [], where


def test_what_may_be_told_is_in_the_exports_and_they_are_approved(played: Played) -> None:
    text = (played.folder / "summary.txt").read_text(encoding="utf-8")
    for words in (
        "eleven minutes",
        "A seasonal ban on night trawling",
        "Neither side will speak of an exchange",
    ):
        assert words in text
    assert "DRAFT" not in text
    assert "without a person" not in text


def test_the_exports_pass_the_check(played: Played) -> None:
    files = [str(played.folder / name) for name in EXPORTS]
    command = [sys.executable, "-m", "dialogue_notes", "check", *files, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
