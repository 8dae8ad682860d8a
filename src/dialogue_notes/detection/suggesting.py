"""Everything in a record that may identify someone, as suggestions for a person to decide on."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_notes.detection.finding import Detector, Finding
from dialogue_notes.detection.known import KnownForm, KnownFormDetector
from dialogue_notes.detection.roster import RosterDetector
from dialogue_notes.detection.roster_titles import RosterTitleDetector
from dialogue_notes.detection.weak_names import WeakNameDetector
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Place, Suggestion


def detectors(record: MeetingRecord, known: tuple[KnownForm, ...]) -> tuple[Detector, ...]:
    """The detectors for a record, the surest first: where two find the same, the first is believed."""
    people = record.participants
    return (
        RosterDetector(people),
        KnownFormDetector(known),
        WeakNameDetector(people),
        RosterTitleDetector(people),
    )


def suggest(record: MeetingRecord, known: tuple[KnownForm, ...] = ()) -> tuple[Suggestion, ...]:
    """What may identify someone, in the order of the record and of each text; the same for the same record.

    `known` are wordings that a person had hidden before. Time is linear in the length of the texts.
    """
    looking = detectors(record, known)
    found: list[Suggestion] = []
    for place, text in record_texts(record).items():
        findings = [(rank, one) for rank, detector in enumerate(looking) for one in detector.find(text)]
        found.extend(_suggestion(place, text, finding) for finding in _believed(findings))
    return tuple(found)


def _believed(findings: Iterable[tuple[int, Finding]]) -> list[Finding]:
    """Findings without those that lie inside others which are surer or longer, in order of their places."""
    kept: list[Finding] = []
    taken: set[int] = set()
    for _, one in sorted(findings, key=lambda pair: (pair[0], pair[1].start, -pair[1].end)):
        letters = range(one.start, one.end)
        if not taken.issuperset(letters):
            kept.append(one)
            taken.update(letters)
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
