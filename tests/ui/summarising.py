"""What the tests of the Summary room look at and do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dialogue_notes.domain.summary import Summary
from dialogue_notes.services.places import InlinePlaces
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.worker.process import WorkerProcess
from dialogue_notes.storage import summaries as stored
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.summary.out_presenter import OutPresenter
from dialogue_notes.ui.summary.points_presenter import PointsPresenter
from dialogue_notes.ui.summary.presenter import SummaryPresenter
from dialogue_notes.ui.summary.view import SummaryView
from tests.support import reviewing
from tests.ui.reviewing_table import Staff

CONTROL = Qt.KeyboardModifier.ControlModifier


def decide_all(vault: Vault, meeting_id: str) -> None:
    """Looks through the meeting and decides all that is proposed."""
    places = InlinePlaces(WorkerProcess())
    try:
        review.refresh_suggestions(vault, places, meeting_id)
    finally:
        places.close()
    reviewing.decide_all(vault, meeting_id)


def view_of(staff: Staff) -> SummaryView:
    view = staff.composition.window._rooms["summary"].view
    assert isinstance(view, SummaryView)
    return view


def presenter_of(staff: Staff) -> SummaryPresenter:
    found = view_of(staff).findChild(SummaryPresenter)
    assert isinstance(found, SummaryPresenter)
    return found


def points_of(staff: Staff) -> PointsPresenter:
    found = view_of(staff).findChild(PointsPresenter)
    assert isinstance(found, PointsPresenter)
    return found


def out_of(staff: Staff) -> OutPresenter:
    found = view_of(staff).findChild(OutPresenter)
    assert isinstance(found, OutPresenter)
    return found


def draft(staff: Staff) -> Summary:
    view = view_of(staff)
    QTest.mouseClick(view.draft, Qt.MouseButton.LeftButton)
    staff.settle()
    return stored_summary(staff)


def stored_summary(staff: Staff) -> Summary:
    return staff.read(lambda reader: stored.summaries(reader, staff.meeting_id))[-1]


def texts(staff: Staff) -> list[str]:
    view = view_of(staff)
    rows = [view.editor.model.row_at(number) for number in range(view.editor.model.rowCount())]
    return [row.text for row in rows if row is not None]


def choose_row(staff: Staff, text: str) -> None:
    editor = view_of(staff).editor
    view_of(staff).show_face("points")
    editor.outline.setCurrentIndex(editor.model.index(texts(staff).index(text)))
    editor.outline.setFocus()
