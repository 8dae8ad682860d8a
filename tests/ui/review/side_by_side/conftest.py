"""Staff with two records side by side before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.codes import InterventionState, Kind
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.services.parallel.rows import RowState
from dialogue_notes.storage import attributions, interventions
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault, VaultReader
from dialogue_notes.ui.review.side_by_side.binding import bind_side_by_side
from dialogue_notes.ui.review.side_by_side.model import ShownRow
from dialogue_notes.ui.review.side_by_side.panel import SideBySidePanel
from dialogue_notes.ui.review.side_by_side.presenter import SideBySidePresenter
from tests.services.rapporteurs import put_beside
from tests.services.recording_room import NOW, Room, fill
from tests.ui.conftest import settle, wait_for
from tests.ui.reviewing_table import Staff

OURS = (("kyc", "A hotline would be useful."), ("hw", "Verification needs no inspectors."))
HOTLINE, TREATY, INSPECTORS = range(3)
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Table(Staff):
    """Staff with the panel before them."""

    room: Room
    panel: SideBySidePanel
    presenter: SideBySidePresenter

    def row(self, number: int) -> ShownRow:
        row = self.panel.model.row_at(number)
        assert row is not None
        return row

    def texts(self) -> list[str]:
        session = self.room.sessions[0].id
        return [one.text for one in self.read(lambda reader: interventions.interventions(reader, session))]

    def states(self) -> list[RowState]:
        return [self.row(number).state for number in range(self.panel.model.rowCount())]

    def beside(self) -> list[InterventionState]:
        def states(reader: VaultReader) -> list[InterventionState]:
            records = stored.records(reader, self.meeting_id)
            return [one.state for each in records for one in stored.entries(reader, each.id)]

        return self.read(states)


def _note(vault: Vault) -> Room:
    room = fill(vault)
    for number, (code, text) in enumerate(OURS, 1):
        entry = Intervention(new_id(), room.sessions[0].id, number, Kind.STATEMENT, text, NOW)
        interventions.add_intervention(vault, entry)
        attributions.set_speaker(vault, room.meeting_id, entry.id, Speaker(room.people[code]))
    return room


def make_table(opened: Composition, *, with_record: bool) -> Table:
    rooms: list[Room] = []
    opened.office.write(_note, rooms.append)
    settle(opened)
    room = rooms[0]
    if with_record:
        opened.office.write(lambda vault: put_beside(vault, room.meeting_id), lambda _id: None)
        settle(opened)
    opened.office.choose_meeting(None, room.meeting_id)
    panel, presenter = SideBySidePanel(), SideBySidePresenter(opened.office)
    bind_side_by_side(panel, presenter)
    panel.setParent(opened.window)
    panel.setGeometry(opened.window.rect())
    panel.show()
    panel.raise_()
    wait_for(presenter.shown, presenter.enter)
    panel.take_focus()
    settle(opened)
    return Table(opened, room.meeting_id, (), room, panel, presenter)


@pytest.fixture
def table(opened: Composition) -> Iterator[Table]:
    made = make_table(opened, with_record=True)
    yield made
    made.panel.close()
    made.panel.deleteLater()


@pytest.fixture
def bare(opened: Composition) -> Iterator[Table]:
    made = make_table(opened, with_record=False)
    yield made
    made.panel.close()
    made.panel.deleteLater()
