from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from dialogue_notes.ui.common.painting import is_right_to_left, paint_line


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Helen Whitcombe", "right"),
        ("عبد الرحمن", "left"),
        ("שלום", "left"),
        ("3  قناة الاتصال", "left"),
        ("강용철", "right"),
        ("12:30", "right"),
        ("", "right"),
    ],
)
def test_a_line_runs_the_way_of_its_first_strong_letter(words: str, way: str) -> None:
    assert is_right_to_left(words) is (way == "left")


def inked_columns(words: str, width: int) -> list[int]:
    """Which columns of a strip hold ink."""
    image = QImage(width, 30, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    paint_line(painter, QRect(0, 0, width, 30), words)
    painter.end()
    return [x for x in range(width) if any(image.pixelColor(x, y).value() < 128 for y in range(30))]


@pytest.mark.parametrize("words", ["Helen", "عبد", "강용철"])
def test_every_script_begins_at_the_left_edge_of_its_cell(application: QApplication, words: str) -> None:
    assert application.devicePixelRatio() >= 1
    columns = inked_columns(words, 400)
    assert columns[0] < 6
    assert columns[-1] < 200


def test_whether_all_of_it_fitted_is_told(application: QApplication) -> None:
    assert application.devicePixelRatio() >= 1
    image = QImage(60, 30, QImage.Format.Format_Grayscale8)
    painter = QPainter(image)
    assert paint_line(painter, QRect(0, 0, 60, 30), "Li")
    assert not paint_line(painter, QRect(0, 0, 60, 30), "Maximiliana-Theodora von und zu Hohenlohe")
    painter.end()
