"""What a place of work hands back at once for work that will be done later: a task, stamped with its epoch."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import Enum, auto
from typing import Generic, TypeVar, cast

from dialogue_notes.errors import ErrorCode, KnownError

T = TypeVar("T")
U = TypeVar("U")

Report = Callable[[int, int], None]
"""`report(done, total)`: says how far long work has come; raises `KnownError(CANCELLED)` once it is unwanted."""


class Epoch:
    """The count of lockings. Whatever was asked for in an earlier epoch is not delivered in a later one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._current = 0

    @property
    def current(self) -> int:
        """The epoch that new tasks are stamped with."""
        return self._current

    def bump(self) -> None:
        """Makes every task that exists stale."""
        with self._lock:
            self._current += 1


class _State(Enum):
    WAITING = auto()
    RUNNING = auto()
    SETTLED = auto()


class Task(Generic[T]):
    """Work under way in a place: to be watched, waited for or cancelled.

    Callbacks run in the thread of the place that did the work (or in the caller's, when the task is settled
    already), so a window must hand them on to its own thread, and there look at `is_stale` once more: the
    vault may have been locked while the message was on its way.
    """

    def __init__(self, clock: Epoch, epoch: int | None = None) -> None:
        self._clock = clock
        self._epoch = clock.current if epoch is None else epoch
        self._lock = threading.RLock()
        self._settled = threading.Event()
        self._state = _State.WAITING
        self._is_cancelled = False
        self._value: T | None = None
        self._error: BaseException | None = None
        self._interrupt: Callable[[], None] | None = None
        self._done_callbacks: list[Callable[[Task[T]], None]] = []
        self._progress_callbacks: list[Report] = []
        self._followers: list[Callable[[], None]] = []

    @property
    def epoch(self) -> int:
        """The epoch in which the work was asked for."""
        return self._epoch

    @property
    def is_stale(self) -> bool:
        """Whether the vault was locked since: the result must not be looked at."""
        return self._epoch != self._clock.current

    @property
    def is_done(self) -> bool:
        """Whether the work has ended, well or badly."""
        return self._settled.is_set()

    def on_done(self, callback: Callable[[Task[T]], None]) -> None:
        """Calls `callback(task)` once the work has ended; never if the task is stale by then.

        The callback takes the value from `task.result()`, which then returns or raises at once.
        """
        with self._lock:
            if self._state is not _State.SETTLED:
                self._done_callbacks.append(callback)
                return
        if not self.is_stale:
            callback(self)

    def on_settled(self, follower: Callable[[], None]) -> None:
        """For chains: calls `follower()` once the work has ended, even if the task is stale by then."""
        with self._lock:
            if self._state is not _State.SETTLED:
                self._followers.append(follower)
                return
        follower()

    def on_progress(self, callback: Report) -> None:
        """Calls `callback(done, total)` each time the work reports; never once the task is stale."""
        with self._lock:
            self._progress_callbacks.append(callback)

    def cancel(self) -> None:
        """Asks for the work to stop: waiting work is never begun, running work stops where it can be stopped.

        A short transaction that has begun is finished and delivered. Otherwise `result` raises
        `KnownError(CANCELLED)`.
        """
        with self._lock:
            self._is_cancelled = True
            if self._state is _State.RUNNING and self._interrupt is not None:
                self._interrupt()
            waited = self._state is _State.WAITING
        if waited:
            self.fail(KnownError(ErrorCode.CANCELLED))

    def result(self, timeout: float | None = None) -> T:
        """Waits for the end of the work and returns its value. Never to be waited for in a window's thread.

        Raises what the work raised; `KnownError(CANCELLED)` when it was cancelled or is stale;
        `TimeoutError` after `timeout` seconds.
        """
        if not self._settled.wait(timeout):
            raise TimeoutError
        if self.is_stale:
            self._value = self._error = None
            raise KnownError(ErrorCode.CANCELLED)
        if self._error is not None:
            raise self._error
        return cast(T, self._value)

    def then(self, next_step: Callable[[T], Task[U]]) -> Task[U]:
        """One task for this work and what follows from it, in whatever place: `read(...).then(compute...)`.

        `next_step` gets the value in the thread of this task's place and must only hand on work. An error
        skips it. Cancelling the whole cancels the step that is under way.
        """
        return _Chain(self._clock, self, next_step)

    def begin(self, interrupt: Callable[[], None] | None = None) -> bool:
        """For places: marks the work as running; False when it was cancelled before.

        `interrupt` is called by `cancel` while the work runs, under the task's lock: it must not block.
        """
        with self._lock:
            if self._state is not _State.WAITING:
                return False
            self._state = _State.RUNNING
            self._interrupt = interrupt
            return True

    def report(self, done: int, total: int) -> None:
        """For work: says how far it has come; raises `KnownError(CANCELLED)` when it should stop."""
        self.stop_if_cancelled()
        for callback in tuple(self._progress_callbacks):
            if not self.is_stale:
                callback(done, total)

    def stop_if_cancelled(self) -> None:
        """For work that has nothing to report: raises `KnownError(CANCELLED)` when it should stop."""
        if self._is_cancelled:
            raise KnownError(ErrorCode.CANCELLED)

    def succeed(self, value: T) -> None:
        """For places: ends the work with its value."""
        self._settle(value, None)

    def fail(self, error: BaseException) -> None:
        """For places: ends the work with what it raised; after a cancel that is always `CANCELLED`."""
        self._settle(None, KnownError(ErrorCode.CANCELLED) if self._is_cancelled else error)

    def _settle(self, value: T | None, error: BaseException | None) -> None:
        with self._lock:
            if self._state is _State.SETTLED:
                return
            self._state = _State.SETTLED
            self._interrupt = None
            if not self.is_stale:
                self._value, self._error = value, error
            followers, callbacks = self._followers, self._done_callbacks
            self._followers, self._done_callbacks = [], []
            self._settled.set()
        for follow in followers:
            follow()
        for callback in callbacks:
            if not self.is_stale:
                callback(self)


class _Chain(Task[U]):
    """Two tasks in a row, seen as one; it is as old as the first."""

    def __init__(self, clock: Epoch, first: Task[T], next_step: Callable[[T], Task[U]]) -> None:
        super().__init__(clock, first.epoch)
        self.begin()
        self._cancel_step: Callable[[], None] = first.cancel
        first.on_progress(self._pass_on)
        first.on_settled(lambda: self._go_on(first, next_step))

    def cancel(self) -> None:
        """Cancels the step that is under way, and with it the whole."""
        with self._lock:
            self._is_cancelled = True
            cancel_step = self._cancel_step
        cancel_step()

    def _go_on(self, first: Task[T], next_step: Callable[[T], Task[U]]) -> None:
        try:
            value = first.result()
            self.stop_if_cancelled()
            following = next_step(value)
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits for the whole
            self.fail(error)
            return
        with self._lock:
            self._cancel_step = following.cancel
            # Locked or cancelled while the step was asked for: it does not know that yet.
            is_unwanted = self._is_cancelled or self.is_stale
        following.on_progress(self._pass_on)
        following.on_settled(lambda: self._end_with(following))
        if is_unwanted:
            following.cancel()

    def _end_with(self, last: Task[U]) -> None:
        try:
            value = last.result()
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits for the whole
            self.fail(error)
        else:
            self.succeed(value)

    def _pass_on(self, done: int, total: int) -> None:
        if not self._is_cancelled:
            self.report(done, total)
