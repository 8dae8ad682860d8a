"""What a dialogue has learned about its entities, read once and asked often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dialogue_notes.detection.known import KnownForm
from dialogue_notes.domain.entities import EntityDecision, decision_for, meeting_order
from dialogue_notes.domain.redaction import Entity
from dialogue_notes.domain.text import normalise
from dialogue_notes.storage import entities as stored
from dialogue_notes.storage import entity_forms, meetings
from dialogue_notes.storage.entities import Bond
from dialogue_notes.storage.vault import Readable


class EntityBook:
    """The entities of one dialogue as of one moment. Where an entity was merged into another, that one is meant."""

    def __init__(self, readable: Readable, dialogue_id: str) -> None:
        self._readable = readable
        self._dialogue_id = dialogue_id
        self.entities: dict[str, Entity] = {one.id: one for one in stored.entities(readable, dialogue_id)}
        self._merged = {
            one.source_id: one.entity_id for one in stored.links(readable, dialogue_id, Bond.MERGED_INTO)
        }
        self._decided: dict[str, list[EntityDecision]] = defaultdict(list)
        for one in stored.decisions(readable, dialogue_id):
            self._decided[one.entity_id].append(one)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The meetings of the dialogue, the earliest first."""
        return meeting_order(meetings.meetings(self._readable, self._dialogue_id))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {one: number for number, one in enumerate(self.order)}

    @cached_property
    def persons(self) -> dict[str, str]:
        """The entity of each participant of any meeting, as far as it is known."""
        links = stored.links(self._readable, self._dialogue_id, Bond.PERSON)
        known = {one.source_id: self.root(one.entity_id) for one in links}
        for one in self.entities.values():
            if one.participant_id is not None:
                known.setdefault(one.participant_id, self.root(one.id))
        return known

    @cached_property
    def _split(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for one in stored.links(self._readable, self._dialogue_id, Bond.SPLIT_FROM):
            found[self.root(one.entity_id)].append(self.root(one.source_id))
        return found

    @cached_property
    def forms(self) -> dict[str, set[str]]:
        """The wordings of each entity as they are compared (`normalise`)."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in entity_forms.forms(self._readable, self._dialogue_id):
            found[self.root(one.entity_id)].add(normalise(one.form).strip())
        return found

    @cached_property
    def owners(self) -> dict[str, list[str]]:
        """The entities that go by each wording."""
        found: dict[str, list[str]] = defaultdict(list)
        for entity_id, forms in self.forms.items():
            for form in forms:
                found[form].append(entity_id)
        return found

    def root(self, entity_id: str) -> str:
        """The entity that this one was merged into, or itself."""
        return self._merged.get(entity_id, entity_id)

    def merged_into(self, entity_id: str) -> tuple[str, ...]:
        """The entities that were merged into this one."""
        return tuple(source for source, target in self._merged.items() if target == entity_id)

    def apart(self, entity_id: str, form: str) -> str | None:
        """Which of an entity, and of those split from it, goes by a wording; None when it is told of several of them.

        Without an entity that does, the one asked about.
        """
        family = [entity_id]
        for one in family:  # grows while it is gone through: what was split may have been split again
            family += [each for each in self._split.get(one, ()) if each not in family]
        if len(family) == 1:
            return entity_id
        owners = [one for one in family if form in self.forms.get(one, ())]
        return owners[0] if len(owners) == 1 else None if owners else entity_id

    def split_from(self, entity_id: str) -> tuple[str, ...]:
        """The entities that were split from this one."""
        return tuple(self._split.get(entity_id, ()))

    def is_apart(self, entity_id: str, other_id: str) -> bool:
        """Whether one of two entities was split from the other."""
        return other_id in self.split_from(entity_id) or entity_id in self.split_from(other_id)

    def decisions(self, entity_id: str) -> tuple[EntityDecision, ...]:
        """All that was decided about an entity."""
        return tuple(self._decided.get(entity_id, ()))

    def decision(self, entity_id: str, meeting_id: str) -> EntityDecision | None:
        """What was decided about an entity for a meeting."""
        return self.decision_of(self._decided.get(entity_id, ()), meeting_id)

    def decision_of(self, decisions: Iterable[EntityDecision], meeting_id: str) -> EntityDecision | None:
        """Which of some decisions on one entity holds in a meeting."""
        return decision_for(decisions, meeting_id, self._places)

    def from_on(self, meeting_id: str) -> tuple[str, ...]:
        """A meeting and all later ones."""
        return self.order[self._places[meeting_id] :] if meeting_id in self._places else (meeting_id,)


@dataclass(frozen=True, slots=True)
class DialogueForm:
    """A wording of an entity of the dialogue, and what was decided about the entity for the meeting asked about."""

    known: KnownForm
    decision: EntityDecision | None

    @property
    def hides(self) -> bool:
        """Whether what goes by the wording is hidden in that meeting."""
        return self.decision is not None and self.decision.hides


def dialogue_forms(readable: Readable, dialogue_id: str, meeting_id: str) -> tuple[DialogueForm, ...]:
    """Every wording that entities of a dialogue go by, of all its meetings, the longest first.

    A wording of several entities comes once for each.
    """
    book = EntityBook(readable, dialogue_id)
    found: dict[tuple[str, str, str], DialogueForm] = {}
    for one in entity_forms.forms(readable, dialogue_id):
        root = book.root(one.entity_id)
        known = KnownForm(one.form, one.match, root, book.entities[root].category)
        found[one.form, one.match, root] = DialogueForm(known, book.decision(root, meeting_id))
    return tuple(
        sorted(found.values(), key=lambda one: (-len(one.known.form), one.known.form, one.known.entity_id))
    )
