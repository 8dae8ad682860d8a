"""What a sanitised summary lets out, point by point: kept when it leaves, to be laid beside the exports after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogue_notes.domain.codes import Category, Kind, RedactionAction
from dialogue_notes.domain.dangers.earlier_exports import ExportedPoint, Fact, Named
from dialogue_notes.domain.places import intervention_place, point_place
from dialogue_notes.domain.record import Entry, MeetingRecord
from dialogue_notes.domain.redaction import Entity, Place
from dialogue_notes.domain.room_notes import is_own_tag
from dialogue_notes.domain.sanitised import RunStyle, SanitisedPoint, SanitisedSummary
from dialogue_notes.domain.sanitising.redacting import Decisions, redact
from dialogue_notes.domain.sanitising.sanitiser import Material
from dialogue_notes.domain.spans import Cover, Span
from dialogue_notes.domain.summary import SummaryPoint

_TELLS_NOTHING = frozenset({Category.PERSON, Category.QUOTATION})
"""A name that stays is known as one, and a quotation is no fact about anybody."""


def exported_points(material: Material, summary: SanitisedSummary) -> tuple[ExportedPoint, ...]:
    """The points of `summary`, which was made from `material`, each with whom its words stand for."""
    people = Known(material)
    shown = iter([point for section in summary.sections for point in section.points])
    made: list[ExportedPoint] = []
    for section in material.summary.sections:
        for point in section.points:
            place, entry = people.source(point)
            text, applied = people.texts.get(place, ""), people.decisions.applied(place)
            pieces = redact(text, applied)
            is_gap = entry is not None and entry.intervention.kind is Kind.GAP
            if not pieces and not is_gap:  # a gap says so by itself; anything else without words is left out
                continue
            sanitised = next(shown, None)
            if sanitised is None:
                return tuple(made)
            labels = tuple(
                Named(label, people.who_is(entity))
                for label, entity in zip(
                    _labels(sanitised), (one.entity_id for one in pieces if one.entity_id), strict=False
                )
            )
            made.append(people.point(place, entry, sanitised.lead, labels))
    return tuple(made)


class Known:
    """Who is who in a meeting, under a name that is the same in every meeting of its dialogue."""

    def __init__(self, material: Material) -> None:
        self.decisions: Decisions = material.decisions
        self.texts = material.texts
        self._record = material.record
        self._entries = {one.intervention.id: one for one in material.record.entries}
        self._people = who_in(material.record)
        self._entities = {one.id: one for one in material.entities}
        self._titles = {one.id: one.title for one in material.record.sessions}

    def source(self, point: SummaryPoint) -> tuple[Place, Entry | None]:
        """Where a point's text stands, and the entry that it stands for as it is."""
        if point.text is not None or not point.sources:
            return point_place(point.id), None
        return intervention_place(point.sources[0]), self._entries.get(point.sources[0])

    def who_is(self, entity_id: str) -> str:
        """Who an entity is: a participant by name, anything else by its own id."""
        entity = self._entities.get(entity_id)
        return entity_id if entity is None else who_is(entity, self._people)

    def point(self, place: Place, entry: Entry | None, lead: str, labels: tuple[Named, ...]) -> ExportedPoint:
        """What one point lets out."""
        worded = tuple(
            Named(one.replacement, self.who_is(one.entity_id))
            for one in self.decisions.applied(place)
            if one.action is RedactionAction.GENERALISE and one.replacement
        )
        speaker = "" if entry is None else self._people.get(entry.speaker.participant_id or "", "")
        topics = () if entry is None else tuple(self._topics(entry))
        return ExportedPoint(
            intervention_id="" if entry is None else entry.intervention.id,
            lead=Named(lead, speaker) if speaker else None,
            labels=(*labels, *worded),
            topics=topics,
            facts=tuple(dict.fromkeys(self._facts(place))),
        )

    def _topics(self, entry: Entry) -> Iterator[str]:
        yield from (tag for tag in entry.intervention.tags if not is_own_tag(tag))
        title = self._titles.get(entry.intervention.session_id, "")
        if title:
            yield title

    def _facts(self, place: Place) -> Iterator[Fact]:
        marked = self.decisions.at(place)
        hidden = Cover(Span(one.start, one.end) for one in marked if self.decisions.is_applied(one))
        text = self.texts.get(place, "")
        for one in marked:
            stays = not self.decisions.is_applied(one) and not hidden.meets(one.start, one.end)
            if stays and one.category not in _TELLS_NOTHING:
                yield Fact(one.category, " ".join(text[one.start : one.end].casefold().split()))


def who_in(record: MeetingRecord) -> dict[str, str]:
    """The participants of a meeting by id, under their names: ids are of one meeting only."""
    return {one.id: " ".join(one.name.casefold().split()) for one in record.participants}


def who_is(entity: Entity, people: Mapping[str, str]) -> str:
    """Who an entity is: a participant by name, anything else by its own id, which is of the whole dialogue."""
    if entity.participant_id is None:
        return entity.id
    return people.get(entity.participant_id) or " ".join(entity.name.casefold().split())


def _labels(point: SanitisedPoint) -> list[str]:
    return [run.text for run in point.runs if run.style is RunStyle.LABEL]
