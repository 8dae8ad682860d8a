"""A session longer than what is read at first: its newest entries are there at once, the others follow, and
whatever happens meanwhile comes out as it would have.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.services.recording.view import NEWEST
from dialogue_notes.storage import attributions, interventions
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.common.labels import PlainLabel
from dialogue_notes.ui.record.earlier_rows import PIECE
from tests.services.recording_room import NOW
from tests.ui.conftest import wait_for
from tests.ui.record.conftest import Table

COUNT = NEWEST + 2 * PIECE + 100
HALF = ("kyc", "hw")


@pytest.fixture
def long(table: Table) -> Table:
    """The table with a long session, which is not the one on the desk."""

    def fill(vault: Vault) -> None:
        with vault.transaction():
            for number in range(COUNT):
                at = NOW + timedelta(seconds=number)
                text = f"entry {number}"
                entry = Intervention(new_id(), table.sessions[1], number + 1, Kind.STATEMENT, text, at)
                interventions.add_intervention(vault, entry)
                speaker = Speaker(table.people[HALF[number % 2]])
                attributions.set_speaker(vault, table.meeting_id, entry.id, speaker)

    table.composition.office.write(fill, lambda _none: None)
    table.settle()
    return table


def open_it(table: Table) -> None:
    table.composition.office.choose_session(table.sessions[1])


def once_some_came(table: Table, act: Callable[[], object]) -> list[int]:
    """Opens the session and does `act` when its first older entries came; how many entries were there by then."""
    desk, counts = table.view._desk, list[int]()

    def come() -> None:
        if not counts:
            counts.append(len(desk.model.rows))
            act()

    desk.earlier_came.connect(come)
    open_it(table)
    settle(table)
    desk.earlier_came.disconnect(come)
    return counts


def settle(table: Table) -> None:
    for _ in range(3):
        table.settle()


def texts(table: Table) -> list[str]:
    return [row.intervention.text for row in table.view._desk.model.rows]


def whole() -> list[str]:
    return [f"entry {number}" for number in range(COUNT)]


def foot(table: Table) -> str:
    return " ".join(label.text() for label in table.view.area.findChildren(PlainLabel))


def test_the_newest_are_there_first_with_their_speakers_and_all_in_the_end(long: Table) -> None:
    desk = long.view._desk
    first: list[tuple[int, str, str]] = []
    desk.taken.connect(lambda: first.append((len(desk.model.rows), desk.model.rows[-1].code, foot(long))))
    open_it(long)
    settle(long)
    assert first[0][:2] == (NEWEST, HALF[(COUNT - 1) % 2].upper())
    assert texts(long) == whole()
    assert {row.code for row in desk.model.rows} == {"KYC", "HW"}
    assert desk.is_whole
    assert f"{COUNT} entries" in foot(long)


def test_the_foot_counts_all_entries_before_they_are_read(long: Table) -> None:
    seen: list[str] = []
    assert once_some_came(long, lambda: seen.append(foot(long))) == [NEWEST + PIECE]
    assert f"{COUNT} entries" in seen[0]


def test_what_a_person_looks_at_and_has_selected_stays_while_older_entries_come(long: Table) -> None:
    record = long.view.list
    seen: list[tuple[object, int]] = []

    def look() -> tuple[object, int]:
        record.viewport().repaint()
        current = record.currentIndex()
        return record.selected_ids(), record.visualRect(current).top()

    def scroll_up() -> None:
        record.select_last()
        record.setCurrentIndex(record.model().index(record.model().rowCount() - 100, 0))
        record.viewport().repaint()
        seen.append(look())

    once_some_came(long, scroll_up)
    assert texts(long) == whole()
    assert [look()] == seen
    assert record.verticalScrollBar().value() < record.verticalScrollBar().maximum()


def test_typing_goes_on_while_older_entries_come(long: Table) -> None:
    def keep() -> None:
        long.type("pv: the newest")
        long.press(Qt.Key.Key_Return, widget=long.view.area.edit)

    once_some_came(long, keep)
    assert texts(long) == [*whole(), "the newest"]
    assert long.view._desk.speaker == Speaker(long.people["pv"])


@pytest.mark.parametrize("number", [3, COUNT - NEWEST - PIECE // 2, COUNT - 1])
def test_an_entry_changed_meanwhile_shows_as_it_is_now(long: Table, number: int) -> None:
    entry = long.entries(1)[number]

    def change() -> None:
        recorder = long.view._desk.recorder
        assert recorder is not None
        long.composition.office.write(
            lambda vault: recorder.edit(vault, entry.id, "dm: as it is now"), long.presenter.changed
        )

    once_some_came(long, change)
    assert texts(long) == [*whole()[:number], "as it is now", *whole()[number + 1 :]]
    assert long.view._desk.model.rows[number].code == "DM"


def test_an_entry_changed_while_the_first_are_read_shows_as_it_is_now(long: Table) -> None:
    entry = long.entries(1)[3]
    open_it(long)
    settle(long)
    recorder = long.view._desk.recorder
    assert recorder is not None
    long.composition.office.choose_session(long.sessions[0])
    settle(long)
    open_it(long)
    long.composition.office.write(
        lambda vault: recorder.edit(vault, entry.id, "dm: as it is now"), long.presenter.changed
    )
    settle(long)
    assert texts(long)[:5] == ["entry 0", "entry 1", "entry 2", "as it is now", "entry 4"]


def test_hiding_drops_what_came_and_what_would_come(long: Table) -> None:
    desk = long.view._desk
    hide = long.composition.commands
    once_some_came(long, lambda: hide.run("record.hide"))
    assert desk.is_hidden
    assert long.shown() == []
    assert desk.model.rows == []
    hide.run("record.hide")
    settle(long)
    assert texts(long) == whole()


def test_locking_drops_what_came_and_what_would_come(long: Table) -> None:
    office = long.composition.office
    long.view._desk.earlier_came.connect(office.lock)
    wait_for(office.closed, lambda: open_it(long))
    settle(long)
    assert long.shown() == []
    assert long.view._desk.count == 0


def test_another_session_chosen_meanwhile_is_not_mixed_with_this_one(long: Table) -> None:
    once_some_came(long, lambda: long.composition.office.choose_session(long.sessions[0]))
    assert texts(long) == []
    assert long.view._desk.is_whole


def test_a_place_far_up_is_found_again_after_locking(long: Table) -> None:
    open_it(long)
    settle(long)
    record = long.view.list
    record.setCurrentIndex(record.model().index(70, 0))
    record.scrollTo(record.model().index(60, 0))
    record.viewport().repaint()
    place = record.visualRect(record.model().index(70, 0)).top()
    long.lock_and_unlock()
    settle(long)
    record.viewport().repaint()
    assert texts(long) == whole()
    assert record.visualRect(record.model().index(70, 0)).top() == place
    assert record.currentIndex().row() == 70


def test_a_session_on_the_desk_is_read_again_as_a_whole(long: Table) -> None:
    open_it(long)
    settle(long)
    desk, counts = long.view._desk, list[int]()
    desk.taken.connect(lambda: counts.append(len(desk.model.rows)))
    long.presenter.enter()
    settle(long)
    assert counts == [COUNT]
