"""Everything in a record that may identify someone, as suggestions for a person to decide on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise, repeat
from operator import itemgetter

from dialogue_notes.detection.carrying import carried
from dialogue_notes.detection.dialogue_wide import OtherMeetingsDetector, PaperDetector
from dialogue_notes.detection.finding import Detector, Finding, Passage, read_together
from dialogue_notes.detection.known import KnownForm, KnownFormDetector
from dialogue_notes.detection.people.mentions import ThirdPersons
from dialogue_notes.detection.people.offices import OfficeDetector
from dialogue_notes.detection.people.scripts.detector import OtherScriptsDetector
from dialogue_notes.detection.roster.detector import RosterDetector
from dialogue_notes.detection.roster.korean_in_han import KoreanInHanDetector
from dialogue_notes.detection.roster.offices import HeldOfficeDetector
from dialogue_notes.detection.roster.shorthand import ShorthandDetector
from dialogue_notes.detection.surroundings import NOTHING_AROUND, Surroundings
from dialogue_notes.detection.things.everything import all_things
from dialogue_notes.detection.things.own_names import OwnNames
from dialogue_notes.detection.uncollected import uncollected
from dialogue_notes.detection.weak_names import WeakNameDetector
from dialogue_notes.domain.places import description_texts, record_texts
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Place, Suggestion

_BY_PLACE = itemgetter(0, 1)
"""Of a finding: where it starts and ends."""


def detectors(
    record: MeetingRecord, known: tuple[KnownForm, ...], around: Surroundings, passages: Collection[Passage]
) -> tuple[Detector, ...]:
    """The detectors for a record, the surest first: where two find the same, the first is believed."""
    people = record.participants
    roster = RosterDetector(people, passages)
    own = OwnNames.of(record)
    third_persons = ThirdPersons.of(passages, placed=own.words)
    sides = (one.name for one in record.delegations)
    exact, naming, bodies, wrapping = all_things(sides, passages, own.families)
    return (
        roster,
        *((KnownFormDetector(known),) if known else ()),
        KoreanInHanDetector(people),
        WeakNameDetector(people),
        *((OtherMeetingsDetector(around.others, people),) if around.others else ()),
        ShorthandDetector(people),
        HeldOfficeDetector(people, record.delegations),
        exact,
        third_persons.sure,
        OtherScriptsDetector(passages),
        roster.perhaps,
        naming,
        bodies,
        third_persons.perhaps,
        OfficeDetector(),
        *((PaperDetector(around.papers),) if around.papers else ()),
        wrapping,
    )


def suggest(
    record: MeetingRecord, known: tuple[KnownForm, ...] = (), around: Surroundings = NOTHING_AROUND
) -> tuple[Suggestion, ...]:
    """What may identify someone, in the order of the record, then of its roster's descriptions, and of each text; the
    same for the same record.

    `known` are wordings that a person had hidden before, `around` is what the dialogue knows beside the record. Time
    is linear in the length of the texts.
    """
    with uncollected():
        return _suggestions(record, known, around)


def _suggestions(
    record: MeetingRecord, known: tuple[KnownForm, ...], around: Surroundings
) -> tuple[Suggestion, ...]:
    passages, described = _read(record_texts(record)), _read(description_texts(record))
    looking = detectors(record, known, around, passages.values())
    found, beside = _found(looking, passages), _found(looking, described)
    whole = carried(passages, found) | beside
    texts = passages | described
    return tuple(
        [one for place, findings in whole.items() for one in _suggested(place, texts[place].text, findings)]
    )


def _read(texts: Mapping[Place, str]) -> dict[Place, Passage]:
    read = read_together(texts.values())
    return {place: read[text] for place, text in texts.items()}


def _found(looking: Sequence[Detector], passages: Mapping[Place, Passage]) -> dict[Place, list[Finding]]:
    """What is found in texts that were read together, by place."""
    apart = {one.number: one for one in passages.values()}
    findings: dict[int, list[tuple[int, Finding]]] = {number: [] for number in apart}
    for concordance in {one.concordance for one in apart.values()}:
        for rank, detector in enumerate(looking):  # one after the other: each stays in the processor's cache
            for number in detector.numbers(concordance):
                findings[number].extend(zip(repeat(rank), detector.find(apart[number])))
    believed = {number: _believed(findings[number], one.text) for number, one in apart.items()}
    return {place: believed[passage.number] for place, passage in passages.items()}


def _believed(findings: Sequence[tuple[int, Finding]], text: str) -> list[Finding]:
    """Findings without those all of whose letters lie in surer or longer ones, in order of their places.

    Blanks and signs between two names do not count. A find that holds a surer one and more is kept beside it: whoever
    decides against the larger has still to decide on the smaller.
    """
    if len(findings) <= 1:
        return [one for _, one in findings]
    by_place = sorted([one for _, one in findings], key=_BY_PLACE)
    if all(one.end <= other.start for one, other in pairwise(by_place)):
        return by_place  # nothing to choose between
    ordered = [(rank, one.start, -one.end, number, one) for number, (rank, one) in enumerate(findings)]
    ordered.sort()
    kept: list[Finding] = []
    taken = bytearray(len(text))
    for *_, one in ordered:
        free = taken.count(0, one.start, one.end)
        if free == one.end - one.start or (
            free and any(not taken[at] and text[at].isalnum() for at in range(one.start, one.end))
        ):
            kept.append(one)
            taken[one.start : one.end] = b"\x01" * (one.end - one.start)
    return sorted(kept, key=_BY_PLACE)


def _suggested(place: Place, text: str, findings: Sequence[Finding]) -> list[Suggestion]:
    return [
        Suggestion(place, start, end, text[start:end], category, entity, reason, score, default)
        for start, end, category, entity, reason, score, default in findings
    ]
