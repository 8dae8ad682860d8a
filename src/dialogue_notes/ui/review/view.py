"""The Review room: what to decide, the record with its marks, and what an audience would see."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from dialogue_notes.domain.codes import RedactionAction
from dialogue_notes.services.reviewing.types import OpenKind, OpenMatter
from dialogue_notes.ui.common.labels import Tone
from dialogue_notes.ui.common.layout import column
from dialogue_notes.ui.common.rooms import Forgetful, RoomView
from dialogue_notes.ui.review.choosing import Choosing
from dialogue_notes.ui.review.columns import Columns
from dialogue_notes.ui.review.deciding import Deciding
from dialogue_notes.ui.review.keys import Deed
from dialogue_notes.ui.review.left_column import TO_DECIDE
from dialogue_notes.ui.review.list_model import CardModel, DangerFilter, Filter
from dialogue_notes.ui.review.model import (
    Card,
    OfferedWords,
    ReviewShown,
    SeenPassage,
    Unread,
)


class ReviewView(RoomView):
    """Three columns. What is decided is asked for by `deciding`, whose signals carry ids and codes; the rest by the
    signals here.
    """

    profile_requested = Signal(str)
    undo_requested = Signal()
    reviewed_requested = Signal()
    speakers_requested = Signal()
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model = CardModel()
        self.columns = Columns(self.model)
        left = self.columns.left
        self.cards, self.reviewed, self.busy = left.cards, left.reviewed, left.busy
        self.strip = self.columns.strip
        self.record, self.seen, self.message = self.columns.record, self.columns.seen, self.columns.message
        self.choosing = Choosing(self, self.columns, self.model)
        self.deciding = Deciding(self, self.columns, self.model, self.choosing)
        self.hosted: tuple[Forgetful, ...] = ()
        self._wants_focus = False
        self._matters: tuple[OpenMatter, ...] = ()
        self._unread = Unread.MATTERS
        self.setLayout(column(self.columns))
        self.columns.profile_chosen.connect(self.profile_requested)
        self.reviewed.clicked.connect(self.reviewed_requested)
        self.columns.speakers.clicked.connect(self.speakers_requested)
        left.filter.left.connect(self.cards.setFocus)
        left.open_requested.connect(self._go_to_open)
        self.deciding.opened.connect(self._open)

    @property
    def shown(self) -> ReviewShown:
        """What is shown of the meeting."""
        return self.choosing.shown

    def show_review(self, shown: ReviewShown) -> None:
        """Shows a meeting's state, keeping the place in the list."""
        self.columns.left.progress.show_count(shown.decided, shown.total)
        self.columns.show_profiles(shown.profiles, shown.profile)
        self.columns.show_caption(has_speakers=shown.shows_speakers, has_record=bool(shown.passages))
        self.choosing.show(shown)
        self._show_open(at_once=False)
        if shown.cards and self._wants_focus:
            self.take_focus()

    def show_seen(self, seen: tuple[SeenPassage, ...]) -> None:
        """Shows the same texts as the audience would see them."""
        self.seen.show_passages(seen)
        place = self.choosing.text_place()
        if place is not None:
            self.seen.show_place(place)

    def show_matters(self, matters: Sequence[OpenMatter]) -> None:
        """What is open besides the places of the list."""
        self._matters = tuple(matters)
        self._show_open()

    def show_unread(self, unread: Unread) -> None:
        """What of all that may be open is not known yet."""
        self._unread = unread
        self._show_open()

    def show_decided(self, words: str) -> None:
        """Says in place what was just decided, with its undoing."""
        self.message.show_words(words, tone=Tone.GREEN, action="Undo", act=self.undo_requested.emit)

    def show_undone(self, words: str) -> None:
        """Says what was taken back, or that nothing was: there is nothing to undo."""
        self.message.show_words(words, tone=Tone.ACCENT)

    def show_looking(self, is_looking: bool) -> None:
        """Whether the record is being looked through just now."""
        if is_looking:
            self.busy.start("Looking through the record")
        else:
            self.busy.stop()

    def show_ladder(
        self, action: RedactionAction, rungs: tuple[OfferedWords, ...], judge: Callable[[str], str]
    ) -> None:
        """Asks for the wording of an action."""
        self.strip.want(action, rungs, judge)
        self.columns.measure_strip()

    def current_card(self) -> Card | None:
        """The thing that is chosen in the list."""
        return self.choosing.card()

    def decide_by_key(self, key: str, *, here_only: bool = False) -> None:
        """What a letter of the room does."""
        self.deciding.press(Deed(key), here_only=here_only)

    def _go_to_open(self, kind: OpenKind) -> None:
        """Leads to what is open."""
        left = self.columns.left
        if kind in _IN_LIST:
            left.show_panel(TO_DECIDE)
            wanted = Filter(danger=_IN_LIST[kind])
            left.filter.show_filter(wanted)
            self.choosing.narrow(wanted)
            self.cards.setFocus()
        elif kind is OpenKind.COMMENT:
            self.opened.emit(Deed.COMMENT.value)
        else:
            self.show_panel(CHECKLIST if kind is OpenKind.CHECKLIST else DANGERS)

    def show_panel(self, code: str) -> None:
        """Shows a panel of the left column, with the focus in it."""
        left = self.columns.left
        left.show_panel(code)
        if left.panel() == TO_DECIDE:
            self.cards.setFocus()
        else:
            self.opened.emit(code)

    def take_focus(self) -> None:
        self._wants_focus = not self.model.rowCount()
        (self.record if self._wants_focus else self.cards).setFocus()

    def forget(self) -> None:
        self.choosing.forget()
        self.deciding.forget()
        self.columns.left.forget()
        self.strip.forget()
        self.record.forget()
        self.seen.forget()
        self.message.forget()
        for panel in (*self.columns.prompts(), *self.hosted):
            panel.forget()
        self._matters = ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.record.drop_selection()
            return
        super().keyPressEvent(event)

    def _open(self, letter: str) -> None:
        if letter == Deed.FILTER.value:
            self.columns.left.show_panel(TO_DECIDE)
            self.columns.left.filter.take_focus()
        elif letter == Deed.DANGERS.value and self.columns.left.panel() == DANGERS:
            self.show_panel(TO_DECIDE)
        else:
            self.opened.emit(letter)

    def _show_open(self, *, at_once: bool = True) -> None:
        shown = self.shown
        places = (OpenMatter(OpenKind.PLACE, shown.waiting),) if shown.waiting else ()
        self.columns.left.show_open(
            (*places, *self._matters),
            self._unread,
            is_reviewed=shown.is_reviewed,
            has_any=bool(shown.passages),
            at_once=at_once,
        )


DANGERS, CHECKLIST = "dangers", "checklist"
"""Panels of the left column beside the list."""

_IN_LIST = {
    OpenKind.PLACE: DangerFilter.OPEN,
    OpenKind.CHANGED: DangerFilter.AGAIN,
    OpenKind.SECOND_LOOK: DangerFilter.AGAIN,
}
"""What is decided in the list, and what that is narrowed to."""
