"""What the Review room shows of a meeting: frozen snapshots, made by the presenter and drawn by the view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from types import MappingProxyType

from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.profiles import STANDARD_PROFILES, Profile
from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.sanitised import Run
from dialogue_notes.services.reviewing.types import Danger

NO_RECORD = "Nothing to review yet. Choose a meeting in Meetings and record it: then this list fills."
NOTHING_FOUND = (
    "Nothing in this record was found that may identify someone. Read it through once more: what does is hidden "
    "by selecting it (Alt+2, then Shift and the arrows) and pressing a key."
)
NOTHING_LEFT_BY_FILTER = "Nothing to decide is like this. Esc in the filter shows everything again."


class MarkLook(Enum):
    """How a span is shown in the record."""

    OPEN = "open"
    THIRD_PERSON = "third_person"
    PERHAPS = "perhaps"
    LOOK_AGAIN = "look_again"
    FRESH = "fresh"
    HIDDEN = "hidden"
    SHOWN = "shown"


class Unread(StrEnum):
    """What of all that may be open is not known yet; the value says it in words."""

    NOTHING = ""
    RECORD = "The record is being looked through."
    MATTERS = "What is open is being read."
    FAILED = "What is open could not be read: F5 reads it again."


class Group(StrEnum):
    """Under which heading a thing is listed; the value is the heading."""

    ROSTER = "People of the roster"
    THIRD_PERSONS = "Third persons"
    ROLES = "Roles"
    ORGANISATIONS = "Organisations"
    PLACES = "Places"
    NATIONALITIES = "Nationalities"
    LANGUAGES = "Languages"
    DATES = "Dates"
    CONTACTS = "Contacts"
    NUMBERS = "Numbers"
    QUOTATIONS = "Quotations"
    SELF_REFERENCES = "Self-references"


class Part(Enum):
    """The parts of the list, from what must be looked at first to what is done."""

    LOOK_AGAIN = 0
    LIKELY = 1
    PERHAPS = 2
    DECIDED = 3


@dataclass(frozen=True, slots=True)
class PlaceWhy:
    """Why one place was marked: the reason, and how sure that is, between 0 and 1."""

    reason: str = field(repr=False)
    score: float


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to decide: an entity with its reason in words and how many places it has.

    `undecided` counts the places that nobody has decided, `again` those to be looked at once more, `fresh` those
    that came after the thing was decided and were decided like it. `later` and `later_meetings`: places in other
    meetings that a decision reaches too.
    """

    key: str
    title: str = field(repr=False)
    places: int
    undecided: int
    why: str = field(repr=False)
    danger: Danger
    outcome: str
    category: Category = Category.PERSON
    is_participant: bool = False
    again: int = 0
    fresh: int = 0
    wants_second_look: bool = False
    later: int = 0
    later_meetings: int = 0

    @property
    def part(self) -> Part:
        """Where in the list it belongs."""
        if self.again or self.fresh or self.wants_second_look:
            return Part.LOOK_AGAIN
        if not self.undecided:
            return Part.DECIDED
        return Part.PERHAPS if self.danger is Danger.LOW else Part.LIKELY

    @property
    def group(self) -> Group:
        """What sort of thing it is, as a heading."""
        if self.category is Category.PERSON:
            return Group.ROSTER if self.is_participant else Group.THIRD_PERSONS
        return _GROUPS[self.category]

    @property
    def heading(self) -> str:
        """The heading that it stands under."""
        if self.part is Part.LIKELY:
            return self.group.value
        return {
            Part.LOOK_AGAIN: "Look again",
            Part.PERHAPS: f"Perhaps: {self.group.value.lower()}",
            Part.DECIDED: "Decided",
        }[self.part]


_GROUPS = {
    Category.ROLE: Group.ROLES,
    Category.ORGANISATION: Group.ORGANISATIONS,
    Category.PLACE: Group.PLACES,
    Category.NATIONALITY: Group.NATIONALITIES,
    Category.LANGUAGE: Group.LANGUAGES,
    Category.DATE: Group.DATES,
    Category.CONTACT: Group.CONTACTS,
    Category.NUMBER: Group.NUMBERS,
    Category.QUOTATION: Group.QUOTATIONS,
    Category.SELF_REFERENCE: Group.SELF_REFERENCES,
}


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
        """Whether somebody has to decide on it, or to look at it again."""
        return self.look not in {MarkLook.HIDDEN, MarkLook.SHOWN, MarkLook.FRESH}


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the record with its marks: an entry, or a title."""

    place: Place
    heading: str = field(repr=False)
    text: str = field(repr=False)
    marks: tuple[Mark, ...] = ()
    speaker: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SeenPassage:
    """The same text as a profile would see it; `note` instead of runs when it stays in the room."""

    place: Place
    heading: str = field(repr=False)
    lead: str
    runs: tuple[Run, ...] = field(repr=False)
    note: str = ""


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """One place of a thing: its mark, the number of the passage it lies in, and why it was marked."""

    passage: int
    mark: Mark
    why: PlaceWhy


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """Everything the room shows of one meeting; what did not change is the same object from one to the next."""

    cards: tuple[Card, ...] = ()
    passages: tuple[Passage, ...] = ()
    places: Mapping[str, tuple[MarkedPlace, ...]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )
    profile: str = ""
    profiles: tuple[Profile, ...] = STANDARD_PROFILES
    decided: int = 0
    total: int = 0
    is_reviewed: bool = False
    shows_speakers: bool = False

    def places_of(self, card_key: str) -> tuple[MarkedPlace, ...]:
        """Every place of a thing, in the order of the record."""
        return self.places.get(card_key, ())

    @property
    def waiting(self) -> int:
        """How many places must still be decided or looked at again."""
        return self.total - self.decided


def places_words(count: int) -> str:
    """How many places, in words: "1 place", "6 places"."""
    return "1 place" if count == 1 else f"{count:,} places"


def meetings_words(count: int) -> str:
    """How many meetings, in words."""
    return "1 other meeting" if count == 1 else f"{count:,} other meetings"


def sureness_words(score: float) -> str:
    """How sure a suggestion is, in words. The bounds are those by which the list is sorted and a little finer."""
    return next(words for least, words in _SURENESS if score >= least)


_SURENESS = ((0.95, "almost certain"), (0.8, "likely"), (0.5, "may be"), (0.0, "perhaps"))


@dataclass(frozen=True, slots=True)
class OfferedWords:
    """A wording that may stand for a thing, and what is to be said of it: "fits 8 people in the room"."""

    words: str = field(repr=False)
    says: str
