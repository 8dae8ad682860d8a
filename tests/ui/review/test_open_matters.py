"""The meeting is called reviewed only when all that may be open was read, and nothing of it is; else it says why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.reviewing.types import OpenKind, OpenMatter
from dialogue_notes.ui.review import matters
from dialogue_notes.ui.review.matters import MattersReader
from dialogue_notes.ui.review.model import Unread
from tests.ui.conftest import wait_for
from tests.ui.review.conftest import Reviewer

Find = Callable[[object, str], tuple[OpenMatter, ...]]


def reader_of(reviewer: Reviewer) -> MattersReader:
    found = reviewer.presenter.findChild(MattersReader)
    assert isinstance(found, MattersReader)
    return found


def find(monkeypatch: pytest.MonkeyPatch, *found: OpenMatter) -> None:
    """What is open besides the places is this, and nothing else."""
    monkeypatch.setattr(matters, "open_matters", lambda _reader, _meeting: found)


def read(reviewer: Reviewer) -> None:
    """What is open is read at once, instead of a while after the last act."""
    reader = reader_of(reviewer)
    reader._soon.stop()
    wait_for(reader.told, reader._read)


def decide_all(reviewer: Reviewer) -> None:
    reviewer.view.cards.setFocus()
    while (card := reviewer.view.current_card()) is not None and card.undecided:
        reviewer.decide(Qt.Key.Key_N)


def test_the_button_waits_until_what_is_open_was_read(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(monkeypatch)
    decide_all(reviewer)
    left = reviewer.view.columns.left
    assert reviewer.view.shown.waiting == 0
    assert not left.reviewed.isEnabled()
    assert left.why_not() == Unread.MATTERS.value
    read(reviewer)
    assert left.reviewed.isEnabled()
    assert left.why_not() == "Nothing is open."


def test_every_act_makes_what_was_read_doubtful(reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    find(monkeypatch)
    decide_all(reviewer)
    read(reviewer)
    assert reviewer.view.reviewed.isEnabled()
    reviewer.presenter.read_matters()
    assert not reviewer.view.reviewed.isEnabled()


def test_what_was_read_before_the_last_act_counts_for_nothing(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(monkeypatch)
    decide_all(reviewer)
    reader = reader_of(reviewer)
    reader._soon.stop()
    reader._read()
    reviewer.presenter.read_matters()
    reader._soon.stop()
    reviewer.staff.settle()
    assert not reviewer.view.reviewed.isEnabled()


def test_while_the_record_is_looked_through_more_may_come(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(monkeypatch)
    decide_all(reviewer)
    read(reviewer)
    reviewer.presenter.enter()
    assert not reviewer.view.reviewed.isEnabled()
    assert reviewer.view.columns.left.why_not() == Unread.RECORD.value


def test_what_cannot_be_read_is_said_once_and_keeps_the_button_asleep(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_reader: object, _meeting: str) -> tuple[OpenMatter, ...]:
        raise KnownError(ErrorCode.NOT_FOUND)

    decide_all(reviewer)
    monkeypatch.setattr(matters, "open_matters", fail)
    read(reviewer)
    assert not reviewer.view.reviewed.isEnabled()
    assert reviewer.view.columns.left.why_not() == Unread.FAILED.value
    assert reviewer.view.message.words()
    assert not reader_of(reviewer)._soon.isActive()


def test_what_is_open_is_named_by_kind_and_number(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide_all(reviewer)
    left = reviewer.view.columns.left
    for found, words in (
        ((OpenMatter(OpenKind.CHECKLIST, 3),), ["3 checklist points"]),
        ((OpenMatter(OpenKind.DANGER, 1), OpenMatter(OpenKind.CHECKLIST, 2)), ["1 danger", "2 checklist points"]),
        ((OpenMatter(OpenKind.DANGER, 1),), ["1 danger"]),
    ):  # fmt: skip
        find(monkeypatch, *found)
        reviewer.presenter.read_matters()
        read(reviewer)
        assert [one.text() for one in left.open_buttons()] == words
        assert left._open_caption.text() == "Open:"
        assert left.why_not() == "Once nothing is open."


def test_a_change_of_details_under_way_starts_the_reading_again(reviewer: Reviewer) -> None:
    presenter, office = reviewer.presenter, reviewer.staff.composition.office
    presenter.refresh()
    wait_for(presenter.shown, office.meeting_changed.emit)
    reviewer.staff.settle()
    assert not presenter._is_reading
    assert reviewer.cards()


def test_a_change_of_details_before_the_look_starts_the_look_again(reviewer: Reviewer) -> None:
    presenter, office = reviewer.presenter, reviewer.staff.composition.office
    presenter.enter()
    reviewer.staff.settle()
    assert presenter._look.isActive()
    office.meeting_changed.emit()
    assert presenter._look.isActive()


def test_a_change_of_details_at_rest_reads_nothing_again(reviewer: Reviewer) -> None:
    presenter, office = reviewer.presenter, reviewer.staff.composition.office
    presenter._look.stop()
    reviewer.staff.settle()
    told: list[object] = []
    presenter.shown.connect(told.append)
    before = presenter._reading
    office.meeting_changed.emit()
    reviewer.staff.settle()
    assert told == []
    assert presenter._reading == before + 1
    assert not presenter._look.isActive()


def test_what_was_being_read_of_the_meeting_before_is_not_shown_as_another(reviewer: Reviewer) -> None:
    presenter, office = reviewer.presenter, reviewer.staff.composition.office
    board = presenter.board
    assert board is not None
    presenter._look.stop()
    number = presenter._reading
    office.meeting_changed.emit()
    told: list[object] = []
    presenter.shown.connect(told.append)
    presenter._take(board, number)
    assert told == []
