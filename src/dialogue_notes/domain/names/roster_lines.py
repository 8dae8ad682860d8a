"""What a row of the roster was understood to say, and what in it is doubtful and better mended.

Names are looked for in the form in which they were understood: a row that was misread is a name that slips through.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_notes.domain.names.parsing import ParsedName, is_initial, parse_names, side_of_line
from dialogue_notes.domain.names.script_forms import is_unspaced
from dialogue_notes.domain.names.words import (
    COUNTRIES,
    FAMILY_FIRST,
    NATIONALITIES,
    PERSONAL_TITLES,
    PREPOSITIONS,
    ROLES,
    SUFFIXES,
    TITLES,
)
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.word_lists import words

_BRACKETS = ("()", "[]", "（）")
_BLANK_LINE = re.compile(r"_{2,}|\?{2,}|\d")
_OWN_NAME = re.compile(r"[A-Z][a-z'’-]+ (?:[A-Z]\. ?)*[A-Z][a-z'’-]+$")
_SIGNS = ".,;:()[]“”\"'"
_PAIR = 2


_OFFICE_WORDS = words(
    """
    affairs relations programme program project office institute university school college bank company corporation
    foundation centre center academy agency bureau division section unit law studies economics science sciences
    resources energy trade development planning protocol policy research house interpreters notetakers america asia
    europe africa states nations kingdom republic union bureau press service services
    """
)
"""Capitalised words at the end of an office."""


class Doubt(StrEnum):
    """What may have been misread, in words for whoever can mend it."""

    NO_NAME = "No name was found in this row; only the office is looked for. Type the name."
    SEVERAL = "This row seems to name several people; give each a row of their own."
    ORDER = "Which is the family name could not be told. Fill in both below."
    ONE_WORD = "One name only: it is taken for the family name. If it is not, fill in both below."
    OFFICE = "The office stands in the name. It was understood; it belongs under Role."
    SIDE = "The side stands in the name. It was understood; it belongs under Delegation."
    NAME_IN_ROLE = "The role seems to hold a name. Move it to the name, or to a row of its own."
    BRACKETS = "A word in brackets was taken for another name. If it is not, take it out."
    UNREAD = "Blanks, numbers or a single bracket in the name could not be read. Take them out."


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A row in its parts. `role` is the office, whichever column it stood in; `rank` what stood before the name."""

    names: tuple[ParsedName, ...] = field(repr=False)
    rank: str
    role: str = field(repr=False)
    side: str = field(repr=False)
    doubts: tuple[Doubt, ...]

    @property
    def understood(self) -> str:
        """The parts in words, to be shown beside the row."""
        parts: list[str] = []
        for name in self.names:
            parts += [f"family name {name.family}"] if name.family else []
            parts += [f"given name {name.given}"] if name.given else []
            parts += [f"also {other}" for other in (name.nickname, *name.scripts) if other]
        parts += [f"{what} {said}" for what, said in (("rank", self.rank), ("side", self.side)) if said]
        return ", ".join(parts)


def read_roster_line(participant: Participant) -> RosterLine:
    """Takes a participant's row apart; what was filled in by hand counts for more than what was understood."""
    line, side = side_of_line(participant.name)
    names = parse_names(participant.name, participant.role)
    if participant.family_name or participant.given_name:
        own = ParsedName(participant.honorific, participant.given_name, participant.family_name, side=side)
        names = (own, *names[1:])
    office = _office(line)
    rank = " ".join(dict.fromkeys(name.rank for name in names if name.rank))
    role = office if not participant.role else participant.role
    return RosterLine(names, rank, role, side, tuple(_doubts(participant, names, office, side)))


def _doubts(participant: Participant, names: tuple[ParsedName, ...], office: str, side: str) -> list[Doubt]:
    name, role = participant.name, participant.role
    is_filled = bool(participant.family_name)
    asked = (
        (Doubt.NO_NAME, not names and participant.count == 1),
        (Doubt.SEVERAL, len(names) > 1),
        (Doubt.ORDER, not is_filled and len(names) == 1 and _has_unclear_order(names[0])),
        (Doubt.ONE_WORD, not is_filled and len(names) == 1 and _is_bare(names[0])),
        (Doubt.OFFICE, bool(office)),
        (Doubt.SIDE, bool(side)),
        (Doubt.NAME_IN_ROLE, _holds_name(name, role)),
        (Doubt.BRACKETS, any(f"({one.nickname})" in name for one in names if one.nickname)),
        (Doubt.UNREAD, _is_unread(name)),
    )
    return [doubt for doubt, is_so in asked if is_so]


def _office(line: str) -> str:
    """The office behind the name: "Assistant to the President" of "Mr. Henry A. Kissinger, Assistant ..."."""
    _, comma, tail = line.partition(",")
    kept = tail.strip()
    while kept and kept.split()[0].strip(_SIGNS).casefold() in SUFFIXES:
        kept = kept.partition(" ")[2].strip(" ,")
    describes = any(word in TITLES | ROLES | PREPOSITIONS for word in _plain(kept))
    return kept if comma and describes else ""


def _has_unclear_order(name: ParsedName) -> bool:
    """Two names either of which may be the family name: "Kim Park", "PARK KIM"; not where the line tells."""
    if not (name.given and name.family) or "-" in name.given or name.scripts:
        return False
    given, family = name.given.split(), name.family.split()
    if any(is_initial(word) for word in given) or len(given) + len(family) > _PAIR:
        return False
    return given[0].casefold() in FAMILY_FIRST and family[0].casefold() in FAMILY_FIRST


def _is_bare(name: ParsedName) -> bool:
    """One word without a title that would make it a family name."""
    return not name.given and not name.honorific and " " not in name.family and not is_unspaced(name.family)


def _holds_name(name: str, role: str) -> bool:
    if role.startswith("."):
        return True
    first = role.partition(",")[0].strip()
    if name and PERSONAL_TITLES.issuperset(_plain(name)):
        return first.istitle() and first.casefold() not in ROLES
    found = _OWN_NAME.search(first)
    if found and not PREPOSITIONS.isdisjoint(_plain(first[: found.start()])[-1:]):
        return False  # "Governor of New York"
    known = TITLES | ROLES | NATIONALITIES | COUNTRIES | _OFFICE_WORDS
    return found is not None and known.isdisjoint(_plain(found[0]))


def _plain(text: str) -> list[str]:
    return [word.strip(_SIGNS).casefold() for word in text.split()]


def _is_unread(name: str) -> bool:
    return _BLANK_LINE.search(name) is not None or any(
        name.count(pair[0]) != name.count(pair[1]) for pair in _BRACKETS
    )
