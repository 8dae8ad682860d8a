"""The three places where work is done, so that typing never waits: a writer, a reader, and a worker process.

The vault is opened, written and closed by the writer; searches and long reads go to the reader, on a
read-only connection of its own; what burns the processor or reads a stranger's file goes to a process
without keys. Each place does one thing after the other, in the order asked for; work that asks for more in its
own place is given it at once, as part of itself.
"""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from typing import Protocol, TypeVar

from dialogue_notes.services.place_tasks import Epoch, Report, Task
from dialogue_notes.services.worker.jobs import Job
from dialogue_notes.services.worker.process import WorkerProcess

__all__ = ["InlinePlaces", "Job", "Places", "Report", "Task", "ThreadedPlaces"]

A = TypeVar("A")
T = TypeVar("T")

SWITCH_INTERVAL = 0.0005
"""Seconds after which a busy thread gives way: with Python's 0.005 one busy thread costs a key press 17 ms."""


class Places(Protocol):
    """Where work is done. One interface for the window (threads) and the command line (in line)."""

    def write(self, work: Callable[[], T]) -> Task[T]:
        """Does `work` where the vault is written: short transactions only. Once begun it is finished."""

    def write_reporting(self, work: Callable[[Report], T]) -> Task[T]:
        """As `write`, for long work (an import) that reports progress and can be cancelled when it does.

        Locking cancels it: it must be one transaction, which is then as if it had never begun.
        """

    def read(self, work: Callable[[], T], interrupt: Callable[[], None] | None = None) -> Task[T]:
        """Does `work` on the read-only side. `interrupt` stops a statement under way (`connection.interrupt`)."""

    def read_reporting(self, work: Callable[[Report], T]) -> Task[T]:
        """As `read`, for long work (a backup) that reports progress and can be cancelled when it does."""

    def compute(self, job: Job[A, T], argument: A) -> Task[T]:
        """Has the worker process do `job`. Its death is `KnownError(WORKER_FAILED)`; cancelling kills it."""

    def cancel_reads(self) -> None:
        """Cancels every read, waiting or running: a strike must not be answered with what it destroyed."""

    def bump_epoch(self) -> None:
        """For locking: what was asked for before is never delivered, and the worker process is thrown away.

        Plain writes that wait are still done, in order, so that nothing typed is lost, but their outcome is not
        delivered; work whose failure must be seen (the last save, the closing) is asked for after the bump.
        """

    def close(self) -> None:
        """Waits for the writes, drops the rest, ends the threads and the worker process."""


class ThreadedPlaces:
    """The places of the window: two threads, and one that waits for the worker process."""

    def __init__(self, worker: WorkerProcess | None = None) -> None:
        """Starts the threads. The worker process is started with its first job, or by `warm`."""
        sys.setswitchinterval(SWITCH_INTERVAL)
        self._epoch = Epoch()
        self._worker = worker or WorkerProcess()
        self._writer = _Lane("writer")
        self._reader = _Lane("reader")
        self._courier = _Lane("courier")
        self._lanes = (self._writer, self._reader, self._courier)

    def warm(self) -> None:
        """Starts the worker process ahead of its first job, without waiting for it."""
        _hand_over(self._courier, Task(self._epoch), lambda _report: self._worker.start())

    def write(self, work: Callable[[], T]) -> Task[T]:
        """See `Places.write`."""
        return _hand_over(self._writer, Task(self._epoch), lambda _report: work(), is_kept=True)

    def write_reporting(self, work: Callable[[Report], T]) -> Task[T]:
        """See `Places.write_reporting`."""
        return _hand_over(self._writer, Task(self._epoch), work)

    def read(self, work: Callable[[], T], interrupt: Callable[[], None] | None = None) -> Task[T]:
        """See `Places.read`."""
        return _hand_over(self._reader, Task(self._epoch), lambda _report: work(), interrupt)

    def read_reporting(self, work: Callable[[Report], T]) -> Task[T]:
        """See `Places.read_reporting`."""
        return _hand_over(self._reader, Task(self._epoch), work)

    def compute(self, job: Job[A, T], argument: A) -> Task[T]:
        """See `Places.compute`."""
        task: Task[T] = Task(self._epoch)

        def run(report: Report) -> T:
            return self._worker.run(job, argument, report, task.stop_if_cancelled)

        return _hand_over(self._courier, task, run, self._worker.kill)

    def cancel_reads(self) -> None:
        """See `Places.cancel_reads`."""
        self._reader.cancel_all()

    def bump_epoch(self) -> None:
        """See `Places.bump_epoch`."""
        self._epoch.bump()
        for lane in self._lanes:
            lane.cancel_all()
        self._worker.kill()

    def close(self) -> None:
        """See `Places.close`."""
        for lane in self._lanes:
            lane.cancel_all()
        for lane in self._lanes:
            lane.close()
        self._worker.close()


