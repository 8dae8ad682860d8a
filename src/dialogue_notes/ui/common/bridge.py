"""From a place of work back to the screen: outcomes of tasks are handed over on the GUI thread.

In this module: `Bridge`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.place_tasks import Report, Task

T = TypeVar("T")


class Bridge(QObject):
    """Watches tasks. Nothing that was asked for before a locking is delivered after it."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def watch(
        self,
        task: Task[T],
        then: Callable[[T], None],
        failed: Callable[[KnownError], None],
        progress: Report | None = None,
    ) -> None:
        """Calls `then(value)` or `failed(error)` on the GUI thread; `progress(done, total)` on the way.

        What was cancelled calls neither. Any error but a KnownError is ours and goes to the crash window.
        """
        task.on_done(lambda done: self._arrived.emit(lambda: _deliver(done, then, failed)))
        if progress is not None:
            report = progress
            task.on_progress(
                lambda done, total: self._arrived.emit(lambda: _pass_on(task, report, done, total))
            )

    def _run(self, step: Callable[[], None]) -> None:
        step()


def _pass_on(task: Task[T], report: Report, done: int, total: int) -> None:
    if not task.is_stale:
        report(done, total)


def _deliver(task: Task[T], then: Callable[[T], None], failed: Callable[[KnownError], None]) -> None:
    if task.is_stale:
        return
    try:
        value = task.result()
    except KnownError as error:
        if error.code is not ErrorCode.CANCELLED:
            failed(error)
        return
    then(value)
