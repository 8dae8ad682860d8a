"""What the pages of the Unlock room have in common: a narrow column in the middle of the paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from dialogue_notes.errors import DialogueNotesError
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Piece, column, row
from dialogue_notes.ui.common.messages import BusyLine, InlineMessage
from dialogue_notes.ui.theme.theme import theme

COLUMN_WIDTH = 440


class Page(QWidget):
    """A title, an explanation, the page's own pieces, then the place for errors and for long work."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.message = InlineMessage()
        self.busy = BusyLine(can_cancel=False)
        self._title = PlainLabel(title, size=Size.TITLE, wraps=True)
        self._words = PlainLabel(words, tone=Tone.MUTED, wraps=True)
        self._words.setVisible(bool(words))

    def lay_out(self, *pieces: Piece) -> None:
        """Puts the pieces under the title; the page's messages stand last unless they are among the pieces."""
        if self.message not in pieces:
            pieces = (*pieces, self.busy, self.message)
        inner: QVBoxLayout = column(self._title, self._words, 8, *pieces, gap=10)
        self._box = QWidget()
        self._box.setLayout(inner)
        outer: QLayout = row(None, self._box, None)
        self.setLayout(column(None, outer, None, margins=(24, 24, 24, 24)))
        self._measure()
        theme().changed.connect(self._measure)

    def show_title(self, title: str, words: str) -> None:
        """Another title and explanation."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def show_busy(self, words: str) -> None:
        """Work has begun: nothing can be pressed until it ends."""
        self.message.forget()
        self._box.setEnabled(False)
        self._box.setCursor(Qt.CursorShape.BusyCursor)
        self.busy.start(words)

    def show_error(self, error: DialogueNotesError) -> None:
        """Work has ended badly."""
        self.show_idle()
        self.message.show_error(error)

    def show_idle(self) -> None:
        """Work has ended."""
        self.busy.stop()
        self._box.setEnabled(True)
        self._box.unsetCursor()

    def forget(self) -> None:
        """Empties the page; each page adds its own fields."""
        self.show_idle()
        self.message.forget()

    def start(self) -> None:
        """Puts the focus on the first thing to do."""

    def _measure(self) -> None:
        self._box.setFixedWidth(theme().px(COLUMN_WIDTH))
