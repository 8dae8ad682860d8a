"""Which thing and which of its places are chosen, and how the columns show that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.redaction import Place
from dialogue_notes.ui.review import doable
from dialogue_notes.ui.review.columns import Columns
from dialogue_notes.ui.review.left_column import TO_DECIDE
from dialogue_notes.ui.review.list_model import CardModel, Filter
from dialogue_notes.ui.review.model import (
    NO_RECORD,
    NOTHING_FOUND,
    NOTHING_LEFT_BY_FILTER,
    Card,
    MarkedPlace,
    ReviewShown,
)
from dialogue_notes.ui.review.place_words import BY_HAND, NOT_ONE_TEXT, scope_words, why_words


class Choosing(QObject):
    """`card_chosen(key)` when another thing is, `place_shown(Place)` when another text is led to."""

    card_chosen = Signal(str)
    place_shown = Signal(object)

    def __init__(self, parent: QObject, columns: Columns, model: CardModel) -> None:
        super().__init__(parent)
        self._columns = columns
        self._model = model
        self._mark = ""
        self._goes_on_from = ""
        self.shown = ReviewShown()
        columns.left.cards.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        columns.left.filter.changed.connect(self.narrow)
        columns.left.panel_chosen.connect(lambda _code: self._on_selection())
        columns.record.mark_chosen.connect(self.choose_mark)
        columns.record.selection_changed.connect(self._on_selection)
        columns.seen.place_chosen.connect(self._lead_to_text)

    @property
    def place_id(self) -> str:
        """The redaction of the place that is shown; empty for none."""
        return self._mark

    def show(self, shown: ReviewShown) -> None:
        """Shows a state of the meeting, keeping the place in the list or going on to the next thing."""
        before, row_before = self.card(), self._row()
        self.shown = shown
        self._model.set_cards(shown.cards)
        self._columns.record.show_passages(shown.passages)
        self._show_emptiness()
        card_now = self._card_of(before.key) if before is not None else None
        is_same = before is not None and before.key == self._goes_on_from
        goes_on = is_same and not (card_now is not None and card_now.undecided + card_now.again)
        self._goes_on_from = self._goes_on_from if is_same and not goes_on else ""
        self._set_row(self._model.row_to_show(before, row_before, goes_on=goes_on))

    def narrow(self, wanted: Filter) -> None:
        """Shows what a filter lets through, keeping the chosen thing where it is among that."""
        before, row_before = self.card(), self._row()
        self._model.set_filter(wanted)
        self._show_emptiness()
        self._set_row(self._model.row_to_show(before, row_before, goes_on=False))

    def card(self) -> Card | None:
        """The thing that is chosen in the list."""
        return self._model.card_at(self._row())

    def place(self) -> MarkedPlace | None:
        """The place that is shown of it."""
        card = self.card()
        places = self.shown.places_of(card.key) if card is not None else ()
        return next((one for one in places if one.mark.redaction_id == self._mark), None)

    def text_place(self) -> Place | None:
        """The text that the shown place lies in."""
        place = self.place()
        return self.shown.passages[place.passage].place if place is not None else None

    def go_on_when_decided(self) -> None:
        """The next state in which nothing of the chosen thing waits leads on to the next one that does."""
        card = self.card()
        self._goes_on_from = card.key if card is not None else ""

    def step(self, step: int) -> None:
        """The next thing in the list, or the one before."""
        self._set_row(self._model.step_from(self._row(), step))

    def next_undecided(self) -> None:
        """Goes on to the next thing that waits."""
        row = self._model.next_open(self._row())
        if row >= 0:
            self._set_row(row)

    def next_place(self) -> None:
        """The next place of the chosen thing, from the first again after the last."""
        card = self.card()
        if card is None:
            return
        places = self.shown.places_of(card.key)
        if places:
            self._show_place(card, places[(self._at(places) + 1) % len(places)])

    def choose_mark(self, redaction_id: str) -> None:
        """The thing that a mark belongs to, at that place; a filter that hides it is taken back."""
        for key, places in self.shown.places.items():
            found = next((one for one in places if one.mark.redaction_id == redaction_id), None)
            if found is None:
                continue
            if self._model.row_of(key) < 0:
                self._columns.left.filter.forget()
                self._model.set_filter(Filter())
            self._set_row(self._model.row_of(key))
            if (card := self.card()) is not None:
                self._show_place(card, found)
            return

    def lead_to(self, place: Place, start: int) -> None:
        """Brings a spot of the record into sight, whatever is marked there."""
        row = next((at for at, one in enumerate(self.shown.passages) if one.place == place), -1)
        if row >= 0:
            self._columns.record.choose("", "", row, start)
            self.place_shown.emit(place)

    def forget(self) -> None:
        """Drops every word."""
        self.shown = ReviewShown()
        self._mark = ""
        self._goes_on_from = ""
        self._model.set_cards(())
        self._model.set_filter(Filter())

    def _row(self) -> int:
        return self._columns.left.cards.currentIndex().row()

    def _card_of(self, key: str) -> Card | None:
        return next((card for card in self.shown.cards if card.key == key), None)

    def _set_row(self, row: int) -> None:
        cards = self._columns.left.cards
        target = self._model.index(row)
        if target == cards.currentIndex():
            self._on_current()
        else:
            cards.setCurrentIndex(target)
        if target.isValid():
            cards.scrollTo(target)

    def _on_current(self) -> None:
        card = self.card()
        if card is None:
            self._mark = ""
            self._columns.record.choose("", "")
            self._on_selection()
            return
        places = self.shown.places_of(card.key)
        at = max(self._at(places), 0)
        ordered = (*places[at:], *places[:at])
        waiting = (place for place in ordered if place.mark.is_waiting)
        self._show_place(card, next(waiting, ordered[0] if ordered else None))
        self.card_chosen.emit(card.key)

    def _at(self, places: Sequence[MarkedPlace]) -> int:
        """Which of a thing's places is the one shown; -1 for none."""
        return next((at for at, one in enumerate(places) if one.mark.redaction_id == self._mark), -1)

    def _show_place(self, card: Card, place: MarkedPlace | None) -> None:
        """Brings one place of a thing into sight, in the record and in what the audience sees."""
        self._mark = place.mark.redaction_id if place is not None else ""
        if place is None:
            self._columns.record.choose(card.key, "")
        else:
            self._columns.record.choose(card.key, self._mark, place.passage, place.mark.start)
            text = self.shown.passages[place.passage].place
            self._columns.seen.show_place(text)
            self.place_shown.emit(text)
        self._on_selection()

    def _on_selection(self) -> None:
        strip, record = self._columns.strip, self._columns.record
        is_selected = record.selection() is not None
        strip.show_selection(is_selected=is_selected)
        card = self.card()
        if is_selected:
            strip.show_why("", BY_HAND, doable.BY_HAND)
        elif record.has_selection:
            strip.show_why("", NOT_ONE_TEXT, doable.NOTHING)
        elif card is None:
            strip.show_why("", "", doable.NOTHING)
        else:
            number = self._at(self.shown.places_of(card.key)) + 1
            strip.show_why(why_words(card, self.place()), scope_words(card, number), doable.doable(card))
        is_deciding = card is not None and self._columns.left.panel() == TO_DECIDE
        self._columns.show_strip(is_shown=is_deciding or record.has_selection)

    def _show_emptiness(self) -> None:
        left = self._columns.left
        words = NOTHING_FOUND if self.shown.passages else NO_RECORD
        left.empty.setText(NOTHING_LEFT_BY_FILTER if self.shown.cards else words)
        has_rows = self._model.rowCount() > 0
        left.empty.setVisible(not has_rows)
        left.filter.setVisible(bool(self.shown.cards))

    def _lead_to_text(self, place: Place) -> None:
        self.lead_to(place, 0)
