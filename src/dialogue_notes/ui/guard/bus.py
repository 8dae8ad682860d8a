"""One message bus of the system, spoken to over its local socket and over nothing else.

The only module that knows Qt's D-Bus. What goes out is a handful of fixed calls; nothing of a vault is in them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from enum import StrEnum
from itertools import count
from typing import Final

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

_LOCAL: Final = "unix:"
_SYSTEM_SOCKET: Final = "unix:path=/run/dbus/system_bus_socket"
_numbers = count(1)

Answer = Callable[[QDBusMessage | None], None]


class BusKind(StrEnum):
    """Which bus: of the machine, or of the person's session."""

    SYSTEM = "system"
    SESSION = "session"


def address_of(kind: BusKind, environment: Mapping[str, str] = os.environ) -> str:
    """Where the bus is; empty when there is none, or when it is not a local socket.

    Other kinds of address reach over a network or start a program (D-Bus specification, "Server Addresses").
    """
    if kind is BusKind.SYSTEM:
        address = environment.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM_SOCKET
    else:
        folder = environment.get("XDG_RUNTIME_DIR", "")
        address = environment.get("DBUS_SESSION_BUS_ADDRESS") or (
            f"{_LOCAL}path={folder}/bus" if folder else ""
        )
    return address if all(each.startswith(_LOCAL) for each in address.split(";")) else ""


class Bus(QObject):
    """A connection of its own. Without a bus it is quietly unconnected, and calls are answered with None."""

    def __init__(self, kind: BusKind, parent: QObject) -> None:
        super().__init__(parent)
        self._name = f"dialogue-notes {kind} {next(_numbers)}"
        address = address_of(kind)
        self._connection = QDBusConnection.connectToBus(address, self._name) if address else None
        self._ears: list[_Ear] = []

    @property
    def is_connected(self) -> bool:
        """Whether there is a bus."""
        return self._connection is not None and self._connection.isConnected()

    def listen(self, service: str, path: str, signal: str, heard: Callable[[list[object]], None]) -> None:
        """Has `heard` called with the arguments of `signal` ("interface.member"); an empty path is any."""
        if self._connection is None or not self.is_connected:
            return
        ear = _Ear(self, heard)
        self._ears.append(ear)
        interface, _, member = signal.rpartition(".")
        slot = SLOT("hear(QDBusMessage)")
        self._connection.connect(service, path, interface, member, ear, slot)  # type: ignore[call-overload]  # SLOT gives a str, the stubs want bytes

    def call(self, service: str, path: str, method: str, arguments: list[object], then: Answer) -> None:
        """Calls `method` ("interface.member"); `then` gets the answer, None where there is none."""
        if self._connection is None or not self.is_connected:
            then(None)
            return
        interface, _, member = method.rpartition(".")
        message = QDBusMessage.createMethodCall(service, path, interface, member)
        message.setAutoStartService(False)
        message.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._connection.asyncCall(message), self)

        def answered(done: QDBusPendingCallWatcher) -> None:
            reply = done.reply()
            done.deleteLater()
            then(reply if reply.type() is QDBusMessage.MessageType.ReplyMessage else None)

        watcher.finished.connect(answered)

    def close(self) -> None:
        """Hangs up."""
        self._ears.clear()
        self._connection = None
        QDBusConnection.disconnectFromBus(self._name)


class _Ear(QObject):
    """Where Qt delivers one signal of the bus."""

    def __init__(self, parent: QObject, heard: Callable[[list[object]], None]) -> None:
        super().__init__(parent)
        self._heard = heard

    @Slot(QDBusMessage)
    def hear(self, message: QDBusMessage) -> None:
        """For Qt."""
        self._heard(message.arguments())
