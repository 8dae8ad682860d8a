"""The one function between what was noted and what may leave the room.

Record, decisions and profile in; a `SanitisedSummary` out, or a refusal that lists every reason with its
place. No clock, random number, id or order of rows reaches the result: only what may be seen does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogue_notes.domain.codes import GroundRule, InterventionState
from dialogue_notes.domain.dates import date_range
from dialogue_notes.domain.places import heading_place, record_texts, summary_texts, summary_title_place
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, Place, PlaceKind, Redaction
from dialogue_notes.domain.rules import content_allowed, effective_rule, header_permissions
from dialogue_notes.domain.sanitised import SanitisedPoint, SanitisedSection, SanitisedSummary
from dialogue_notes.domain.sanitising.attribution import proposed_track
from dialogue_notes.domain.sanitising.points import PointParts, PointWriter
from dialogue_notes.domain.sanitising.redacting import Decisions, Labeller, Piece, entity_categories
from dialogue_notes.domain.sanitising.refusal import Reason, SanitisationRefused
from dialogue_notes.domain.sanitising.release import withheld_entries
from dialogue_notes.domain.sanitising.sources import TextSource
from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.domain.sanitising.withholding import hidden_sides, hidden_terms, passage_terms
from dialogue_notes.domain.summary import Summary, SummarySection
from dialogue_notes.domain.summary_words import AUTO_ACCEPTED, DISCLAIMER, UNTITLED, method_words


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a summary is made from: the record, what was decided about it, and what staff wrote."""

    record: MeetingRecord = field(repr=False)
    entities: tuple[Entity, ...] = field(repr=False)
    redactions: tuple[Redaction, ...]
    summary: Summary

    @property
    def decisions(self) -> Decisions:
        """The redactions by place; what is proposed by default counts as accepted if the summary says so."""
        return Decisions.of(self.redactions, accept_defaults=self.summary.auto_accepted)

    @property
    def texts(self) -> dict[Place, str]:
        """Every text that a redaction may lie in."""
        return record_texts(self.record) | summary_texts(self.summary)


@dataclass(frozen=True, slots=True)
class _SectionParts:
    title: tuple[Piece, ...]
    points: tuple[PointParts, ...]


def sanitise(material: Material, profile: Profile) -> SanitisedSummary:
    """The summary as `profile` may see it.

    Obeys the ground rule of each entry and the agreements of the meeting, carries out the redactions, gives
    labels by first appearance. Raises `SanitisationRefused` with every reason: an entry that may not go out,
    a place that nobody has decided about, a hidden name in what was written by hand.
    """
    record, summary = material.record, material.summary
    source = TextSource(material.texts, material.decisions, material_terms(material, profile))
    writer = PointWriter(record, source, profile)
    title = _title(material, source, profile)
    subtitle = _subtitle(record, source, profile)
    sections = [
        _section(section, number, record, source, writer)
        for number, section in enumerate(summary.sections, 1)
    ]
    sections = [section for section in sections if section.points]
    source.written(summary.marking, "the handling marking")
    refuse_if_any(source.reasons)
    pieces = (*title, *subtitle, *(piece for section in sections for piece in _pieces(section)))
    labels = Labeller(pieces, entity_categories(material.entities))
    rule = effective_rule(record.dialogue, record.meeting)
    permissions = header_permissions(rule, record.meeting.agreements)
    return SanitisedSummary(
        title=labels.runs(title),
        subtitle=labels.runs(subtitle),
        marking=summary.marking or profile.marking,
        method=method_words(rule, proposed_track(record.participants) if permissions.track else None),
        sections=tuple(_labelled(section, labels) for section in sections),
        attendance=attendance_lines(record, source.terms),
        disclaimer=DISCLAIMER,
        notices=(AUTO_ACCEPTED,) if summary.auto_accepted else (),
    )


def material_terms(material: Material, profile: Profile) -> tuple[WithheldTerm, ...]:
    """What must not stand in the summary for `profile`: hidden names and wordings, withheld entries and titles."""
    record, decisions = material.record, material.decisions
    withheld = withheld_entries(record, decisions, profile)
    picked = picked_entries(material.summary)
    kept = [one.intervention for one in record.entries if one.intervention.state is InterventionState.KEPT]
    hidden = [one.text for one in kept if one.id in withheld and one.id not in picked]
    shown = [one.text for one in kept if one.id not in withheld or one.id in picked]
    for title, rule in _titles_under_rules(record):
        (shown if content_allowed(rule, profile) else hidden).append(title)
    return (*hidden_terms(record, decisions, material.texts), *passage_terms(hidden, shown))


