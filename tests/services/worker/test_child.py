"""The worker process, real: what it does, what it refuses, and that its death is told and survived."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.errors import BugError, ErrorCode, KnownError
from dialogue_notes.lockdown import landlock
from dialogue_notes.lockdown.libc import Architecture
from dialogue_notes.services.worker.jobs import Job
from dialogue_notes.services.worker.process import WORKER_FLAG, WorkerProcess
from tests.lockdown.children import SOURCE, environment
from tests.services import worker_jobs as jobs

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into Linux's /proc")


def ignore(_done: int, _total: int) -> None:
    pass


@pytest.fixture(scope="module")
def shared_worker() -> Iterator[WorkerProcess]:
    worker = WorkerProcess(jobs.COMMAND)
    yield worker
    worker.close()


@pytest.fixture
def worker(shared_worker: WorkerProcess) -> Iterator[WorkerProcess]:
    """A worker that goes on working after whatever the test does to it."""
    yield shared_worker
    assert shared_worker.run(jobs.COUNT, 1, ignore) == 1


def failure(worker: WorkerProcess, job: Job[int, int], argument: int = 0) -> KnownError:
    with pytest.raises(KnownError) as caught:
        worker.run(job, argument, ignore)
    return caught.value


def test_progress_is_reported_as_it_is_made(worker: WorkerProcess) -> None:
    seen: list[tuple[int, int]] = []
    assert worker.run(jobs.COUNT, 3, lambda done, total: seen.append((done, total))) == 3
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_many_megabytes_pass_both_ways(worker: WorkerProcess) -> None:
    data = os.urandom(1 << 20) * 24
    assert worker.run(jobs.ECHO_BYTES, data, ignore) == data


def test_one_process_serves_many_jobs(worker: WorkerProcess) -> None:
    assert len({worker.run(jobs.LOOK_ROUND, 0, ignore).pid for _ in range(3)}) == 1


def test_a_known_error_comes_back_with_its_code_and_details(worker: WorkerProcess) -> None:
    with pytest.raises(KnownError) as caught:
        worker.run(jobs.RAISE_KNOWN, "minutes.json", ignore)
    assert caught.value.code is ErrorCode.FILE_NOT_UNDERSTOOD
    assert caught.value.details == {
        "path": "minutes.json",
        "place": "line 3",
        "detail": "a date was expected",
    }


def test_an_unexpected_exception_comes_back_without_its_message(worker: WorkerProcess) -> None:
    with pytest.raises(BugError, match=r"raise unknown: ValueError at .*_raise_unknown") as caught:
        worker.run(jobs.RAISE_UNKNOWN, 0, ignore)
    assert jobs.SECRET not in str(caught.value)


@pytest.mark.parametrize(("how", "words"), [(3, "ended with status 3"), (-11, "ended by signal 11")])
def test_a_death_is_told_and_the_next_job_finds_a_new_process(
    worker: WorkerProcess, how: int, words: str
) -> None:
    error = failure(worker, jobs.DIE, how)
    assert (error.code, error.details["detail"]) == (ErrorCode.WORKER_FAILED, f"die: {words}")


def test_a_job_that_takes_too_long_is_ended(worker: WorkerProcess) -> None:
    error = failure(worker, jobs.HANG_BRIEFLY)
    assert (error.code, error.details["detail"]) == (
        ErrorCode.WORKER_FAILED,
        "hang briefly: it took too long",
    )


def test_a_kill_in_the_middle_of_a_job_is_a_cancellation(worker: WorkerProcess) -> None:
    with pytest.raises(KnownError) as caught:
        worker.run(jobs.HANG, 0, lambda _done, _total: worker.kill())
    assert caught.value.code is ErrorCode.CANCELLED


def test_a_report_that_raises_ends_the_job_and_passes_on(worker: WorkerProcess) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KnownError(ErrorCode.CANCELLED)

    before = worker.run(jobs.LOOK_ROUND, 0, ignore).pid
    with pytest.raises(KnownError) as caught:
        worker.run(jobs.HANG, 0, stop)
    assert caught.value.code is ErrorCode.CANCELLED
    assert worker.run(jobs.LOOK_ROUND, 0, ignore).pid != before


def test_a_killed_idle_process_is_replaced(worker: WorkerProcess) -> None:
    before = worker.run(jobs.LOOK_ROUND, 0, ignore).pid
    worker.kill()
    assert worker.pid is None
    assert worker.run(jobs.LOOK_ROUND, 0, ignore).pid != before


@on_linux
def test_a_process_that_died_between_jobs_is_replaced(worker: WorkerProcess) -> None:
    pid = worker.run(jobs.LOOK_ROUND, 0, ignore).pid
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert worker.run(jobs.LOOK_ROUND, 0, ignore).pid != pid


def test_a_strangers_file_has_a_process_of_its_own(worker: WorkerProcess) -> None:
    before = worker.run(jobs.LOOK_ROUND, 0, ignore).pid
    first = worker.run(jobs.READ_STRANGERS_FILE, 0, ignore).pid
    second = worker.run(jobs.READ_STRANGERS_FILE, 0, ignore).pid
    after = worker.run(jobs.LOOK_ROUND, 0, ignore).pid
    assert len({before, first, second, after}) == 4


def test_what_libraries_print_does_not_disturb_the_answers(
    worker: WorkerProcess, capfd: pytest.CaptureFixture[str]
) -> None:
    assert worker.run(jobs.CHATTER, 0, ignore) == 0
    assert capfd.readouterr() == ("", "")


@on_linux
def test_nonsense_on_the_pipe_is_a_failed_worker(worker: WorkerProcess) -> None:
    assert failure(worker, jobs.TALK_NONSENSE).code is ErrorCode.WORKER_FAILED


def test_a_result_of_the_wrong_type_is_refused(worker: WorkerProcess) -> None:
    with pytest.raises(KnownError, match="count: an answer of the wrong shape"):
        worker.run(jobs.LIE_ABOUT_TYPE, 1, ignore)


@on_linux
def test_memory_is_bounded_by_job(worker: WorkerProcess) -> None:
    assert worker.run(jobs.FILL, 64, ignore) == 64 << 20
    assert "needed too much memory" in failure(worker, jobs.FILL, 512).message


@on_linux
def test_the_process_has_nothing_of_ours_about_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, worker: WorkerProcess
) -> None:
    monkeypatch.setenv("DIALOGUE_NOTES_PASSPHRASE", jobs.SECRET)
    worker.kill()
    with tmp_path.joinpath("open").open("wb"):
        seen = worker.run(jobs.LOOK_ROUND, 0, ignore)
    assert "DIALOGUE_NOTES_PASSPHRASE" not in seen.environment
    assert seen.folder == "/"
    kinds = [name.split(":")[0] for name in seen.descriptors]
    assert sorted(kinds) == ["/dev/null"] * 3 + ["pipe"] * 2


@on_linux
@pytest.mark.parametrize("family", [2, 10, 16])
def test_the_process_is_offline(worker: WorkerProcess, family: int) -> None:
    assert not worker.run(jobs.MAKE_SOCKET, family, ignore)


@on_linux
def test_a_process_taken_over_has_nowhere_to_go(tmp_path: Path, worker: WorkerProcess) -> None:
    present = tmp_path / "present"
    present.write_text("as it was")
    done = worker.run(jobs.TRY_TO_LEAVE, str(tmp_path), ignore)
    assert not {"run a program", "local socket"} & set(done)
    assert jobs.SECRET not in "".join(path.read_text() for path in tmp_path.iterdir() if path.is_file())
    if landlock_version() < 3:
        pytest.skip("this kernel's Landlock is too old to keep files as they are")
    assert done == ()
    assert [path.name for path in tmp_path.iterdir()] == ["present"]
    assert present.read_text() == "as it was"


def landlock_version() -> int:
    architecture = Architecture.of_this_machine()
    assert architecture is not None
    try:
        return landlock.version(architecture.value)
    except OSError:
        return 0


def test_a_process_that_cannot_be_started_is_told() -> None:
    with pytest.raises(KnownError, match="not started"):
        WorkerProcess(["/nowhere/dialogue-notes"]).start()


@on_linux
def test_the_process_dies_with_its_parent() -> None:
    parent = """
