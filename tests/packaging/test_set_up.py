"""What can be told of set-up without setting a machine up; the whole is tried on a bare Debian by hand."""

import json
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import prepare
import pytest
import run
import system_check
from system_check import FONTS, LIBRARIES, TOOLS, Need


def test_nothing_is_missing_where_these_tests_run() -> None:
    assert list(system_check.find_missing(for_tests=True)) == []


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are looked for on Linux only")
def test_a_library_and_a_font_and_a_tool_that_are_not_there_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nowhere = Need("no-such-thing", "package-d", "package-f", "package-a")
    monkeypatch.setattr(system_check, "LIBRARIES", (nowhere,))
    monkeypatch.setattr(system_check, "FONTS", (nowhere,))
    monkeypatch.setattr(system_check, "TOOLS", (nowhere,))
    assert list(system_check.find_missing(for_tests=True)) == [nowhere] * 3
    assert list(system_check.find_missing(for_tests=False)) == [nowhere] * 2


@pytest.mark.parametrize(
    ("program", "line"),
    [
        ("apt-get", "apt-get install fonts-noto-cjk libegl1"),
        ("dnf", "dnf install google-noto-serif-cjk-fonts libglvnd-egl"),
        ("pacman", "pacman -S --needed libglvnd noto-fonts-cjk"),
        ("brew", "brew install --cask font-noto"),
        ("none of them", "Debian calls the packages fonts-noto-cjk libegl1"),
    ],
)
def test_the_advice_fits_the_package_manager(
    monkeypatch: pytest.MonkeyPatch, program: str, line: str
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == program else None)
    egl = next(need for need in LIBRARIES if need.name.startswith("libEGL"))
    serif = next(need for need in FONTS if need.name == "NotoSerifCJK")
    assert line in system_check.advice([egl, serif])


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are looked for on Linux only")
def test_what_cannot_be_installed_stops_set_up_unless_only_exports_need_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = Need("no-such-thing", "package-d", "package-f", "package-a")
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/dnf" if name == "dnf" else None)
    monkeypatch.setattr(system_check, "TOOLS", ())
    with monkeypatch.context() as patch:
        patch.setattr(system_check, "FONTS", (nowhere,))
        system_check.provide(for_tests=False)
        assert "dnf install package-f" in capsys.readouterr().out
        with pytest.raises(system_check.MissingError, match="package-f"):
            system_check.provide(for_tests=True)
    monkeypatch.setattr(system_check, "LIBRARIES", (nowhere,))
    with pytest.raises(system_check.MissingError, match="no-such-thing"):
        system_check.provide(for_tests=False)


@pytest.mark.parametrize(
    ("family", "file", "found"),
    [
        ("NotoSerif", "NotoSerif-Regular.ttf", True),
        ("NotoSerif", "NotoSerif[wdth,wght].ttf", True),
        ("NotoSerif", "NotoSerifCJK-Regular.ttc", False),
        ("NotoSerif", "NotoSerif-BoldItalic.ttf", False),
        ("NotoSansCJK", "NotoSansCJK-VF.ttc", True),
        ("DejaVuSans", "DejaVuSans.ttf", True),
        ("DejaVuSans", "DejaVuSansMono.ttf", False),
    ],
)
def test_a_family_is_told_by_the_file_of_its_regular_cut(family: str, file: str, *, found: bool) -> None:
    assert system_check.has_font(family, {file}) is found


def test_every_need_names_a_package_everywhere() -> None:
    for need in (*LIBRARIES, *FONTS, *TOOLS):
        assert all((need.name, need.debian, need.fedora, need.arch))


@pytest.mark.parametrize("arguments", [[], ["everything"], ["run", "test"]])
def test_wrong_use_of_set_up_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert prepare.main(arguments) == 2
    assert "usage" in capsys.readouterr().err


@pytest.fixture
def set_up(tmp_path: Path, project_root: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Set-up of a copy of the project's descriptions; what pip would have been told is kept instead of done."""
    for name in ("pyproject.toml", "requirements/base.txt", "requirements/build.txt", "requirements/dev.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((project_root / name).read_bytes())
    environment = tmp_path / ".venv"
    environment.mkdir()
    for command in ("python", "dialogue-notes"):
        (environment / command).touch()
    told: list[list[str]] = []
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    monkeypatch.setattr(prepare, "VENV", environment)
    monkeypatch.setattr(prepare, "PYTHON", environment / "python")
    monkeypatch.setattr(prepare, "NOTE", environment / "prepared.json")
    monkeypatch.setattr(subprocess, "run", lambda command, **_: told.append(command))
    return told


def test_a_second_set_up_does_nothing(set_up: list[list[str]]) -> None:
    assert prepare.main(["test"]) == 0
    assert ["--require-hashes" in command for command in set_up] == [True, False]
    set_up.clear()
    assert prepare.main(["test"]) == prepare.main(["run"]) == 0
    assert set_up == []


def test_set_up_for_the_tests_adds_to_that_for_the_program(set_up: list[list[str]]) -> None:
    assert prepare.main(["run"]) == 0
    set_up.clear()
    assert prepare.main(["test"]) == 0
    assert any("dev.txt" in word for command in set_up for word in command)


@pytest.mark.parametrize("name", ["requirements/base.txt", "pyproject.toml"])
def test_a_changed_description_is_installed_anew(set_up: list[list[str]], tmp_path: Path, name: str) -> None:
    assert prepare.main(["run"]) == 0
    set_up.clear()
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert prepare.main(["run"]) == 0
    assert len(set_up) == 1


def test_a_moved_folder_gets_a_new_environment(
    set_up: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert prepare.main(["run"]) == 0
    note = json.loads(prepare.NOTE.read_text(encoding="utf-8"))
    prepare.NOTE.write_text(json.dumps({**note, "folder": "elsewhere"}), encoding="utf-8")
    made: list[Path] = []
    monkeypatch.setattr(venv, "create", lambda folder, **_: made.append(folder))
    set_up.clear()
    assert prepare.main(["run"]) == 0
    assert made == [tmp_path / ".venv"]
    assert len(set_up) == 2, "all is installed anew"


def test_a_failed_installation_is_told_and_tried_again(
    set_up: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(command: list[str], **_: object) -> None:
        raise subprocess.CalledProcessError(1, command)

    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "run", fail)
        assert prepare.main(["run"]) == 1
    assert "Set-up stopped" in capsys.readouterr().err
    assert prepare.main(["run"]) == 0
    assert len(set_up) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_screen_is_told_by_its_variable(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not run.has_screen()
    monkeypatch.setenv(name, ":0")
    assert run.has_screen()


def test_help_explains_every_target(project_root: Path) -> None:
    makefile = (project_root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)) - {"find-python"}
    said = subprocess.run(
        ["make", "--no-print-directory"], cwd=project_root, check=True, capture_output=True, text=True
    ).stdout
    assert set(re.findall(r"^  make ([a-z-]+) +\S", said, re.MULTILINE)) == targets


def test_the_readme_tells_the_commands_that_there_are(project_root: Path) -> None:
    makefile = (project_root / "Makefile").read_text(encoding="utf-8")
    for page in ("README.md", "CONTRIBUTING.md"):
        told = re.findall(r"\bmake ([a-z]+)\b(?=\s+#|`)", (project_root / page).read_text(encoding="utf-8"))
        assert told
        assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in told)
