"""What is left: each remaining clue in what an audience would see, and why it is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dialogue_notes.domain.codes import Category, Kind, RedactionState
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting
from dialogue_notes.domain.places import WRITTEN_WORDS, intervention_place
from dialogue_notes.domain.redaction import Place, PlaceKind, Redaction
from dialogue_notes.domain.spans import Cover, Span

WHY: dict[Category, str] = {
    Category.PERSON: "A name that stays can be asked about, and whoever is near it is near in life too.",
    Category.ROLE: "An office has one holder at a time; with a date it is a name.",
    Category.ORGANISATION: "Few people speak for one house, and fewer travel for it.",
    Category.PLACE: "Who was in a place at a time can be looked up.",
    Category.NATIONALITY: "It tells to which side somebody belongs.",
    Category.LANGUAGE: "What is said in one side's language was said by that side.",
    Category.DATE: "A date joins what is said here with what is known elsewhere.",
    Category.CONTACT: "It leads to one desk.",
    Category.NUMBER: "An exact figure has a source, and few have it.",
    Category.QUOTATION: "Exact words are remembered by those who heard them.",
    Category.SELF_REFERENCE: "The speaker says what they were, or to whom they answer.",
}
"""By sort, in words of the room."""

_PLACES = WRITTEN_WORDS.keys() | {
    PlaceKind.INTERVENTION,
    PlaceKind.MEETING_TITLE,
    PlaceKind.MEETING_PLACE,
    PlaceKind.SESSION_TITLE,
}


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that stay readable for `audiences` (profile names) and may identify; `is_decided` when a person found
    that they do not. The span is in code points of the place's text.
    """

    place: Place
    start: int
    end: int
    text: str = field(repr=False)
    category: Category
    why: str
    is_decided: bool
    audiences: tuple[str, ...]


def quotations(meeting: SeenMeeting) -> frozenset[Place]:
    """The entries that are quotations."""
    return frozenset(
        intervention_place(one.intervention.id)
        for one in meeting.entries
        if one.intervention.kind is Kind.QUOTE
    )


def clues_at(meeting: SeenMeeting, place: Place, *, is_quote: bool) -> Iterator[Clue]:
    """The remaining clues of one text."""
    if place.kind not in _PLACES or not (is_quote or meeting.decisions.at(place)):
        return
    audiences, text = meeting.audiences(place), meeting.texts[place]
    if not audiences:
        return
    if is_quote:
        yield Clue(place, 0, len(text), text, Category.QUOTATION, WHY[Category.QUOTATION], True, audiences)
    for one in _left(meeting, place):
        category = meeting.category(one)
        is_decided = one.state is RedactionState.REJECTED
        words = text[one.start : one.end]
        yield Clue(place, one.start, one.end, words, category, WHY[category], is_decided, audiences)


def _left(meeting: SeenMeeting, place: Place) -> Iterator[Redaction]:
    """What stays readable in a text of all that was ever marked there, in order."""
    marked = meeting.decisions.at(place)
    hidden = Cover(Span(one.start, one.end) for one in marked if meeting.decisions.is_applied(one))
    for one in sorted(marked, key=lambda each: (each.start, each.end)):
        if not meeting.decisions.is_applied(one) and not hidden.meets(one.start, one.end):
            yield one
