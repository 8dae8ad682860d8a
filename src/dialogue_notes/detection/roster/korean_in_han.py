"""Koreans of the roster who stand there in Latin letters alone, met in Han: "Suh Kyu-won" as 徐圭源."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.roster.han_readings import READINGS, readings
from dialogue_notes.detection.roster.name_parts import NameParts, Script, name_parts
from dialogue_notes.detection.roster.sounds import korean
from dialogue_notes.detection.title_words import mention_end
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.record import Participant

_HAN = re.compile("[\u3400-\u9fff]{2,}")
_LENGTHS = (3, 4, 2)
_SCORE, _DOUBTFUL = 0.8, 0.4
_BY_CHANCE = 2
"""So many signs may sound like somebody by chance."""
_REASON = "the name of a participant in Han, as Koreans read it"


class KoreanInHanDetector:
    """Finds whole names whose signs sound like a participant's; by default from three signs on."""

    def __init__(self, participants: Sequence[Participant]) -> None:
        parts = tuple(name_parts(participants))
        written = {one.person for one in parts if one.script is Script.HAN}
        self._owners: dict[str, list[str]] = {}
        for one in parts:
            if one.person not in written and _may_be_korean(one):
                owners = self._owners.setdefault(korean(one.family) + " " + korean(one.given), [])
                if participants[one.person].id not in owners:
                    owners.append(participants[one.person].id)
        self._whose = cache(self._people)

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        if not self._owners:
            return ()
        return [number for number, text in enumerate(concordance.as_written) if _HAN.search(text)]

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Every whole name, with the title behind it."""
        for run in _HAN.finditer(passage.text) if self._owners else ():
            start = run.start()
            while start < run.end() - 1:
                end, people = self._name_at(passage.text, start, run.end())
                if people:
                    yield Finding(
                        start,
                        mention_end(passage.text, end),
                        Category.PERSON,
                        "|".join(people),
                        _REASON,
                        _SCORE if end - start > _BY_CHANCE else _DOUBTFUL,
                        default=end - start > _BY_CHANCE,
                    )
                start = end if people else start + 1

    def _name_at(self, text: str, start: int, stop: int) -> tuple[int, tuple[str, ...]]:
        if text[start] in READINGS:
            for length in _LENGTHS:
                people = self._whose(text[start : start + length]) if start + length <= stop else ()
                if people:
                    return start + length, people
        return start + 1, ()

    def _people(self, name: str) -> tuple[str, ...]:
        for way in readings(name):
            for family in (1, 2):
                owners = self._owners.get(f"{korean(way[:family])} {korean(way[family:])}")
                if owners and way[family:]:
                    return tuple(owners)
        return ()


def _may_be_korean(one: NameParts) -> bool:
    return one.script in {Script.LATIN, Script.HANGUL} and one.is_east_asian and bool(one.given)
