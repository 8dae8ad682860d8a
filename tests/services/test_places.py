"""The places of work: order, threads, epochs, cancelling, and that nothing waits that should not."""

from __future__ import annotations

import sqlite3
import threading
import weakref
from collections.abc import Callable
from functools import partial

import pytest

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.places import Places, Task, ThreadedPlaces
from dialogue_notes.services.worker.process import WorkerProcess
from tests.services import worker_jobs as jobs
from tests.services.waiting import SOON, Gate, code_of, fail


def test_writes_are_done_in_order_in_one_thread(places: ThreadedPlaces) -> None:
    seen: list[tuple[int, str]] = []
    for number in range(100):
        places.write(partial(lambda n: seen.append((n, threading.current_thread().name)), number))
    places.write(lambda: None).result(SOON)
    assert seen == [(number, "dialogue-notes writer") for number in range(100)]


def test_a_long_read_does_not_keep_a_write_waiting(places: ThreadedPlaces) -> None:
    gate = Gate()
    reading = places.read(gate)
    assert gate.begun.wait(SOON)
    assert places.write(lambda: "written").result(SOON) == "written"
    gate.let_through()
    assert reading.result(SOON) == "through"


def test_the_three_places_give_back_what_was_made(any_places: Places) -> None:
    assert any_places.write(lambda: 1).result(SOON) == 1
    assert any_places.read(lambda: 2).result(SOON) == 2
    assert any_places.compute(jobs.COUNT, 3).result(SOON) == 3


