"""The record as a profile would see it, text by text, for the Review room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.domain.places import intervention_place, record_texts
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import Entry, MeetingRecord
from dialogue_notes.domain.redaction import Entity, Place, PlaceKind, Redaction
from dialogue_notes.domain.rules import content_allowed, effective_rule
from dialogue_notes.domain.sanitised import PointKind
from dialogue_notes.domain.sanitising.points import PointParts, PointWriter
from dialogue_notes.domain.sanitising.redacting import Decisions, Labeller, Piece, entity_categories
from dialogue_notes.domain.sanitising.release import withheld_entries
from dialogue_notes.domain.sanitising.sources import TextSource
from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.domain.sanitising.withholding import hidden_terms
from dialogue_notes.services.reviewing.types import SanitisedLine


def sanitised_lines(
    record: MeetingRecord, entities: Iterable[Entity], redactions: Iterable[Redaction], profile: Profile
) -> tuple[SanitisedLine, ...]:
    """Each title and entry as `profile` would see it in a draft of the whole meeting, or why it stays.

    Undecided suggestions are shown as they would be if accepted; the export itself waits for the decision.
    """
    return SanitisedView(record, profile).lines(entities, redactions)


class SanitisedView:
    """`sanitised_lines` of one record for one profile, again and again while decisions are taken.

    What is redacted is remembered by what was carried out there, so that a decision costs what it touches.
    """

    def __init__(self, record: MeetingRecord, profile: Profile) -> None:
        self._record = record
        self._profile = profile
        self._texts = record_texts(record)
        self._done: dict[Place, tuple[tuple[Redaction, ...], tuple[Piece, ...]]] = {}
        self._by_session: dict[str, list[Entry]] = defaultdict(list)
        for entry in record.entries:
            self._by_session[entry.intervention.session_id].append(entry)

    def lines(self, entities: Iterable[Entity], redactions: Iterable[Redaction]) -> tuple[SanitisedLine, ...]:
        """The whole as it would be with these redactions."""
        decisions = Decisions.of(redactions, accept_defaults=True)
        terms = hidden_terms(self._record, decisions, self._texts)
        source = _Source(self._texts, decisions, terms, self._done)
        shown = list(self._shown(source, withheld_entries(self._record, decisions, self._profile)))
        labels = Labeller(_pieces(shown), entity_categories(entities))
        return tuple(
            SanitisedLine(place, parts.lead, labels.runs(parts.pieces), parts.notes, why)
            for place, parts, why in shown
        )

    def _shown(
        self, source: TextSource, withheld: Mapping[str, str]
    ) -> Iterator[tuple[Place, PointParts, str]]:
        record, writer = self._record, PointWriter(self._record, source, self._profile)
        yield self._titled(
            source,
            Place(PlaceKind.MEETING_TITLE, record.meeting.id),
            effective_rule(record.dialogue, record.meeting),
        )
        for session in record.sessions:
            rule = effective_rule(record.dialogue, record.meeting, session)
            yield self._titled(source, Place(PlaceKind.SESSION_TITLE, session.id), rule)
            for entry in self._by_session.get(session.id, ()):
                why = withheld.get(entry.intervention.id, "")
                parts = _NOTHING if why else writer.entry(entry)
                yield intervention_place(entry.intervention.id), parts, why

    def _titled(self, source: TextSource, place: Place, rule: GroundRule) -> tuple[Place, PointParts, str]:
        if content_allowed(rule, self._profile):
            return place, PointParts(PointKind.PROSE, "", source.pieces(place, "")), ""
        return place, _NOTHING, RULE_WORDS[rule].lower()


_NOTHING = PointParts(PointKind.PROSE, "", ())


class _Source(TextSource):
    """Remembers what it gave out for as long as the same is carried out in the same place."""

    def __init__(
        self,
        texts: Mapping[Place, str],
        decisions: Decisions,
        terms: tuple[WithheldTerm, ...],
        done: dict[Place, tuple[tuple[Redaction, ...], tuple[Piece, ...]]],
    ) -> None:
        super().__init__(texts, decisions, terms, is_checking=False)
        self._done = done

    def pieces(self, place: Place, where: str) -> tuple[Piece, ...]:
        applied = self.decisions.applied(place)
        known = self._done.get(place)
        if known is None or known[0] != applied:
            known = applied, super().pieces(place, where)
            self._done[place] = known
        return known[1]


def _pieces(shown: Iterable[tuple[Place, PointParts, str]]) -> Iterable[Piece]:
    for _, parts, _why in shown:
        yield from parts.pieces
