"""Opens the window and runs it to its end."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QSize
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_notes.app.compose import Composition, Where
from dialogue_notes.app.crash import BugWatch, bugs_told_to
from dialogue_notes.app.signals import signals_end_with
from dialogue_notes.cli.outcomes import OpenWindow
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.lockdown.enforcement import Enforcement
from dialogue_notes.paths import default_vault_folder, settings_folder
from dialogue_notes.services.places import ThreadedPlaces
from dialogue_notes.ui.common.clipboard import ClipboardGuard
from dialogue_notes.ui.window.crash import CrashWindow

_FRAME = QSize(16, 48)
"""What a frame and its title take at most, in pixels; they are not known before the window is on the screen."""

_BUS = "DBUS_SESSION_BUS_ADDRESS"


def run(_wanted: OpenWindow, enforcement: Enforcement) -> int:
    """The whole life of the window; the exit code. Raises KnownError: NO_SCREEN, NETWORK_NOT_BLOCKED."""
    require_screen()
    enforcement.require()
    application = make_application()
    places = ThreadedPlaces()
    composition = Composition(
        application, enforcement, places, Where(settings_folder(), default_vault_folder())
    )
    show_on_screen(composition.window)
    places.warm()
    return live(composition)


def show_on_screen(window: QWidget) -> None:
    """Shows a window at its own size, or filling a screen that has no room for it and its frame: a frame is drawn
    around what was asked for, and would push the foot of the record below the edge.
    """
    room = window.screen().availableGeometry().size() - _FRAME
    if window.width() <= room.width() and window.height() <= room.height():
        window.show()
    else:
        window.showMaximized()


def live(composition: Composition) -> int:
    """Runs the event loop until the window is left, and everything to its end after that; the exit code."""
    bugs = BugWatch(composition.office, CrashWindow(composition.window))
    # The signals are held until the vault is closed: a second Ctrl+C must not cut the last save short.
    with signals_end_with(QApplication.exit):
        try:
            with bugs_told_to(bugs):
                return QApplication.exec()
        finally:
            composition.close()


def make_application() -> QApplication:
    """The one application object, with the clipboard watched."""
    start_no_bus()
    keep_qt_quiet()
    application = QApplication(["dialogue-notes"])
    application.setApplicationName("dialogue-notes")
    application.setDesktopFileName("dialogue-notes")
    ClipboardGuard(application)
    return application


def start_no_bus() -> None:
    """Where there is no session bus, libdbus, which Qt asks, would start one through a program of its own.

    It looks for the address in the environment, then for a socket in the folder of the person's session.
    """
    if not os.environ.get(_BUS) and not Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), "bus").exists():
        os.environ[_BUS] = "disabled:"


def keep_qt_quiet() -> None:
    """Asked by the environment or a file of settings, Qt would spell each text that it draws on standard error.

    Warnings and errors are still said; they name no text.
    """
    for name in ("QT_LOGGING_RULES", "QT_LOGGING_CONF"):
        os.environ.pop(name, None)
    QLoggingCategory.setFilterRules("*.debug=false\n*.info=false")


def require_screen() -> None:
    """Raises KnownError(NO_SCREEN) where Qt would abort: on X11 and Wayland without a display."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise KnownError(ErrorCode.NO_SCREEN)
