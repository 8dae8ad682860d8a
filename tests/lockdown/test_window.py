"""A window opens in a locked-down process: the screen, the fonts and the session bus are reached all the same."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.lockdown.children import LOCK_DOWN, environment, run_locked

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filter is Linux's own")

WINDOW = """
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("Ordnung")
label.show()
while not label.windowHandle().isExposed():
    application.processEvents()
print(QGuiApplication.platformName(), label.grab().toImage().isNull(), enforcement.is_kernel_enforced)
"""


def test_a_window_opens_without_a_screen() -> None:
    assert run_locked(WINDOW, QT_QPA_PLATFORM="offscreen") == "offscreen False True\n"


def test_a_window_opens_on_an_x11_screen() -> None:
    if not shutil.which("Xvfb") or not shutil.which("xvfb-run"):
        pytest.skip("Xvfb is not installed")
    done = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", LOCK_DOWN + WINDOW],
        env=environment(QT_QPA_PLATFORM="xcb"),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout == "xcb False True\n", done.stderr
