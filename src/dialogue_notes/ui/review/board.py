"""What is to be decided in a meeting, held so that one decision changes only what it touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, Place, Redaction
from dialogue_notes.services.reviewing.states import Learned, state_of
from dialogue_notes.services.reviewing.types import ReviewedEntity
from dialogue_notes.ui.review.drawing import card_of, mark_of
from dialogue_notes.ui.review.model import Card, Mark, MarkedPlace, Passage, PlaceWhy, ReviewShown


@dataclass(frozen=True, slots=True)
class ReviewRead:
    """All that was read of a meeting for the room; `second_looks` are ids of redactions and of entities."""

    record: MeetingRecord = field(repr=False)
    entities: tuple[Entity, ...] = field(repr=False)
    redactions: tuple[Redaction, ...] = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    profiles: tuple[Profile, ...]
    is_reviewed: bool
    learned: Learned = field(default_factory=Learned, repr=False)
    second_looks: frozenset[str] = frozenset()
    shows_speakers: bool = False


class Board:
    """The things to decide with their places. Made where the vault is read, then used on the GUI thread only."""

    def __init__(self, read: ReviewRead) -> None:
        self.read = read
        self._entities = {entity.id: entity for entity in read.entities}
        self._rows = {passage.place: row for row, passage in enumerate(read.passages)}
        self._redactions: dict[str, Redaction] = {}
        self._by_entity: dict[str, set[str]] = defaultdict(set)
        self._by_place: dict[Place, set[str]] = defaultdict(set)
        self._cards: dict[str, Card] = {}
        self._marked: dict[str, tuple[MarkedPlace, ...]] = {}
        self._passages = list(read.passages)
        self._entries = {one.intervention.id: number for number, one in enumerate(read.record.entries)}
        self._total = 0
        self._waiting: set[str] = set()
        self._turned: set[str] = (
            set()
        )  # things decided since: what the dialogue had learned of them may be no more
        for one in read.redactions:
            self._take(one)
        self._draw(set(self._by_entity), set(self._by_place))

    @property
    def redactions(self) -> tuple[Redaction, ...]:
        """Every redaction as it stands, those shown before they are written too."""
        return tuple(self._redactions.values())

    def shown(self, profile: str) -> ReviewShown:
        """The whole as the room shows it, with the audience that is chosen."""
        return ReviewShown(
            cards=tuple(self._cards.values()),
            passages=tuple(self._passages),
            places=MappingProxyType(dict(self._marked)),
            profile=profile,
            profiles=self.read.profiles,
            decided=self._total - len(self._waiting),
            total=self._total,
            is_reviewed=self.read.is_reviewed and not self._waiting,
            shows_speakers=self.read.shows_speakers,
        )

    def of_entity(self, entity_id: str) -> tuple[Redaction, ...]:
        """The redactions of a thing in this meeting."""
        return tuple(self._redactions[one] for one in self._by_entity.get(entity_id, ()))

    def by_ids(self, ids: Iterable[str]) -> tuple[Redaction, ...]:
        """Those of the redactions that are there."""
        return tuple(self._redactions[one] for one in ids if one in self._redactions)

    def of_place(self, place: Place) -> tuple[Redaction, ...]:
        """The redactions that lie in a text."""
        return tuple(self._redactions[one] for one in self._by_place.get(place, ()))

    def entities(self) -> tuple[Entity, ...]:
        """The entities of the dialogue."""
        return tuple(self._entities.values())

    def apply(self, changed: Iterable[Redaction], removed: Iterable[str] = ()) -> bool:
        """Takes redactions as they are now, and others out; whether anything is different."""
        entities: set[str] = set()
        places: set[Place] = set()
        for one in changed:
            old = self._redactions.get(one.id)
            if old == one or one.meeting_id != self.read.record.meeting.id:
                continue
            if old is not None:
                self._drop(old)
                entities.add(old.entity_id)
                places.add(old.place)
            self._take(one)
            entities.add(one.entity_id)
            places.add(one.place)
        for each in removed:
            gone = self._redactions.get(each)
            if gone is not None:
                self._drop(gone)
                entities.add(gone.entity_id)
                places.add(gone.place)
        self._turned |= entities
        self._draw(entities, places)
        return bool(entities)

    def _take(self, one: Redaction) -> None:
        self._redactions[one.id] = one
        self._by_entity[one.entity_id].add(one.id)
        self._by_place[one.place].add(one.id)
        if one.place in self._rows:
            self._total += 1
            if one.state is RedactionState.SUGGESTED or one.stale:
                self._waiting.add(one.id)

    def _drop(self, one: Redaction) -> None:
        del self._redactions[one.id]
        self._by_entity[one.entity_id].discard(one.id)
        self._by_place[one.place].discard(one.id)
        self._waiting.discard(one.id)
        self._total -= one.place in self._rows

    def _part(self, redactions: Iterable[Redaction]) -> MeetingRecord:
        """The record with only those entries that some redactions lie in: what is drawn anew needs no others."""
        ids = {one.place.id.partition("#")[0] for one in redactions}
        numbers = sorted(self._entries[one] for one in ids if one in self._entries)
        entries = self.read.record.entries
        return replace(self.read.record, entries=tuple(entries[number] for number in numbers))

    def _draw(self, entities: set[str], places: set[Place]) -> None:
        """Makes the cards of some entities and the marks of some places anew."""
        ids = [one for entity in entities for one in self._by_entity.get(entity, ())]
        known = [self._entities[entity] for entity in entities if entity in self._entities]
        here = [self._redactions[one] for one in ids]
        fresh = state_of(self._part(here), known, here, self.read.learned).entities
        for entity in entities - {one.entity.id for one in fresh}:
            self._cards.pop(entity, None)
            self._marked.pop(entity, None)
        for reviewed in fresh:
            key = reviewed.entity.id
            self._cards[key] = self._card(reviewed)
            self._marked[key] = self._places(reviewed)
        for place in places:
            self._draw_place(place)

    def _card(self, reviewed: ReviewedEntity) -> Card:
        ids = {place.redaction.id for place in reviewed.places}
        ids.add(reviewed.entity.id)
        if reviewed.entity.id in self._turned:
            reviewed = replace(reviewed, decision=None)
        return card_of(reviewed, looks=len(ids & self.read.second_looks))

    def _places(self, reviewed: ReviewedEntity) -> tuple[MarkedPlace, ...]:
        redactions = (place.redaction for place in reviewed.places)
        return tuple(
            MarkedPlace(self._rows[one.place], self._mark(one), PlaceWhy(one.why, one.score))
            for one in redactions
            if one.place in self._rows
        )

    def _mark(self, one: Redaction) -> Mark:
        entity = self._entities.get(one.entity_id)
        is_participant = entity is not None and entity.participant_id is not None
        return mark_of(one, is_participant=is_participant, wants_look=one.id in self.read.second_looks)

    def _draw_place(self, place: Place) -> None:
        row = self._rows.get(place)
        if row is None:
            return
        here = (self._redactions[one] for one in self._by_place.get(place, ()))
        marks = sorted((self._mark(one) for one in here), key=lambda mark: (mark.start, -mark.end))
        self._passages[row] = replace(self._passages[row], marks=tuple(marks))
