"""What reviewing gives back: the things to decide, how far it has come, and what one decision changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from dialogue_notes.domain.redacting import is_open, is_outdated
from dialogue_notes.domain.redaction import Entity, Place, Redaction
from dialogue_notes.domain.sanitised import Run


class Danger(IntEnum):
    """How much an undecided thing would give away."""

    DECIDED = 0
    LOW = 1
    MIDDLE = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class ReviewedPlace:
    """One place of an entity: the redaction with the text it lies on."""

    redaction: Redaction
    text: str = field(repr=False)

    @property
    def waits(self) -> bool:
        """Whether it must be decided, or looked at again, before anything goes out."""
        return is_open(self.redaction) or is_outdated(self.redaction)


@dataclass(frozen=True, slots=True)
class ReviewedEntity:
    """A thing to decide, with all its places in the order of the record."""

    entity: Entity
    places: tuple[ReviewedPlace, ...]
    danger: Danger
    why: str

    @property
    def waiting(self) -> int:
        """How many of its places must still be decided."""
        return sum(place.waits for place in self.places)


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Everything to decide in a meeting, the most dangerous first; `decided` of `total` places are done."""

    entities: tuple[ReviewedEntity, ...]
    decided: int
    total: int
    is_reviewed: bool

    @property
    def waiting(self) -> int:
        """How many places must still be decided."""
        return self.total - self.decided


@dataclass(frozen=True, slots=True)
class Decision:
    """What one decision changed, so that it can be taken back as one: redactions before and after it."""

    meeting_id: str
    before: tuple[Redaction, ...]
    after: tuple[Redaction, ...]

    @property
    def places(self) -> int:
        """How many places it reached."""
        return len(self.after)


@dataclass(frozen=True, slots=True)
class SanitisedLine:
    """One text of the record as a profile would see it; `withheld` says why, when it stays in the room."""

    place: Place
    lead: str
    runs: tuple[Run, ...] = field(repr=False)
    notes: tuple[str, ...] = ()
    withheld: str = ""