def test_an_error_is_raised_where_the_result_is_asked_for(any_places: Places) -> None:
    error = KnownError(ErrorCode.DISK_FULL)
    assert code_of(any_places.write(fail(error))) is ErrorCode.DISK_FULL
    assert code_of(any_places.read(fail(error))) is ErrorCode.DISK_FULL
    assert code_of(any_places.compute(jobs.DIE, 3)) is ErrorCode.WORKER_FAILED
    with pytest.raises(ZeroDivisionError):
        any_places.write(lambda: 1 // 0).result(SOON)


def test_a_callback_gets_the_finished_task(any_places: Places) -> None:
    got: list[int] = []
    heard = threading.Event()
    task = any_places.read(lambda: 7)

    def hear(done: Task[int]) -> None:
        got.append(done.result())
        heard.set()

    task.on_done(hear)
    assert heard.wait(SOON)
    assert got == [7]
    assert task.is_done


def test_a_callback_that_breaks_is_shown_and_the_place_goes_on(
    places: ThreadedPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda lost: shown.append(lost.exc_type))
    gate = Gate()
    places.write(gate).on_done(lambda _task: fail(LookupError())())
    gate.let_through()
    assert places.write(lambda: "goes on").result(SOON) == "goes on"
    assert shown == [LookupError]


def test_long_work_reports_and_stops_when_it_is_cancelled(places: ThreadedPlaces) -> None:
    begun, cancelled = threading.Event(), threading.Event()
    seen: list[tuple[int, int]] = []

    def work(report: Callable[[int, int], None]) -> str:
        begun.set()
        assert cancelled.wait(SOON)
        report(1, 2)
        return "never"

    task = places.write_reporting(work)
    task.on_progress(lambda done, total: seen.append((done, total)))
    assert begun.wait(SOON)
    task.cancel()
    cancelled.set()
    assert code_of(task) is ErrorCode.CANCELLED
    assert seen == []


def test_waiting_work_that_is_cancelled_is_never_begun(places: ThreadedPlaces) -> None:
    gate = Gate()
    done: list[str] = []
    places.write(gate)
    waiting = places.write(lambda: done.append("done"))
    waiting.cancel()
    assert code_of(waiting) is ErrorCode.CANCELLED
    gate.let_through()
    places.write(lambda: None).result(SOON)
    assert done == []


def test_a_write_that_has_begun_is_finished_and_delivered(places: ThreadedPlaces) -> None:
    gate = Gate()
    task = places.write(gate)
    assert gate.begun.wait(SOON)
    task.cancel()
    gate.let_through()
    assert task.result(SOON) == "through"


def endless_read(connection: sqlite3.Connection, begun: threading.Event) -> Callable[[], int]:
    def begin() -> int:
        begun.set()
        return 1

    connection.create_function("begun", 0, begin)
    query = "WITH RECURSIVE n(i) AS (SELECT begun() UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    return lambda: int(connection.execute(query).fetchone()[0])


@pytest.mark.parametrize("stop", ["cancel_reads", "bump_epoch", "close"])
def test_a_statement_under_way_is_interrupted(stop: str) -> None:
    places, begun = ThreadedPlaces(WorkerProcess(jobs.COMMAND)), threading.Event()
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    task = places.read(endless_read(connection, begun), connection.interrupt)
    waiting = places.read(lambda: 1)
    assert begun.wait(SOON)
    getattr(places, stop)()
    assert code_of(task) is ErrorCode.CANCELLED
    assert code_of(waiting) is ErrorCode.CANCELLED
    places.close()
    connection.close()


def test_nothing_asked_for_before_the_lock_is_delivered_after_it(places: ThreadedPlaces) -> None:
    delivered: list[str] = []
    gate = Gate()
    running = places.write(gate)
    for task in (
        running,
        places.read(lambda: "read"),
        running.then(lambda _text: places.read(lambda: "next")),
    ):
        task.on_done(lambda done: delivered.append(done.result()))
    places.read(lambda: None).result(SOON)
    delivered.clear()
    places.bump_epoch()
    gate.let_through()
    assert code_of(running) is ErrorCode.CANCELLED
    assert running.is_stale
    assert places.write(lambda: "fresh").result(SOON) == "fresh"
    assert delivered == []


def test_what_was_typed_before_the_lock_is_still_written(places: ThreadedPlaces) -> None:
    gate = Gate()
    written: list[str] = []
    places.write(gate)
    places.write(lambda: written.append("the last entry"))
    places.bump_epoch()
    closing = places.write(lambda: written.append("closed"))
    gate.let_through()
    closing.result(SOON)
    assert written == ["the last entry", "closed"]


def test_locking_throws_the_worker_process_away() -> None:
    worker = WorkerProcess(jobs.COMMAND)
    places = ThreadedPlaces(worker)
    before = places.compute(jobs.LOOK_ROUND, 0).result(SOON).pid
    places.bump_epoch()
    assert worker.pid is None
    assert places.compute(jobs.LOOK_ROUND, 0).result(SOON).pid != before
    places.close()
    assert worker.pid is None


def test_a_warmed_process_is_there_before_its_first_job() -> None:
    worker = WorkerProcess(jobs.COMMAND)
    places = ThreadedPlaces(worker)
    places.warm()
    seen = places.compute(jobs.LOOK_ROUND, 0).result(SOON)
    assert seen.pid == worker.pid
    places.close()


def test_work_may_wait_for_more_work_in_its_own_place(any_places: Places) -> None:
    outer = any_places.write(lambda: any_places.write(lambda: "inner").result(SOON))
    assert outer.result(SOON) == "inner"


def test_closing_waits_for_the_writes() -> None:
    places = ThreadedPlaces(WorkerProcess(jobs.COMMAND))
    written: list[int] = []
    for number in range(50):
        places.write(partial(written.append, number))
    places.close()
    assert written == list(range(50))


def test_a_result_that_takes_too_long_for_the_caller_is_a_timeout(places: ThreadedPlaces) -> None:
    gate = Gate()
    task = places.write(gate)
    with pytest.raises(TimeoutError):
        task.result(0)
    gate.let_through()


def test_a_finished_step_leaves_nothing_of_its_work_behind(places: ThreadedPlaces) -> None:
    class Text:
        pass

    text = Text()
    remembered = weakref.ref(text)
    places.write(partial(repr, text)).result(SOON)
    del text
    places.write(lambda: None).result(SOON)
    places.read(lambda: None).result(SOON)
    assert remembered() is None


def test_locking_stops_long_writes_and_keeps_short_ones(places: ThreadedPlaces) -> None:
    begun, locked = threading.Event(), threading.Event()
    written: list[str] = []

    def import_much(report: Callable[[int, int], None]) -> None:
        begun.set()
        assert locked.wait(SOON)
        report(1, 2)
        written.append("imported")

    importing = places.write_reporting(import_much)
    assert begun.wait(SOON)
    places.write(lambda: written.append("typed"))
    places.bump_epoch()
    locked.set()
    places.write(lambda: written.append("closed")).result(SOON)
    assert code_of(importing) is ErrorCode.CANCELLED
    assert written == ["typed", "closed"]


def test_a_job_cancelled_before_its_process_was_taken_leaves_no_text_in_a_process() -> None:
    worker = WorkerProcess(jobs.COMMAND)

    def cancelled_just_now() -> None:
        raise KnownError(ErrorCode.CANCELLED)

    with pytest.raises(KnownError):
        worker.run(jobs.ECHO_BYTES, b"told in confidence", lambda _done, _total: None, cancelled_just_now)
    assert worker.pid is None
