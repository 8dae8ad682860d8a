"""What tests of the places of work share: places with a real process, and work that waits to be let through."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.places import Task

SOON = 30  # seconds: far more than anything here takes, so that a hang is a failure


class Gate:
    """Work that has begun and goes on only when it is let through."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self._open = threading.Event()

    def __call__(self) -> str:
        self.begun.set()
        assert self._open.wait(SOON)
        return "through"

    def let_through(self) -> None:
        assert self.begun.wait(SOON)
        self._open.set()


def code_of(task: Task[object] | Task[str] | Task[int] | Task[None]) -> ErrorCode:
    with pytest.raises(KnownError) as caught:
        task.result(SOON)
    return caught.value.code


def fail(error: Exception) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work
