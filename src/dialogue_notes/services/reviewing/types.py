"""What reviewing gives back: the things to decide, how far it has come, and what one decision changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Final

from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.domain.entities import EntityDecision
from dialogue_notes.domain.redaction import Entity, Place, Redaction
from dialogue_notes.domain.sanitised import Run
from dialogue_notes.domain.sanitising.redacting import is_outdated


class Danger(IntEnum):
    """How much an undecided thing would give away."""

    DECIDED = 0
    LOW = 1
    MIDDLE = 2
    HIGH = 3


class OpenKind(StrEnum):
    """What keeps a meeting from being called reviewed."""

    PLACE = "place"
    CHANGED = "changed"
    DANGER = "danger"
    QUOTE = "quote"
    SECOND_LOOK = "second_look"
    COMMENT = "comment"
    CHECKLIST = "checklist"


OPEN_WORDS: Final = {
    OpenKind.PLACE: ("1 place is still to be decided", "{} places are still to be decided"),
    OpenKind.CHANGED: (
        "1 place changed after it was decided",
        "{} places changed after they were decided",
    ),
    OpenKind.DANGER: ("1 danger is open", "{} dangers are open"),
    OpenKind.QUOTE: ("1 quotation is without consent", "{} quotations are without consent"),
    OpenKind.SECOND_LOOK: ("1 second look is wanted", "{} second looks are wanted"),
    OpenKind.COMMENT: ("1 comment is not settled", "{} comments are not settled"),
    OpenKind.CHECKLIST: (
        "1 point of the checklist is not answered",
        "{} points of the checklist are not answered",
    ),
}
"""One, and several."""


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """How much of a kind is open in a meeting."""

    kind: OpenKind
    count: int

    @property
    def words(self) -> str:
        """As a person reads it: "3 places are still to be decided"."""
        one, several = OPEN_WORDS[self.kind]
        return one if self.count == 1 else several.format(f"{self.count:,}")


@dataclass(frozen=True, slots=True)
class ReviewedPlace:
    """One place of an entity: the redaction with the text it lies on."""

    redaction: Redaction
    text: str = field(repr=False)

    @property
    def waits(self) -> bool:
        """Whether it must be decided, or looked at again, before the meeting counts as reviewed."""
        return self.redaction.state is RedactionState.SUGGESTED or is_outdated(self.redaction)


@dataclass(frozen=True, slots=True)
class Reach:
    """Places in other meetings, and in how many of these they are."""

    places: int = 0
    meetings: int = 0


@dataclass(frozen=True, slots=True)
class ReviewedEntity:
    """A thing to decide, with all its places in the order of the record.

    `decision` is what was decided about it for this meeting: here, in an earlier meeting, or for all of the
    dialogue. `later` are the places that a decision on it would reach in later meetings.
    """

    entity: Entity
    places: tuple[ReviewedPlace, ...]
    danger: Danger
    why: str
    decision: EntityDecision | None = None
    later: Reach = Reach()

    @property
    def waiting(self) -> int:
        """How many of its places must still be decided."""
        return sum(place.waits for place in self.places)

    @property
    def fresh(self) -> int:
        """How many of its places came after it was decided, and were decided alike at once."""
        return sum(place.redaction.fresh for place in self.places)


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Everything to decide in a meeting, the most dangerous first; `decided` of `total` places are done.

    `open` lists what else is open too, by kind; only what there is.
    """

    entities: tuple[ReviewedEntity, ...]
    decided: int
    total: int
    is_reviewed: bool
    open: tuple[OpenMatter, ...] = ()

    @property
    def waiting(self) -> int:
        """How many places must still be decided."""
        return self.total - self.decided

    @property
    def fresh(self) -> int:
        """How many places came after their entity was decided."""
        return sum(one.fresh for one in self.entities)


@dataclass(frozen=True, slots=True)
class Decision:
    """What one act reached, and the stored step by which it is taken back as one.

    `what` is a word of `steps`; `step_id` is 0 for an act that changed nothing. `places` in `meetings`: how many
    were changed, in how many meetings; `left`: how many were not taken back, for something else changed them since;
    `matters`: how much else was turned, such as comments.
    """

    meeting_id: str
    what: str
    step_id: int
    places: int
    meetings: int = 1
    left: int = 0
    matters: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """What can be taken back in a meeting, and what can be done again: words of `steps`, empty for nothing."""

    undo: str = ""
    redo: str = ""


@dataclass(frozen=True, slots=True)
class SanitisedLine:
    """One text of the record as a profile would see it; `withheld` says why, when it stays in the room."""

    place: Place
    lead: str
    runs: tuple[Run, ...] = field(repr=False)
    notes: tuple[str, ...] = ()
    withheld: str = ""
