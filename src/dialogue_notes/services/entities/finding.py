"""Whose a suggestion is: the same person or thing in all meetings of a dialogue, and never somebody else.

A participant is told by whole names across meetings, a third person by a whole name or by the only entity that goes by
the wording, any other thing by its wording. What was said of entities (merged, split) comes before all of that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.entities import EntityForm
from dialogue_notes.domain.names.same_person import same_people, whole_name
from dialogue_notes.domain.record import MeetingRecord, Participant
from dialogue_notes.domain.redaction import Entity, Place, Redaction, Suggestion
from dialogue_notes.domain.sanitising.withholding import hidden_wording
from dialogue_notes.services.entities.book import EntityBook
from dialogue_notes.services.entities.forms import form_key, form_of
from dialogue_notes.storage import participants
from dialogue_notes.storage.entities import Link
from dialogue_notes.storage.entity_forms import FormSource
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Readable

Spot = tuple[Place, int, int]


@dataclass(frozen=True, slots=True)
class Whose:
    """The entity of a suggestion; `is_told` is false where the wording is that of several, and a person must say."""

    entity: Entity
    is_told: bool = True


class EntityFinder:
    """Finds the entities of one record's suggestions; what is `new_...` and `renamed` is for the caller to keep."""

    def __init__(
        self,
        readable: Readable,
        book: EntityBook,
        record: MeetingRecord,
        suggestions: Collection[Suggestion],
        existing: Iterable[Redaction],
    ) -> None:
        self._readable = readable
        self._book = book
        self._record = record
        self._people = {who.id: who for who in record.participants}
        self._groups: dict[tuple[Category, str], list[Suggestion]] = defaultdict(list)
        for one in suggestions:
            self._groups[one.category, one.entity].append(one)
        self._at: dict[Spot, str] = {
            (one.place, one.start, one.end): book.root(one.entity_id) for one in existing
        }
        self._memo: dict[tuple[Category, str], Entity] = {}
        self._named: dict[tuple[Category, str], Entity] = {}
        for entity in book.entities.values():
            if book.root(entity.id) == entity.id:
                self._named.setdefault((entity.category, entity.name), entity)
        self._known_forms: set[tuple[str, str]] = {
            (entity_id, form) for entity_id, forms in book.forms.items() for form in forms
        }
        self.new_entities: list[Entity] = []
        self.renamed: list[Entity] = []
        self.new_persons: list[Link] = []
        self.new_forms: list[EntityForm] = []
        self.new_sources: list[FormSource] = []

    def whose(self, suggestion: Suggestion) -> Whose:
        """The entity of a suggestion, made if there is none."""
        group = suggestion.category, suggestion.entity
        if group not in self._memo:
            self._memo[group] = self._of_group(*group)
        base = self._memo[group]
        key = form_key(suggestion.text, suggestion.category)
        spot = suggestion.place, suggestion.start, suggestion.end
        found = self._apart(base, key, spot, is_by_wording=suggestion.entity in self._book.entities)
        if suggestion.default or suggestion.entity not in self._people:
            self._learn(found.entity, suggestion, key)
        return found

    def is_known_as(self, entity_id: str, suggestion: Suggestion) -> bool:
        """Whether an entity was known by a suggestion's wording before."""
        return form_key(suggestion.text, suggestion.category) in self._book.forms.get(entity_id, ())

    def _apart(self, base: Entity, key: str, spot: Spot, *, is_by_wording: bool) -> Whose:
        one = self._book.apart(base.id, key)
        there = self._at.get(spot)
        is_of_there = there is not None and key in self._book.forms.get(there, ())
        if there is not None and one != there and is_of_there and self._book.is_apart(base.id, there):
            return Whose(self._book.entities[there])
        if one is None or (is_by_wording and len(self._book.owners.get(key, ())) > 1):
            return Whose(base, is_told=False)
        return Whose(base if one == base.id else self._book.entities[one])

    def _of_group(self, category: Category, key: str) -> Entity:
        if key in self._book.entities:
            return self._book.entities[self._book.root(key)]
        if key in self._people:
            return self._person(key)
        joint = [self._people[one].name for one in key.split("|") if one in self._people]
        if joint:
            name = " or ".join(joint)
            return self._named.get((category, name)) or self._make(category, name)
        return self._thing(category, self._groups[category, key])

    def _person(self, participant_id: str) -> Entity:
        who = self._people[participant_id]
        known = self._book.persons.get(participant_id) or self._same_elsewhere.get(participant_id)
        whole = whole_name(who.name)
        if known is None and [whole_name(one.name) for one in self._people.values()].count(whole) == 1:
            known = self._only(self._whole_names.get(whole, set()) - self._present - self._shown_others)
        entity = self._book.entities[known] if known else self._make(Category.PERSON, who.name, who.id)
        if entity.participant_id == who.id and entity.name != who.name:
            entity = replace(entity, name=who.name)
            self.renamed.append(entity)
        if self._book.persons.get(participant_id) is None:
            self.new_persons.append(Link(participant_id, entity.id))
        return entity

    def _thing(self, category: Category, group: Collection[Suggestion]) -> Entity:
        spotted = self._spotted(category, group)
        if spotted is not None:
            return spotted
        keys = {form_key(one.text, category) for one in group}
        wholes = {whole_name(one.text) for one in group} - {""} if category is Category.PERSON else set()
        if wholes:
            candidates = {one for whole in wholes for one in self._whole_names.get(whole, ())}
        else:
            owners = {one for key in keys for one in self._book.owners.get(key, ())}
            candidates = {one for one in owners if self._book.entities[one].category is category}
            candidates -= self._present
        found = self._only(candidates)
        if found is not None:
            return self._book.entities[found]
        name = _name(category, group)
        named = self._named.get((category, name))
        if category is not Category.PERSON and named is not None:
            return named
        return self._make(category, name)

    def _spotted(self, category: Category, group: Iterable[Suggestion]) -> Entity | None:
        """What most of a group is in this meeting already; of two that were split, the one that was there first."""
        there = [self._at.get((one.place, one.start, one.end)) for one in group]
        counts = Counter(
            one for one in there if one is not None and self._book.entities[one].category is category
        )
        best = max(counts, key=lambda one: (counts[one], one), default=None)
        if best is None:
            return None
        earlier = next((one for one in counts if best in self._book.split_from(one)), best)
        return self._book.entities[earlier]

    @cached_property
    def _known_here(self) -> set[str]:
        """The entities of this meeting's participants, as far as they were known before."""
        return {self._book.persons[one] for one in self._people if one in self._book.persons}

    @cached_property
    def _present(self) -> set[str]:
        """The entities of this meeting's participants."""
        return self._known_here | set(self._same_elsewhere.values())

    @cached_property
    def _shown_others(self) -> set[str]:
        """Who is shown in this meeting by a decision that was taken about somebody who sat at no table.

        A participant of that name is not theirs: nobody decided that who sits here may be known.
        """
        seated = {*self._book.persons.values()}
        decided = {one: self._book.decision(one, self._record.meeting.id) for one in self._book.entities}
        return {one for one, said in decided.items() if said and not said.hides and one not in seated}

    @cached_property
    def _elsewhere(self) -> list[tuple[str, str]]:
        """Whole names of participants of other meetings, each with its entity."""
        return [
            (whole, entity_id)
            for who, entity_id in self._others
            for whole in (whole_name(who.name), *map(whole_name, who.aliases))
            if whole
        ]

    @cached_property
    def _others(self) -> list[tuple[Participant, str]]:
        found = []
        for meeting_id in self._book.order:
            if meeting_id != self._record.meeting.id:
                roster = participants.participants(self._readable, meeting_id)
                found += [(who, self._book.persons[who.id]) for who in roster if who.id in self._book.persons]
        return found

    @cached_property
    def _same_elsewhere(self) -> dict[str, str]:
        """Participants of this meeting who were at another one, each with the entity that they have."""
        unknown = [who for who in self._people.values() if who.id not in self._book.persons]
        found = same_people(unknown, self._others)
        return {who: entity_id for who, entity_id in found.items() if entity_id not in self._known_here}

    @cached_property
    def _whole_names(self) -> dict[str, set[str]]:
        """The people of the dialogue by the whole names that they go by."""
        found: dict[str, set[str]] = defaultdict(set)
        for entity_id, forms in self._book.forms.items():
            if self._book.entities[entity_id].category is Category.PERSON:
                for whole in filter(None, map(whole_name, forms)):
                    found[whole].add(entity_id)
        for whole, entity_id in self._elsewhere:
            found[whole].add(entity_id)
        return found

    def _only(self, candidates: Collection[str]) -> str | None:
        """The one candidate; of those that were split from one another, the one that was there first."""
        first = [
            one for one in candidates if not any(one in self._book.split_from(each) for each in candidates)
        ]
        return first[0] if len(first) == 1 else None

    def _make(self, category: Category, name: str, participant_id: str | None = None) -> Entity:
        made = Entity(new_id(), self._record.dialogue.id, category, name, participant_id)
        self._named.setdefault((category, name), made)
        self.new_entities.append(made)
        return made

    def _learn(self, entity: Entity, suggestion: Suggestion, key: str) -> None:
        if (entity.id, key) in self._known_forms:
            return
        self._known_forms.add((entity.id, key))
        form = form_of(entity.id, suggestion.text, suggestion.category)
        if form is not None:
            self.new_forms.append(form)
            self.new_sources.append(FormSource(form.id, suggestion.place.id))


def _name(category: Category, group: Collection[Suggestion]) -> str:
    """What a thing is called: the longest whole name of its mentions, or else the first of them."""
    wholes = [one.text for one in group if category is Category.PERSON and whole_name(one.text)]
    text = max(wholes, key=len) if wholes else next(iter(group)).text
    return hidden_wording(text, category) or text
