"""Four strokes that fill as a passphrase gets harder to guess, with the words beside them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column
from dialogue_notes.ui.theme.theme import theme

_COLOURS = ("red", "red", "amber", "green", "green")


class StrengthBar(QWidget):
    """The strokes and the words; empty until something was judged."""

    def __init__(self) -> None:
        super().__init__()
        self._strokes = _Strokes()
        self._words = PlainLabel(" ", tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self.setLayout(column(self._strokes, self._words, gap=4))

    def show_strength(self, score: int, words: str) -> None:
        """`score` is 0 to 4."""
        self._strokes.show_score(score)
        self._words.setText(words or " ")
        self.setAccessibleName(f"Strength of the passphrase: {score} of 4. {words}")

    def forget(self) -> None:
        """Nothing was judged."""
        self._strokes.show_score(-1)
        self._words.setText(" ")


class _Strokes(QWidget):
    """Painted by hand: four strokes side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._score = -1
        self.setFixedHeight(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_score(self, score: int) -> None:
        """-1 shows all of them empty."""
        self._score = score
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 4.0
        width = (self.width() - 3 * gap) / 4
        for stroke in range(4):
            is_full = stroke < self._score or (stroke == 0 and self._score == 0)
            painter.setBrush(theme().colour(_COLOURS[self._score] if is_full else "line"))
            painter.drawRoundedRect(QRectF(stroke * (width + gap), 0, width, 4), 2, 2)
