"""Places, and the sides they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from dialogue_notes.detection.things.named import Meaning, NamedFamily
from dialogue_notes.detection.things.sides import side_words
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.common_words import is_ordinary
from dialogue_notes.domain.names.words import NATIONALITIES
from dialogue_notes.paths import resource

_PLACE_SCORE, _SIDE_SCORE, _OWN_SIDE_SCORE = 0.5, 0.4, 0.8
_DIRECTIONS = frozenset({"north", "south", "eastern", "western", "northern", "southern", "us"})
"""Words of `NATIONALITIES` that name a side only before another ("South Korean"), or are another word."""
_COMPASS = ("North", "South", "East", "West")
_MORE = {
    "Britons": "british",
    "Frenchman": "french",
    "Dutchman": "dutch",
    "Irishman": "irish",
    "Englishman": "english",
    "Dane": "danish",
    "Swede": "swedish",
    "Finn": "finnish",
    "Pole": "polish",
    "Turk": "turkish",
    "Turks": "turkish",
    "Poles": "polish",
    "Swedes": "swedish",
    "Danes": "danish",
    "Finns": "finnish",
    "Spaniard": "spanish",
    "Spaniards": "spanish",
    "Arab": "arab",
    "Arabs": "arab",
    "Kurd": "kurdish",
    "Kurds": "kurdish",
    "Kurdish": "kurdish",
    "Afghans": "afghan",
    "Pakistanis": "pakistani",
    "Israelis": "israeli",
    "Iraqis": "iraqi",
    "Saudis": "saudi",
    "Emiratis": "emirati",
    "Thais": "thai",
    "Serbian": "serbian",
    "Serb": "serbian",
    "Serbs": "serbian",
    "Croatian": "croatian",
    "Croats": "croatian",
    "Bosnian": "bosnian",
    "Albanian": "albanian",
    "Kosovar": "kosovar",
    "Somali": "somali",
    "Mongolian": "mongolian",
    "Peruvian": "peruvian",
    "Bolivian": "bolivian",
    "Eritrean": "eritrean",
    "Rwandan": "rwandan",
    "Congolese": "congolese",
    "Lithuanian": "lithuanian",
    "Latvian": "latvian",
    "Estonian": "estonian",
    "Moldovan": "moldovan",
    "Cypriot": "cypriot",
    "Maltese": "maltese",
    "Tajik": "tajik",
    "Turkmen": "turkmen",
    "Kyrgyz": "kyrgyz",
}
"""Words for sides and their people that `NATIONALITIES` has not; "Pole" only with a capital."""


@cache
def places() -> NamedFamily:
    """Countries and cities by name (`resources/words/places.tsv`)."""
    lines = resource("words/places.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    names = {name: place for place, name in pairs if not is_ordinary(name)}
    return NamedFamily(Meaning(Category.PLACE, "names a place", _PLACE_SCORE), names)


def sides(delegations: Iterable[str]) -> NamedFamily:
    """The sides of this record, in the words that are made of their names."""
    words: dict[str, str] = {}
    for side in delegations:
        for word in side_words(side):
            words.setdefault(word, side)
    meaning = Meaning(Category.NATIONALITY, "the name of a side in this room", _OWN_SIDE_SCORE)
    return NamedFamily(meaning, words)


@cache
def nationalities() -> NamedFamily:
    """The usual nationalities."""
    meaning = Meaning(Category.NATIONALITY, "names a nationality", _SIDE_SCORE)
    return NamedFamily(meaning, dict(sorted(_people())))


def _people() -> Iterator[tuple[str, str]]:
    for people in NATIONALITIES - _DIRECTIONS:
        if people.isalpha():
            name = people.capitalize()
            for written in (name, f"{name}s") if name.endswith("n") else (name,):
                yield written, people
                yield from ((f"{point} {written}", f"{point} {people}".casefold()) for point in _COMPASS)
    yield from _MORE.items()
