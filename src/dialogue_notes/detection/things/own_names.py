"""What a meeting itself names: where it was held, and the organisations of its roster, in full and for short."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.things.named import Meaning, NamedFamily
from dialogue_notes.detection.things.organisations import HEADS, OrganisationFamily
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.common_words import is_grammar, is_ordinary
from dialogue_notes.domain.record import MeetingRecord

_VENUE_SCORE, _BODY_SCORE, _SHORT_SCORE = 0.8, 0.7, 0.5
_SHORTEST = 3
_ORGANISATIONS = OrganisationFamily()
_PARTS = re.compile(r"[,;/()]")


@dataclass(frozen=True, slots=True)
class OwnNames:
    """Families that find such names, and the words of them that might be taken for a person's."""

    families: tuple[NamedFamily, ...]
    words: frozenset[str]

    @staticmethod
    def of(record: MeetingRecord) -> OwnNames:
        """Of the meeting's place, the roster's roles and descriptions, and the dialogue's title, whose words have
        capitals for being a title's.
        """
        venue = {name: record.meeting.place.strip() for name in _venue_names(record.meeting.place)}
        described = [
            text for person in record.participants for text in (person.role, *person.descriptors) if text
        ]
        bodies = list(dict.fromkeys(name for text in described for name in _bodies(text)))
        full = {name: name for name in bodies} | dict(_without_heads(bodies))
        short = dict(_heads(bodies))
        families = (
            (Meaning(Category.PLACE, "where this meeting was held", _VENUE_SCORE), venue),
            (Meaning(Category.ORGANISATION, "an organisation that the roster names", _BODY_SCORE), full),
            (
                Meaning(
                    Category.ORGANISATION, "short for an organisation that the roster names", _SHORT_SCORE
                ),
                short,
            ),
        )
        named = {
            word
            for name in (*venue, *full, *short, record.dialogue.title)
            for word in name.split()
            if word[0].isupper()
        }
        return OwnNames(
            tuple(NamedFamily(meaning, names) for meaning, names in families if names), frozenset(named)
        )


def _venue_names(place: str) -> Iterator[str]:
    """A meeting's place, and each of its parts that commas part."""
    for part in (place, *_PARTS.split(place)):
        name = part.strip()
        if len(name) >= _SHORTEST and name[0].isupper() and not (is_ordinary(name) or is_grammar(name)):
            yield name


def _bodies(text: str) -> Iterator[str]:
    """The organisations that one line of a roster names."""
    passage = Passage(text)
    places = [place for place, word in enumerate(passage.words.texts) if word in HEADS]
    for one in _ORGANISATIONS.find_at(passage, places):
        yield text[one.start : one.end]


def _without_heads(bodies: Iterable[str]) -> Iterator[tuple[str, str]]:
    """As "Harrow Lake" of "Harrow Lake Centre": two words at least, for one alone is rather a place or a side."""
    for body in bodies:
        front = body.split()
        while front and front[-1] in HEADS:
            front.pop()
        is_name = len(front) > 1 and all(word[0].isupper() for word in front)
        if is_name and len(front) < len(body.split()):
            yield " ".join(front), body


def _heads(bodies: Iterable[str]) -> Iterator[tuple[str, str]]:
    """As "Bureau" for the only one that the roster names, or for whichever of several."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for body in bodies:
        for word in body.split():
            if word in HEADS and body not in bearers[word]:
                bearers[word].append(body)
    for word, found in bearers.items():
        yield word, found[0] if len(found) == 1 else word
