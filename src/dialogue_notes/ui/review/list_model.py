"""The list of things to decide, as rows: headings, and the cards that the filter lets through below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from dialogue_notes.services.reviewing.types import Danger
from dialogue_notes.ui.review.model import Card, Group, places_words

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_GROUP_ORDER = {group: number for number, group in enumerate(Group)}


class DangerFilter(StrEnum):
    """Which things the list is narrowed to, by what is to be done with them."""

    ALL = "all"
    OPEN = "open"
    HIGH = "high"
    AGAIN = "again"
    DECIDED = "decided"


DANGER_WORDS: dict[DangerFilter, str] = {
    DangerFilter.ALL: "Everything",
    DangerFilter.OPEN: "To decide",
    DangerFilter.HIGH: "Gives away most",
    DangerFilter.AGAIN: "Look again",
    DangerFilter.DECIDED: "Decided",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; words are looked for in names and reasons, all of them."""

    words: str = field(default="", repr=False)
    group: Group | None = None
    danger: DangerFilter = DangerFilter.ALL

    @property
    def is_narrow(self) -> bool:
        """Whether anything may be left out."""
        return self != Filter()

    def lets(self, card: Card) -> bool:
        """Whether a thing is to be shown."""
        if self.group is not None and card.group is not self.group:
            return False
        if not self._lets_danger(card):
            return False
        text = f"{card.title} {card.why} {card.outcome}".casefold()
        return all(word in text for word in self.words.casefold().split())

    def _lets_danger(self, card: Card) -> bool:
        is_again = bool(card.again or card.fresh or card.wants_second_look)
        return {
            DangerFilter.ALL: True,
            DangerFilter.OPEN: bool(card.undecided) or is_again,
            DangerFilter.HIGH: card.danger is Danger.HIGH,
            DangerFilter.AGAIN: is_again,
            DangerFilter.DECIDED: not card.undecided and not is_again,
        }[self.danger]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above the cards of one sort, with how many there are."""

    words: str
    count: int


Row = Heading | Card
Order = tuple[int, int, int, int, int, str]


@dataclass(frozen=True, slots=True)
class _Listed:
    """A card with where it belongs."""

    card: Card
    order: Order
    heading: str


class Listing:
    """Puts cards in order; what is known of a card that did not change is not found out again."""

    def __init__(self) -> None:
        self._known: dict[str, _Listed] = {}

    def rows(self, cards: Iterable[Card], wanted: Filter) -> tuple[Row, ...]:
        """The rows: by part and group, the most dangerous first, each group under its heading."""
        meant = cards if not wanted.is_narrow else filter(wanted.lets, cards)
        return tuple(_with_headings(sorted(map(self._listed, meant), key=lambda one: one.order)))

    def forget(self) -> None:
        """Drops what is known."""
        self._known.clear()

    def _listed(self, card: Card) -> _Listed:
        known = self._known.get(card.key)
        if known is None or known.card is not card:
            known = self._known[card.key] = _Listed(card, _order(card), card.heading)
        return known


def listed(cards: Iterable[Card], wanted: Filter) -> tuple[Row, ...]:
    """`Listing.rows`, once."""
    return Listing().rows(cards, wanted)


def _order(card: Card) -> Order:
    part = card.part.value
    is_grouped = part in {1, 2}
    group = _GROUP_ORDER[card.group] if is_grouped else 0
    return part, group, -card.danger, -card.undecided, -card.places, card.title


def _with_headings(found: list[_Listed]) -> Iterator[Row]:
    counts = Counter(one.heading for one in found)
    last = ""
    for one in found:
        if one.heading != last:
            last = one.heading
            yield Heading(last, counts[last])
        yield one.card


class CardModel(QAbstractListModel):
    """The rows of the list. A card that changes without moving changes in its place; otherwise the list is reset."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[Card, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._places: dict[str, int] = {}
        self._filter = Filter()
        self._listing = Listing()

    @property
    def filter(self) -> Filter:
        """What the list is narrowed to."""
        return self._filter

    @property
    def rows(self) -> tuple[Row, ...]:
        """Headings and cards as they stand."""
        return self._rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Card | Heading | str | None:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == CARD_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(row)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if self.card_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def set_cards(self, cards: Iterable[Card]) -> None:
        """Shows other cards, under the same filter."""
        self._cards = tuple(cards)
        if not self._cards:
            self._listing.forget()
        self._show(self._listing.rows(self._cards, self._filter))

    def set_filter(self, wanted: Filter) -> None:
        """Narrows the list, or shows all of it again."""
        if wanted != self._filter:
            self._filter = wanted
            self._show(self._listing.rows(self._cards, wanted))

    def card_at(self, row: int) -> Card | None:
        """The card in a row; None for a heading, and where there is none."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Card) else None

    def row_of(self, key: str) -> int:
        """The row of a card; -1 when it is not shown."""
        return self._places.get(key, -1)

    def row_to_show(self, before: Card | None, row_before: int, *, goes_on: bool) -> int:
        """The card that was shown before; if `goes_on`, the one that waits next. -1 when there is none."""
        count = len(self._rows)
        start = min(max(row_before, 0), count)
        row_now = self.row_of(before.key) if before is not None else -1
        if goes_on:
            found = self.next_open(start - 1)
            return found if found >= 0 else row_now
        return row_now if row_now >= 0 else self.step_from(start - 1, 1, is_near=True)

    def next_open(self, row: int) -> int:
        """The row of the next card after `row`, from the top again after the end, that waits; -1 for none."""
        count = len(self._rows)
        for step in range(1, count + 1):
            card = self.card_at((row + step) % count)
            if card is not None and card.undecided + card.again:
                return (row + step) % count
        return -1

    def step_from(self, row: int, step: int, *, is_near: bool = False) -> int:
        """The next card's row in the direction of `step`, over headings; `row` itself when there is none.

        With `is_near` the nearest card in the other direction does as well, and -1 says that there is no card.
        """
        place = row + step
        while 0 <= place < len(self._rows):
            if self.card_at(place) is not None:
                return place
            place += step
        if is_near:
            return next((at for at in range(min(row, len(self._rows) - 1), -1, -1) if self.card_at(at)), -1)
        return row

    def rest_of_group(self, card: Card) -> tuple[Card, ...]:
        """The cards under the same heading that wait, that card among them, as far as the filter shows them."""
        rest = (row for row in self._rows if isinstance(row, Card) and row.heading == card.heading)
        return tuple(one for one in rest if one.undecided + one.again)

    def _show(self, rows: tuple[Row, ...]) -> None:
        if [_name(row) for row in rows] == [_name(row) for row in self._rows]:
            before, self._rows = self._rows, rows
            for number, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old is not new and old != new:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self._rows = rows
        self._places = {row.key: place for place, row in enumerate(rows) if isinstance(row, Card)}
        self.endResetModel()


def spoken(row: Row) -> str:
    """A row as a screen reader says it."""
    if isinstance(row, Heading):
        return f"{row.words}, {row.count}"
    states = [row.outcome or row.why]
    if row.again:
        states.append("its text changed: look again")
    if row.fresh:
        states.append("new since the decision")
    if row.wants_second_look:
        states.append("wants a second look")
    return ", ".join((row.title, places_words(row.places), *states))


def _name(row: Row) -> str:
    return row.key if isinstance(row, Card) else f"# {row.words}"
