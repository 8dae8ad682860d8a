"""The Review room's widgets: what to decide, the record with its marks, and what an audience would see."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from dialogue_notes.domain.codes import Category, RedactionAction
from dialogue_notes.domain.profiles import STANDARD_PROFILES
from dialogue_notes.services.review_selection import Wish
from dialogue_notes.ui.common.buttons import Button, ButtonKind, Segmented
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Hairline, column, panel, row, side_width
from dialogue_notes.ui.common.messages import BusyLine, InlineMessage
from dialogue_notes.ui.common.rooms import RoomView
from dialogue_notes.ui.review.cards import CardList, Progress
from dialogue_notes.ui.review.decision import ACTION_KEYS, REJECT_KEY, DecisionStrip
from dialogue_notes.ui.review.model import (
    NO_RECORD,
    NOTHING_FOUND,
    Card,
    CardModel,
    Mark,
    Passage,
    ReviewShown,
    places_words,
)
from dialogue_notes.ui.review.panes import RecordPane, SanitisedPane
from dialogue_notes.ui.theme.theme import theme

NOT_ONE_TEXT = "Select words within one entry; Esc selects nothing."
BY_HAND = "A key hides the selected words, here and wherever else they stand in this meeting."


class ReviewView(RoomView):
    """Signals carry ids and codes; `redaction_id` is empty when a decision is meant for every place.

    `decide_requested(card_key, redaction_id, wish)`: a wish of None is "not identifying".
    `redact_requested(selection, wish)`: by hand.
    """

    decide_requested = Signal(str, str, object)
    redact_requested = Signal(object, object)
    profile_requested = Signal(str)
    undo_requested = Signal()
    reviewed_requested = Signal()
    card_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model = CardModel()
        self.cards = CardList(self.model)
        self.record = RecordPane()
        self.seen = SanitisedPane()
        self.strip = DecisionStrip()
        self.profiles = Segmented("Audience", [(each.name, each.title) for each in STANDARD_PROFILES])
        self.message = InlineMessage()
        self.busy = BusyLine(can_cancel=False)
        self.reviewed = Button("Mark as reviewed", kind=ButtonKind.PRIMARY)
        self._progress = Progress()
        self._empty = PlainLabel(tone=Tone.MUTED, wraps=True)
        self._current_mark = self._place_only = ""
        self._wants_focus = self._goes_on = False
        self._shown: ReviewShown | None = None
        self._lay_out()
        self._connect()

    def show_review(self, shown: ReviewShown) -> None:
        """Shows a meeting's state, keeping the place in the list."""
        before = self.current_card()
        row_before = self.cards.currentIndex().row()
        self._shown = shown
        self._show_progress(shown)
        self.model.set_cards(shown.cards)
        self.profiles.set_code(shown.profile)
        self.record.show_passages(shown.passages)
        self.seen.show_passages(shown.seen)
        self._empty.setText(NOTHING_FOUND if shown.passages else NO_RECORD)
        self._empty.setVisible(not shown.cards)
        self.cards.setVisible(bool(shown.cards))
        goes_on = self._goes_on and not (before is not None and self.model.is_waiting(before.key))
        self._goes_on = self._goes_on and not goes_on
        target = self.model.index(self.model.row_to_show(before, row_before, goes_on=goes_on))
        if target == self.cards.currentIndex():
            self._on_current()
        self.cards.setCurrentIndex(target)
        if shown.cards and self._wants_focus:
            self.take_focus()

    def show_decided(self, words: str) -> None:
        """Says in place what was just decided, with its undoing."""
        self.message.show_words(words, tone=Tone.GREEN, action="Undo", act=self.undo_requested.emit)

    def show_looking(self, is_looking: bool) -> None:
        """Whether the record is being looked through just now."""
        if is_looking:
            self.busy.start("Looking through the record")
        else:
            self.busy.stop()

    def current_card(self) -> Card | None:
        """The thing that is chosen in the list."""
        return self.model.card_at(self.cards.currentIndex().row())

    def choose_next_undecided(self) -> None:
        """Goes on to the next thing that waits."""
        count = self.model.rowCount()
        here = self.cards.currentIndex().row()
        for step in range(1, count + 1):
            card = self.model.card_at((here + step) % count)
            if card is not None and card.undecided:
                self.cards.setCurrentIndex(self.model.index((here + step) % count))
                return

    def decide_by_key(self, key: str, *, here_only: bool = False) -> None:
        """What a key of the room does: an action, or "not identifying", for every place or for this one."""
        self._place_only = self._current_mark if here_only else ""
        if key == REJECT_KEY:
            self._reject()
        elif self.record.selection() is not None or not self.record.has_selection:
            self.strip.want(ACTION_KEYS[key])

    def take_focus(self) -> None:
        self._wants_focus = not self.model.rowCount()
        (self.record if self._wants_focus else self.cards).setFocus()

    def forget(self) -> None:
        self._shown = None
        self.model.set_cards(())
        self.record.forget()
        self.seen.forget()
        self.strip.forget()
        self.message.forget()
        self.busy.stop()
        self._progress.forget()
        self._current_mark = self._place_only = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters decide while the list or the record has the focus, and only then: fields keep their letters."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take_key(event):
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        key = event.text().upper()
        if key in {*ACTION_KEYS, REJECT_KEY}:
            if self.current_card() is not None or self.record.selection() is not None:
                is_here = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.decide_by_key(key, here_only=is_here)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._next_place()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.strip.close_wording():
                self.cards.setFocus()
            self.record.drop_selection()
            return
        super().keyPressEvent(event)

    def _show_progress(self, shown: ReviewShown) -> None:
        self._progress.show_count(shown.decided, shown.total)
        has_any = bool(shown.passages)
        self.reviewed.setEnabled(has_any and shown.decided == shown.total and not shown.is_reviewed)
        self.reviewed.set_words("Reviewed" if shown.is_reviewed else "Mark as reviewed")

    def _on_current(self) -> None:
        card = self.current_card()
        if card is None:
            self._current_mark = ""
            self._on_selection()
            return
        places, at = self._places(card)
        ordered = (*places[max(at, 0) :], *places[: max(at, 0)])
        waiting = (place for place in ordered if place[1].is_waiting)
        self._show_place(card, next(waiting, ordered[0] if ordered else None))
        self._on_selection()
        self.card_chosen.emit(card.key)

    def _show_scope(self) -> None:
        card = self.current_card()
        if card is None:
            self.strip.show_scope("", can_decide=False)
            return
        reach = f"A key decides {places_words(card.places)}"
        only = (
            ", with Shift only the one in blue. Enter goes from place to place." if card.places > 1 else "."
        )
        self.strip.show_scope(reach + only, can_decide=True)

    def _next_place(self) -> None:
        card = self.current_card()
        if card is None:
            return
        places, at = self._places(card)
        self._show_place(card, places[(at + 1) % len(places)] if places else None)

    def _places(self, card: Card) -> tuple[list[tuple[Passage, Mark]], int]:
        """The places of a thing, and which of them is the one shown; -1 for none."""
        places = self._shown.places_of(card.key) if self._shown is not None else []
        ids = [mark.redaction_id for _, mark in places]
        return places, ids.index(self._current_mark) if self._current_mark in ids else -1

    def _show_place(self, card: Card, place: tuple[Passage, Mark] | None) -> None:
        """Brings one place of a thing into sight, in the record and in what the audience sees."""
        self._current_mark = place[1].redaction_id if place else ""
        self.record.choose(card.key, self._current_mark)
        if place:
            self.seen.show_place(place[0].place)

    def _choose_mark(self, redaction_id: str) -> None:
        place = self._shown.place_of(redaction_id) if self._shown is not None else None
        if place is None:
            return
        self.cards.setCurrentIndex(self.model.index(self.model.row_of(place[1].card_key)))
        card = self.current_card()
        if card is not None:
            self._show_place(card, place)

    def _decide(self, action: RedactionAction, wording: str) -> None:
        selection = self.record.selection()
        if selection is None and self.record.has_selection:
            return
        wish = Wish(action, self.strip.chosen_reason(), replacement=wording)
        if selection is not None:
            self.record.drop_selection()
            self.redact_requested.emit(
                selection, replace(wish, category=Category(self.strip.category.code()))
            )
        elif (card := self.current_card()) is not None:
            self._goes_on = not self._place_only
            self.decide_requested.emit(card.key, self._place_only, wish)
        self._place_only = ""
        self.cards.setFocus()

    def _reject(self) -> None:
        card = self.current_card()
        if card is not None and not self.record.has_selection:
            self._goes_on = not self._place_only
            self.decide_requested.emit(card.key, self._place_only, None)
        self._place_only = ""

    def _on_selection(self) -> None:
        is_selected = self.record.selection() is not None
        self.strip.show_selection(is_selected=is_selected)
        if is_selected:
            self.strip.show_scope(BY_HAND, can_decide=True)
        elif self.record.has_selection:
            self.strip.show_scope(NOT_ONE_TEXT, can_decide=False)
        else:
            self._show_scope()

    def _connect(self) -> None:
        self.strip.decided.connect(self._decide)
        self.strip.rejected.connect(self._reject)
        self.profiles.chosen.connect(self.profile_requested)
        self.reviewed.clicked.connect(self.reviewed_requested)
        self.record.mark_chosen.connect(self._choose_mark)
        self.record.selectionChanged.connect(self._on_selection)
        self.cards.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        self.cards.installEventFilter(self)
        self.record.installEventFilter(self)

    def _lay_out(self) -> None:
        self._side = panel(self._left())
        left = self._side
        middle = column(
            CapsLabel("The record · speakers hidden"), 6, self.message, self.record, margins=(18, 18, 12, 0)
        )
        right = column(self.profiles, 8, self.seen, margins=(18, 16, 12, 0))
        line = row(left, Hairline(is_upright=True), middle, Hairline(is_upright=True), right, gap=0)
        line.setStretch(2, 1)
        line.setStretch(4, 1)
        self.setLayout(line)
        theme().changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self._side.setFixedWidth(side_width(self, 330, 0.42))

    def _left(self) -> QVBoxLayout:
        hint = PlainLabel("Select text in the record to hide it by hand.", tone=Tone.MUTED, size=Size.SMALL)
        strip: QFrame = panel(column(self.strip, hint, self.reviewed, margins=(18, 10, 18, 14), gap=10))
        top = column(self._progress, self.busy, self._empty, margins=(18, 18, 18, 6), gap=7)
        cards = column(self.cards, margins=(17, 4, 17, 4))
        layout = column(top, cards, Hairline(), strip, gap=0)
        layout.setStretch(1, 1)
        return layout
