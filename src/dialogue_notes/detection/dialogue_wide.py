"""Finds what a record's dialogue knows beside it: participants of other meetings, and papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.roster.detector import RosterDetector
from dialogue_notes.detection.things.patterns import entity_of
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.papers import Paper
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_finder import TermFinder

_LESS_SURE = 0.9
"""A name of somebody who was not in this room is more often another's."""
_TITLE_SCORE = 0.9
_SHORTEST = 10
"""Letters of a title that is told from ordinary words; "Draft" is said of every paper."""


class OtherMeetingsDetector:
    """Finds participants of other meetings, in every form of their names."""

    def __init__(self, others: Iterable[Participant], present: Iterable[Participant]) -> None:
        """`present`: those of this meeting, who are found more surely."""
        known = {_person(one) for one in present}
        people = {_person(one): one for one in others if _person(one) not in known}
        self._roster = RosterDetector(tuple(people.values())) if people else None

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Every mention."""
        for one in self._roster.find(passage) if self._roster is not None else ():
            reason = f"{one.reason.removesuffix(' of a participant')} of a participant of another meeting"
            yield replace(one, reason=f"{reason} of this dialogue", score=round(one.score * _LESS_SURE, 2))


class PaperDetector:
    """Finds the titles of papers that may not be cited."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        self._titles = [
            one.title
            for one in papers
            if not one.citable and sum(letter.isalnum() for letter in one.title) >= _SHORTEST
        ]
        self._finder = TermFinder((title, TermMatch.FOLDED) for title in self._titles)

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Every mention."""
        for hit in passage.hits(self._finder) if self._titles else ():
            entity = entity_of(Category.QUOTATION, self._titles[hit.term])
            reason = "the title of a paper that may not be cited"
            yield Finding(hit.start, hit.end, Category.QUOTATION, entity, reason, _TITLE_SCORE, default=True)


def _person(one: Participant) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return one.name, one.aliases, one.scripts
