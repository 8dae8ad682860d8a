"""Points on their way out: what each says of its speaker, how it is set, and with which notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dialogue_notes.domain.codes import GroundRule, Kind, Sureness
from dialogue_notes.domain.dangers.quote_consents import by_entry
from dialogue_notes.domain.places import entry_words, intervention_place, point_place
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import Entry, Intervention, MeetingRecord, Speaker
from dialogue_notes.domain.rules import content_allowed, rules_by_entry
from dialogue_notes.domain.sanitised import PointKind
from dialogue_notes.domain.sanitising.attribution import ONE_VOICE, describe
from dialogue_notes.domain.sanitising.redacting import Piece
from dialogue_notes.domain.sanitising.release import why_withheld
from dialogue_notes.domain.sanitising.sources import TextSource
from dialogue_notes.domain.sanitising.withholding import hidden_sides
from dialogue_notes.domain.summary import SummaryPoint
from dialogue_notes.domain.summary_words import (
    AGREED,
    AGREED_AS_HEARD,
    CLOSING_NOTE,
    MISSED,
    OBSERVATION_NOTE,
    SPEAKER_UNSURE,
    mark_notes,
    sureness_note,
)

_KINDS = {
    Kind.ACTION: PointKind.ACTION,
    Kind.PROCEDURE: PointKind.NOTE,
    Kind.GAP: PointKind.NOTE,
    Kind.OBSERVATION: PointKind.NOTE,
}
_NO_LEAD = frozenset({Kind.PROCEDURE, Kind.GAP, Kind.OBSERVATION, Kind.CLOSING, Kind.AGREEMENT})


@dataclass(frozen=True, slots=True)
class PointParts:
    """A point before labels are given."""

    kind: PointKind
    lead: str
    pieces: tuple[Piece, ...] = field(repr=False)
    notes: tuple[str, ...] = ()


class PointWriter:
    """Makes points fit for one profile; what is in the way goes to the source's reasons."""

    def __init__(self, record: MeetingRecord, source: TextSource, profile: Profile) -> None:
        self._record = record
        self._source = source
        self._profile = profile
        self._entries = {entry.intervention.id: entry for entry in record.entries}
        self._words = entry_words(record)
        self._rules = rules_by_entry(record)
        self._consents = by_entry(record.quote_consents)
        self._hidden_sides = hidden_sides(record.delegations, source.terms)
        self._leads: dict[tuple[Speaker, GroundRule], str] = {}

    def may_go_out(self, rule: GroundRule) -> bool:
        """Whether the profile may see what was said under a rule."""
        return content_allowed(rule, self._profile)

    def point(self, point: SummaryPoint, where: str) -> PointParts:
        """A point as it goes out; `where` names it in reasons."""
        if point.text is None:
            return self._picked(point, where)
        for source in point.sources:
            self._check_source(source, where)
        pieces = self._source.pieces(point_place(point.id), where)
        return PointParts(PointKind.PROSE, "", pieces, sureness_note(point.sureness))

    def entry(self, entry: Entry) -> PointParts:
        """An entry as a point would show it, for the live view beside the original."""
        return self._shown(entry, Sureness.NOT_SAID)

    def lead(self, entry: Entry) -> str:
        """How the speaker of an entry is described to the profile; empty when not at all."""
        if entry.intervention.kind in _NO_LEAD:
            return ""
        asked = (entry.speaker, self._rules[entry.intervention.id])
        if asked not in self._leads:  # many entries, few speakers
            self._leads[asked] = describe(self._record, *asked, self._profile, self._hidden_sides)[1]
        return self._leads[asked]

    def _picked(self, point: SummaryPoint, where: str) -> PointParts:
        entry = self._entries.get(point.sources[0]) if point.sources else None
        if entry is None:
            self._source.refuse(where, "its entry is no longer there")
            return PointParts(PointKind.PROSE, "", ())
        intervention = entry.intervention
        why = self._why_withheld(intervention)
        if why:
            self._source.refuse(f"{where} ({self._words[intervention.id]})", why)
            return PointParts(PointKind.PROSE, "", ())
        return self._shown(entry, point.sureness)

    def _check_source(self, intervention_id: str, where: str) -> None:
        """A written point may rest only on what the profile may see; a quote may be put in other words."""
        entry = self._entries.get(intervention_id)
        if entry is None:
            self._source.refuse(where, "one of its sources is no longer there")
            return
        intervention = entry.intervention
        reported = (
            replace(intervention, kind=Kind.STATEMENT) if intervention.kind is Kind.QUOTE else intervention
        )
        why = self._why_withheld(reported)
        if why:
            self._source.refuse(where, f"its source, {self._words[intervention_id]}, may not go out: {why}")

    def _why_withheld(self, intervention: Intervention) -> str:
        applied = self._source.decisions.applied(intervention_place(intervention.id))
        rule, consents = self._rules[intervention.id], self._consents.get(intervention.id, ())
        return why_withheld(intervention, rule, self._profile, applied, picked=True, consents=consents)

    def _shown(self, entry: Entry, sureness: Sureness) -> PointParts:
        intervention = entry.intervention
        pieces = self._source.pieces(intervention_place(intervention.id), self._words[intervention.id])
        if intervention.kind is Kind.GAP:
            pieces = _gap(pieces)
        lead = _agreement_lead(intervention) or self.lead(entry)
        return PointParts(_kind(intervention), lead, pieces, _notes(entry, sureness, lead))


def _kind(intervention: Intervention) -> PointKind:
    if intervention.kind is Kind.QUOTE and not intervention.interpreted:
        return PointKind.QUOTE  # interpreted words are the interpreter's and no quotation
    if intervention.kind is Kind.AGREEMENT and _is_read_back(intervention):
        return PointKind.AGREED
    return _KINDS.get(intervention.kind, PointKind.PROSE)


def _is_read_back(intervention: Intervention) -> bool:
    return intervention.read_back or intervention.consent is not None


def _agreement_lead(intervention: Intervention) -> str:
    if intervention.kind is not Kind.AGREEMENT:
        return ""
    return AGREED if _is_read_back(intervention) else AGREED_AS_HEARD


def _notes(entry: Entry, sureness: Sureness, lead: str) -> tuple[str, ...]:
    intervention = entry.intervention
    notes = list(mark_notes(intervention.marks))
    if intervention.kind is Kind.CLOSING:
        notes.append(CLOSING_NOTE)
    if intervention.kind is Kind.OBSERVATION:
        notes.append(OBSERVATION_NOTE)
    if entry.speaker.unsure and intervention.kind not in _NO_LEAD:
        notes.append(SPEAKER_UNSURE)
    says_itself = sureness is Sureness.AGREED_READ_BACK or (
        sureness is Sureness.ONE_VOICE and lead == ONE_VOICE
    )
    if not says_itself:
        notes.extend(note for note in sureness_note(sureness) if note not in notes)
    return tuple(notes)


def _gap(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A gap says so, and then what the rapporteur typed about it, if there is a word in it."""
    has_words = any(piece.entity_id or any(one.isalnum() for one in piece.text) for piece in pieces)
    return (Piece(MISSED + " "), *pieces) if has_words else (Piece(MISSED),)
