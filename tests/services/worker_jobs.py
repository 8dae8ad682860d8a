"""A worker process with the jobs of the tests: some well-behaved, most not."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Suggestion
from dialogue_notes.domain.sanitised import SanitisedSummary
from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.lockdown import libc
from dialogue_notes.lockdown.start import lock_down
from dialogue_notes.services.place_tasks import Report
from dialogue_notes.services.worker.child import serve
from dialogue_notes.services.worker.jobs import Job

COMMAND = (sys.executable, __file__)

SECRET = "told in confidence"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the process has about it."""

    pid: int
    environment: tuple[str, ...]
    descriptors: tuple[str, ...]
    folder: str


def _open_files() -> dict[int, str]:
    """What each open descriptor leads to; that of the listing itself is gone by then."""
    found = {}
    for entry in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            found[int(entry.name)] = str(entry.readlink())
    return found


def _echo(argument: Any, _report: Report) -> Any:
    return argument


def _count(steps: int, report: Report) -> int:
    for step in range(steps):
        report(step + 1, steps)
    return steps


def _hang(_argument: int, report: Report) -> int:
    report(0, 1)
    signal.pause()
    return 0


def _die(how: int, _report: Report) -> int:
    if how < 0:
        signal.signal(signal.SIGSEGV, signal.SIG_DFL)
        ctypes.string_at(0)
    os._exit(how)


def _raise_known(path: str, _report: Report) -> int:
    raise KnownError(ErrorCode.FILE_NOT_UNDERSTOOD, path=path, place="line 3", detail="a date was expected")


def _raise_unknown(_argument: int, _report: Report) -> int:
    raise ValueError(SECRET)


def _chatter(_argument: int, _report: Report) -> int:
    sys.stdout.write("a library prints\n")
    sys.stdout.flush()
    os.write(1, b"and another does")
    os.write(2, SECRET.encode())
    return len(os.read(0, 1))


def _fill(mebibytes: int, _report: Report) -> int:
    return len(bytearray(mebibytes << 20))


def _look_round(_argument: int, _report: Report) -> Surroundings:
    return Surroundings(os.getpid(), tuple(os.environ), tuple(_open_files().values()), str(Path.cwd()))


def _make_socket(family: int, _report: Report) -> bool:
    return bool(ctypes.CDLL(None).socket(family, 1, 0) != -1)


def _try_to_leave(folder: str, _report: Report) -> tuple[str, ...]:
    """What a process would try that a stranger's file has taken over, and how it ended."""
    present = Path(folder) / "present"
    attempts: dict[str, Callable[[], object]] = {
        "make a file": lambda: (Path(folder) / "new").write_text(SECRET),
        "change a file": lambda: present.write_text(SECRET),
        "empty a file": lambda: os.truncate(present, 0),
        "add to a file": lambda: present.open("a"),
        "remove a file": present.unlink,
        "make a folder": (Path(folder) / "folder").mkdir,
        "link": lambda: os.link(present, Path(folder) / "link"),
        "run a program": lambda: os.execv(sys.executable, [sys.executable]),  # noqa: S606 - it must be refused
        "local socket": lambda: libc.socket(libc.AF_UNIX, 1),
    }
    done = []
    for name, attempt in attempts.items():
        try:
            attempt()
        except OSError:
            continue
        done.append(name)
    return tuple(done)


def _talk_nonsense(_argument: int, _report: Report) -> int:
    """Writes past the protocol, as a process would that a stranger's file has taken over."""
    for descriptor, name in _open_files().items():
        if name.startswith("pipe:"):
            with contextlib.suppress(OSError):  # one of them is for reading
                os.write(descriptor, b"\x00\x00\x00\x03abc")
    return 0


ECHO_RECORD = Job("echo record", _echo, MeetingRecord, MeetingRecord, seconds=60)
ECHO_SUMMARY = Job("echo summary", _echo, SanitisedSummary, SanitisedSummary, seconds=60)
ECHO_SUGGESTIONS = Job("echo suggestions", _echo, tuple[Suggestion, ...], tuple[Suggestion, ...], seconds=60)
ECHO_TERMS = Job("echo terms", _echo, tuple[WithheldTerm, ...], tuple[WithheldTerm, ...], seconds=60)
ECHO_BYTES = Job("echo bytes", _echo, bytes, bytes, seconds=60)
COUNT = Job("count", _count, int, int, seconds=60)
HANG = Job("hang", _hang, int, int, seconds=600)
HANG_BRIEFLY = Job("hang briefly", _hang, int, int, seconds=0.2)
DIE = Job("die", _die, int, int, seconds=60)
RAISE_KNOWN = Job("raise known", _raise_known, str, int, seconds=60)
RAISE_UNKNOWN = Job("raise unknown", _raise_unknown, int, int, seconds=60)
CHATTER = Job("chatter", _chatter, int, int, seconds=60)
FILL = Job("fill", _fill, int, int, seconds=60, mebibytes=512)
LOOK_ROUND = Job("look round", _look_round, int, Surroundings, seconds=60)
READ_STRANGERS_FILE = Job(
    "read a stranger's file", _look_round, int, Surroundings, seconds=60, untrusted=True
)
MAKE_SOCKET = Job("make socket", _make_socket, int, bool, seconds=60)
TRY_TO_LEAVE = Job("try to leave", _try_to_leave, str, tuple[str, ...], seconds=60)
TALK_NONSENSE = Job("talk nonsense", _talk_nonsense, int, int, seconds=60)
LIE_ABOUT_TYPE = Job("count", _echo, int, str, seconds=60)  # the process has another job by that name

JOBS: dict[str, Job[Any, Any]] = {
    job.name: job
    for job in (
        *(
            ECHO_RECORD,
            ECHO_SUMMARY,
            ECHO_SUGGESTIONS,
            ECHO_TERMS,
            ECHO_BYTES,
            COUNT,
            HANG,
            HANG_BRIEFLY,
            DIE,
        ),
        *(RAISE_KNOWN, RAISE_UNKNOWN, CHATTER, FILL, LOOK_ROUND, READ_STRANGERS_FILE, MAKE_SOCKET),
        *(TALK_NONSENSE, TRY_TO_LEAVE),
    )
}

if __name__ == "__main__":
    lock_down()
    sys.exit(serve(JOBS))
