"""A thousand suggestions in the real window, decided with keys alone: nothing is skipped, lost or decided twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from benchmarks.long_meeting import PASSPHRASE
from benchmarks.reviewed_meeting import make
from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.ui.review.decider import Decider
from dialogue_notes.ui.review.list_model import Heading
from dialogue_notes.ui.review.presenter import ReviewPresenter
from tests.ui.conftest import wait_for
from tests.ui.review.conftest import Reviewer
from tests.ui.reviewing_table import Staff

pytestmark = pytest.mark.timeout(240)
KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reviewer(composition: Composition, tmp_path: Path) -> Reviewer:
    """Before a meeting of 400 entries that was looked through."""
    made = make(tmp_path / "vaults" / "Long.vault", 400)
    office = composition.office
    composition.window.show()
    wait_for(office.unlocked, lambda: composition.unlock.unlock(made.folder, bytearray(PASSPHRASE.encode())))
    office.choose_meeting(made.dialogue_id, made.meeting_id, made.session_id)
    found = Reviewer(Staff(composition, made.meeting_id, ()))
    composition.window.show_room("review")
    while not found.view.model.rowCount():
        wait_for(found.presenter.shown, lambda: None)
    found.presenter._look.stop()
    found.staff.settle()
    return found


def test_everything_is_decided_by_keys_alone(reviewer: Reviewer) -> None:
    view = reviewer.view
    assert view.shown.total >= 1_000
    view.cards.setFocus()
    walk_through_all(reviewer)
    reviewer.press(KEY.Key_Home)
    for _thing in range(12):
        reviewer.press(KEY.Key_P)
        reviewer.press(KEY.Key_R, SHIFT)
        reviewer.press(KEY.Key_N)
    groups = 0
    while view.shown.waiting:
        waiting = view.shown.waiting
        reviewer.press(KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
        reviewer.press(KEY.Key_B)
        reviewer.decide(KEY.Key_Return)
        assert view.shown.waiting < waiting
        groups += 1
        assert groups < 40
    written_through(reviewer)
    stored = reviewer.staff.redactions()
    assert len(stored) >= 1_000
    assert {one.state for one in stored} == {RedactionState.ACCEPTED, RedactionState.REJECTED}
    assert view.shown.decided == view.shown.total
    assert view.columns.left.progress.words() == f"{len(stored):,} of {len(stored):,} decided"


def walk_through_all(reviewer: Reviewer) -> None:
    """J meets every thing once, in the order of the list, headings skipped."""
    view = reviewer.view
    reviewer.press(KEY.Key_Home)
    met = [reviewer.current().key]
    for _thing in range(len(reviewer.cards()) - 1):
        view.decide_by_key("J")
        met.append(reviewer.current().key)
    assert met == [card.key for card in reviewer.cards()]
    assert sum(isinstance(row, Heading) for row in view.model.rows) >= 3


def written_through(reviewer: Reviewer) -> None:
    """Everything that was asked for is on the disk."""
    deciders = reviewer.presenter.findChildren(Decider)
    presenters = reviewer.view.findChildren(ReviewPresenter)
    assert len(deciders) == len(presenters) == 1
    deciders[0]._write()
    reviewer.staff.settle()


def test_many_undos_lead_back_to_where_it_began(reviewer: Reviewer) -> None:
    before = reviewer.staff.redactions()
    reviewer.view.cards.setFocus()
    for key in (KEY.Key_P, KEY.Key_N, KEY.Key_R, KEY.Key_W, KEY.Key_A):
        reviewer.decide(key)
    assert reviewer.staff.redactions() != before
    for _act in range(5):
        reviewer.undo()
    assert reviewer.staff.redactions() == before
    assert reviewer.view.shown.decided == 0
