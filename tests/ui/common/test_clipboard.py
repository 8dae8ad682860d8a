"""The clipboard is the screen's own: these run in a process of their own on a virtual X11 screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

_START = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from dialogue_notes.ui.common.clipboard import ClipboardGuard
application = QApplication([])
guard = ClipboardGuard(application)
clipboard = application.clipboard()
line = QLineEdit("a note")
line.show()
assert QTest.qWaitForWindowExposed(line)
line.setFocus()
def settle():
    for _round in range(20):
        application.processEvents()
"""


def on_a_screen(steps: str) -> str:
    """What `steps` print, on a screen of their own."""
    if sys.platform != "linux" or not shutil.which("xvfb-run"):
        pytest.skip("Xvfb is not installed")
    done = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", _START + steps],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_what_is_copied_is_marked_as_secret_and_gone_when_cleared() -> None:
    steps = """
line.selectAll(); line.copy(); settle()
print(bytes(clipboard.mimeData().data("x-kde-passwordManagerHint")).decode(), clipboard.text())
guard.clear(); settle()
print(repr(clipboard.text()))
"""
    assert on_a_screen(steps) == "secret a note\n''"


def test_selecting_text_hands_it_to_no_other_program() -> None:
    steps = """
QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier); settle()
print(repr(line.selectedText()), clipboard.ownsSelection(), repr(clipboard.text(clipboard.Mode.Selection)))
"""
    assert on_a_screen(steps) == "'a note' False ''"
