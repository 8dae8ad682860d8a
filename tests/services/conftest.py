"""Places of work with a real process behind them, closed again after the test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dialogue_notes.services.places import InlinePlaces, Places, ThreadedPlaces
from dialogue_notes.services.worker.process import WorkerProcess
from tests.services import worker_jobs as jobs


@pytest.fixture
def places() -> Iterator[ThreadedPlaces]:
    made = ThreadedPlaces(WorkerProcess(jobs.COMMAND))
    yield made
    made.close()


@pytest.fixture(params=[ThreadedPlaces, InlinePlaces])
def any_places(request: pytest.FixtureRequest) -> Iterator[Places]:
    made: Places = request.param(WorkerProcess(jobs.COMMAND))
    yield made
    made.close()
