"""The three columns of the Review room, and how they share the width."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from dialogue_notes.domain.profiles import Profile
from dialogue_notes.ui.common.buttons import Button, ButtonKind, Segmented
from dialogue_notes.ui.common.labels import CapsLabel
from dialogue_notes.ui.common.layout import (
    Hairline,
    bring_into_sight,
    column,
    panel,
    row,
    scrolled,
    side_width,
    tab_on,
)
from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.review.asking import BulkPrompt, MergePrompt
from dialogue_notes.ui.review.decision import DecisionStrip
from dialogue_notes.ui.review.left_column import LeftColumn
from dialogue_notes.ui.review.list_model import CardModel
from dialogue_notes.ui.review.record_pane import RecordPane
from dialogue_notes.ui.review.seen_pane import SeenPane
from dialogue_notes.ui.theme.theme import theme

_THREE = 900
"""Drawn pixels from which on all three columns are readable; below, the record or the audience's text is shown."""
_LOW, _LOW_FOR_DRAWER = 400, 560
"""Drawn pixels of height below which what is asked in place, or the drawer, has no room beside text and strip."""
_STRIP_SHARE, _LADDER_SHARE = 0.4, 0.62
"""The most of the height that the strip takes, also while a wording is asked for; what is longer scrolls."""


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
        self.strip = DecisionStrip()
        self.profiles = Segmented("Audience", ())
        self._caption = CapsLabel("The record")
        self.speakers = Button("", kind=ButtonKind.LINK)
        self.speakers.hide()
        self._caption.setWordWrap(True)
        self._profile_row = QVBoxLayout()
        self._drawer = QVBoxLayout()
        self._known: tuple[Profile, ...] = ()
        self._shows_seen = False
        self._highest = 0
        self._has_strip = True
        self._open_drawer: QWidget | None = None
        self._both = QStackedWidget()
        self._lay_out()
        self.strip.closed.connect(self.measure_strip)
        self.strip.grown.connect(self._grow_strip)
        for prompt in self.prompts():
            prompt.installEventFilter(self)
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
            tab_on(self.record, *self.profiles.buttons(), self.seen)
        self.profiles.set_code(chosen)

    def show_caption(self, *, has_speakers: bool, has_record: bool) -> None:
        """Says above the record whether it tells who spoke, and offers to change that."""
        words = "shown" if has_speakers else "hidden"
        setting = f"The record · speakers {words}"
        self._caption.set_words(setting if has_record else "The record")
        self.speakers.setVisible(has_record)
        self.speakers.set_words("Hide who spoke" if has_speakers else "Show who spoke")

    def show_record(self) -> None:
        """The record, also where there is no room for both."""
        self._show_side(shows_seen=False)
        self.record.setFocus()

    def show_seen(self) -> None:
        """What the audience sees, also where there is no room for both."""
        self._show_side(shows_seen=True)
        self.seen.setFocus()

    def add_drawer(self, widget: QWidget) -> None:
        """Something that is opened below what the audience sees, and takes most of the height then."""
        self._drawer.addWidget(widget)
        widget.hide()

    def open_drawer(self, widget: QWidget | None) -> None:
        """Opens it; where there is room for one of the texts only, it comes in place of them. None puts it away."""
        for one, is_open in ((self._open_drawer, False), (widget, True)):
            if one is not None:
                one.setVisible(is_open)
        self._open_drawer = widget
        self._show_side(shows_seen=self._shows_seen)
        self._share_height()

    def add_cover(self, widget: QWidget) -> None:
        """Something that is shown over the record and the audience's text."""
        self._both.addWidget(widget)

    def cover(self, widget: QWidget | None) -> None:
        """Shows it, or the two texts again; where there is no room for three columns, it has all there is."""
        self._both.setCurrentIndex(0 if widget is None else self._both.indexOf(widget))
        self._show_side(shows_seen=self._shows_seen)

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
        self._highest = 0
        self._show_side(shows_seen=self._shows_seen)
        self.measure_strip()
        self._share_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._share_height()
        return super().eventFilter(watched, event)

    def show_strip(self, *, is_shown: bool) -> None:
        """Whether there is anything to decide on."""
        self._has_strip = is_shown
        self._share_height()
        if is_shown and not self.strip.is_measured:
            self.measure_strip()

    def measure_strip(self) -> None:
        """Gives the strip what it needs. It does not shrink from one thing to the next: the record would jump."""
        asks = not self.strip.ladder.isHidden()
        share = _LADDER_SHARE if asks else _STRIP_SHARE
        most = max(theme().px(60), round(self.height() * share))
        width = self.width() - self.left.width() - 1
        wanted = min(self.strip.fit(width, most), most)
        if not asks:
            self._highest = wanted = max(wanted, min(self._highest, most))
        if self._strip_area.height() != wanted:
            self._strip_area.setFixedHeight(wanted)
        if asks:
            self._show_wording()

    def _grow_strip(self) -> None:
        """More is said of a wording that is being typed: the strip gets higher, and never lower while it asks."""
        before = self._strip_area.height()
        self.measure_strip()
        if self._strip_area.height() < before:
            self._strip_area.setFixedHeight(before)
        self._show_wording()

    def _show_wording(self) -> None:
        """What a wording is typed in stands in sight, wherever the strip was scrolled to."""
        page = self._strip_area.widget()
        layout = page.layout() if page is not None else None
        if layout is not None:  # with the lines that it has now
            layout.activate()
        bring_into_sight(self.strip.wording)

    def _stay_in_sight(self) -> None:
        if self.strip.wording.edit.hasFocus():
            bring_into_sight(self.strip.wording)

    def _share_height(self) -> None:
        """Where the window is low for the text's size, what is asked for just now comes first."""
        asks = any(not one.isHidden() for one in self.prompts()) and self.height() < theme().px(_LOW)
        is_filled = self._open_drawer is not None and self.height() < theme().px(_LOW_FOR_DRAWER)
        is_shown = self._has_strip and not (asks or is_filled)
        if self._strip_area.isHidden() == is_shown:
            self._strip_area.setVisible(is_shown)
            self._strip_line.setVisible(is_shown)
        if self._seen_panel.isHidden() != is_filled:
            self._seen_panel.setHidden(is_filled)

    def _show_side(self, *, shows_seen: bool) -> None:
        self._shows_seen = shows_seen
        has_room = self.width() >= theme().px(_THREE)
        shows_right = shows_seen or self._open_drawer is not None
        self._middle.setVisible(has_room or not shows_right)
        self._right.setVisible(has_room or shows_right)
        self._line.setVisible(has_room)
        has_left = has_room or self.covered_by() is None
        if self.left.isHidden() == has_left:
            self.left.setVisible(has_left)

    def _lay_out(self) -> None:
        self._profile_row.addWidget(self.profiles)
        caption = row(self._caption, self.speakers, gap=10)
        caption.setStretch(0, 1)
        middle = column(
            caption, self.message, self.merge, self.bulk, self.record, margins=(18, 20, 12, 0), gap=8
        )
        middle.setStretch(4, 1)
        seen = column(self._profile_row, self.seen, margins=(18, 16, 12, 0), gap=10)
        self._seen_panel = panel(seen)
        right = column(self._seen_panel, self._drawer, gap=0)
        right.setStretch(0, 2)
        right.setStretch(1, 3)
        self._middle, self._right, self._line = panel(middle), panel(right), Hairline(is_upright=True)
        texts = row(self._middle, self._line, self._right, gap=0)
        texts.setStretch(0, 1)
        texts.setStretch(2, 1)
        self._strip_area = scrolled(column(self.strip))
        self._strip_area.setFrameShape(QFrame.Shape.NoFrame)
        self._strip_area.verticalScrollBar().rangeChanged.connect(self._stay_in_sight)
        self._strip_line = Hairline()
        page = column(texts, self._strip_line, self._strip_area, gap=0)
        page.setStretch(0, 1)
        self._both.addWidget(panel(page))
        whole = row(self.left, Hairline(is_upright=True), self._both, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
