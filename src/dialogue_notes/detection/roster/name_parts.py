"""The participants' names by script, part by part, as they are compared by sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from dialogue_notes.domain.names.forms import parsed_names
from dialogue_notes.domain.names.parsing import ParsedName, is_initial, parse_names
from dialogue_notes.domain.names.scripts import without_title
from dialogue_notes.domain.names.words import FAMILY_FIRST, PARTICLES
from dialogue_notes.domain.record import Participant

_FAMILY_OF_TWO = 4
"""From so many signs on, a Han or Hangul name has a family name of two."""
_SHORTEST = 2


class Script(Enum):
    """What a word is written in, by its first letter."""

    LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
    CYRILLIC = re.compile("[\u0400-\u052f]")
    ARABIC = re.compile("[\u0620-\u06d3\u0750-\u077f]")
    HANGUL = re.compile("[\uac00-\ud7a3]")
    HAN = re.compile("[\u3400-\u9fff]")

    @staticmethod
    def of(word: str) -> Script | None:
        """None for other scripts."""
        if word[:1].isascii():
            return Script.LATIN if word[:1].isalpha() else None
        return next((script for script in Script if script.value.match(word)), None)


@dataclass(frozen=True, slots=True)
class NameParts:
    """One writing of a participant's name: `person` is the place on the roster."""

    person: int
    script: Script
    family: str = field(repr=False)
    given: str = field(repr=False)
    is_east_asian: bool


def name_parts(participants: Sequence[Participant]) -> Iterator[NameParts]:
    """Every writing of every participant's name that has a script known here."""
    for person, participant in enumerate(participants):
        for name in parsed_names(participant):
            yield from _parts(person, name)
            for script in name.scripts:
                yield from _of_script(person, script)
        for script in participant.scripts:
            yield from _of_script(person, script)


def _of_script(person: int, script: str) -> Iterator[NameParts]:
    for name in parse_names(script):
        yield from _parts(person, name)


def _parts(person: int, name: ParsedName) -> Iterator[NameParts]:
    script = Script.of(name.family)
    if script in {Script.HAN, Script.HANGUL} and not name.given:
        signs = without_title(name.family).replace(" ", "")
        if len(signs) >= _SHORTEST and signs.isalpha():
            family = 2 if len(signs) >= _FAMILY_OF_TWO else 1
            yield NameParts(person, script, signs[:family], signs[family:], is_east_asian=True)
        return
    if script is not None:
        given = " ".join(word for word in name.given.split() if not is_initial(word))
        last = [word for word in name.family.split() if word.lower() not in PARTICLES]
        is_east_asian = name.family_first or name.family.casefold().replace("’", "'") in FAMILY_FIRST
        yield NameParts(person, script, " ".join(last[-1:]), given, is_east_asian)
