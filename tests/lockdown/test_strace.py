"""Seen from outside: a window and a worker process ask the kernel for nothing but local sockets."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.lockdown.children import LOCK_DOWN
from tests.lockdown.tracing import asked_of_the_kernel, needs_strace, not_local, started

pytestmark = needs_strace

# A window, and a worker process that does a job.
WORK = """
from PySide6.QtWidgets import QApplication, QLabel
from dialogue_notes.services.places import ThreadedPlaces
from dialogue_notes.services.worker.process import WorkerProcess
from tests.services import worker_jobs as jobs
application = QApplication([])
label = QLabel("Ordnung")
label.show()
while not label.windowHandle().isExposed():
    application.processEvents()
places = ThreadedPlaces(WorkerProcess(jobs.COMMAND))
assert places.compute(jobs.COUNT, 2).result(60) == 2
places.close()
"""


def check_a_whole_run(folder: Path, project_root: Path, screen: str, *before: str) -> None:
    calls = asked_of_the_kernel(
        folder,
        ["-c", LOCK_DOWN + WORK],
        *before,
        PYTHONPATH=f"{project_root / 'src'}:{project_root}",
        QT_QPA_PLATFORM=screen,
        # Without a session bus Qt's D-Bus library would start one; a desktop has one, a machine for tests does not.
        DBUS_SESSION_BUS_ADDRESS="disabled:",
    )
    assert not_local(calls) == []
    assert started(calls) == [sys.executable] * 2  # the program and its worker, nothing else


def test_a_run_without_a_screen_reaches_for_nothing_but_local_sockets(
    tmp_path: Path, project_root: Path
) -> None:
    check_a_whole_run(tmp_path, project_root, "offscreen")


@pytest.mark.skipif(not shutil.which("xvfb-run"), reason="Xvfb is not installed")
def test_a_run_on_a_screen_reaches_for_nothing_but_local_sockets(tmp_path: Path, project_root: Path) -> None:
    check_a_whole_run(tmp_path, project_root, "xcb", "xvfb-run", "-a")


@pytest.mark.parametrize("before", ["", LOCK_DOWN], ids=["open", "locked down"])
def test_the_trace_shows_a_network_socket_refused_or_not(tmp_path: Path, before: str) -> None:
    code = f"{before}import ctypes; ctypes.CDLL(None).socket(2, 1, 0)"
    calls = asked_of_the_kernel(tmp_path, ["-c", code])
    assert [call.split(",")[0] for call in not_local(calls)] == ["socket(AF_INET"]
