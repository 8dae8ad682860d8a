"""Widgets in a circle are freed on the GUI thread, whichever thread makes the garbage."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from weakref import finalize

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from dialogue_notes.ui.common.collector import FULL_AT_LAST, FULL_EVERY, PAUSE_SECONDS, Collector


class _Circle(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.me = self


@pytest.fixture
def collector(application: QApplication) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.stop()


def _litter_elsewhere() -> None:
    """Enough garbage in another thread for Python to collect there."""
    kept = [[number] for number in range(200_000)]
    for each in kept:
        each.append(each)  # type: ignore[arg-type]  # a circle is what is wanted


def _in_another_thread() -> None:
    thread = threading.Thread(target=_litter_elsewhere)
    thread.start()
    thread.join()


def _circle_that_tells(heard: list[int]) -> None:
    finalize(_Circle(), lambda: heard.append(threading.get_ident()))


def test_another_threads_garbage_does_not_free_a_widget_there(collector: Collector) -> None:
    heard: list[int] = []
    _circle_that_tells(heard)
    _in_another_thread()
    assert heard == []
    for _look in range(FULL_EVERY):
        collector.look()
    assert heard == [threading.get_ident()]


def test_everything_is_gone_through_in_a_pause_of_typing(collector: Collector) -> None:
    heard: list[int] = []
    still = [0.0]
    collector.wait_for(lambda: still[0])
    circle = _Circle()
    finalize(circle, lambda: heard.append(threading.get_ident()))
    gc.collect()  # what is old is no matter of the young generations
    del circle
    for _look in range(FULL_AT_LAST - 1):
        collector.look()
    assert heard == []
    still[0] = PAUSE_SECONDS
    collector.look()
    assert heard == [threading.get_ident()]


def test_everything_is_gone_through_at_last_without_a_pause(collector: Collector) -> None:
    heard: list[int] = []
    collector.wait_for(lambda: 0.0)
    circle = _Circle()
    finalize(circle, lambda: heard.append(threading.get_ident()))
    gc.collect()
    del circle
    for _look in range(FULL_AT_LAST):
        collector.look()
    assert heard == [threading.get_ident()]


def test_without_it_the_other_thread_would_free_it(application: QApplication) -> None:
    heard: list[int] = []
    gc.collect()
    finalize(_plain_circle(), lambda: heard.append(threading.get_ident()))
    _in_another_thread()
    assert heard
    assert heard != [threading.get_ident()]


def _plain_circle() -> object:
    class Plain:
        def __init__(self) -> None:
            self.me = self

    return Plain()


def test_stopping_hands_collection_back(application: QApplication) -> None:
    made = Collector()
    assert not gc.isenabled()
    made.stop()
    assert gc.isenabled()
