"""The parent's end of the worker process: starts it, hands it one job at a time, kills and replaces it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

import msgspec

import dialogue_notes
from dialogue_notes.errors import BugError, ErrorCode, KnownError
from dialogue_notes.services.place_tasks import Report
from dialogue_notes.services.worker import wire
from dialogue_notes.services.worker.encoding import decode, encode
from dialogue_notes.services.worker.jobs import Job

A = TypeVar("A")
T = TypeVar("T")

WORKER_FLAG = "--worker-process"
"""The hidden first argument that makes the program the worker; see `dialogue_notes.__main__`."""

_KEPT_ENVIRONMENT = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "XDG_DATA_HOME",
    "XDG_DATA_DIRS",
    "SYSTEMROOT",
)
"""What the process needs to find its libraries and the fonts; nothing else of ours reaches it."""


class WorkerProcess:
    """One process without keys, started when needed. `run` is called from one thread, `kill` from any."""

    def __init__(self, command: Sequence[str] | None = None) -> None:
        """`command` starts the process; without one, this very program as its own worker."""
        self._command = command or _own_command()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_used = False
        self._is_busy = False
        self._end_reason: KnownError | None = None

    @property
    def pid(self) -> int | None:
        """The process id while a process is there."""
        with self._lock:
            return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Starts the process if there is none that lives.

        The calling thread must live as long as the process is wanted: the system kills the process with it.
        Raises `KnownError(WORKER_FAILED)` when it cannot be started.
        """
        with self._lock:
            self._start_if_needed()

    def run(self, job: Job[A, T], argument: A, report: Report, check: Callable[[], None] = lambda: None) -> T:
        """Has the process do `job` and returns the decoded result.

        `check` raises when the job is no longer wanted; it is called once `kill` would find the job under way,
        so that a cancellation at any moment is seen by one of the two.

        Raises the `KnownError` that the job raised; `KnownError(WORKER_FAILED)` when the process died,
        took longer than `job.seconds` or answered nonsense; `KnownError(CANCELLED)` after `kill`, or what
        `report` raised; `BugError` when our own code in the process broke.
        """
        request = wire.Request(job.name, msgspec.Raw(encode(argument)), job.mebibytes)
        process = self._take(fresh=job.untrusted)
        timer = threading.Timer(job.seconds, self._kill_late, (process, job.name))
        timer.daemon = True
        timer.start()
        is_fit_for_more = False
        try:
            check()
            outcome = _converse(process, request, report)
            # A process that has read a stranger's file is never trusted with another job.
            is_fit_for_more = not job.untrusted
        except wire.PipeError as error:
            raise self._death(process, job.name) from error
        finally:
            timer.cancel()
            self._give_back(process, is_fit_for_more=is_fit_for_more)
        return _unpack(outcome, job)

    def kill(self) -> None:
        """Ends the process at once, and with it every text it held. The next job starts a new one."""
        with self._lock:
            process, self._process = self._process, None
            if process is None:
                return
            process.kill()
            if self._is_busy:
                self._end_reason = KnownError(ErrorCode.CANCELLED)
            else:
                _bury(process)

    def close(self) -> None:
        """Ends the process, for the end of the program."""
        self.kill()

    def _take(self, *, fresh: bool) -> subprocess.Popen[bytes]:
        """A living process to talk to; with `fresh`, one that has never been given anything."""
        with self._lock:
            if fresh and self._is_used and self._process is not None:
                _bury(self._process)
                self._process = None
            process = self._start_if_needed()
            self._is_used = self._is_busy = True
            self._end_reason = None
            return process

    def _give_back(self, process: subprocess.Popen[bytes], *, is_fit_for_more: bool) -> None:
        with self._lock:
            self._is_busy = False
            if self._process is process and is_fit_for_more and self._end_reason is None:
                return
            if self._process is process:
                self._process = None
        _bury(process)

    def _start_if_needed(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        if self._process is not None:
            _bury(self._process)
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # libraries may quote what they read
                env=_environment(),
                cwd=Path(
                    sys.executable
                ).anchor,  # a folder that is always there and that nothing is read from
                start_new_session=True,  # Ctrl+C at the terminal is for us, not for it
            )
        except OSError as error:
            raise KnownError(ErrorCode.WORKER_FAILED, detail=f"not started: {error.strerror}") from error
        self._is_used = False
        return self._process

    def _kill_late(self, process: subprocess.Popen[bytes], job: str) -> None:
        with self._lock:
            if self._process is process and self._is_busy:
                self._end_reason = KnownError(ErrorCode.WORKER_FAILED, detail=f"{job}: it took too long")
                process.kill()

    def _death(self, process: subprocess.Popen[bytes], job: str) -> KnownError:
        """The error for a process that no longer answers, or not in its language."""
        with self._lock:
            if self._end_reason is not None:
                return self._end_reason
        process.kill()  # does nothing to one that has ended by itself, whose ending is told
        return KnownError(ErrorCode.WORKER_FAILED, detail=f"{job}: {_ending(process.wait())}")


def _converse(
    process: subprocess.Popen[bytes], request: wire.Request, report: Report
) -> wire.Done | wire.Failed | wire.Broke:
    """Sends the request and passes on progress until the outcome is there."""
    wire.write_frame(cast(BinaryIO, process.stdin), request)
    while isinstance(reply := wire.read_reply(cast(BinaryIO, process.stdout)), wire.Progress):
        report(reply.done, reply.total)
    return reply


def _unpack(outcome: wire.Done | wire.Failed | wire.Broke, job: Job[A, T]) -> T:
    """The result of a job, or its error."""
    match outcome:
        case wire.Done(result):
            try:
                return decode(result, job.result_type)
            except msgspec.MsgspecError:  # its message may quote the answer
                detail = f"{job.name}: an answer of the wrong shape"
                raise KnownError(ErrorCode.WORKER_FAILED, detail=detail) from None
        case wire.Failed(code, details):
            if code in set(ErrorCode):
                raise KnownError(ErrorCode(code), **details)
            raise KnownError(ErrorCode.WORKER_FAILED, detail=f"{job.name}: an unknown error")
        case wire.Broke(kind, where):
            raise BugError(ErrorCode.BUG, detail=f"{job.name}: {kind} at {where}")


def _bury(process: subprocess.Popen[bytes]) -> None:
    """Ends a process for good and closes its pipes."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):  # what was still to be sent finds nobody
                pipe.close()
    process.wait()


def _ending(status: int) -> str:
    """How a process ended, in words."""
    return f"ended by signal {-status}" if status < 0 else f"ended with status {status}"


def _own_command() -> Sequence[str]:
    """How to start this program as the worker: from a package as itself, else by this very Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG]
    # -P: nothing from the current folder; -s: nothing from the user's own packages; -B: writes no file.
    return [sys.executable, "-P", "-s", "-B", "-m", "dialogue_notes", WORKER_FLAG]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    return {**kept, "PYTHONPATH": _package_folder()}


def _package_folder() -> str:
    """The folder that holds our package, so that the process runs the same code as we do."""
    return str(Path(dialogue_notes.__file__).resolve().parent.parent)
