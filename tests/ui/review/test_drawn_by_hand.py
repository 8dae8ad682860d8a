"""What the Review room draws by hand: pictures of rows, what is said of a place, the progress."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from dialogue_notes.ui.review.progress import Progress
from dialogue_notes.ui.review.row_pictures import RowPictures
from dialogue_notes.ui.review.said import Said
from dialogue_notes.ui.review.text_layout import Box, Stretch, TextLayout
from dialogue_notes.ui.theme.theme import Theme

BOX = QRect(0, 10, 200, 40)


class Hand:
    """Draws a letter, and counts how often it was asked to."""

    def __init__(self) -> None:
        self.times = 0

    def draw(self, painter: QPainter) -> None:
        self.times += 1
        painter.drawText(QRect(0, 0, 200, 40), 0, "words")


@pytest.fixture
def sheet(theme: Theme) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(200, 100)
    yield made
    made.deleteLater()


def painted(pictures: RowPictures, hand: Hand, key: str, state: object, box: QRect = BOX) -> QImage:
    image = QImage(200, 2_000, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    pictures.paint(painter, key, state, box, hand.draw)
    painter.end()
    return image


def test_a_row_that_did_not_change_is_not_drawn_again(sheet: QWidget) -> None:
    pictures, hand = RowPictures(sheet), Hand()
    first = painted(pictures, hand, "one", "as it was")
    assert painted(pictures, hand, "one", "as it was") == first
    assert hand.times == 1
    painted(pictures, hand, "one", "otherwise")
    painted(pictures, hand, "two", "as it was")
    assert hand.times == 3


def test_another_look_or_width_draws_every_row_again(sheet: QWidget, theme: Theme) -> None:
    pictures, hand = RowPictures(sheet), Hand()
    painted(pictures, hand, "one", 0)
    theme.zoom_by(1)
    painted(pictures, hand, "one", 0)
    painted(pictures, hand, "one", 0, QRect(0, 10, 150, 40))
    assert hand.times == 3


def test_what_was_forgotten_is_nowhere_kept(sheet: QWidget) -> None:
    pictures, hand = RowPictures(sheet), Hand()
    painted(pictures, hand, "one", 0)
    pictures.forget()
    assert not pictures._known
    painted(pictures, hand, "one", 0)
    assert hand.times == 2


def test_no_more_pictures_are_kept_than_a_few_screenfuls(sheet: QWidget) -> None:
    pictures, hand = RowPictures(sheet), Hand()
    for number in range(200):
        painted(pictures, hand, str(number), 0)
    assert len(pictures._known) <= 60


def test_a_row_higher_than_the_screen_is_drawn_in_place(sheet: QWidget) -> None:
    pictures, hand = RowPictures(sheet), Hand()
    painted(pictures, hand, "one", 0, QRect(0, 0, 200, 1_900))
    painted(pictures, hand, "one", 0, QRect(0, 0, 200, 1_900))
    assert hand.times == 2
    assert not pictures._known


def test_other_words_ask_for_room_only_when_they_need_other_lines(theme: Theme) -> None:
    said = Said()
    said.resize(400, 80)
    assert said.say("Full name of a participant", "Place 1 of 2")
    assert not said.say("A date", "Place 2 of 2")
    assert said.say(
        "A reason that goes on for so long that it needs a second line of its own, and then some", "x"
    )
    assert said.accessibleName().startswith("A reason")
    high = said.heightForWidth(400)
    said.set_brief(is_brief=True)
    assert said.heightForWidth(400) < high
    said.deleteLater()


def test_progress_is_said_and_forgotten(theme: Theme) -> None:
    progress = Progress()
    progress.show_count(23, 1_061)
    assert progress.words() == progress.accessibleName() == "23 of 1,061 decided"
    progress.forget()
    assert progress.words() == progress.accessibleName() == ""
    progress.deleteLater()


def test_of_marks_within_marks_the_inner_one_is_written_in_its_own_ink(theme: Theme) -> None:
    layout = TextLayout((Stretch("mmmmmmmmmm"),), 400)

    def image(*boxes: Box) -> QImage:
        made = QImage(420, 40, QImage.Format.Format_RGB32)
        made.fill(theme.colour("paper"))
        painter = QPainter(made)
        layout.paint(painter, 0, 0, boxes)
        painter.end()
        return made

    def shows_ink(*around: Box) -> bool:
        """Whether the inner mark's own ink is seen."""
        return image(*around, Box(3, 7, "ink", "paper")) != image(*around, Box(3, 7, "ink", "ink"))

    assert shows_ink()
    assert shows_ink(Box(0, 10, "", "ink", "amber", is_dotted=True))
    assert shows_ink(Box(0, 10, "accent", "on_accent"))
    assert shows_ink(Box(0, 3, "ink", "paper"))
    assert shows_ink(Box(0, 3, "accent", "on_accent"), Box(7, 10, "accent", "on_accent"))
