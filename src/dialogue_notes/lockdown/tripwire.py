"""A tripwire inside Python: any attempt at the network, by whatever library, raises where it is made.

It is no wall (code in C does not pass it); it finds the mistake, names its place, and holds on every system.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from typing import Any, Final

from dialogue_notes.lockdown.enforcement import Guard, Measure

_AF_UNIX: Final = 1
_REFUSED_IMPORTS: Final = frozenset({"PySide6.QtNetwork"})
_LOOKS_UP_NAMES: Final = ("getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo", "getservbyname")
_REFUSED_EVENTS: Final = frozenset(
    {
        *(f"socket.{name}" for name in _LOOKS_UP_NAMES),
        *(f"{module}.connect" for module in ("ftplib", "http.client", "imaplib", "poplib", "smtplib")),
        "urllib.Request",
        "webbrowser.open",
        "cpython.remote_debugger_script",  # from Python 3.14 on: a script pushed in by another process
    }
)


class NetworkRefusedError(PermissionError):
    """Something in this process tried to use the network."""

    def __init__(self, event: str) -> None:
        super().__init__(errno.EPERM, f"dialogue-notes uses no network ({event})")


def lay() -> Measure:
    """Lays the tripwire, for the life of the process (an audit hook cannot be taken away)."""
    sys.addaudithook(_watch)
    return Measure(
        Guard.AUDIT_HOOK, is_in_force=True, words="any Python code that reaches for the network is stopped"
    )


def _refuse_unless_unix(event: str, arguments: tuple[Any, ...]) -> None:
    """For `socket.__new__(self, family, type, protocol)`."""
    if arguments[1] != _AF_UNIX:
        raise NetworkRefusedError(event)


def _refuse_unless_unix_socket(event: str, arguments: tuple[Any, ...]) -> None:
    """For calls on a socket, which may have come from a descriptor of any family."""
    if arguments[0].family != _AF_UNIX:
        raise NetworkRefusedError(event)


def _refuse_modules(event: str, arguments: tuple[Any, ...]) -> None:
    """For `import(module, ...)`."""
    if arguments[0] in _REFUSED_IMPORTS:
        raise NetworkRefusedError(f"{event} {arguments[0]}")


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    raise NetworkRefusedError(event)


_CHECKS: Final[dict[str, Callable[[str, tuple[Any, ...]], None]]] = {
    "socket.__new__": _refuse_unless_unix,
    "import": _refuse_modules,
    **dict.fromkeys(
        ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"), _refuse_unless_unix_socket
    ),
    **dict.fromkeys(_REFUSED_EVENTS, _refuse),
}


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """The hook itself: called for every audited event of the interpreter, so it looks nothing up but the name."""
    check = _CHECKS.get(event)
    if check is not None:
        check(event, arguments)
