"""Participants whom the roster calls by their office alone: "The President", "The Secretary"."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_notes.detection.finding import Finding
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.name_forms import parsed_names
from dialogue_notes.domain.name_words import TITLES
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.term_finder import TermFinder
from dialogue_notes.domain.withheld import TermMatch

_SCORE = 0.5


class RosterTitleDetector:
    """Finds such an office in a text; proposed only, since it is often another's too."""

    def __init__(self, participants: tuple[Participant, ...]) -> None:
        named = [(one.id, one.name) for one in participants if _is_office(one)]
        self._ids = [participant for participant, _ in named]
        self._finder = TermFinder((name, TermMatch.FOLDED) for _, name in named)

    def find(self, text: str) -> Iterable[Finding]:
        """Every mention of an office that stands for a participant."""
        reason = "how the roster names a participant"
        for hit in self._finder.find(text) if self._ids else ():
            yield Finding(
                hit.start, hit.end, Category.ROLE, self._ids[hit.term], reason, _SCORE, default=False
            )


def _is_office(participant: Participant) -> bool:
    words = [word.strip(".,").casefold() for word in participant.name.split()]
    has_title = any(word in TITLES for word in words)
    return participant.count == 1 and has_title and len(words) > 1 and not parsed_names(participant)
