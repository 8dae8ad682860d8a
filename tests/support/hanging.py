"""A test that hangs is ended with the stacks of all its threads, and fails the run; pytest's hooks, for conftest.

pytest-timeout raises in the test, and three kinds of test outlive that: a `with` around a child goes on waiting for a
child that does not end, a main thread that does not come back from C never hears of it, and after a first failure
pytest calls its watchdogs off. So a test's children are ended before it is told, and the thread of faulthandler, which
needs no interpreter, ends the process `timeout_grace` seconds later, failure or no failure. A thread that goes on after
its test would hold up the end of the run; it fails the test.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import threading
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Protocol

import pytest
from _pytest.faulthandler import fault_handler_stderr_fd_key

_THREAD_MAY_TAKE_S = 10.0
_ENDS_AFTER = pytest.StashKey[float]()


class _Settings(Protocol):
    """What pytest-timeout knows of a test."""

    @property
    def timeout(self) -> float: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long after its timeout a test that was told to end may still take."""
    parser.addini("timeout_grace", "Seconds from a test's timeout to the end of its process", default="60")


@pytest.hookimpl(wrapper=True)
def pytest_timeout_set_timer(item: pytest.Item, settings: _Settings) -> Generator[None, object, object]:
    """pytest-timeout's alarm, after the children of the test have been ended; and the end of the process after it."""
    made = yield
    tell = signal.getsignal(signal.SIGALRM) if hasattr(signal, "SIGALRM") else None
    if callable(tell):

        def end_children_and_tell(number: int, frame: FrameType | None) -> None:
            for process_id in _descendants(os.getpid()):
                with suppress(ProcessLookupError):
                    os.kill(process_id, signal.SIGKILL)
            tell(number, frame)

        signal.signal(signal.SIGALRM, end_children_and_tell)
    item.stash[_ENDS_AFTER] = settings.timeout + float(item.config.getini("timeout_grace"))
    _watch(item)
    return made


@pytest.hookimpl(trylast=True)
def pytest_exception_interact(node: pytest.Item | pytest.Collector) -> None:
    """What a test does after its failure must end as well: the watchdog that pytest has called off is set again."""
    _watch(node)


def pytest_runtest_logfinish() -> None:
    """The test has ended."""
    faulthandler.cancel_dump_traceback_later()


def _watch(node: pytest.Item | pytest.Collector) -> None:
    after = node.stash.get(_ENDS_AFTER, None)
    if after is not None:
        faulthandler.dump_traceback_later(
            after, exit=True, file=node.config.stash[fault_handler_stderr_fd_key]
        )


def _descendants(process_id: int) -> Iterator[int]:
    with suppress(FileNotFoundError, ProcessLookupError):
        for task in Path(f"/proc/{process_id}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                yield from _descendants(int(child))
                yield int(child)


@pytest.fixture(autouse=True)
def _no_thread_goes_on() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        if not thread.daemon:
            thread.join(_THREAD_MAY_TAKE_S)
            if thread.is_alive():
                pytest.fail(f"{thread.name} goes on after the test", pytrace=False)
