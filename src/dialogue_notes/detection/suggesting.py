"""Everything in a record that may identify someone, as suggestions for a person to decide on."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dialogue_notes.detection.carrying import carried
from dialogue_notes.detection.dialogue_wide import OtherMeetingsDetector, PaperDetector
from dialogue_notes.detection.finding import Detector, Finding, Passage
from dialogue_notes.detection.known import KnownForm, KnownFormDetector
from dialogue_notes.detection.people.mentions import ThirdPersons
from dialogue_notes.detection.people.offices import OfficeDetector
from dialogue_notes.detection.people.scripts.detector import OtherScriptsDetector
from dialogue_notes.detection.roster.detector import RosterDetector
from dialogue_notes.detection.roster.offices import HeldOfficeDetector
from dialogue_notes.detection.roster.shorthand import ShorthandDetector
from dialogue_notes.detection.surroundings import NOTHING_AROUND, Surroundings
from dialogue_notes.detection.things.everything import all_things
from dialogue_notes.detection.weak_names import WeakNameDetector
from dialogue_notes.domain.places import description_texts, record_texts
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Place, Suggestion


def detectors(
    record: MeetingRecord, known: tuple[KnownForm, ...], around: Surroundings, passages: Collection[Passage]
) -> tuple[Detector, ...]:
    """The detectors for a record, the surest first: where two find the same, the first is believed."""
    people = record.participants
    roster = RosterDetector(people, passages)
    third_persons = ThirdPersons.of(passages)
    exact, naming, bodies, wrapping = all_things((one.name for one in record.delegations), passages)
    return (
        roster,
        *((KnownFormDetector(known),) if known else ()),
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
    passages = {place: Passage(text) for place, text in record_texts(record).items()}
    described = {place: Passage(text) for place, text in description_texts(record).items()}
    looking = detectors(record, known, around, passages.values())
    found = {place: _found(looking, passage) for place, passage in passages.items()}
    whole = carried(passages, found) | {place: _found(looking, one) for place, one in described.items()}
    texts = passages | described
    return tuple(
        _suggestion(place, texts[place].text, finding)
        for place, findings in whole.items()
        for finding in findings
    )


def _found(looking: Iterable[Detector], passage: Passage) -> list[Finding]:
    findings = [(rank, one) for rank, detector in enumerate(looking) for one in detector.find(passage)]
    return _believed(findings, passage.text)


def _believed(findings: Iterable[tuple[int, Finding]], text: str) -> list[Finding]:
    """Findings without those all of whose letters lie in surer or longer ones, in order of their places.

    Blanks and signs between two names do not count. A find that holds a surer one and more is kept beside it: whoever
    decides against the larger has still to decide on the smaller.
    """
    ordered = [(rank, one.start, -one.end, number, one) for number, (rank, one) in enumerate(findings)]
    if len(ordered) < 2:  # noqa: PLR2004 - nothing to choose between
        return [one for *_, one in ordered]
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
    return sorted(kept, key=lambda one: (one.start, one.end))


def _suggestion(place: Place, text: str, finding: Finding) -> Suggestion:
    return Suggestion(
        place,
        finding.start,
        finding.end,
        text[finding.start : finding.end],
        finding.category,
        finding.entity,
        finding.reason,
        finding.score,
        finding.default,
    )
