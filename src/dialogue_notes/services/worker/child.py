"""The child's end of the worker process: takes jobs from one pipe, answers on the other, holds nothing else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, BinaryIO

import msgspec

from dialogue_notes.errors import DialogueNotesError, ErrorCode
from dialogue_notes.lockdown.child import die_with_parent, keep_only_pipes, limit_memory, write_no_files
from dialogue_notes.lockdown.traces import describe
from dialogue_notes.services.worker import wire
from dialogue_notes.services.worker.jobs import Job
from dialogue_notes.services.worker.tasks import JOBS

# The registry holds jobs of every type; what a job is given is decoded into its own type before it is called.
Jobs = Mapping[str, Job[Any, Any]]


def serve(jobs: Jobs = JOBS) -> int:
    """Does jobs until the parent closes the pipe; returns the exit code of the process."""
    die_with_parent()
    requests, replies = _claim_pipes()
    write_no_files()
    keep_only_pipes()
    with requests, replies:
        while True:
            try:
                request = wire.read_request(requests)
                wire.write_frame(replies, _answer(request, replies, jobs))
            except wire.PipeError:
                return 0


def _claim_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes, moved away from where a library might print or read."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    return requests, replies


def _answer(request: wire.Request, replies: BinaryIO, jobs: Jobs) -> wire.Done | wire.Failed | wire.Broke:
    """Does one job. Whatever goes wrong in it is an answer too, without a word of what it worked on."""

    def report(done: int, total: int) -> None:
        wire.write_frame(replies, wire.Progress(done, total))

    try:
        limit_memory(request.mebibytes)
        job = jobs[request.job]
        argument = msgspec.msgpack.decode(request.argument, type=job.argument_type)
        return wire.Done(msgspec.Raw(msgspec.msgpack.encode(job.function(argument, report))))
    except wire.PipeError:
        raise
    except DialogueNotesError as error:
        return wire.Failed(error.code.value, error.details)
    except MemoryError:
        detail = f"{request.job}: it needed too much memory"
        return wire.Failed(ErrorCode.WORKER_FAILED.value, {"detail": detail})
    except Exception as error:  # noqa: BLE001 - its message may quote a note: only its type and place go out
        return wire.Broke(type(error).__name__, describe(error))
