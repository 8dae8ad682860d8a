"""Linux: the login manager tells of sleep and of locked sessions, the desktop of its screen saver, over D-Bus.

Interfaces: org.freedesktop.login1(5); the desktops' ScreenSaver interfaces, which differ in name only.
"""

from __future__ import annotations

import os
from typing import Final

from PySide6.QtDBus import QDBusMessage, QDBusObjectPath, QDBusVariant

from dialogue_notes.ui.guard.bus import Bus, BusKind
from dialogue_notes.ui.guard.watching import SCREEN, SLEEP, SystemWatch, Watch

_BUS: Final = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
_LOGIN: Final = "org.freedesktop.login1"
_LOGIN_PATH: Final = "/org/freedesktop/login1"
_MANAGER: Final = f"{_LOGIN}.Manager"
_SESSION: Final = f"{_LOGIN}.Session"
_GET: Final = "org.freedesktop.DBus.Properties.Get"
_SAVERS: Final = {
    "org.gnome.ScreenSaver": "GNOME",
    "org.freedesktop.ScreenSaver": "the desktop",
    "org.cinnamon.ScreenSaver": "Cinnamon",
    "org.mate.ScreenSaver": "MATE",
}


class BusWatch(SystemWatch):
    """Hears both buses. While a vault is open it holds a delay inhibitor, so that the machine sleeps after closing."""

    def __init__(self) -> None:
        super().__init__()
        self._system: Bus | None = None
        self._session: Bus | None = None
        self._services: set[str] = set()
        self._knows_session = False
        self._is_held = False
        self._inhibitor: QDBusMessage | None = (
            None  # the descriptor in it is the inhibitor; dropping it lets go
        )

    def begin(self) -> None:
        """See `SystemWatch.begin`."""
        self._system, self._session = Bus(BusKind.SYSTEM, self), Bus(BusKind.SESSION, self)
        self._system.listen(_LOGIN, _LOGIN_PATH, f"{_MANAGER}.PrepareForSleep", self._heard_state)
        for service in _SAVERS:
            self._session.listen(service, "", f"{service}.ActiveChanged", self._heard_state)
        self._find_session()
        if self._is_held:
            self.hold_sleep()
        self.look()

    def end(self) -> None:
        """See `SystemWatch.end`."""
        self.let_sleep()
        for bus in (self._system, self._session):
            if bus is not None:
                bus.close()
        self._system = self._session = None

    def hold_sleep(self) -> None:
        """See `SystemWatch.hold_sleep`."""
        self._is_held = True
        if self._inhibitor is None and self._system is not None:
            why = ["sleep", "dialogue-notes", "An open vault is closed first", "delay"]
            self._system.call(_LOGIN, _LOGIN_PATH, f"{_MANAGER}.Inhibit", list(why), self._take_inhibitor)

    def let_sleep(self) -> None:
        """See `SystemWatch.let_sleep`."""
        self._is_held = False
        self._inhibitor = None

    def look(self) -> None:
        """See `SystemWatch.look`."""
        for bus in (self._system, self._session):
            if bus is not None:
                bus.call(*_BUS, f"{_BUS[0]}.ListNames", [], self._take_names)

    def watches(self) -> tuple[Watch, ...]:
        """See `SystemWatch.watches`."""
        if self._system is None or not self._system.is_connected:
            sleep = Watch(
                SLEEP, is_kept=False, words="there is no system bus to tell of it; locks when it wakes"
            )
        elif _LOGIN in self._services:
            sleep = Watch(SLEEP, is_kept=True, words="the login manager waits until the vault is closed")
        else:
            sleep = Watch(SLEEP, is_kept=False, words="no login manager tells of it; locks when it wakes")
        return sleep, self._screen_watch()

    def _screen_watch(self) -> Watch:
        tellers = [words for service, words in _SAVERS.items() if service in self._services]
        if self._knows_session:
            tellers.append("the login manager")
        if tellers:
            return Watch(SCREEN, is_kept=True, words=f"told by {' and '.join(tellers)}")
        has_bus = self._session is not None and self._session.is_connected
        why = (
            "no screen lock speaks on the session bus" if has_bus else "there is no session bus to tell of it"
        )
        return Watch(SCREEN, is_kept=False, words=why)

    def _find_session(self) -> None:
        """Asks for the login session that this program runs in, or else its person's."""
        if self._system is not None:
            wanted: list[object] = [_SESSION, "Id"]
            self._system.call(_LOGIN, f"{_LOGIN_PATH}/session/auto", _GET, wanted, self._take_session_id)

    def _take_session_id(self, reply: QDBusMessage | None) -> None:
        name = _value(reply) or os.environ.get("XDG_SESSION_ID", "")
        if self._system is not None and isinstance(name, str) and name:
            self._system.call(_LOGIN, _LOGIN_PATH, f"{_MANAGER}.GetSession", [name], self._take_session)

    def _take_session(self, reply: QDBusMessage | None) -> None:
        path = _value(reply)
        if self._system is None or not isinstance(path, QDBusObjectPath):
            return
        self._knows_session = True
        self._system.listen(_LOGIN, path.path(), f"{_SESSION}.Lock", lambda _nothing: self.away.emit())
        changed = "org.freedesktop.DBus.Properties.PropertiesChanged"
        self._system.listen(_LOGIN, path.path(), changed, lambda _what: self._ask_hint(path.path()))
        self.changed.emit()

    def _ask_hint(self, path: str) -> None:
        """What changed comes in a dictionary of variants; asking for the one property is simpler to read."""
        if self._system is not None:
            wanted: list[object] = [_SESSION, "LockedHint"]
            self._system.call(_LOGIN, path, _GET, wanted, self._take_hint)

    def _take_hint(self, reply: QDBusMessage | None) -> None:
        if _value(reply) is True:
            self.away.emit()

    def _take_inhibitor(self, reply: QDBusMessage | None) -> None:
        if self._is_held:
            self._inhibitor = reply

    def _take_names(self, reply: QDBusMessage | None) -> None:
        names = _value(reply)
        if isinstance(names, list):
            known = {_LOGIN, *_SAVERS}
            self._services = (self._services - known) | {each for each in names if each in known}
        self.changed.emit()

    def _heard_state(self, arguments: list[object]) -> None:
        """True: the machine is about to sleep, or the screen saver is on. False: it is over."""
        if arguments and arguments[0] is True:
            self.away.emit()


def _value(reply: QDBusMessage | None) -> object:
    """The first value of an answer; None without one."""
    values: list[object] = reply.arguments() if reply is not None else []
    if not values:
        return None
    return values[0].variant() if isinstance(values[0], QDBusVariant) else values[0]
