"""The tripwire by itself, without the kernel's filter, as on a system that has none."""

from __future__ import annotations

import pytest

from tests.lockdown.children import run

LAY = """
from dialogue_notes.lockdown import tripwire
import socket
ready_made = socket.socket()
tripwire.lay()
def attempt(what):
    try:
        what()
    except tripwire.NetworkRefusedError as error:
        print(error)
    else:
        print("possible")
"""


@pytest.mark.parametrize(
    ("attempt", "event"),
    [
        ("socket.socket()", "socket.__new__"),
        ("socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)", "socket.__new__"),
        ("socket.create_connection(('127.0.0.1', 9))", "socket.getaddrinfo"),
        ("socket.gethostbyname('localhost')", "socket.gethostbyname"),
        ("ready_made.connect(('127.0.0.1', 9))", "socket.connect"),
        ("ready_made.bind(('127.0.0.1', 0))", "socket.bind"),
        ("ready_made.sendto(b'', ('127.0.0.1', 9))", "socket.sendto"),
        ("__import__('urllib.request').request.urlopen('http://127.0.0.1:9')", "urllib.Request"),
        ("__import__('webbrowser').GenericBrowser('true').open('http://127.0.0.1:9')", "webbrowser.open"),
        ("__import__('PySide6.QtNetwork')", "import PySide6.QtNetwork"),
    ],
)
def test_reaching_for_the_network_raises_where_it_is_done(attempt: str, event: str) -> None:
    done = run(LAY, f"attempt(lambda: {attempt})", "ready_made.close()")
    assert done.stdout == f"[Errno 1] dialogue-notes uses no network ({event})\n", done.stderr


def test_local_sockets_pass() -> None:
    code = """
    left, right = socket.socketpair()
    left.close(); right.close(); ready_made.close()
    with socket.socket(socket.AF_UNIX) as local:
        local.bind("")
    """
    done = run(LAY, code)
    assert (done.returncode, done.stderr) == (0, "")
