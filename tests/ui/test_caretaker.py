"""What an open vault needs now and then is done while it is open, and only then."""

from __future__ import annotations

import pytest

from dialogue_notes.app.compose import Composition
from dialogue_notes.services.meetings import create_dialogue
from dialogue_notes.storage import transactions
from dialogue_notes.ui.caretaker import LOOKS_EVERY_MS, Caretaker
from tests.ui.conftest import settle, wait_for
from tests.ui.record import conftest as at_the_desk
from tests.ui.record.conftest import Table

table = at_the_desk.table  # the fixture


def caretaker_of(composition: Composition) -> Caretaker:
    found = composition.office.findChild(Caretaker)
    assert isinstance(found, Caretaker)
    return found


def test_a_commit_does_not_stay_in_the_log(opened: Composition, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = opened.office.folder
    assert folder is not None
    opened.office.write(lambda vault: create_dialogue(vault, "Ferry"), lambda _made: None)
    settle(opened)
    log = folder / "content.db-wal"
    assert log.stat().st_size > 0
    caretaker_of(opened).look_after()
    settle(opened)
    assert log.stat().st_size > 0, "not yet"
    monkeypatch.setattr(transactions, "WAL_SECONDS", 0.0)
    caretaker_of(opened).look_after()
    settle(opened)
    assert log.stat().st_size == 0


def test_it_looks_often_enough_for_the_promised_half_minute() -> None:
    assert transactions.WAL_SECONDS + LOOKS_EVERY_MS / 1000 <= 30


def test_new_entries_become_searchable(table: Table) -> None:
    table.enter("hw: a heron stood in the reeds")
    waiting: list[int] = []
    caretaker_of(table.composition).look_after()
    table.composition.office.write(lambda vault: vault.index_waiting(10), waiting.append)
    table.settle()
    assert waiting == [0]


def test_nothing_is_asked_of_a_locked_vault(opened: Composition) -> None:
    caretaker = caretaker_of(opened)
    assert caretaker._timer.isActive()
    wait_for(opened.office.closed, opened.office.lock)
    assert not caretaker._timer.isActive()
    caretaker.look_after()
    settle(opened)
