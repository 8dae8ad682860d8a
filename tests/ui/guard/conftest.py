"""A message bus of the test's own, and a machine on it that says what the test tells it to."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.children import ROOT
from tests.ui.record import conftest as at_the_desk

table = at_the_desk.table  # the fixture

CONFIGURATION = """<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Machine:
    """A child process that owns the names of the login manager and of the screen savers."""

    def __init__(self, address: str) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.guard.fake_machine", address],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        )
        self.hear("ready")

    def say(self, what: str) -> None:
        """Has it emit a signal."""
        assert self._child.stdin is not None
        self._child.stdin.write(f"{what}\n")
        self._child.stdin.flush()

    def hear(self, what: str) -> None:
        """Waits for it to say something."""
        assert self._child.stdout is not None
        assert self._child.stdout.readline().strip() == what

    def end(self) -> None:
        self._child.kill()
        self._child.communicate()


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Both buses of the program's: the address of a daemon that serves as either."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("dbus-daemon is not installed")
    configuration = tmp_path / "bus.conf"
    configuration.write_text(CONFIGURATION.format(folder=tmp_path), encoding="utf-8")
    with subprocess.Popen(
        [program, f"--config-file={configuration}", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # as root it complains of limits that it cannot set
        text=True,
    ) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        daemon.kill()


@pytest.fixture
def machine(bus: str) -> Iterator[Machine]:
    made = Machine(bus)
    yield made
    made.end()
