"""The phrases that would give a paper away, for the paper that the cursor is on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from dialogue_notes.domain.papers import Paper
from dialogue_notes.ui.common.fields import TextField, captioned
from dialogue_notes.ui.common.layout import column
from dialogue_notes.ui.theme.theme import theme

CAPTION = "Phrases that would give it away"
HINT = "One a line, in any script; each is looked for in the record, its titles and its summaries."
_LINES = 3


class PaperPhrases(QWidget):
    """`edited(paper id, text)` when the field was left with other words in it."""

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._paper: Paper | None = None
        self._settled = ""
        self._field = _Phrases(CAPTION)
        self.setLayout(column(captioned(CAPTION, self._field, HINT), gap=3))
        self.setFocusProxy(self._field)
        self._field.left.connect(self.hand_in)
        theme().changed.connect(self._measure)
        self._measure()
        self.forget()

    def show_paper(self, paper: Paper | None) -> None:
        """Shows the phrases of a paper; without one, nothing can be typed. What is being typed is left alone."""
        is_same = paper is not None and self._paper is not None and paper.id == self._paper.id
        if not is_same:
            self.hand_in()
        self._paper = paper
        self.setVisible(paper is not None)
        phrases = "\n".join(paper.phrases) if paper else ""
        if not is_same or self._field.toPlainText() == self._settled:
            self._field.setPlainText(phrases)
        self._settled = phrases

    def hand_in(self) -> None:
        """Says what was typed, if it is something else than before."""
        typed = self._field.toPlainText()
        if self._paper is not None and typed != self._settled:
            self._settled = typed
            self.edited.emit(self._paper.id, typed)

    def forget(self) -> None:
        """No phrase stays."""
        self._paper, self._settled = None, ""
        self._field.forget()
        self.hide()

    def _measure(self) -> None:
        line = self._field.fontMetrics().lineSpacing()
        self._field.setFixedHeight(line * _LINES + theme().px(14))


class _Phrases(TextField):
    """Says when it is left."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
