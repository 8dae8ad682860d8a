"""People's names in Cyrillic, Arabic, Japanese, Chinese and Korean, joined over one record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.people.scripts import arabic, chinese, cyrillic, japanese, korean
from dialogue_notes.detection.people.scripts.hits import Hit
from dialogue_notes.domain.codes import Category

_SCRIPTS = (
    (re.compile(r"[\u0400-\u052f]"), cyrillic.hits),
    (re.compile(r"[\u0620-\u06ff]"), arabic.hits),
    (re.compile(r"[\u3041-\u30ff]"), japanese.hits),
    (re.compile(r"[\u4e00-\u9fff]"), chinese.hits),
    (re.compile(r"[\uac00-\ud7a3]"), korean.hits),
)
_SURE, _PERHAPS = 0.8, 0.35


class OtherScriptsDetector:
    """Finds names by small lists and rules of each script; sure only beside a title.

    A family name alone belongs to the one person of the record who bears it.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        """`passages`: everything that will be looked through."""
        self._hits = {
            passage.text: tuple(_hits(passage.text)) for passage in passages if not passage.text.isascii()
        }
        self._given: dict[str, set[str]] = defaultdict(set)
        for hit in (hit for hits in self._hits.values() for hit in hits):
            if hit.given:
                self._given[hit.family].add(hit.given)

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        return [number for number, text in enumerate(concordance.as_written) if self._hits.get(text)]

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Every mention, title included."""
        for hit in self._hits.get(passage.text, ()):
            yield Finding(
                hit.start,
                hit.end,
                Category.PERSON,
                self._entity(hit),
                hit.reason.value,
                _SURE if hit.is_sure else _PERHAPS,
                default=hit.is_sure,
            )

    def _entity(self, hit: Hit) -> str:
        bearers = self._given.get(hit.family, set())
        if hit.is_telling and len(bearers) < 2:  # noqa: PLR2004 - one bearer, or none with a given name
            return f"person:{hit.family}"
        given = hit.given if hit.given or len(bearers) != 1 else next(iter(bearers))
        return f"person:{hit.family} {given}".rstrip()


def _hits(text: str) -> Iterator[Hit]:
    """The hits of every script of a text, each letter once: the first rule that takes it is believed."""
    taken: list[tuple[int, int]] = []
    for script, hits in _SCRIPTS:
        if script.search(text) is not None:
            for hit in hits(text):
                if all(hit.end <= start or end <= hit.start for start, end in taken):
                    taken.append((hit.start, hit.end))
                    yield hit
