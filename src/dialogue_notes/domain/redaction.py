"""What may identify someone, and what a person decided about it. Raw; never reachable by a renderer."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState


class PlaceKind(StrEnum):
    """Which text a span lies in."""

    INTERVENTION = "intervention"
    DIALOGUE_TITLE = "dialogue_title"
    MEETING_TITLE = "meeting_title"
    MEETING_PLACE = "meeting_place"
    SESSION_TITLE = "session_title"
    TAG = "tag"
    POINT = "point"
    SUMMARY_TITLE = "summary_title"
    HEADING = "heading"
    ROLE = "role"
    DESCRIPTOR = "descriptor"


@dataclass(frozen=True, slots=True)
class Place:
    """A text that can reach an export: its kind and the id of its row (a tag's is `INTERVENTION_ID#n`, a descriptor's
    `PARTICIPANT_ID#n`).
    """

    kind: PlaceKind
    id: str

    def __hash__(self) -> int:
        """By the id alone, which hardly two kinds share: places are looked up by the thousand."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A span that may identify someone, with its reason in words.

    `start` and `end` are code points in the place's text, end exclusive. `entity` joins the mentions of one
    thing: a participant's id, or a stable name within the record. `score` is between 0 and 1; `default` says
    whether it is accepted unless a person objects.
    """

    place: Place
    start: int
    end: int
    text: str = field(repr=False)
    category: Category
    entity: str = field(repr=False)
    reason: str
    score: float
    default: bool


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place or other thing to be hidden consistently throughout a dialogue."""

    id: str
    dialogue_id: str
    category: Category
    name: str = field(repr=False)
    participant_id: str | None = None


@dataclass(frozen=True, slots=True)
class Redaction:
    """A span with what is to be done about it and who decided.

    `replacement` is the wording of a generalised or recast span. `stale` is set when the text inside the span
    was edited after the decision: it must be looked at again. `fresh` is set where a mention was met only after its
    entity was decided, and decided alike at once. `alone` says that it was decided on for this place only.
    """

    id: str
    meeting_id: str
    place: Place
    start: int
    end: int
    entity_id: str
    category: Category
    action: RedactionAction
    reason: RedactionReason
    state: RedactionState
    replacement: str = field(default="", repr=False)
    why: str = ""
    score: float = 1.0
    default: bool = True
    stale: bool = False
    fresh: bool = False
    alone: bool = False
