"""The way out of the Summary room: the very page, approval, and the export through the gate."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dialogue_notes.storage import summaries as stored
from dialogue_notes.ui.common.labels import PlainLabel
from tests.ui.conftest import wait_for
from tests.ui.reviewing_table import Staff
from tests.ui.summarising import CONTROL, choose_row, draft, out_of, presenter_of, view_of


def test_the_preview_is_the_page_of_the_pdf(staff: Staff) -> None:
    wait_for(out_of(staff).pages, lambda: draft(staff))
    assert view_of(staff).pages.page_count == 1


def test_what_stands_in_the_way_takes_the_page_away_until_it_is_gone(staff: Staff) -> None:
    wait_for(out_of(staff).pages, lambda: draft(staff))
    choose_row(staff, "nothing yet")
    staff.press(Qt.Key.Key_Return)
    staff.type("Vance had nothing.")
    wait_for(out_of(staff).no_pages, lambda: staff.press(Qt.Key.Key_Return))
    assert view_of(staff).pages.page_count == 0
    assert "in its way" in view_of(staff).pages.findChildren(PlainLabel)[-1].text()
    wait_for(out_of(staff).pages, lambda: staff.press(Qt.Key.Key_Z, CONTROL))
    assert view_of(staff).pages.page_count == 1


def test_the_list_says_what_a_description_keeps_to_and_claims_no_reading_of_the_texts(staff: Staff) -> None:
    draft(staff)
    words = [line.words for line in presenter_of(staff).snapshot.checks]
    assert "Speakers are described so that 3 people or more fit" in words


def test_approval_holds_for_this_content_and_lapses_with_a_change(staff: Staff) -> None:
    view = view_of(staff)
    draft(staff)
    QTest.mouseClick(view.side.approve, Qt.MouseButton.LeftButton)
    staff.settle()
    assert presenter_of(staff).snapshot.is_approved
    choose_row(staff, "nothing yet")
    staff.press(Qt.Key.Key_Delete)
    assert not presenter_of(staff).snapshot.is_approved


def test_export_writes_all_formats_and_says_what_was_not_checked(staff: Staff, tmp_path: Path) -> None:
    view, folder = view_of(staff), tmp_path / "out"
    draft(staff)
    QTest.mouseClick(view.side.approve, Qt.MouseButton.LeftButton)
    staff.settle()
    staff.press(Qt.Key.Key_E, CONTROL)
    for box in view.export_sheet.boxes.values():
        box.setChecked(True)
    view.export_sheet.folder.set_folder(folder)
    wait_for(
        out_of(staff).export_done,
        lambda: QTest.mouseClick(view.export_sheet.go, Qt.MouseButton.LeftButton),
    )
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["summary.docx", "summary.html", "summary.md", "summary.pdf", "summary.txt"]
    words = [label.text() for label in view.export_sheet._result.findChildren(type(view.side._words))]
    assert any("Meaning: not checked" in each for each in words)
    staff.settle()
    assert len(staff.read(lambda reader: stored.exports(reader, staff.meeting_id))) == 5


def test_an_unapproved_summary_goes_out_as_a_draft_only(staff: Staff, tmp_path: Path) -> None:
    view, folder = view_of(staff), tmp_path / "out"
    draft(staff)
    staff.press(Qt.Key.Key_E, CONTROL)
    assert view.export_sheet.draft.isChecked()
    assert not view.export_sheet.draft.isEnabled()
    view.export_sheet.boxes["pdf"].setChecked(False)
    view.export_sheet.boxes["docx"].setChecked(False)
    view.export_sheet.boxes["txt"].setChecked(True)
    view.export_sheet.folder.set_folder(folder)
    wait_for(
        out_of(staff).export_done,
        lambda: QTest.mouseClick(view.export_sheet.go, Qt.MouseButton.LeftButton),
    )
    assert "DRAFT" in (folder / "summary.txt").read_text(encoding="utf-8")


def test_an_export_onto_a_file_that_is_there_is_refused_in_place(staff: Staff, tmp_path: Path) -> None:
    view = view_of(staff)
    (tmp_path / "summary.pdf").write_bytes(b"somebody's")
    draft(staff)
    staff.press(Qt.Key.Key_E, CONTROL)
    view.export_sheet.folder.set_folder(tmp_path)
    wait_for(
        out_of(staff).export_failed,
        lambda: QTest.mouseClick(view.export_sheet.go, Qt.MouseButton.LeftButton),
    )
    assert "is there already" in view.export_sheet.message.words()
    assert (tmp_path / "summary.pdf").read_bytes() == b"somebody's"


def test_the_register_tells_what_left_for_whom_and_with_which_hash(staff: Staff, tmp_path: Path) -> None:
    view, folder = view_of(staff), tmp_path / "out"
    draft(staff)
    staff.press(Qt.Key.Key_E, CONTROL)
    view.export_sheet.folder.set_folder(folder)
    wait_for(
        out_of(staff).export_done,
        lambda: QTest.mouseClick(view.export_sheet.go, Qt.MouseButton.LeftButton),
    )
    staff.settle()
    staff.press(Qt.Key.Key_Escape)
    QTest.mouseClick(view.side.register, Qt.MouseButton.LeftButton)
    shown = [label.text() for label in view.register_sheet.findChildren(PlainLabel)]
    for name in ("summary.pdf", "summary.docx"):
        assert name in shown
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest()[:16] in shown
    assert "draft" in shown
    staff.press(Qt.Key.Key_Escape)
    assert not view.register_sheet.isVisible()
