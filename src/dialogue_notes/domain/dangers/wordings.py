"""What the words that a person put in the place of a name say themselves: they go out as they were typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dialogue_notes.domain.codes import Category, RedactionAction
from dialogue_notes.domain.dangers.clues import WHY, Clue
from dialogue_notes.domain.dangers.danger import DangerKind, FoundDanger, Remedy, Spot, danger_key
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting
from dialogue_notes.domain.dangers.settling import digest
from dialogue_notes.domain.language import CATEGORY_WORDS
from dialogue_notes.domain.redaction import Redaction

HOLDS_HIDDEN = "These words hold a name, or something that was hidden."
_LOUD = frozenset({Category.PERSON, Category.SELF_REFERENCE, Category.LANGUAGE, Category.CONTACT})
_WORDED = frozenset({RedactionAction.GENERALISE, RedactionAction.RECAST})
_NAMES_SOMEBODY = (
    "These words stand in the place of something hidden, and say themselves who somebody is. They go out as they were "
    "typed: put others there."
)
_HOLDS_HIDDEN = f"{HOLDS_HIDDEN} As long as they stand there, every export is refused."


@dataclass(frozen=True, slots=True)
class Told:
    """Something that a wording still says; `is_sure` where it would be hidden unless somebody objected."""

    text: str = field(repr=False)
    category: Category
    is_sure: bool

    @property
    def is_loud(self) -> bool:
        """Whether it says who somebody is, and not only something about them."""
        return self.is_sure and self.category in _LOUD


@dataclass(frozen=True, slots=True)
class WordingRead:
    """What one wording says; `holds_hidden` when it holds something that is hidden in its meeting."""

    told: tuple[Told, ...] = ()
    holds_hidden: bool = False


def told_words(told: Iterable[Told]) -> str:
    """What a wording still says, in words: "They still say: “Mr. Aune” (person)."; empty for nothing."""
    listed = [f"“{one.text}” ({CATEGORY_WORDS[one.category]})" for one in told]
    return f"They still say: {', '.join(listed)}." if listed else ""


def worded(meeting: SeenMeeting) -> dict[str, list[Redaction]]:
    """Every wording that goes out in the place of something hidden, with where it does, in the order of the record."""
    found: dict[str, list[Redaction]] = {}
    for place in meeting.marked_places:
        marked = [
            one for one in meeting.decisions.applied(place) if one.action in _WORDED and one.replacement
        ]
        for one in marked if marked and meeting.audiences(place) else ():
            found.setdefault(one.replacement, []).append(one)
    return found


def wordings_that_name(meeting: SeenMeeting, read: Mapping[str, WordingRead]) -> Iterator[FoundDanger]:
    """Wordings that say who somebody is, each with all its places."""
    for words, places in worded(meeting).items():
        seen = read.get(words, WordingRead())
        loud = tuple(one for one in seen.told if one.is_loud)
        if not loud and not seen.holds_hidden:
            continue
        first = places[0]
        spots = tuple(Spot(one.place, one.start, one.end) for one in places)
        reached = dict.fromkeys(name for one in places for name in meeting.audiences(one.place))
        yield FoundDanger(
            key=danger_key(DangerKind.WORDING, words),
            kind=DangerKind.WORDING,
            place=first.place,
            start=first.start,
            end=first.end,
            about=" · ".join((f"“{words}”", *(one.text for one in loud))),
            why=_HOLDS_HIDDEN if seen.holds_hidden else _NAMES_SOMEBODY,
            audiences=tuple(reached),
            rests_on=digest(words, str(seen.holds_hidden), *(one.text for one in loud)),
            remedies=(Remedy.DECIDE,),
            must_be_decided=seen.holds_hidden,
            spots=spots if len(spots) > 1 else (),
        )


def wording_clues(meeting: SeenMeeting, read: Mapping[str, WordingRead]) -> Iterator[Clue]:
    """What wordings say of somebody without saying who it is, at the first place of each."""
    for words, places in worded(meeting).items():
        first = places[0]
        for one in read.get(words, WordingRead()).told:
            if not one.is_loud:
                reached = meeting.audiences(first.place)
                why = f"It stands in words that were put there. {WHY[one.category]}"
                yield Clue(first.place, first.start, first.end, one.text, one.category, why, True, reached)
