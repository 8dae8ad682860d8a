"""Steps in several places, one after the other, seen as one task."""

from __future__ import annotations

import threading

import pytest

from dialogue_notes.errors import ErrorCode
from dialogue_notes.services.places import Places, Task, ThreadedPlaces
from tests.services import worker_jobs as jobs
from tests.services.waiting import SOON, Gate, code_of


def test_progress_comes_from_every_place(any_places: Places) -> None:
    seen: list[tuple[int, int]] = []
    counted = any_places.write(lambda: None).then(lambda _none: any_places.compute(jobs.COUNT, 2))
    counted.on_progress(lambda done, total: seen.append((done, total)))
    counted.result(SOON)
    assert set(seen) <= {(1, 2), (2, 2)}


def test_cancelling_a_job_ends_its_process(places: ThreadedPlaces) -> None:
    begun = threading.Event()
    task = places.write(lambda: None).then(lambda _none: places.compute(jobs.HANG, 0))
    task.on_progress(lambda _done, _total: begun.set())
    assert begun.wait(SOON)
    task.cancel()
    assert code_of(task) is ErrorCode.CANCELLED
    assert places.compute(jobs.COUNT, 1).result(SOON) == 1


def test_steps_in_different_places_are_one_task(any_places: Places) -> None:
    whole = (
        any_places.read(lambda: 2)
        .then(lambda number: any_places.compute(jobs.COUNT, number))
        .then(lambda number: any_places.write(lambda: f"wrote {number}"))
    )
    assert whole.result(SOON) == "wrote 2"


def test_an_error_skips_the_steps_that_follow(any_places: Places) -> None:
    taken: list[str] = []
    whole = any_places.compute(jobs.RAISE_KNOWN, "a.json").then(
        lambda _number: any_places.write(lambda: taken.append("taken"))
    )
    assert code_of(whole) is ErrorCode.FILE_NOT_UNDERSTOOD
    assert taken == []


def test_a_step_that_cannot_be_asked_for_fails_the_whole(any_places: Places) -> None:
    def ask(_value: int) -> Task[int]:
        raise LookupError

    with pytest.raises(LookupError):
        any_places.read(lambda: 1).then(ask).result(SOON)


def test_a_chain_cancelled_in_its_first_step_never_takes_the_second(places: ThreadedPlaces) -> None:
    gate = Gate()
    taken: list[str] = []
    whole = places.write(gate).then(lambda _text: places.write(lambda: taken.append("taken")))
    assert gate.begun.wait(SOON)
    whole.cancel()
    gate.let_through()
    assert code_of(whole) is ErrorCode.CANCELLED
    places.write(lambda: None).result(SOON)
    assert taken == []
