"""What the keyless worker process can be asked to do: a job is a name, a function and the types it speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from dialogue_notes.services.place_tasks import Report

A = TypeVar("A")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Job(Generic[A, T]):
    """One kind of work for the worker process, to be registered in `worker.tasks.JOBS`.

    `function(argument, report)` is plain Python: it gets everything in `argument`, opens no file, and
    returns its result. `argument_type` and `result_type` are what the two ends of the pipe decode into
    (frozen dataclasses of enums, tuples, bytes, strings, numbers and dates); nothing else gets across.
    `seconds` and `mebibytes` bound the work (wall-clock time; address space where the system can bound it).
    `untrusted` says that a stranger's file is read: the process then does this one job and is thrown away.
    """

    name: str
    function: Callable[[A, Report], T]
    argument_type: type[A]
    result_type: type[T]
    seconds: float
    mebibytes: int = 2048
    untrusted: bool = False
