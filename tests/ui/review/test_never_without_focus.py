"""The focus is never nowhere: in an empty meeting, in a panel with nothing to show, and once something is there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_notes.app.compose import Composition
from dialogue_notes.ui.review.checklist.model import NO_CHECKLIST
from dialogue_notes.ui.review.dangers.model import NOTHING_YET, Head
from dialogue_notes.ui.review.hosting import Panels
from dialogue_notes.ui.review.view import CHECKLIST, DANGERS, ReviewView
from tests.ui.conftest import settle
from tests.ui.review.conftest import Reviewer

KEY = Qt.Key


def focus() -> QWidget:
    """What has the focus; it is in sight."""
    found = QApplication.focusWidget()
    assert found is not None
    assert found.isVisible()
    return found


def panels(view: ReviewView) -> Panels:
    found = view.findChild(Panels)
    assert isinstance(found, Panels)
    return found


def test_in_a_vault_without_a_meeting_every_panel_has_it_and_escape_leads_back(opened: Composition) -> None:
    opened.window.show_room("review")
    settle(opened)
    view = opened.window._rooms["review"].view
    assert isinstance(view, ReviewView)
    assert view.columns.left.progress.words() == "Nothing to decide"
    for code, panel in ((DANGERS, panels(view).dangers), (CHECKLIST, panels(view).checklist)):
        view.show_panel(code)
        settle(opened)
        where = focus()
        assert panel.isAncestorOf(where) or view.columns.left.tab_has_focus()
    assert not panels(view).checklist.no.isVisible()


def test_where_the_last_danger_goes_the_focus_stays_in_the_panel_and_comes_back(reviewer: Reviewer) -> None:
    reviewer.view.show_panel(DANGERS)
    reviewer.staff.settle()
    panel = panels(reviewer.view).dangers
    there = panel._view
    assert focus() is panel.list
    panel.show_dangers(NOTHING_YET)
    assert focus() in panel.heads.buttons()
    panel.show_dangers(there)
    assert focus() is panel.list
    panel.show_dangers(NOTHING_YET)
    reviewer.press(KEY.Key_Right)
    reviewer.press(KEY.Key_Space)
    panel.show_dangers(there)
    assert focus() in panel.heads.buttons()  # whoever looks at something else is left there
    assert panel.heads.code() != Head.OPEN
    reviewer.press(KEY.Key_D)
    assert focus() is reviewer.view.cards


def test_where_no_question_is_asked_the_tab_has_it_until_one_is(reviewer: Reviewer) -> None:
    reviewer.view.show_panel(CHECKLIST)
    reviewer.staff.settle()
    panel, left = panels(reviewer.view).checklist, reviewer.view.columns.left
    there = panel._view
    assert panel.isAncestorOf(focus())
    panel.show_checklist(NO_CHECKLIST)
    assert left.tab_has_focus()
    panel.show_checklist(there)
    assert panel.isAncestorOf(focus())
    panel.show_checklist(NO_CHECKLIST)
    reviewer.view.record.setFocus()
    panel.show_checklist(there)
    assert focus() is reviewer.view.record
