"""What the leak gate is told: the hidden terms of a summary, and how often each may stand there by decision.

What may stand is reckoned from the decisions and the rules, not from the sanitised text, so that a fault in
sanitising is found by the gate and not excused by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dialogue_notes.domain.codes import Attribution, GroundRule
from dialogue_notes.domain.dates import date_range
from dialogue_notes.domain.places import heading_place, intervention_place, point_place, summary_title_place
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord, Speaker
from dialogue_notes.domain.redaction import Place, PlaceKind, Redaction
from dialogue_notes.domain.rules import rules_by_entry
from dialogue_notes.domain.sanitised import RunStyle, SanitisedSummary, text_of
from dialogue_notes.domain.sanitising.attribution import describe
from dialogue_notes.domain.sanitising.sanitiser import (
    Material,
    attendance_lines,
    has_own_title,
    material_terms,
)
from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.domain.sanitising.withholding import with_allowed
from dialogue_notes.domain.summary_words import DRAFT, UNTITLED

ON_EVERY_PAGE = 1_000_000
"""How often the program's own words may stand in an export: as often as it has pages."""


def gate_terms(material: Material, profile: Profile, summary: SanitisedSummary) -> tuple[WithheldTerm, ...]:
    """The hidden terms for `summary`, which was made of `material` for `profile`."""
    terms = material_terms(material, profile)
    permitted = _permitted(material, profile, summary, terms)
    return with_allowed(terms, _shown(material), material.decisions, permitted)


def _shown(material: Material) -> Iterator[tuple[str, tuple[Redaction, ...], int]]:
    """The source texts that go out, the redactions in each, and how often it may appear."""
    record, texts, decisions = material.record, material.texts, material.decisions
    for kind in (PlaceKind.MEETING_TITLE, PlaceKind.MEETING_PLACE):
        place = Place(kind, record.meeting.id)
        yield texts[place], decisions.at(place), ON_EVERY_PAGE
    if has_own_title(material):
        place = summary_title_place(material.summary.id)
        yield material.summary.title, decisions.at(place), ON_EVERY_PAGE
    for section in material.summary.sections:
        place = heading_place(section.id)
        if section.session_id is not None:
            place = Place(PlaceKind.SESSION_TITLE, section.session_id)
        yield texts.get(place, ""), decisions.at(place), ON_EVERY_PAGE
        for point in section.points:
            if point.text is not None:
                place = point_place(point.id)
                yield point.text, decisions.at(place), 1
            else:
                for source in point.sources[:1]:
                    yield (
                        texts.get(intervention_place(source), ""),
                        decisions.at(intervention_place(source)),
                        1,
                    )


def _permitted(
    material: Material, profile: Profile, summary: SanitisedSummary, terms: tuple[WithheldTerm, ...]
) -> Iterator[tuple[str, int]]:
    """The program's own words, and the names that the rule lets out."""
    for words in (summary.marking, summary.method, summary.disclaimer, DRAFT, *summary.notices):
        yield words, ON_EVERY_PAGE
    if text_of(summary.title) == UNTITLED:
        yield UNTITLED, ON_EVERY_PAGE
    meeting = material.record.meeting
    if summary.subtitle:
        yield date_range(meeting.date, meeting.end_date), 1  # somebody may be called May, or March
    for line in attendance_lines(material.record, terms):
        yield line, 1
    yield from _leads(material, profile)
    for part in summary.sections:
        for shown in part.points:
            yield " ; ".join(shown.notes), 1
            yield from ((run.text, 1) for run in shown.runs if run.style is RunStyle.LABEL)
    for run in (*summary.title, *summary.subtitle, *(run for part in summary.sections for run in part.title)):
        if run.style is RunStyle.LABEL:
            yield run.text, ON_EVERY_PAGE


def _leads(material: Material, profile: Profile) -> Iterator[tuple[str, int]]:
    """How the speakers of the picked entries are described."""
    entries = {entry.intervention.id: entry for entry in material.record.entries}
    rules = rules_by_entry(material.record)
    leads: Counter[tuple[Speaker, GroundRule]] = Counter()
    for section in material.summary.sections:
        for point in section.points:
            entry = entries.get(point.sources[0]) if point.text is None and point.sources else None
            if entry is not None:
                leads[entry.speaker, rules[entry.intervention.id]] += 1
    for (speaker, rule), times in leads.items():
        yield from ((words, times) for words in _lead(material.record, speaker, rule, profile))


def _lead(record: MeetingRecord, speaker: Speaker, rule: GroundRule, profile: Profile) -> Iterator[str]:
    # The name of a side is written only if it holds nothing hidden, so it needs no permission.
    every_side = frozenset(one.id for one in record.delegations)
    attribution, words = describe(record, speaker, rule, profile, every_side)
    if attribution is not Attribution.NAME or rule is GroundRule.ON_RECORD:
        yield words
