"""What is seen to before Qt begins."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dialogue_notes.app.window import require_screen, start_no_bus
from dialogue_notes.errors import ErrorCode, KnownError
from tests.lockdown.children import run

BUS = "DBUS_SESSION_BUS_ADDRESS"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a person's session, with nothing in it; no bus is named."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv(BUS, "")
    return tmp_path


def test_without_a_session_bus_none_is_started(session: Path) -> None:
    start_no_bus()
    assert os.environ[BUS] == "disabled:"


def test_a_session_bus_is_used_that_is_named(session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BUS, "unix:path=/run/bus")
    start_no_bus()
    assert os.environ[BUS] == "unix:path=/run/bus"


def test_a_session_bus_is_used_that_lies_where_libdbus_looks(session: Path) -> None:
    (session / "bus").touch()
    start_no_bus()
    assert os.environ[BUS] == ""


DRAW = """
from dialogue_notes.app.window import keep_qt_quiet
from PySide6.QtWidgets import QApplication, QLabel
if {is_quiet}:
    keep_qt_quiet()
application = QApplication(["x"])
label = QLabel("Quetzal")
label.show()
label.grab()
"""


@pytest.mark.parametrize("by", ["environment", "file"])
def test_qt_does_not_spell_out_what_it_draws_whoever_asks_it_to(tmp_path: Path, by: str) -> None:
    (tmp_path / "QtProject").mkdir()
    rules = tmp_path / "QtProject" / "qtlogging.ini"
    rules.write_text("[Rules]\n*=true\n" if by == "file" else "")
    more = {"XDG_CONFIG_HOME": str(tmp_path), "QT_LOGGING_RULES": "*=true" if by == "environment" else ""}
    loud = run(DRAW.format(is_quiet=False), **more)
    assert "ucs4 == 'Q'" in loud.stderr
    quiet = run(DRAW.format(is_quiet=True), **more)
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")


FILL = """
from PySide6.QtWidgets import QApplication, QWidget
from dialogue_notes.app.window import show_on_screen
application = QApplication(["x"])
screen = application.primaryScreen().availableGeometry()
for more in (-100, -8):
    window = QWidget()
    window.resize(screen.width() + more, screen.height() + more)
    show_on_screen(window)
    print(window.isVisible(), window.isMaximized())
"""


def test_a_screen_without_room_for_the_window_and_its_frame_is_filled() -> None:
    assert run(FILL).stdout.split() == ["True", "False", "True", "True"]


def test_without_a_screen_it_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(KnownError) as raised:
        require_screen()
    assert raised.value.code is ErrorCode.NO_SCREEN