def _titles_under_rules(record: MeetingRecord) -> Iterable[tuple[str, GroundRule]]:
    yield record.meeting.title, effective_rule(record.dialogue, record.meeting)
    for session in record.sessions:
        yield session.title, effective_rule(record.dialogue, record.meeting, session)


def picked_entries(summary: Summary) -> frozenset[str]:
    """The entries that a summary's points stand for as they are, by intervention id."""
    return frozenset(
        source
        for section in summary.sections
        for point in section.points
        if point.text is None
        for source in point.sources
    )


def attendance_lines(record: MeetingRecord, terms: tuple[WithheldTerm, ...]) -> tuple[str, ...]:
    """Who took part, where rule and agreements let it out; by alphabet, so that the order tells nothing. Whoever was
    expected and never came took no part.

    A side whose name holds a hidden term is not written.
    """
    rule = effective_rule(record.dialogue, record.meeting)
    permissions = header_permissions(rule, record.meeting.agreements)
    if not permissions.attendance:
        return ()
    hidden = hidden_sides(record.delegations, terms)
    side_names = {
        one.id: one.name for one in record.delegations if permissions.sides and one.id not in hidden
    }
    lines = []
    for person in record.participants:
        if person.id in record.never_came:
            continue
        side = side_names.get(person.delegation_id or "", "")
        lines.append(f"{person.name} ({side})" if side else person.name)
    return tuple(sorted(lines))


def refuse_if_any(reasons: Iterable[Reason]) -> None:
    """Raises `SanitisationRefused` if there is a reason to."""
    found = tuple(dict.fromkeys(reasons))
    if found:
        raise SanitisationRefused(found)


def has_own_title(material: Material) -> bool:
    """Whether a summary has another title than its meeting, whose title stands under the meeting's rule."""
    return material.summary.title not in {"", material.record.meeting.title}


def _title(material: Material, source: TextSource, profile: Profile) -> tuple[Piece, ...]:
    record, summary = material.record, material.summary
    if has_own_title(material):
        return source.pieces(summary_title_place(summary.id), "the summary's title")
    if (
        not content_allowed(effective_rule(record.dialogue, record.meeting), profile)
        or not record.meeting.title
    ):
        return (Piece(UNTITLED),)
    return source.pieces(Place(PlaceKind.MEETING_TITLE, record.meeting.id), "the meeting's title")


def _subtitle(record: MeetingRecord, source: TextSource, profile: Profile) -> tuple[Piece, ...]:
    """Date and place, where the meeting's own rule lets them out."""
    if not content_allowed(effective_rule(record.dialogue, record.meeting), profile):
        return ()
    dates = date_range(record.meeting.date, record.meeting.end_date)
    place = source.pieces(Place(PlaceKind.MEETING_PLACE, record.meeting.id), "the meeting's place")
    between = (Piece(", "),) if dates and place else ()
    return (*((Piece(dates),) if dates else ()), *between, *place)


def _section(
    section: SummarySection, number: int, record: MeetingRecord, source: TextSource, writer: PointWriter
) -> _SectionParts:
    points = tuple(
        writer.point(point, f"point {place} of section {number}")
        for place, point in enumerate(section.points, 1)
    )
    points = tuple(point for point in points if point.pieces)
    session = next((one for one in record.sessions if one.id == section.session_id), None)
    where = f"the title of section {number}"
    if session is None:
        return _SectionParts(source.pieces(heading_place(section.id), where), points)
    if not writer.may_go_out(effective_rule(record.dialogue, record.meeting, session)):
        return _SectionParts((), points)
    return _SectionParts(source.pieces(Place(PlaceKind.SESSION_TITLE, session.id), where), points)


def _pieces(section: _SectionParts) -> Iterable[Piece]:
    yield from section.title
    for point in section.points:
        yield from point.pieces


def _labelled(section: _SectionParts, labels: Labeller) -> SanitisedSection:
    return SanitisedSection(
        labels.runs(section.title),
        tuple(
            SanitisedPoint(one.kind, one.lead, labels.runs(one.pieces), one.notes) for one in section.points
        ),
    )
