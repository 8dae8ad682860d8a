"""All families of things, in groups by how sure it is that they are what they look like."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.things.amounts import AMOUNTS
from dialogue_notes.detection.things.contacts import ContactFamily
from dialogue_notes.detection.things.families import Family, ThingDetector, thing_detectors
from dialogue_notes.detection.things.journeys import JourneyFamily
from dialogue_notes.detection.things.landmarks import LandmarkFamily
from dialogue_notes.detection.things.languages import LanguageFamily
from dialogue_notes.detection.things.organisations import OrganisationFamily
from dialogue_notes.detection.things.times import TIMES
from dialogue_notes.detection.things.voices import QUOTATIONS, VOICES
from dialogue_notes.detection.things.where import nationalities, places, sides


def all_things(
    delegations: Iterable[str], passages: Iterable[Passage], own: Iterable[Family] = ()
) -> tuple[ThingDetector, ThingDetector, ThingDetector, ThingDetector]:
    """Detectors for what is told by its writing alone, for places and sides, for organisations, whose names may hold
    those, and for what surrounds other finds.

    `passages`: everything that will be looked through, to tell the language that most of it is in. `own`: what finds
    names that the meeting itself knows.
    """
    texts = tuple(passages)
    exact, naming, bodies, around = thing_detectors(
        (TIMES, ContactFamily(), AMOUNTS),
        (*own, JourneyFamily(places()), places(), sides(delegations), nationalities(), LandmarkFamily()),
        (OrganisationFamily(),),
        (VOICES, QUOTATIONS, LanguageFamily(texts)),
        passages=texts,
    )
    return exact, naming, bodies, around
