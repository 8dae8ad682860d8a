"""Makes `.venv` hold exactly what the program (`run`) or also its tests (`test`) need; quick when it does already.

What was done is noted in `.venv/prepared.json` as digests of the files it was done from, so that a change in
one of them, another Python or a moved folder is seen, and nothing is done twice.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import venv
from pathlib import Path

import system_check

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
NOTE = VENV / "prepared.json"
REQUIREMENTS = {"run": ("base.txt", "build.txt"), "test": ("base.txt", "build.txt", "dev.txt")}


def main(arguments: list[str]) -> int:
    """Prepare for `run` or `test`; gives the exit code, after saying what went wrong."""
    if arguments not in (["run"], ["test"]):
        print("usage: prepare.py run|test", file=sys.stderr)
        return 2
    purpose = arguments[0]
    try:
        system_check.provide(for_tests=purpose == "test")
        note = _environment(_read_note())
        note = _requirements(note, purpose)
        _write_note(_project(note))
    except (system_check.MissingError, subprocess.CalledProcessError, OSError) as error:
        print(f"Set-up stopped: {error}", file=sys.stderr)
        return 1
    return 0


def _environment(note: dict[str, str]) -> dict[str, str]:
    """The virtual environment; made anew when there is none, or it is another Python's or another folder's."""
    here = {"python": f"{sys.version_info.major}.{sys.version_info.minor}", "folder": str(ROOT)}
    if PYTHON.exists() and all(note.get(key, value) == value for key, value in here.items()):
        return {**note, **here}
    print("Making the environment .venv ...", flush=True)
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships Python without it
    except ImportError:
        raise system_check.MissingError(
            "this Python cannot make environments; on Debian or Ubuntu run `apt-get install python3-venv`"
        ) from None
    venv.create(VENV, clear=True, with_pip=True, symlinks=sys.platform != "win32")
    return here


def _requirements(note: dict[str, str], purpose: str) -> dict[str, str]:
    """The pinned and hashed packages."""
    files = [ROOT / "requirements" / name for name in REQUIREMENTS[purpose]]
    if all(note.get(file.name) == _digest(file) for file in files):
        return note
    print(f"Installing the pinned requirements ({', '.join(file.name for file in files)}) ...", flush=True)
    _pip(
        "install", "--require-hashes", "--only-binary", ":all:", *(f"--requirement={file}" for file in files)
    )
    note = {**note, **{file.name: _digest(file) for file in files}}
    _write_note(note)
    return note


def _project(note: dict[str, str]) -> dict[str, str]:
    """The project itself, read from the source tree, with its command."""
    description = ROOT / "pyproject.toml"
    command = PYTHON.with_name("dialogue-notes" + PYTHON.suffix)
    if command.exists() and note.get(description.name) == _digest(description):
        return note
    _pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    return {**note, description.name: _digest(description)}


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", *arguments]
    subprocess.run(command, cwd=ROOT, check=True)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _read_note() -> dict[str, str]:
    try:
        note = json.loads(NOTE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def _write_note(note: dict[str, str]) -> None:
    NOTE.write_text(json.dumps(note, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
