"""Everything of the Review room at two and a half times the drawn size, on 1280 by 800: reached by keys and whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_notes.ui.review.consents.model import ConsentsShown
from dialogue_notes.ui.review.hosting import Panels
from dialogue_notes.ui.review.key_buttons import Detail
from tests.ui.review.conftest import Reviewer

KEY = Qt.Key
LARGEST = 8
"""Steps of Ctrl + that lead to 2.5."""


def seen(widget: QWidget) -> bool:
    """Whether all of a widget is in sight."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def apart(widgets: list[QWidget]) -> bool:
    """Whether none lies over another."""
    boxes = [QRect(one.mapToGlobal(QPoint()), one.size()) for one in widgets if one.isVisible()]
    return not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])


@pytest.fixture
def large(reviewer: Reviewer) -> Reviewer:
    """In the room at the largest text."""
    reviewer.staff.composition.window.resize(1280, 800)
    reviewer.staff.composition.theme.zoom_by(LARGEST)
    reviewer.view.cards.setFocus()
    settle(reviewer)
    return reviewer


def settle(reviewer: Reviewer) -> None:
    reviewer.staff.settle()
    for _round in range(4):
        QApplication.processEvents()


def panels(reviewer: Reviewer) -> Panels:
    found = reviewer.view.findChild(Panels)
    assert isinstance(found, Panels)
    return found


@pytest.mark.parametrize("steps", [0, 4, LARGEST])
def test_comments_open_where_they_can_be_seen_and_typed_in(reviewer: Reviewer, steps: int) -> None:
    reviewer.staff.composition.window.resize(1280, 800)
    reviewer.staff.composition.theme.zoom_by(steps)
    reviewer.view.cards.setFocus()
    settle(reviewer)
    reviewer.press(KEY.Key_C)
    settle(reviewer)
    field = panels(reviewer).comments.field
    assert field.edit.hasFocus()
    assert seen(field.edit)
    assert seen(field.save)
    assert apart([field.edit, field.save, field.look])
    reviewer.press(KEY.Key_Escape)
    settle(reviewer)
    assert reviewer.view.record.isVisible()
    assert reviewer.view.cards.hasFocus()


def test_a_wording_is_typed_in_sight_and_no_rung_pushes_it_aside(large: Reviewer) -> None:
    large.choose("Kang Yong-chol")
    settle(large)
    large.press(KEY.Key_G)
    settle(large)
    strip = large.view.strip
    assert strip.wording.edit.hasFocus()
    assert seen(strip.wording.edit)
    around = large.view.columns._strip_area
    assert strip.width() <= around.viewport().width()


@pytest.mark.parametrize("steps", [0, 4])
def test_what_is_said_of_a_wording_has_room_as_soon_as_it_is_said(reviewer: Reviewer, steps: int) -> None:
    reviewer.staff.composition.window.resize(1280, 800)
    reviewer.staff.composition.theme.zoom_by(steps)
    settle(reviewer)
    reviewer.choose("Kang Yong-chol")
    reviewer.press(KEY.Key_E)
    settle(reviewer)
    reviewer.staff.type("a lighthouse keeper")
    settle(reviewer)
    ladder = reviewer.view.strip.ladder
    assert "Nobody has counted" in ladder.says()
    assert seen(ladder._says)
    assert "ladder" not in ladder._help.text()


def test_questions_in_place_are_whole(large: Reviewer) -> None:
    large.choose("Kang Yong-chol")
    large.press(KEY.Key_M)
    settle(large)
    merge = large.view.columns.merge
    parts = [one for one in merge.findChildren(QWidget) if one.parent() is merge]
    assert merge.edit.hasFocus()
    assert apart(parts)
    assert all(seen(one) for one in (merge.edit, merge.list))
    large.press(KEY.Key_Escape)
    large.press(KEY.Key_B)
    settle(large)
    bulk = large.view.columns.bulk
    assert all(seen(button) for button in bulk.keys.buttons)
    large.press(KEY.Key_Escape)
    settle(large)
    assert large.view.strip.isVisible()


def test_key_caps_alone_take_two_lines(large: Reviewer) -> None:
    keys = large.view.strip.keys
    keys.show_detail(Detail.CAPS)
    lines = {button.y() for button in (*keys.buttons, large.view.strip.all_keys)}
    assert len(lines) == 2


def test_two_records_have_the_window_and_their_rows_are_seen(large: Reviewer) -> None:
    large.press(KEY.Key_T)
    settle(large)
    side = panels(large).side
    assert large.view.columns.left.isHidden()
    assert seen(side.file.edit)
    assert side.file.edit.hasFocus()
    large.press(KEY.Key_Escape)
    settle(large)
    assert large.view.cards.hasFocus()
    assert large.view.columns.left.cards.isVisible()


def test_the_sheet_of_consents_keeps_its_fields_and_buttons_whole(large: Reviewer) -> None:
    sheet = panels(large).consents
    sheet.show_sheet(
        ConsentsShown("entry", "Entry 2 of session 1", "word " * 60, (), (("", "Every audience"),))
    )
    settle(large)
    for field in (sheet.by, sheet.when, sheet.how):
        assert field.edit.hasFocus()
        assert seen(field.edit)
        assert field.edit.height() >= field.edit.sizeHint().height()
        large.press(KEY.Key_Tab)
        settle(large)
    assert seen(sheet.note)
    large.press(KEY.Key_Return)
    settle(large)
    assert sheet.by.edit.hasFocus()
    assert seen(sheet.by.edit)
