"""Places of work with a real process behind them and a vault that waits for review, closed again after the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.services.places import InlinePlaces, Places, ThreadedPlaces
from dialogue_notes.services.worker.process import WorkerProcess
from tests.services import worker_jobs as jobs
from tests.support.reviewing import Desk, make_desk, quote_words


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


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A meeting that was noted."""
    made = make_desk(tmp_path / "v.vault")
    yield made
    made.vault.close()


@pytest.fixture
def quote(desk: Desk) -> str:
    """The id of a quotation in it."""
    return quote_words(desk)
