"""A screen of our own (Xvfb) and a keyboard on it (the XTEST extension, by way of Xlib).

Keys go the whole way that a person's keys go: the X server, Qt's platform plug-in, its event queue. A key that a
test tool puts straight into a widget leaves out all three. XTEST is called in this process rather than through
xdotool, for starting a program costs more than what is measured.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = "1280x800x24"

_SHIFTED = {":": "semicolon", "?": "slash"}
_NAMED = {" ": "space", "\n": "Return", "/": "slash"}


@contextmanager
def screen() -> Iterator[str]:
    """Starts Xvfb on a display that is free, and yields its name; ends it afterwards."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


class Keyboard:
    """Presses keys on the display named in the environment."""

    def __init__(self) -> None:
        self._xlib = ctypes.CDLL("libX11.so.6")
        self._xtest = ctypes.CDLL("libXtst.so.6")
        self._xlib.XOpenDisplay.restype = ctypes.c_void_p
        self._xlib.XStringToKeysym.restype = ctypes.c_ulong
        display = self._xlib.XOpenDisplay(None)
        if not display:
            message = "there is no X display"
            raise OSError(message)
        self._display = ctypes.c_void_p(display)
        self._codes: dict[str, int] = {}

    def press(self, letter: str) -> None:
        """Presses and releases the key of a letter or of a named key (`Prior`)."""
        is_shifted = letter in _SHIFTED or (len(letter) == 1 and letter.isupper())
        shift = self._code("Shift_L") if is_shifted else None
        code = self._code(_SHIFTED.get(letter, _NAMED.get(letter, letter)))
        if shift is not None:
            self._fake(shift, is_down=True)
        self._fake(code, is_down=True)
        self._fake(code, is_down=False)
        if shift is not None:
            self._fake(shift, is_down=False)
        self._xlib.XFlush(self._display)

    def press_with_control(self, letter: str) -> None:
        """Presses and releases a letter's key while Ctrl is held down."""
        control = self._code("Control_L")
        self._fake(control, is_down=True)
        self.press(letter)
        self._fake(control, is_down=False)
        self._xlib.XFlush(self._display)

    def _code(self, name: str) -> int:
        if name not in self._codes:
            keysym = ctypes.c_ulong(self._xlib.XStringToKeysym(name.encode("ascii")))
            self._codes[name] = self._xlib.XKeysymToKeycode(self._display, keysym)
        return self._codes[name]

    def _fake(self, code: int, *, is_down: bool) -> None:
        self._xtest.XTestFakeKeyEvent(self._display, code, int(is_down), 0)
