"""Where the cursor of the Summary room is after a change, and the keys that must work from everywhere in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from dialogue_notes.ui.summary.editor import PointsEditor
from tests.ui.conftest import wait_for
from tests.ui.reviewing_table import Staff
from tests.ui.summarising import CONTROL, choose_row, draft, out_of, presenter_of, stored_summary, view_of

ALT = Qt.KeyboardModifier.AltModifier


def _chosen(editor: PointsEditor) -> str:
    row = editor.current()
    return row.text if row is not None else ""


def test_the_cursor_goes_along_with_a_point_that_moves(staff: Staff) -> None:
    draft(staff)
    choose_row(staff, "nothing yet")
    staff.press(Qt.Key.Key_Up, ALT)
    assert _chosen(view_of(staff).editor) == "nothing yet"
    staff.press(Qt.Key.Key_Up, ALT)
    points = [point.sources[0] for point in stored_summary(staff).sections[0].points]
    assert points.index(staff.entries[3]) == 1


def test_delete_after_a_move_removes_the_point_that_was_moved(staff: Staff) -> None:
    draft(staff)
    choose_row(staff, "nothing yet")
    staff.press(Qt.Key.Key_Up, ALT)
    staff.press(Qt.Key.Key_Delete)
    sources = [point.sources[0] for section in stored_summary(staff).sections for point in section.points]
    assert sources == [staff.entries[number] for number in (0, 1, 2, 5)]


def test_a_point_just_written_is_the_one_chosen(staff: Staff) -> None:
    draft(staff)
    choose_row(staff, "nothing yet")
    staff.press(Qt.Key.Key_N, CONTROL)
    staff.type("Both chairs want to go on.")
    staff.press(Qt.Key.Key_Return)
    assert _chosen(view_of(staff).editor) == "Both chairs want to go on."


def test_export_opens_by_its_key_also_from_the_title_and_enter_exports(staff: Staff, tmp_path: Path) -> None:
    view = view_of(staff)
    draft(staff)
    staff.press(Qt.Key.Key_3, ALT)
    assert view.side.title.edit.hasSelectedText()
    staff.press(Qt.Key.Key_E, CONTROL)
    assert view.export_sheet.isVisible()
    view.export_sheet.folder.set_folder(tmp_path / "out")
    wait_for(out_of(staff).export_done, lambda: staff.press(Qt.Key.Key_Return))
    assert (tmp_path / "out").is_dir()


def test_an_approval_says_what_ends_it(staff: Staff) -> None:
    draft(staff)
    wait_for(presenter_of(staff).approved, view_of(staff).side.approve.click)
    assert view_of(staff).message.words() == "Approved as it stands now. Any change ends the approval."
