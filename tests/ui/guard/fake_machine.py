"""Run as a program by tests: the login manager and the screen savers of a desktop, played on a bus of the test's.

Each line of the input names what happens; what is asked of the machine is said on the output.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import ClassInfo, Property, QCoreApplication, QObject, QSocketNotifier, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor

LOGIN, LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
SESSION_PATH = f"{LOGIN_PATH}/session/c7"
SAVERS = {
    "gnome": ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    "desktop": ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
}


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


@ClassInfo({"D-Bus Interface": f"{LOGIN}.Manager"})  # type: ignore[call-arg]  # a gap in Qt's stubs
class Manager(QObject):  # type: ignore[operator]  # the same gap
    PrepareForSleep = Signal(bool)

    @Slot(str, result=QDBusObjectPath)
    def GetSession(self, name: str) -> QDBusObjectPath:
        assert name == "c7"
        return QDBusObjectPath(SESSION_PATH)

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, _who: str, _why: str, mode: str) -> QDBusUnixFileDescriptor:
        reading, writing = os.pipe()
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(lambda: self._let_go(reading))
        handed_out = QDBusUnixFileDescriptor(writing)
        os.close(writing)
        say(f"inhibit {what} {mode}")
        return handed_out

    def _let_go(self, reading: int) -> None:
        self._notifier.setEnabled(False)
        os.close(reading)
        say("let go")


@ClassInfo({"D-Bus Interface": f"{LOGIN}.Session"})  # type: ignore[call-arg]  # a gap in Qt's stubs
class Session(QObject):  # type: ignore[operator]  # the same gap
    Lock = Signal()
    is_locked = False

    def _id(self) -> str:
        return "c7"

    def _hint(self) -> bool:
        return self.is_locked

    Id = Property(str, _id)
    LockedHint = Property(bool, _hint)


class Machine:
    def __init__(self, address: str) -> None:
        self._bus = QDBusConnection.connectToBus(address, "machine")
        self._manager, self._session = Manager(), Session()
        everything = QDBusConnection.RegisterOption.ExportAllContents
        assert self._bus.registerObject(LOGIN_PATH, self._manager, everything)
        for path in (SESSION_PATH, f"{LOGIN_PATH}/session/auto"):
            assert self._bus.registerObject(path, self._session, everything)
        for service in (LOGIN, *(service for service, _ in SAVERS.values())):
            assert self._bus.registerService(service)

    def do(self, what: str) -> None:
        """`sleep`, `wake`, `lock`, `hint on`, `hint off`, `gnome on`, `desktop off` ..."""
        match what.split():
            case ["sleep"]:
                self._manager.PrepareForSleep.emit(True)
            case ["wake"]:
                self._manager.PrepareForSleep.emit(False)
            case ["lock"]:
                self._session.Lock.emit()
            case ["hint", state]:
                self._session.is_locked = state == "on"
                arguments: list[object] = [f"{LOGIN}.Session", {}, ["LockedHint"]]
                self._send(SESSION_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged", arguments)
            case [saver, state]:
                service, path = SAVERS[saver]
                self._send(path, service, "ActiveChanged", [state == "on"])

    def _send(self, path: str, interface: str, member: str, arguments: list[object]) -> None:
        message = QDBusMessage.createSignal(path, interface, member)
        message.setArguments(arguments)
        assert self._bus.send(message)


def _do_all(machine: Machine) -> None:
    """Several lines may have come at once; the tests write whole ones."""
    for line in os.read(sys.stdin.fileno(), 1 << 16).decode().splitlines():
        machine.do(line)


def main() -> None:
    application = QCoreApplication([])
    machine = Machine(sys.argv[1])
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: _do_all(machine))
    say("ready")
    application.exec()


if __name__ == "__main__":
    main()
