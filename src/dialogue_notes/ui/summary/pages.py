"""The preview: the very pages of the PDF, on a desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from dialogue_notes.ui.common.labels import PlainLabel, Tone
from dialogue_notes.ui.common.layout import clear_layout
from dialogue_notes.ui.theme.theme import theme


class Pages(QScrollArea):
    """Pages below each other, as wide as the desk allows; arrow keys scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Preview, page by page")
        self.setObjectName("desk")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sheet = QWidget()
        sheet.setObjectName("desk-top")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(18, 18, 18, 18)
        self._column.setSpacing(18)
        self.setWidget(sheet)
        self._count = 0
        self._paint_desk()
        theme().changed.connect(self._paint_desk)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._count

    def width_for_page(self) -> int:
        """How many device pixels wide a page should be drawn."""
        return round(max(320, self.viewport().width() - 38) * self.devicePixelRatioF())

    def show_pages(self, pictures: Sequence[bytes]) -> None:
        """Shows pages from PNG bytes, keeping the place."""
        bar = self.verticalScrollBar()
        before = bar.value()
        clear_layout(self._column)
        for number, picture in enumerate(pictures, start=1):
            self._column.addWidget(
                self._page(picture, number, len(pictures)), 0, Qt.AlignmentFlag.AlignHCenter
            )
        self._column.addStretch(1)
        self._count = len(pictures)
        bar.setValue(before)

    def show_words(self, words: str) -> None:
        """Says why there is no page."""
        clear_layout(self._column)
        self._count = 0
        label = PlainLabel(words, tone=Tone.MUTED, wraps=True)
        self._column.addWidget(label)
        self._column.addStretch(1)

    def forget(self) -> None:
        """Shows nothing."""
        clear_layout(self._column)
        self._count = 0

    def _page(self, picture: bytes, number: int, count: int) -> PlainLabel:
        pixmap = QPixmap()
        pixmap.loadFromData(picture, "PNG")
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        label = PlainLabel()
        label.setObjectName("page")
        label.setPixmap(pixmap)
        label.setAccessibleName(f"Page {number} of {count}")
        return label

    def _paint_desk(self) -> None:
        colours = theme().tokens
        self.setStyleSheet(
            f"QScrollArea#desk, QWidget#desk-top {{ background: {colours.desk}; }}"
            f"QLabel#page {{ border: 1px solid {colours.line}; }}"
        )
