"""What the Review room shows: frozen snapshots from the presenter, and the list of things to decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.sanitised import Run
from dialogue_notes.services.review_types import Danger

NO_RECORD = "Nothing to review yet. Choose a meeting in Meetings and record it: then this list fills."
NOTHING_FOUND = (
    "Nobody of the roster is named in this record. Read it through once more: what may identify someone is hidden "
    "by selecting it (Alt+2, then Shift and the arrows) and pressing a key."
)

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class MarkLook(Enum):
    """How a span is shown in the record."""

    OPEN = "open"
    THIRD_PERSON = "third_person"
    HIDDEN = "hidden"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to decide: an entity with its reason in words and how many places it has."""

    key: str
    title: str = field(repr=False)
    places: int
    undecided: int
    why: str = field(repr=False)
    danger: Danger
    outcome: str
    category: Category = Category.PERSON
    is_participant: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a passage, in code points, and the redaction behind it."""

    start: int
    end: int
    redaction_id: str
    card_key: str
    look: MarkLook

    @property
    def is_waiting(self) -> bool:
        """Whether nobody decided on it yet."""
        return self.look in {MarkLook.OPEN, MarkLook.THIRD_PERSON}


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the record with its marks: an entry, or a title."""

    place: Place
    heading: str = field(repr=False)
    text: str = field(repr=False)
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenPassage:
    """The same text as a profile would see it; `note` instead of runs when it stays in the room."""

    place: Place
    heading: str = field(repr=False)
    lead: str
    runs: tuple[Run, ...] = field(repr=False)
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """Everything the room shows of one meeting."""

    cards: tuple[Card, ...]
    passages: tuple[Passage, ...]
    seen: tuple[SeenPassage, ...]
    profile: str
    decided: int
    total: int
    is_reviewed: bool = False

    def places_of(self, card_key: str) -> list[tuple[Passage, Mark]]:
        """Every place of a thing, in the order of the record."""
        return [(one, mark) for one in self.passages for mark in one.marks if mark.card_key == card_key]

    def place_of(self, redaction_id: str) -> tuple[Passage, Mark] | None:
        """Where a redaction stands."""
        marks = ((one, mark) for one in self.passages for mark in one.marks)
        return next((place for place in marks if place[1].redaction_id == redaction_id), None)


class CardModel(QAbstractListModel):
    """The list of things to decide, in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[Card, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Card | str | None:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{card.title}, {places_words(card.places)}, {card.outcome or card.why}"
        return None

    def set_cards(self, cards: Iterable[Card]) -> None:
        """Shows other cards; rows that stay keep the selection when only their contents changed."""
        fresh = tuple(cards)
        if [card.key for card in fresh] == [card.key for card in self._cards]:
            self._cards = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._cards = fresh
        self.endResetModel()

    def card_at(self, row: int) -> Card | None:
        """The card in a row, if there is one."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def is_waiting(self, key: str) -> bool:
        """Whether a card is there with places undecided."""
        card = self.card_at(self.row_of(key))
        return card is not None and card.undecided > 0

    def row_to_show(self, before: Card | None, row_before: int, *, goes_on: bool) -> int:
        """The card that was shown before; if `goes_on`, the one that waits next."""
        count = self.rowCount()
        row_now = self.row_of(before.key) if before is not None else -1
        start = min(max(row_before, 0), count)
        if goes_on:
            waiting = (row for row in (*range(start, count), *range(start)) if self._cards[row].undecided)
            return next(waiting, row_now)
        return row_now if row_now >= 0 else min(start, count - 1)

    def row_of(self, key: str) -> int:
        """The row of a card; -1 when it is not there."""
        return next((row for row, card in enumerate(self._cards) if card.key == key), -1)


def places_words(count: int) -> str:
    """How many places, in words: "1 place", "6 places"."""
    return "1 place" if count == 1 else f"{count} places"
