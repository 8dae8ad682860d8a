"""Landmarks: "Otter Lake", "Drummel Bridge", "Port Emsby". The word for what it is stands in the name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.things.patterns import entity_of
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.common_words import is_grammar
from dialogue_notes.domain.word_lists import words

HEADS = words(
    """
    Airport Avenue Bay Beach Boulevard Bridge Canal Cape Castle Coast Cove Creek Estuary Falls Ferry Glacier Gulf
    Harbour Harbor Headland Hills Hotel Inlet Island Islands Isle Junction Lagoon Lake Mountain Mountains Peninsula
    Pier Plateau Point Port Quay Reef Ridge River Road Sea Shoal Sound Square Station Strait Straits Street Valley
    Village Wharf
    """
)
"""What stands behind the name of a landmark; what is as often a family name (Hill, Ford, Heath) is left out."""
LEADS = words("Camp Cape Fort Hotel Lake Mount Port River")
"""What stands before it."""
_NAMES = HEADS | LEADS
_SCORE = 0.5
_REASON = "named like a place"
_LONGEST_BEFORE = 2


class LandmarkFamily:
    """Finds landmarks by their heads; "the Bridge" alone is none."""

    @property
    def openings(self) -> Collection[str]:
        """See `Family`: none, for a name has its capital."""
        return ()

    @property
    def names(self) -> Collection[str]:
        """See `Family`."""
        return _NAMES

    def opens_oddly(self, _word: str) -> bool:
        """See `Family`: never."""
        return False

    def find_at(self, passage: Passage, places: Sequence[int]) -> Iterator[Finding]:
        """See `Family`; proposed only, for most stand on every map."""
        found, done = passage.words, 0
        for place in places:
            if place < done:
                continue
            first, last = _name_around(passage.text, found, place, done)
            if last > first:
                start, end = found.starts[first], found.end(last)
                entity = entity_of(Category.PLACE, passage.text[start:end])
                yield Finding(start, end, Category.PLACE, entity, _REASON, _SCORE, default=False)
                done = last + 1

    def find_unspaced(self, _passage: Passage) -> Iterator[Finding]:
        """See `Family`: none."""
        return iter(())


def _name_around(text: str, found: Words, place: int, floor: int) -> tuple[int, int]:
    """The first and the last word of a landmark whose head or lead stands at `place`."""
    first = place
    if found.texts[place] in HEADS:
        while first > max(floor, place - _LONGEST_BEFORE) and _is_part(text, found, first - 1):
            first -= 1
    if first == place and found.texts[place] in LEADS:
        after = found.at(place + 1)
        is_name = after[0].isupper() and after[1:].islower() and not is_grammar(after)
        return first, place + (is_name and _is_next(text, found, place))
    return first, place


def _is_part(text: str, found: Words, place: int) -> bool:
    """Whether a word has a capital and belongs to the one behind it."""
    word = found.texts[place]
    return word[0].isupper() and word[1:].islower() and not is_grammar(word) and _is_next(text, found, place)


def _is_next(text: str, found: Words, place: int) -> bool:
    return text[found.end(place) : found.starts[place + 1]].isspace()