class InlinePlaces:
    """The places of the command line: reads and writes at once in the calling thread, jobs still in the process."""

    def __init__(self, worker: WorkerProcess | None = None) -> None:
        self._epoch = Epoch()
        self._worker = worker or WorkerProcess()

    def write(self, work: Callable[[], T]) -> Task[T]:
        """See `Places.write`."""
        return _perform(Task(self._epoch), lambda _report: work())

    def write_reporting(self, work: Callable[[Report], T]) -> Task[T]:
        """See `Places.write_reporting`."""
        return _perform(Task(self._epoch), work)

    def read(self, work: Callable[[], T], interrupt: Callable[[], None] | None = None) -> Task[T]:
        """See `Places.read`."""
        return _perform(Task(self._epoch), lambda _report: work(), interrupt)

    def read_reporting(self, work: Callable[[Report], T]) -> Task[T]:
        """See `Places.read_reporting`."""
        return _perform(Task(self._epoch), work)

    def compute(self, job: Job[A, T], argument: A) -> Task[T]:
        """See `Places.compute`."""
        return _perform(
            Task(self._epoch), lambda report: self._worker.run(job, argument, report), self._worker.kill
        )

    def cancel_reads(self) -> None:
        """Nothing waits and nothing runs while the caller is here."""

    def bump_epoch(self) -> None:
        """See `Places.bump_epoch`."""
        self._epoch.bump()
        self._worker.kill()

    def close(self) -> None:
        """See `Places.close`."""
        self._worker.close()


class _Lane:
    """One thread that does what it is given, in order."""

    def __init__(self, name: str) -> None:
        self._queue: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._cancels: dict[int, Callable[[], None]] = {}
        # A daemon, so that a crash elsewhere never leaves a process behind that waits for this thread.
        self._thread = threading.Thread(target=self._work, name=f"dialogue-notes {name}", daemon=True)
        self._thread.start()

    @property
    def is_here(self) -> bool:
        """Whether the caller is the lane's own thread."""
        return threading.current_thread() is self._thread

    def put(self, key: int, step: Callable[[], None], cancel: Callable[[], None] | None) -> None:
        """Queues a step; `cancel` is how `cancel_all` stops it, until it has been taken; None keeps it."""

        def take() -> None:
            try:
                step()
            finally:
                with self._lock:
                    self._cancels.pop(key, None)

        if cancel is not None:
            with self._lock:
                self._cancels[key] = cancel
        self._queue.put(take)

    def cancel_all(self) -> None:
        """Cancels what waits and what runs, but for what is kept."""
        with self._lock:
            cancels = list(self._cancels.values())
        for cancel in cancels:
            cancel()

    def close(self) -> None:
        """Lets the queue run empty and ends the thread."""
        self._queue.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (step := self._queue.get()) is not None:
            try:
                step()
            except BaseException:  # noqa: BLE001 - a callback broke; the place must outlive it, the hook shows it
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), self._thread)))
            del step  # a finished step holds what it worked on; it must not live on until the next one comes


def _hand_over(
    lane: _Lane,
    task: Task[T],
    work: Callable[[Report], T],
    interrupt: Callable[[], None] | None = None,
    *,
    is_kept: bool = False,
) -> Task[T]:
    """Queues `work` in `lane` as `task`; in the lane itself does it at once, for whoever waits there for its end."""
    if lane.is_here:
        return _perform(task, work, interrupt)
    lane.put(id(task), lambda: _settle(task, work, interrupt), None if is_kept else task.cancel)
    return task


def _perform(
    task: Task[T], work: Callable[[Report], T], interrupt: Callable[[], None] | None = None
) -> Task[T]:
    """Does `work` as `task` here and now."""
    _settle(task, work, interrupt)
    return task


def _settle(task: Task[T], work: Callable[[Report], T], interrupt: Callable[[], None] | None) -> None:
    if not task.begin(interrupt):
        return
    try:
        value = work(task.report)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it belongs to whoever waits for the task
        task.fail(error)
    else:
        task.succeed(value)
