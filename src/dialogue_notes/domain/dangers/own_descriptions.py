"""What is to be said of the words under which somebody may be spoken of, as they stand on the roster."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum

from dialogue_notes.domain.dangers.descriptors import Descriptions, fits_words, too_few_for, too_few_words
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.term_finder import TermFinder


class Concern(Enum):
    """What is the matter with a description: each a warning in words, never a refusal."""

    NONE = "enough people for every audience"
    TOO_FEW = "too few people for some audience"
    ONE_PERSON = "one person, or nobody who is counted"
    NAME = "holds a name"


@dataclass(frozen=True, slots=True)
class OwnDescription:
    """One description of somebody, what is to be said of it, and how many people in the room it fits."""

    words: str = field(repr=False)
    fits: int
    concern: Concern
    says: str = field(repr=False)


def own_descriptions(
    person: Participant, known: Descriptions, profiles: Collection[Profile], names: TermFinder
) -> tuple[OwnDescription, ...]:
    """The descriptions of a person in their order; `names` finds the names of everybody on the roster.

    People are counted as everywhere: a description fits those on whose card it stands too, and those whose capacity or
    role says the same.
    """
    return tuple(_judged(words, known, profiles, names) for words in person.descriptors)


def _judged(
    words: str, known: Descriptions, profiles: Collection[Profile], names: TermFinder
) -> OwnDescription:
    fits = known.fits(words) or 0
    if names.find(words):
        says = f"“{words}” holds a name, so it is never offered in the place of one."
        return OwnDescription(words, fits, Concern.NAME, says)
    counted = f"“{words}” {fits_words(fits)}"
    if fits == 1:
        says = f"{counted}: it says who they are. If it is true of others, write it on their cards too."
        return OwnDescription(words, fits, Concern.ONE_PERSON, says)
    too_few = too_few_for(fits, profiles)
    if fits == 0 or not too_few:
        return OwnDescription(words, fits, Concern.NONE if fits else Concern.ONE_PERSON, f"{counted}.")
    return OwnDescription(words, fits, Concern.TOO_FEW, f"{counted}; {too_few_words(too_few)}.")