import os
from dialogue_notes.lockdown import landlock
from dialogue_notes.lockdown.libc import Architecture
from dialogue_notes.services.worker.jobs import Job
from dialogue_notes.services.worker.process import WorkerProcess
from tests.services import worker_jobs as jobs
def die(_done, _total):
    print(worker.pid, flush=True)
    os._exit(0)
worker = WorkerProcess(jobs.COMMAND)
worker.run(jobs.HANG, 0, die)
"""
    root = str(SOURCE.parent)
    with subprocess.Popen(
        [sys.executable, "-c", parent],
        env=environment(PYTHONPATH=f"{SOURCE}:{root}"),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        try:
            watched = os.pidfd_open(worker)
        except ProcessLookupError:
            return
        assert select.select([watched], [], [], 30)[0] == [watched]
        os.close(watched)


def test_the_program_itself_is_the_worker() -> None:
    process = subprocess.run(
        [sys.executable, "-m", "dialogue_notes", WORKER_FLAG],
        env=environment(),
        input=b"",
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (process.returncode, process.stdout, process.stderr) == (0, b"", b"")


def test_a_stranger_at_the_pipe_is_not_answered() -> None:
    process = subprocess.run(
        [sys.executable, "-m", "dialogue_notes", WORKER_FLAG],
        env=environment(),
        input=b"\xff\xff\xff\xff hello",
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (process.returncode, process.stdout, process.stderr) == (0, b"", b"")
