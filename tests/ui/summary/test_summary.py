"""The Summary room in the real window: points by key, what stands in the way, and locking."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.codes import RedactionState, Sureness
from dialogue_notes.domain.redaction import PlaceKind
from dialogue_notes.services.summaries import summary_state
from dialogue_notes.storage import redactions
from dialogue_notes.storage import summaries as stored
from dialogue_notes.ui.summary.view import SummaryView
from tests.ui.conftest import wait_for
from tests.ui.reviewing_table import Staff
from tests.ui.summarising import (
    CONTROL,
    choose_row,
    draft,
    out_of,
    points_of,
    presenter_of,
    stored_summary,
    texts,
    view_of,
)

ALT = Qt.KeyboardModifier.AltModifier


def test_a_draft_takes_what_this_audience_may_see_in_the_order_of_the_record(staff: Staff) -> None:
    summary = draft(staff)
    sources = [point.sources[0] for section in summary.sections for point in section.points]
    assert sources == [staff.entries[number] for number in (0, 1, 2, 3, 5)]


def test_enter_picks_an_entry_and_enter_again_puts_it_back(staff: Staff) -> None:
    view = view_of(staff)
    view.sources.setCurrentIndex(view.sources_model.index(3))
    view.sources.setFocus()
    staff.press(Qt.Key.Key_Return)
    assert [point.sources for point in stored_summary(staff).sections[0].points] == [(staff.entries[3],)]
    row = view.sources_model.row_at(3)
    assert row is not None
    assert row.picked == "picked → 1.1"
    staff.press(Qt.Key.Key_Return)
    assert stored_summary(staff).sections == ()


def test_entries_are_picked_into_the_order_of_the_record_whatever_the_order_of_picking(staff: Staff) -> None:
    view = view_of(staff)
    view.sources.setFocus()
    for row in (3, 0):
        view.sources.setCurrentIndex(view.sources_model.index(row))
        staff.press(Qt.Key.Key_Return)
    points = stored_summary(staff).sections[0].points
    assert [point.sources[0] for point in points] == [staff.entries[0], staff.entries[3]]


def test_an_entry_that_stays_in_the_room_says_why_and_cannot_be_picked(staff: Staff) -> None:
    view = view_of(staff)
    row = view.sources_model.row_at(4)
    assert row is not None
    assert row.note == "Stays in the room: not for the report"
    assert "boats" not in row.words
    view.sources.setCurrentIndex(view.sources_model.index(4))
    view.sources.setFocus()
    staff.press(Qt.Key.Key_Return)
    assert staff.read(lambda reader: stored.summaries(reader, staff.meeting_id)) == ()


def test_a_point_is_rewritten_in_place_and_undone(staff: Staff) -> None:
    before = draft(staff)
    choose_row(staff, "nothing yet")
    staff.press(Qt.Key.Key_Return)
    staff.type("Nothing was offered yet.")
    wait_for(points_of(staff).changed, lambda: staff.press(Qt.Key.Key_Return))
    staff.settle()
    assert "Nothing was offered yet." in texts(staff)
    wait_for(points_of(staff).undone, lambda: staff.press(Qt.Key.Key_Z, CONTROL))
    staff.settle()
    assert stored_summary(staff) == before


def test_a_name_in_a_point_that_was_written_waits_for_a_decision(staff: Staff) -> None:
    draft(staff)
    choose_row(staff, "nothing yet")
    staff.press(Qt.Key.Key_Return)
    staff.type("Nothing was offered to Dr. Vothrekk.")
    wait_for(points_of(staff).looker.looked, lambda: staff.press(Qt.Key.Key_Return))
    staff.settle()
    marks = staff.read(lambda reader: redactions.redactions(reader, staff.meeting_id))
    found = [one for one in marks if one.place.kind is PlaceKind.POINT]
    assert [(one.state, one.default) for one in found] == [(RedactionState.SUGGESTED, True)]
    state = staff.read(lambda reader: summary_state(reader, stored_summary(staff).id))
    assert any("undecided" in reason.why for reason in state.reasons)


def test_escape_leaves_a_point_as_it_was(staff: Staff) -> None:
    before = draft(staff)
    choose_row(staff, "nothing yet")
    staff.press(Qt.Key.Key_Return)
    staff.type("something else")
    staff.press(Qt.Key.Key_Escape)
    assert stored_summary(staff) == before


def test_a_label_becomes_plain_words_when_a_point_is_rewritten(staff: Staff) -> None:
    draft(staff)
    assert "a person and the Lantern Accord" in texts(staff)


def test_points_move_by_keys_and_go_on_into_the_next_section(staff: Staff) -> None:
    draft(staff)
    choose_row(staff, "nothing yet")
    staff.press(Qt.Key.Key_Up, ALT)
    points = [point.sources[0] for point in stored_summary(staff).sections[0].points]
    assert points.index(staff.entries[3]) == 2


def test_a_heading_and_a_point_are_added_and_a_point_is_removed(staff: Staff) -> None:
    view = view_of(staff)
    draft(staff)
    view.show_face("points")
    staff.press(Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    staff.type("Key points")
    staff.press(Qt.Key.Key_Return)
    choose_row(staff, "Key points")
    staff.press(Qt.Key.Key_N, CONTROL)
    staff.type("Both chairs want to go on.")
    staff.press(Qt.Key.Key_Return)
    assert stored_summary(staff).sections[-1].title == "Key points"
    assert stored_summary(staff).sections[-1].points[0].text == "Both chairs want to go on."
    choose_row(staff, "Both chairs want to go on.")
    staff.press(Qt.Key.Key_Delete)
    assert stored_summary(staff).sections[-1].points == ()


def test_a_hidden_name_in_written_words_stands_in_the_way(staff: Staff) -> None:
    view = view_of(staff)
    draft(staff)
    choose_row(staff, "nothing yet")
    staff.press(Qt.Key.Key_Return)
    staff.type("Vance had nothing.")
    staff.press(Qt.Key.Key_Return)
    shown = presenter_of(staff).snapshot
    assert any("point 4 of section 1" in line.words.lower() for line in shown.checks)
    assert not view.side.approve.isEnabled()


def test_sureness_that_the_sources_do_not_show_stands_in_the_way(staff: Staff) -> None:
    view = view_of(staff)
    draft(staff)
    choose_row(staff, "nothing yet")
    view.editor.sureness.set_code(Sureness.SEVERAL_VOICES.value)
    wait_for(
        points_of(staff).changed,
        lambda: view.editor.sureness.chosen.emit(Sureness.SEVERAL_VOICES.value),
    )
    staff.settle()
    assert any("several" in line.words for line in presenter_of(staff).snapshot.checks)


def test_locking_empties_the_room(staff: Staff) -> None:
    view, office = view_of(staff), staff.composition.office
    wait_for(out_of(staff).pages, lambda: draft(staff))
    wait_for(office.closed, office.lock)
    assert view.sources_model.rowCount() == view.editor.model.rowCount() == 0
    assert view.pages.page_count == 0
    assert view.side.title.text() == ""


def test_a_draft_outlives_locking(staff: Staff) -> None:
    before = draft(staff)
    staff.lock_and_unlock()
    assert stored_summary(staff) == before
    assert presenter_of(staff).snapshot.summary_id == before.id


def test_the_empty_room_says_what_to_do_first(opened: Composition) -> None:
    opened.window.show_room("summary")
    view = opened.window._rooms["summary"].view
    assert isinstance(view, SummaryView)
    assert "Meetings" in view._empty_words.text()
    assert not view.draft.isVisible()
