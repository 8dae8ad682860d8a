"""Finds what a record's dialogue knows beside it: participants of other meetings, and papers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from dialogue_notes.detection.concordance import Concordance
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
_OF_TITLE = "the title of a paper that may not be cited"
_OF_PHRASE = "a phrase that would give a paper away"
_SHORTEST = 10
"""Letters of a title that is told from ordinary words; "Draft" is said of every paper."""


class OtherMeetingsDetector:
    """Finds participants of other meetings, in every form of their names."""

    def __init__(self, others: Iterable[Participant], present: Iterable[Participant]) -> None:
        """`present`: those of this meeting, who are found more surely."""
        known = {_person(one) for one in present}
        people = {_person(one): one for one in others if _person(one) not in known}
        self._roster = RosterDetector(tuple(people.values())) if people else None

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        return self._roster.numbers(concordance) if self._roster is not None else ()

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Every mention."""
        for one in self._roster.find(passage) if self._roster is not None else ():
            reason = f"{one.reason.removesuffix(' of a participant')} of a participant of another meeting"
            yield one._replace(reason=f"{reason} of this dialogue", score=round(one.score * _LESS_SURE, 2))


class PaperDetector:
    """Finds the titles of papers that may not be cited, and the phrases that would give a paper away."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        every = tuple(papers)
        titles = (
            (one.title, one.title, _OF_TITLE)
            for one in every
            if not one.citable and sum(letter.isalnum() for letter in one.title) >= _SHORTEST
        )
        phrases = ((phrase, one.title, _OF_PHRASE) for one in every for phrase in one.phrases)
        self._terms = (*titles, *phrases)
        self._finder = TermFinder((wording, TermMatch.FOLDED) for wording, _, _ in self._terms)

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        return concordance.numbers_for(self._finder) if self._terms else ()

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Every mention; all of one paper are one thing."""
        for hit in passage.hits(self._finder) if self._terms else ():
            _, title, reason = self._terms[hit.term]
            entity = entity_of(Category.QUOTATION, title)
            yield Finding(hit.start, hit.end, Category.QUOTATION, entity, reason, _TITLE_SCORE, default=True)


def _person(one: Participant) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return one.name, one.aliases, one.scripts
