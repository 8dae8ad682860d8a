"""The three columns of the Review room, and how they share the width."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from dialogue_notes.domain.profiles import Profile
from dialogue_notes.ui.common.buttons import Segmented
from dialogue_notes.ui.common.labels import CapsLabel
from dialogue_notes.ui.common.layout import Hairline, column, panel, row, side_width
from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.review.asking import BulkPrompt, MergePrompt
from dialogue_notes.ui.review.left_column import LeftColumn
from dialogue_notes.ui.review.list_model import CardModel
from dialogue_notes.ui.review.record_pane import RecordPane
from dialogue_notes.ui.review.seen_pane import SeenPane
from dialogue_notes.ui.theme.theme import theme

_THREE = 900
"""Drawn pixels from which on all three columns are readable; below, the record or the audience's text is shown."""


class Columns(QFrame):
    """Left what to decide, in the middle the record, at the right what the audience sees."""

    profile_chosen = Signal(str)

    def __init__(self, model: CardModel) -> None:
        super().__init__()
        self.left = LeftColumn(model)
        self.record = RecordPane()
        self.seen = SeenPane()
        self.message = InlineMessage()
        self.merge = MergePrompt()
        self.bulk = BulkPrompt()
        self.profiles = Segmented("Audience", ())
        self._caption = CapsLabel("The record · speakers hidden")
        self._caption.setWordWrap(True)
        self._profile_row = QVBoxLayout()
        self._drawer = QVBoxLayout()
        self._known: tuple[Profile, ...] = ()
        self._shows_seen = False
        self._both = QStackedWidget()
        self._lay_out()
        theme().changed.connect(self.measure)

    def show_profiles(self, profiles: tuple[Profile, ...], chosen: str) -> None:
        """The vault's audiences, of which one is chosen."""
        if profiles != self._known:
            self._known = profiles
            old, self.profiles = self.profiles, Segmented("Audience", [(p.name, p.title) for p in profiles])
            self.profiles.chosen.connect(self.profile_chosen)
            self._profile_row.replaceWidget(old, self.profiles)
            old.hide()
            old.deleteLater()
        self.profiles.set_code(chosen)

    def show_caption(self, *, has_speakers: bool) -> None:
        """Says above the record whether it tells who spoke."""
        words = "shown" if has_speakers else "hidden"
        self._caption.set_words(f"The record · speakers {words}")

    def show_record(self) -> None:
        """The record, also where there is no room for both."""
        self._show_side(shows_seen=False)
        self.record.setFocus()

    def show_seen(self) -> None:
        """What the audience sees, also where there is no room for both."""
        self._show_side(shows_seen=True)
        self.seen.setFocus()

    def add_drawer(self, widget: QWidget) -> None:
        """Something that is opened below what the audience sees."""
        self._drawer.addWidget(widget)

    def add_cover(self, widget: QWidget) -> None:
        """Something that is shown over the record and the audience's text."""
        self._both.addWidget(widget)

    def cover(self, widget: QWidget | None) -> None:
        """Shows it, or the two texts again."""
        self._both.setCurrentIndex(0 if widget is None else self._both.indexOf(widget))

    def covered_by(self) -> QWidget | None:
        """What is shown over the two texts."""
        return None if self._both.currentIndex() == 0 else self._both.currentWidget()

    def prompts(self) -> Iterable[MergePrompt | BulkPrompt]:
        """The questions that are asked in place."""
        return self.merge, self.bulk

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def measure(self) -> None:
        """Shares the width out anew."""
        self.left.setFixedWidth(side_width(self, 320, 0.42))
        self.left.measure()
        self._show_side(shows_seen=self._shows_seen)

    def _show_side(self, *, shows_seen: bool) -> None:
        self._shows_seen = shows_seen
        has_room = self.width() >= theme().px(_THREE)
        self._middle.setVisible(has_room or not shows_seen)
        self._right.setVisible(has_room or shows_seen)
        self._line.setVisible(has_room)

    def _lay_out(self) -> None:
        self._profile_row.addWidget(self.profiles)
        middle = column(
            self._caption, self.message, self.merge, self.bulk, self.record, margins=(18, 20, 12, 0), gap=8
        )
        middle.setStretch(4, 1)
        right = column(self._profile_row, self.seen, self._drawer, margins=(18, 16, 12, 0), gap=10)
        right.setStretch(1, 1)
        self._middle, self._right, self._line = panel(middle), panel(right), Hairline(is_upright=True)
        texts = row(self._middle, self._line, self._right, gap=0)
        texts.setStretch(0, 1)
        texts.setStretch(2, 1)
        self._both.addWidget(panel(texts))
        whole = row(self.left, Hairline(is_upright=True), self._both, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
