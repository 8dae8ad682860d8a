"""The wheel gives the same program as the source tree: its code, and its resources where `paths` looks for them."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import dialogue_notes


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=project_root, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def _below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_and_the_resources_and_nothing_else(
    wheel: zipfile.ZipFile, project_root: Path
) -> None:
    expected = {
        f"dialogue_notes/{name}": data for name, data in _below(Path(dialogue_notes.__file__).parent).items()
    }
    expected |= {
        f"dialogue_notes/resources/{name}": data for name, data in _below(project_root / "resources").items()
    }
    held = {name: wheel.read(name) for name in wheel.namelist() if ".dist-info/" not in name}
    assert held == expected


def test_the_wheel_has_the_command_and_the_licence(wheel: zipfile.ZipFile) -> None:
    (points,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "dialogue-notes = dialogue_notes.__main__:main" in wheel.read(points).decode()
    assert any(name.endswith("/LICENSE") for name in wheel.namelist())


def test_an_installed_program_finds_its_resources(
    wheel: zipfile.ZipFile, tmp_path: Path, project_root: Path
) -> None:
    wheel.extractall(tmp_path)
    program = "from dialogue_notes.paths import resource; print(resource('schema/meeting-1.json'))"
    said = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {program}"],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    ).stdout.strip()
    assert Path(said) == tmp_path / "dialogue_notes" / "resources" / "schema" / "meeting-1.json"
    assert Path(said).read_bytes() == (project_root / "resources" / "schema" / "meeting-1.json").read_bytes()
