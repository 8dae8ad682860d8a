"""Two records side by side, worked through by keys alone, with every step on the disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.codes import InterventionState
from dialogue_notes.services.parallel.rows import RowState
from dialogue_notes.services.reviewing import history
from dialogue_notes.services.reviewing.speakers_shown import show_speakers
from dialogue_notes.services.reviewing.types import History
from dialogue_notes.storage import audit, review_settings
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.vault import Vault
from tests.services.rapporteurs import SAID, put_beside, second_file
from tests.ui.conftest import focused, wait_for
from tests.ui.review.side_by_side.conftest import HOTLINE, INSPECTORS, OURS, TREATY, Table


def test_the_rows_are_told_in_words_without_speakers(table: Table) -> None:
    spoken = [
        table.panel.model.data(table.panel.model.index(number), Qt.ItemDataRole.AccessibleTextRole)
        for number in range(3)
    ]
    assert [str(one).partition(".")[0] for one in spoken] == [
        "Differs",
        "Only in the other record",
        "Differs",
    ]
    assert not any(name in str(one) for one in spoken for name in ("Kang", "Whitcombe", "Tarrant"))


def test_speakers_are_named_by_the_meetings_setting_and_that_is_logged(table: Table) -> None:
    for is_shown in (True, False):
        wait_for(table.presenter.shown, table.panel.speakers.click)
        table.settle()
        left = table.row(HOTLINE).left
        assert left is not None
        assert ("Kang Yong-chol" in left.heading) is is_shown
        assert table.panel.speakers.isChecked() is is_shown
        assert table.read(lambda reader: review_settings.shows_speakers(reader, table.meeting_id)) is is_shown
    codes = [one.code for one in table.read(audit.entries)]
    assert [one for one in codes if one.endswith("in_review")] == [
        "speakers_shown_in_review",
        "speakers_hidden_in_review",
    ]


def test_what_the_room_says_of_speakers_holds_here_too(table: Table) -> None:
    office = table.composition.office
    office.write(lambda vault: show_speakers(vault, table.meeting_id, is_shown=True), lambda _none: None)
    wait_for(table.presenter.shown, office.record_changed.emit)
    assert table.panel.speakers.isChecked()


def test_own_words_of_each_record_are_marked(table: Table) -> None:
    row = table.row(HOTLINE)
    assert row.left
    assert row.right
    assert "".join(one.text for one in row.right.pieces if one.is_own).strip() == "but is not enough"
    assert row.right.text == SAID[0]["text"]
    assert row.left.text == OURS[0][1]


def test_enter_takes_a_row_over_and_goes_on_and_control_z_takes_it_back(table: Table) -> None:
    wait_for(table.presenter.done, lambda: table.press(Qt.Key.Key_Return))
    table.settle()
    assert table.texts() == [SAID[0]["text"], OURS[1][1]]
    assert table.states() == [RowState.SAME, RowState.DIFFERENT, RowState.DIFFERENT]
    assert table.panel.rows.currentIndex().row() == TREATY
    wait_for(table.presenter.undone, lambda: table.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    table.settle()
    assert table.texts() == [text for _, text in OURS]
    assert set(table.states()) == {RowState.DIFFERENT}
    redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    wait_for(table.presenter.undone, lambda: table.press(Qt.Key.Key_Z, redo))
    table.settle()
    assert table.texts() == [SAID[0]["text"], OURS[1][1]]
    assert "Done again: words taken over." in table.panel.message.words()


def test_what_only_the_other_has_is_taken_over_into_its_place(table: Table) -> None:
    table.press(Qt.Key.Key_Down)
    wait_for(table.presenter.done, lambda: table.press(Qt.Key.Key_Return))
    table.settle()
    assert table.texts() == [OURS[0][1], SAID[1]["text"], OURS[1][1]]


def test_what_only_this_record_has_is_not_taken_over(bare: Table) -> None:
    def beside(vault: Vault) -> str:
        return put_beside(vault, bare.meeting_id, SAID[1:2])

    bare.composition.office.write(beside, lambda _id: None)
    bare.settle()
    wait_for(bare.presenter.shown, bare.presenter.refresh)
    bare.panel.take_focus()
    assert bare.row(0).right is None
    assert not bare.panel.take.isEnabled()
    bare.press(Qt.Key.Key_Return)
    assert bare.texts() == [text for _, text in OURS]


def test_k_keeps_a_difference_goes_on_and_opens_it_again(table: Table) -> None:
    wait_for(table.presenter.done, lambda: table.press(Qt.Key.Key_K))
    assert table.states() == [RowState.SETTLED, RowState.DIFFERENT, RowState.DIFFERENT]
    assert table.panel.rows.currentIndex().row() == TREATY
    assert table.texts() == [text for _, text in OURS]
    wait_for(table.presenter.shown, table.presenter.refresh)
    assert table.states()[HOTLINE] is RowState.SETTLED
    table.press(Qt.Key.Key_Up)
    wait_for(table.presenter.row_shown, lambda: table.press(Qt.Key.Key_K))
    assert table.states()[HOTLINE] is RowState.DIFFERENT
    wait_for(table.presenter.undone, lambda: table.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    table.settle()
    assert table.states()[HOTLINE] is RowState.SETTLED


def test_f_shows_open_differences_only_and_j_goes_from_one_to_the_next(table: Table) -> None:
    wait_for(table.presenter.done, lambda: table.press(Qt.Key.Key_K))
    table.press(Qt.Key.Key_F)
    assert table.panel.model.rowCount() == 2
    table.press(Qt.Key.Key_F)
    assert table.panel.model.rowCount() == 3
    places = []
    for _ in range(3):
        table.press(Qt.Key.Key_J)
        places.append(table.panel.rows.currentIndex().row())
    assert set(places) == {TREATY, INSPECTORS}
    assert places[0] != places[1]


def test_a_strike_is_asked_for_and_destroys_the_other_words(table: Table) -> None:
    table.press(Qt.Key.Key_X)
    assert table.beside() == [InterventionState.KEPT] * 3
    assert "cannot be undone" in table.panel.message.words()
    wait_for(table.presenter.shown, table.panel.message.press_action)
    table.settle()
    assert table.beside() == [InterventionState.STRUCK, InterventionState.KEPT, InterventionState.KEPT]
    shown = [table.row(number).right for number in range(table.panel.model.rowCount())]
    assert not any(one is not None and one.text == SAID[0]["text"] for one in shown)


def test_a_record_is_removed_and_comes_back(table: Table) -> None:
    wait_for(table.presenter.done, table.panel.put_away.click)
    table.settle()
    assert table.beside() == []
    assert table.panel.model.rowCount() == 0
    wait_for(table.presenter.undone, table.presenter.undo)
    table.settle()
    assert len(table.beside()) == 3
    assert table.panel.model.rowCount() == 3


def test_locking_ends_the_undoing_of_a_removal(table: Table) -> None:
    wait_for(table.presenter.done, table.panel.put_away.click)
    table.settle()
    table.lock_and_unlock()
    assert table.read(lambda reader: stored.records(reader, table.meeting_id, with_removed=True)) == ()
    assert table.read(lambda reader: history.history(reader, table.meeting_id)) == History()


def test_locking_empties_the_panel(table: Table) -> None:
    office = table.composition.office
    wait_for(office.closed, office.lock)
    assert table.panel.model.rowCount() == 0
    assert table.panel.records.box.count() == 0


def test_a_file_is_set_beside_by_typing_its_name(bare: Table, tmp_path: Path) -> None:
    assert focused() is bare.panel.file.edit
    path = tmp_path / "second.json"
    path.write_bytes(second_file().data)
    bare.type(str(path))
    wait_for(bare.presenter.done, lambda: bare.press(Qt.Key.Key_Return))
    bare.settle()
    assert bare.panel.model.rowCount() == 3
    assert len(bare.beside()) == 3
    wait_for(bare.presenter.undone, bare.presenter.undo)
    bare.settle()
    assert bare.panel.model.rowCount() == 0


@pytest.mark.parametrize(
    ("name", "data"),
    [("notes.txt", b"words"), ("none.json", None), ("bad.json", json.dumps({"a": 1}).encode())],
)
def test_a_file_that_cannot_stand_beside_is_told(
    bare: Table, tmp_path: Path, name: str, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    wait_for(bare.presenter.failed, lambda: bare.presenter.set_beside(tmp_path / name))
    assert bare.panel.message.words()
    assert bare.beside() == []


def test_nothing_is_left_in_the_panel_once_it_forgets(table: Table) -> None:
    table.panel.forget()
    assert table.panel.model.rowCount() == 0
    assert not table.panel.message.words()
    assert table.panel.rows._delegate._laid == {}


def test_escape_leaves(table: Table) -> None:
    wait_for(table.panel.left, lambda: table.press(Qt.Key.Key_Escape))
    table.panel.another.click()
    assert QApplication.focusWidget() is table.panel.file.edit
    table.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is table.panel.rows
