"""What may stand for a thing, with how many people in the room each wording fits, and what it may be merged into."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from rapidfuzz import fuzz

from dialogue_notes.domain.codes import RedactionAction
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity
from dialogue_notes.errors import KnownError
from dialogue_notes.services.reviewing.descriptors import Wordings
from dialogue_notes.services.reviewing.wordings import wording_says
from dialogue_notes.ui.review.asking import Choice
from dialogue_notes.ui.review.board import Board
from dialogue_notes.ui.review.model import Card, OfferedWords, places_words
from dialogue_notes.ui.review.presenter import ReviewPresenter


class WordingPresenter(QObject):
    """`offered(action, rungs, judge)` for a wording that is asked for; `choices(name, choices)` for a merge;
    `told(wording, words)` what a wording still says that is being typed.
    """

    offered = Signal(object, object, object)
    choices = Signal(str, object)
    told = Signal(str, str)

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._known: tuple[MeetingRecord, Wordings] | None = None
        self._typed = ""
        self._is_reading = False
        presenter.office.locked.connect(self._forget)

    def offer(self, entity_id: str, action: RedactionAction) -> None:
        """What may stand for a thing; an empty id is for words that were selected."""
        board = self._presenter.board
        if board is None:
            return
        entity = next((one for one in board.entities() if one.id == entity_id), None)
        wordings = self._wordings(board)
        rungs = wordings.offered(entity) if entity is not None else ()
        offered = tuple(OfferedWords(one.words, one.says) for one in rungs)
        self.offered.emit(action, offered, _judging(wordings, entity))

    def read_wording(self, wording: str) -> None:
        """Reads what is typed, one wording at a time; of what was typed meanwhile only the last is read next."""
        self._typed = wording
        if wording and not self._is_reading:
            self._read()

    def _read(self) -> None:
        office, wording, meeting_id = self._presenter.office, self._typed, self._presenter.meeting_id
        if meeting_id is None or not office.is_open:
            return
        self._is_reading = True

        def show(words: str) -> None:
            self.told.emit(wording, words)
            go_on()

        def go_on(_error: KnownError | None = None) -> None:
            self._is_reading = False
            if self._typed not in {"", wording}:
                self._read()

        office.read(lambda reader: wording_says(reader, meeting_id, wording), show, go_on)

    def list_choices(self, entity_id: str) -> None:
        """What a thing may be merged into: those of its sort first, and of these the ones most like it."""
        card = self._presenter.card_of(entity_id)
        if card is None:
            return
        others = [one for one in self._presenter.snapshot.cards if one.key != entity_id]
        others.sort(key=lambda one: (one.category is not card.category, -_likeness(one, card), one.title))
        choices = [Choice(one.key, one.title, _note(one)) for one in others]
        self.choices.emit(card.title, choices)

    def _wordings(self, board: Board) -> Wordings:
        """With the names of the roster alone: what was hidden since is looked for where a decision is written."""
        if self._known is None or self._known[0] is not board.read.record:
            self._known = (board.read.record, Wordings(board.read.record, (), board.read.profiles))
        return self._known[1]

    def _forget(self) -> None:
        self._known = None
        self._typed, self._is_reading = "", False


def _judging(wordings: Wordings, entity: Entity | None) -> Callable[[str], str]:
    def says(wording: str) -> str:
        return wordings.judged(wording, entity).says

    return says


def _likeness(one: Card, other: Card) -> float:
    return fuzz.partial_ratio(one.title.casefold(), other.title.casefold())


def _note(card: Card) -> str:
    return f"{card.category.value.replace('_', '-')}, {places_words(card.places)}"
