"""What holds for every test: no screen unless it makes its own, and nothing said behind the program's back.

A Qt message, a log record of WARNING or above, or an exception that left a slot fails the test in which it
appeared. A test that provokes one on purpose says so: it asks for `expected_messages` and names what it waits for.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import hypothesis
import pytest

from tests.support.hanging import (  # noqa: F401 - pytest's hooks and a fixture
    _no_thread_goes_on,
    pytest_addoption,
    pytest_exception_interact,
    pytest_runtest_logfinish,
    pytest_timeout_set_timer,
)

# Shared machines have no stable clock, and a suite that passed must pass again: no deadlines, fixed examples.
hypothesis.settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.function_scoped_fixture],
)
hypothesis.settings.load_profile("house")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test listens to the machine that it runs on; those of the message bus have one of their own.
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"

# Vaults are synced to the disk at every step, and a disk takes its time; memory keeps the same order of calls.
_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
_ROOM_IN_MEMORY = 2 << 30
if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free >= _ROOM_IN_MEMORY:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def pytest_collection_finish() -> None:
    """What was imported and collected stays; going through it at every sweep of garbage would take most of its time."""
    gc.collect()
    gc.freeze()


class Messages(logging.Handler):
    """Collects what Qt and the logging module say; `expect` takes a message out that a test provoked."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"log {record.levelname} {record.name}: {record.getMessage()}")

    def expect(self, part: str) -> None:
        """Take out the messages that hold `part`; there must be one."""
        found = [message for message in self.said if part in message]
        assert found, f"nothing said {part!r}; what was said: {self.said}"
        self.said = [message for message in self.said if part not in message]


_MESSAGES = Messages()


def _listen_to_qt() -> None:
    """Hear Qt once it is there; the tests that do not need it never import it."""
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            _MESSAGES.said.append(f"Qt {kind.name}: {message}")

    qInstallMessageHandler(hear)


@pytest.fixture(scope="session", autouse=True)
def _log_is_heard() -> Iterator[None]:
    root = logging.getLogger()
    root.addHandler(_MESSAGES)
    yield
    root.removeHandler(_MESSAGES)


@pytest.fixture
def expected_messages() -> Messages:
    """For a test that provokes a message on purpose: call `expect` with a part of it."""
    return _MESSAGES


def _hear_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An exception that left a slot or an event handler: Qt goes on as if nothing had happened."""
    _MESSAGES.said.append("".join(traceback.format_exception(kind, error, trace)))


@pytest.fixture(autouse=True)
def _nothing_stray_is_said() -> Iterator[None]:
    _listen_to_qt()
    _MESSAGES.said.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "excepthook", _hear_exception)
        yield
    _listen_to_qt()
    said, _MESSAGES.said = _MESSAGES.said, []
    if said:
        pytest.fail("said behind the program's back:\n" + "\n".join(said), pytrace=False)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the settings or vaults of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        yield


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The top folder of the project."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared_data(project_root: Path) -> Path:
    """The folder of real memoranda beside the project; the test skips where it is not laid."""
    folder = project_root.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the real memoranda are not at {folder}")
    return folder
