"""All dangers of a meeting, found at once or from those of before: only what a decision touched is looked at again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dialogue_notes.domain.dangers.clues import Clue, clues_at, quotations
from dialogue_notes.domain.dangers.danger import FoundDanger
from dialogue_notes.domain.dangers.descriptors import Descriptions
from dialogue_notes.domain.dangers.earlier_exports import Reveal
from dialogue_notes.domain.dangers.joins import joined_facts
from dialogue_notes.domain.dangers.quoted_elsewhere import quotes_elsewhere
from dialogue_notes.domain.dangers.rules import not_read_back, private_remarks, quotes, undecided_voices
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting
from dialogue_notes.domain.dangers.voices import (
    descriptions_that_fit_too_few,
    rare_topics,
    told_by_exports,
)
from dialogue_notes.domain.record import Entry
from dialogue_notes.domain.redaction import Place, PlaceKind


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a meeting: by place what a text tells by itself, and what takes a look at all of them."""

    meeting: SeenMeeting
    known: Descriptions
    quotations: frozenset[Place]
    by_place: Mapping[Place, tuple[FoundDanger, ...]] = field(repr=False)
    clues_by_place: Mapping[Place, tuple[Clue, ...]] = field(repr=False)
    topics: tuple[FoundDanger, ...] = field(repr=False)

    @property
    def clues(self) -> tuple[Clue, ...]:
        """Every remaining clue, in the order of the record."""
        return tuple(
            one for place in self._in_order(self.clues_by_place) for one in self.clues_by_place[place]
        )

    def dangers(self, told: Iterable[Reveal]) -> Iterator[FoundDanger]:
        """Every danger, each kind in the order of the record; `told` is what all exports together tell."""
        for place in self._in_order(self.by_place):
            yield from self.by_place[place]
        yield from quotes_elsewhere(self.meeting)
        yield from descriptions_that_fit_too_few(self.meeting, self.known)
        yield from joined_facts(self.meeting, self.clues)
        yield from told_by_exports(self.meeting, told)
        yield from self.topics

    def _in_order(self, places: Iterable[Place]) -> list[Place]:
        return sorted(places, key=self.meeting.order.__getitem__)


def find(meeting: SeenMeeting) -> Findings:
    """What is found in a meeting."""
    known = Descriptions(meeting.record, meeting.hidden_sides)
    quoted = quotations(meeting)
    return Findings(
        meeting,
        known,
        quoted,
        _at(meeting, meeting.texts, tuple(meeting.entries)),
        _clues(meeting, meeting.texts, quoted),
        tuple(rare_topics(meeting)),
    )


def find_again(before: Findings, meeting: SeenMeeting, changed: frozenset[Place] | None) -> Findings:
    """What is found after other decisions on the same record, of which `see_again` told the places; as `find`."""
    if changed is None:
        return find(meeting)
    if not changed:
        return before if meeting is before.meeting else _moved(before, meeting, before.topics, changed)
    ids = {one.id for one in changed if one.kind is PlaceKind.INTERVENTION}
    was = before.meeting
    is_seen_alike = all(meeting.audiences(one) == was.audiences(one) for one in changed)
    topics = before.topics if is_seen_alike else tuple(rare_topics(meeting))
    entries = tuple(one for one in meeting.entries if one.intervention.id in ids) if ids else ()
    return _moved(before, meeting, topics, changed, entries)


def _moved(
    before: Findings,
    meeting: SeenMeeting,
    topics: tuple[FoundDanger, ...],
    changed: Collection[Place],
    entries: tuple[Entry, ...] = (),
) -> Findings:
    by_place = {place: found for place, found in before.by_place.items() if place not in changed}
    clues = {place: found for place, found in before.clues_by_place.items() if place not in changed}
    return Findings(
        meeting,
        before.known,
        before.quotations,
        by_place | _at(meeting, changed, entries),
        clues | _clues(meeting, changed, before.quotations),
        topics,
    )


def _at(
    meeting: SeenMeeting, places: Iterable[Place], entries: tuple[Entry, ...]
) -> dict[Place, tuple[FoundDanger, ...]]:
    """What some texts tell by themselves; `entries` are those among them."""
    found: dict[Place, list[FoundDanger]] = {}
    for dangers in (
        private_remarks(meeting, entries),
        undecided_voices(meeting, places),
        quotes(meeting, entries),
        not_read_back(meeting, entries),
    ):
        for one in dangers:
            if one.place is not None:
                found.setdefault(one.place, []).append(one)
    return {place: tuple(listed) for place, listed in found.items()}


def _clues(
    meeting: SeenMeeting, places: Iterable[Place], quoted: frozenset[Place]
) -> dict[Place, tuple[Clue, ...]]:
    found = {one: tuple(clues_at(meeting, one, is_quote=one in quoted)) for one in places}
    return {place: clues for place, clues in found.items() if clues}
