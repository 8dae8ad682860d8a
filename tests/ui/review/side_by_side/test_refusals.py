"""What cannot be done with two records is said, and shown as it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from dialogue_notes.services.meetings import close_meeting
from dialogue_notes.services.parallel.rows import RowState
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.vault import Vault
from tests.ui.conftest import wait_for
from tests.ui.review.side_by_side.conftest import HOTLINE, OURS, TREATY, Table


def test_a_closed_meeting_takes_nothing_over_and_says_why(table: Table) -> None:
    table.composition.office.write(lambda vault: close_meeting(vault, table.meeting_id), lambda _closed: None)
    table.settle()
    wait_for(table.presenter.shown, table.presenter.refresh)
    table.panel.take_focus()
    assert not table.panel.take.isEnabled()
    table.press(Qt.Key.Key_Return)
    assert "meeting is closed" in table.panel.message.words()
    assert table.texts() == [text for _, text in OURS]
    wait_for(table.presenter.done, lambda: table.press(Qt.Key.Key_K))
    assert table.states()[HOTLINE] is RowState.SETTLED


def test_a_difference_that_could_not_be_kept_is_open_again(table: Table) -> None:
    def strike(vault: Vault) -> None:
        entry = stored.entries(vault, stored.records(vault, table.meeting_id)[0].id)[TREATY]
        vault.database.run("DELETE FROM parallel_entry WHERE id = ?", (entry.id,))

    table.press(Qt.Key.Key_Down)
    table.composition.office.write(strike, lambda _none: None)
    table.settle()
    wait_for(table.presenter.failed, lambda: table.press(Qt.Key.Key_K))
    assert table.states()[TREATY] is RowState.DIFFERENT
    assert table.panel.message.words()


def test_the_field_for_a_file_shows_no_path_of_this_machine(bare: Table) -> None:
    assert str(Path.home()) not in bare.panel.file.edit.placeholderText()
