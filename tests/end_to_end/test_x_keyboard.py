"""A real X keyboard: the server's layouts, keys pressed by their keycodes, the window as it is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.x_typing import TEXTS

SERVER = "-screen 0 1280x800x24 -noreset"
"""Without a reset: the layout must outlive the command that sets it."""

TOOLS = ("xvfb-run", "xdotool", "setxkbmap")


@pytest.mark.skipif(sys.platform != "linux", reason="X keyboards are Linux's")
@pytest.mark.parametrize("layout", TEXTS)
def test_each_layout_of_the_server_writes_what_its_keys_say(project_root: Path, layout: str) -> None:
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(project_root)}
    run = subprocess.run(
        ["xvfb-run", "-a", "-s", SERVER, sys.executable, "-m", "tests.support.x_typing", layout],
        cwd=project_root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert [(each["kind"], each["code"], each["unsure"], each["notes"]) for each in found] == [
        ("statement", "hw", False, []),
        ("statement", "pjs", False, ["option"]),
        ("statement", "kyc", True, ["important"]),
        ("action", None, False, []),
    ]
    assert [each["text"] for each in found[:3]] == [TEXTS[layout], "1", "2"]
