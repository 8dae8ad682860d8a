"""Runs `tests.support.full_disk` in a mount namespace of its own, as root or as the root of a user namespace."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.children import ROOT


def namespace() -> list[str]:
    """The command that starts a program where it may mount a disk; the test skips where there is none."""
    program = shutil.which("unshare")
    if program is None:
        pytest.skip("unshare is not installed")
    command = [program, "--mount"] if os.geteuid() == 0 else [program, "--mount", "--user", "--map-root-user"]
    if subprocess.run([*command, "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("this system gives nobody a mount namespace")
    return command


def play_rounds(folder: Path, rounds: int) -> list[dict[str, float]]:
    """Plays them on a disk in `folder`; the milliseconds of each round, and at the end what was there."""
    disk = folder / "disk"
    disk.mkdir()
    done = subprocess.run(
        [*namespace(), sys.executable, "-m", "tests.support.full_disk", str(disk), str(rounds)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
