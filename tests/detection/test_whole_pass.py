"""One pass over a record: the same each time, however its texts are arranged, and nothing of it stays behind."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.detection.uncollected import uncollected
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import MeetingRecord, Participant
from tests.support.records import entry, record

TEXTS = (
    "Mr. Ardelean flew to Geneva on 12 May 1974. Osei's deputy, “Ruth Osei-Bex”, stayed.",
    "The Foreign Minister said that ardelean and ruth\nosei had met; fm ro sd no.",
    "When I was ambassador in Vienna, 3,500 troops stood at P'eng's gate — or so Ardelean said.",
    "",
    "Mr. Ardelean flew to Geneva on 12 May 1974. Osei's deputy, “Ruth Osei-Bex”, stayed.",
    "金正恩 met Г-н Иванов, call +41 22 791 21 11.",
)
PEOPLE = (
    Participant("p0", "m", 0, "Ms. Ruth Osei"),
    Participant("p1", "m", 1, "Foreign Minister P'eng Teh-huai"),
)
PROGRAM = """from tests.detection.test_whole_pass import made, suggest
for one in suggest(made()):
    print(one, one.text, one.entity)
"""


def made() -> MeetingRecord:
    return record(*(entry(number, text) for number, text in enumerate(TEXTS)), people=PEOPLE)


def test_the_same_is_suggested_whatever_order_python_keeps_its_sets_in() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert "contact:+41227912111" in told.pop()


def test_equal_texts_are_told_the_same() -> None:
    found: dict[str, list[tuple[object, ...]]] = {"t0": [], "t4": []}
    for one in suggest(made()):
        if one.place.id in found and one.place == intervention_place(one.place.id):
            found[one.place.id].append((one.start, one.end, one.category, one.entity, one.score, one.default))
    assert found["t0"] == found["t4"] != []


@pytest.fixture
def _switched_off() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_switched_off")
def test_what_was_read_is_gone_without_the_collector() -> None:
    suggest(made())
    assert not [one for one in gc.get_objects() if isinstance(one, Concordance | Passage)]


def test_collecting_goes_on_afterwards_if_it_did_before() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), uncollected():
        raise ZeroDivisionError
    assert gc.isenabled()


@pytest.mark.usefixtures("_switched_off")
def test_what_was_switched_off_stays_off() -> None:
    with uncollected():
        pass
    assert not gc.isenabled()
