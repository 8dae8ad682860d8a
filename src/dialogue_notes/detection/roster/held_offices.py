"""The offices that participants hold, from their roles and titles, in the ways in which a text calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dialogue_notes.domain.names.roster_lines import read_roster_line
from dialogue_notes.domain.names.words import NATIONALITIES, PREPOSITIONS, TITLES
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.word_lists import words

HEADS = words(
    """
    ambassador minister secretary president chairman chairwoman chairperson director governor chancellor premier
    counselor counsellor attaché attache consul marshal admiral colonel general commander commissioner mayor judge
    professor envoy representative administrator coordinator dean rector spokesman spokeswoman speaker king queen
    prince princess emir sultan undersecretary adviser advisor
    """
)
"""What an office ends with."""

Phrase = tuple[str, ...]
_PARTS = re.compile(r"[,;()/]|\band\b")
_OF_AFFAIRS = re.compile(
    r"\b(minister|secretary) (?:of|for) (?:the )?(foreign|defen[cs]e|finance|interior|trade|justice|education"
    r"|culture|health|energy|unification|external|economic)(?: affairs| relations)?\b"
)
SHORT: Mapping[str, frozenset[Phrase]] = {
    "fm": frozenset({("foreign", "minister")}),
    "pm": frozenset({("prime", "minister")}),
    "dfm": frozenset({("deputy", "foreign", "minister")}),
    "vfm": frozenset({("vice", "foreign", "minister")}),
    "dpm": frozenset({("deputy", "prime", "minister")}),
    "vpm": frozenset({("vice", "prime", "minister")}),
    "amb": frozenset({("ambassador",)}),
    "gen": frozenset({("general",)}),
    "pres": frozenset({("president",)}),
    "chmn": frozenset({("chairman",)}),
    "secy": frozenset({("secretary",), ("secretary", "of", "state")}),
}
"""Offices in shorthand, in small letters."""
_IN_FULL: Mapping[str, str] = {short: " ".join(min(phrases)) for short, phrases in SHORT.items()} | {
    "asst": "assistant",
    "sec": "secretary",
    "maj": "major",
}
_LOOSE = frozenset(
    {"side", "delegation", "the", "of", "and", "republic", "kingdom", "state", "states", "people's"}
)
_NO_MORE = frozenset({"former", "ex", "late", "retired"})
"""Before an office: "the minister" is then another."""
_SIGNS = ".,;:()[]“”\"'’"
_SHORTEST_STEM = 4
_LONG = 3


@dataclass(frozen=True, slots=True)
class Holder:
    """What one participant may be called: whole offices, looser wordings of them, and words for the own side."""

    whole: frozenset[Phrase] = field(repr=False)
    loose: frozenset[Phrase] = field(repr=False)
    sides: frozenset[str] = field(repr=False)
    is_only_office: bool

    def is_of(self, side: str) -> bool:
        """Whether a word for a side ("Seoran") may mean this participant's ("Seora")."""
        return any(side == own or (_stem(own) and side.startswith(_stem(own))) for own in self.sides)


def holder(participant: Participant, delegations: Mapping[str, str]) -> Holder:
    """`delegations`: their names by id."""
    line = read_roster_line(participant)
    is_only_office = not line.names and participant.count == 1
    spoken = [line.role, line.rank, *([participant.name] if is_only_office else [])]
    whole: set[Phrase] = set()
    sides: set[str] = set(_words(f"{line.side} {delegations.get(participant.delegation_id or '', '')}"))
    for part in (part for said in spoken for part in _PARTS.split(said)):
        phrase, before = _phrase(part)
        sides.update(before)
        if phrase:
            whole.add(phrase)
    loose = frozenset(short for phrase in whole for short in _looser(phrase)) - whole
    return Holder(frozenset(whole), loose, frozenset(sides - _LOOSE), is_only_office)


def _phrase(part: str) -> tuple[Phrase, tuple[str, ...]]:
    """The office in a part of a role, and the words for a side before it."""
    written = " ".join(_IN_FULL.get(word, word) for word in _words(part))
    said = [word for word in _OF_AFFAIRS.sub(r"\2 \1", written).split() if word not in {"the", "acting"}]
    count = 0
    while count < len(said) and (said[count] in NATIONALITIES or said[count] not in TITLES | HEADS):
        count += 1
    office: list[str] = []
    for word in said[count:]:
        if word in PREPOSITIONS:
            break
        office.append(word)
    is_office = bool(office) and office[-1] in HEADS
    return (tuple(office) if is_office else (), tuple(said[:count]) if is_office else ())


def _looser(phrase: Phrase) -> Iterator[Phrase]:
    """As "vice minister" and "minister" of "vice foreign minister"; nothing of an office that is held no more."""
    if phrase[0] in _NO_MORE:
        return
    if len(phrase) >= _LONG:
        yield phrase[0], phrase[-1]
    if len(phrase) > 1:
        yield (phrase[-1],)


def _words(text: str) -> list[str]:
    return [word for word in (each.strip(_SIGNS).casefold() for each in text.split()) if word]


def _stem(side: str) -> str:
    return side[: max(_SHORTEST_STEM, len(side) - 2)] if len(side) > _SHORTEST_STEM else ""
