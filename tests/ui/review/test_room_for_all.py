"""What is in sight of the Review room at 1280 by 800 and at large text: nothing cut, the list and the reason always."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from dialogue_notes.services.reviewing.types import OpenKind, OpenMatter
from dialogue_notes.ui.common.buttons import Segmented
from dialogue_notes.ui.review.key_buttons import KeyButton
from dialogue_notes.ui.review.model import Card
from dialogue_notes.ui.review.view import CHECKLIST, DANGERS
from tests.ui.review.conftest import Reviewer
from tests.ui.review.full_list import many_things

MATTERS = tuple(OpenMatter(kind, 110) for kind in OpenKind)
LARGE = 1.6
ZOOMS = {0: 1.0, 2: 1.25, 4: 1.6, 6: 2.0, 8: 2.5}
"""Steps of Ctrl + and the zoom that they lead to."""


def fill(reviewer: Reviewer, steps: int) -> None:
    """The room at 1280 by 800 with a long list, at a zoom."""
    view = reviewer.view
    reviewer.staff.composition.window.resize(1280, 800)
    reviewer.staff.composition.theme.zoom_by(steps)
    assert reviewer.staff.composition.theme.zoom == ZOOMS[steps]
    view.show_review(many_things(view.shown, 200))
    view.show_matters(MATTERS)
    view.cards.setFocus()
    for _round in range(4):  # the rail, the room, its columns, what is in them
        QApplication.processEvents()


def things_in_sight(reviewer: Reviewer) -> int:
    """Cards that are wholly seen, within the list and within the column."""
    cards = reviewer.view.cards
    count = 0
    for row in range(reviewer.view.model.rowCount()):
        box = cards.visualRect(reviewer.view.model.index(row))
        is_whole = cards.viewport().rect().contains(box)
        seen = cards.viewport().visibleRegion().contains(QPoint(8, max(0, box.bottom() - 8)))
        count += isinstance(reviewer.view.model.card_at(row), Card) and is_whole and seen
    return count


def is_cut(button: QPushButton | KeyButton) -> bool:
    """Whether a button has less room than its words."""
    if isinstance(button, KeyButton):
        return button.width() < button.sizeHint().width()
    return button.width() < button.fontMetrics().horizontalAdvance(button.text())


def test_at_least_eight_things_are_in_sight_at_the_drawn_size(reviewer: Reviewer) -> None:
    fill(reviewer, 0)
    assert things_in_sight(reviewer) >= 8


@pytest.mark.parametrize(("steps", "least"), [(2, 5), (4, 3), (6, 2), (8, 1)])
def test_at_every_zoom_there_are_things_the_reason_and_whole_words(
    reviewer: Reviewer, steps: int, least: int
) -> None:
    fill(reviewer, steps)
    view = reviewer.view
    assert things_in_sight(reviewer) >= least
    said = view.strip._said
    assert view.strip.why_words().strip()
    assert said.visibleRegion().boundingRect().height() >= said.height() - 1
    assert said.height() >= said.heightForWidth(said.width()) - 1
    assert words_cut(reviewer) == []


def test_no_word_is_cut_at_the_drawn_size(reviewer: Reviewer) -> None:
    fill(reviewer, 0)
    assert words_cut(reviewer) == []


def words_cut(reviewer: Reviewer) -> list[str]:
    """The words of buttons that have no room, in every panel of the left column."""
    columns, found = reviewer.view.columns, []
    for panel in (DANGERS, CHECKLIST, "decide"):
        columns.left.show_panel(panel)
        QApplication.processEvents()
        tabs = columns.left.tabs
        assert tabs is not None
        assert tabs.width() <= columns.left.width()
        shown = _buttons(columns) if reviewer.staff.composition.theme.zoom <= LARGE else list(tabs.buttons())
        assert len(shown) >= 3
        found += [one.text() for one in shown if is_cut(one)]
    return found


def _buttons(inside: QWidget) -> list[QPushButton | KeyButton]:
    kinds: list[QPushButton | KeyButton] = [
        *inside.findChildren(QPushButton),
        *inside.findChildren(KeyButton),
    ]
    return [one for one in kinds if one.isVisible() and not one.visibleRegion().isEmpty()]


def test_the_record_does_not_jump_from_one_thing_to_the_next(reviewer: Reviewer) -> None:
    fill(reviewer, 0)
    heights = set()
    for _thing in range(3):  # until the longest reason was met
        reviewer.press(Qt.Key.Key_J)
    for _thing in range(9):
        reviewer.press(Qt.Key.Key_J)
        heights.add(reviewer.view.record.height())
    assert len(heights) == 1


def test_after_a_wording_the_keys_are_there_again(reviewer: Reviewer) -> None:
    view = reviewer.view
    reviewer.choose("Kang Yong-chol")
    before = view.record.height()
    reviewer.press(Qt.Key.Key_G)
    assert view.strip.ladder.isVisible()
    assert not view.strip.keys.isVisible()
    reviewer.press(Qt.Key.Key_Escape)
    assert view.strip.keys.isVisible()
    QApplication.processEvents()
    assert view.record.height() == before


def test_beside_dangers_there_are_no_keys_for_things_unless_words_are_selected(reviewer: Reviewer) -> None:
    view = reviewer.view
    reviewer.choose("Kang Yong-chol")
    assert view.strip.isVisible()
    view.show_panel(DANGERS)
    assert not view.strip.isVisible()
    assert view.record.select_words("Lantern Accord")
    assert view.strip.isVisible()


def test_choices_stand_on_several_lines_before_a_word_is_cut(reviewer: Reviewer) -> None:
    choices = [("a", "To decide"), ("b", "Dangers"), ("c", "Checklist"), ("d", "Descriptions")]
    row = Segmented("Panels", choices, wraps=True)
    row.setParent(reviewer.view)
    row.show()
    tops = []
    for width in (600, 320, 200, 110):
        row.resize(width, 200)
        QApplication.processEvents()
        tops.append(len({one.y() for one in row.buttons()}))
        assert not any(one.width() < one.fontMetrics().horizontalAdvance(one.text()) for one in row.buttons())
    assert tops[0] == 1
    assert tops == sorted(tops)
    assert tops[-1] == 4
    row.deleteLater()


@pytest.mark.parametrize("steps", [0, 8])
def test_every_key_can_be_found_from_the_strip(reviewer: Reviewer, steps: int) -> None:
    fill(reviewer, steps)
    view = reviewer.view
    view.strip.all_keys.click()
    sheets = [one for one in view.findChildren(QWidget) if one.accessibleName() == "Keys of the Review room"]
    assert any(one.isVisible() for one in sheets)
