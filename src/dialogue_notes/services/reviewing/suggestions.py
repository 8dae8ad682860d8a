"""Keeping what detection proposed: decisions stay, new places are added, vanished proposals go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dialogue_notes.detection.known import KnownForm
from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.places import WRITTEN_WORDS, record_texts
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, Place, Redaction, Suggestion
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.withholding import redacted_forms
from dialogue_notes.domain.spans import Holding, Span
from dialogue_notes.services.entities.book import EntityBook, dialogue_forms
from dialogue_notes.services.entities.finding import EntityFinder, Whose
from dialogue_notes.services.reviewing.deciding import choice_of
from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.services.reviewing.steps import Verdict
from dialogue_notes.storage import entities, entity_forms, review_steps
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.entities import Bond
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Readable, Vault

BY_HAND = "marked by hand"
"""Why a redaction is there that a person marked: no look through the record takes it away."""
_SEVERAL = "these words stand for more than one"


def known_forms(record: MeetingRecord, redactions: Iterable[Redaction]) -> tuple[KnownForm, ...]:
    """The wordings that a person had hidden in this meeting, longest first, for detection to propose again."""
    decisions = Decisions.of(redactions)
    found = {
        (form.form, form.match): KnownForm(form.form, form.match, redaction.entity_id, redaction.category)
        for redaction, form in redacted_forms(decisions, record_texts(record))
    }
    return tuple(sorted(found.values(), key=lambda one: (-len(one.form), one.form)))


def learned_forms(readable: Readable, record: MeetingRecord) -> tuple[KnownForm, ...]:
    """The wordings of all that is hidden in this meeting because of what was decided about it in the dialogue."""
    forms = dialogue_forms(readable, record.dialogue.id, record.meeting.id)
    return tuple(one.known for one in forms if one.hides)


def keep_suggestions(vault: Vault, record: MeetingRecord, suggestions: Sequence[Suggestion]) -> None:
    """Brings the undecided redactions of a meeting in line with `suggestions`, in one transaction.

    What was decided is left as it is. A mention of something that was decided for the meeting, here or for the
    dialogue, is decided so too. Suggestions on a text that has changed meanwhile are dropped.
    """
    texts = record_texts(record)
    with vault.transaction():
        existing = stored.redactions(vault, record.meeting.id)
        usable = [one for one in suggestions if texts.get(one.place, "")[one.start : one.end] == one.text]
        keeper = _Keeper(vault, record, existing, usable)
        wanted = {(one.place, one.start, one.end): one for one in usable if not keeper.is_settled(one)}
        kept: dict[tuple[Place, int, int], Redaction] = {}
        gone: list[Redaction] = []
        for old in existing:
            spot = old.place, old.start, old.end
            if old.state is not RedactionState.SUGGESTED or _stays(old):
                continue
            if spot in wanted and spot not in kept:
                kept[spot] = old
            else:
                gone.append(old)
        changed, added = [], []
        for spot, suggestion in wanted.items():
            proposed = keeper.redaction(suggestion)
            before = kept.get(spot)
            if before is None:
                added.append(proposed)
            elif replace(proposed, id=before.id) != before:
                changed.append(replace(proposed, id=before.id))
        seated = keeper.seated_since(existing, usable)
        changed += seated
        keeper.keep_learned()
        stored.remove_redactions(vault, [one.id for one in gone])
        stored.update_redactions(vault, changed)
        stored.add_redactions(vault, added)
        waiting = {one.place.kind for one in added if one.state is RedactionState.SUGGESTED}
        if seated or waiting & WRITTEN_WORDS.keys():
            reopen_review(vault, record.meeting.id)  # a summary may be written after the review
        entities.remove_unused(vault, {one.entity_id for one in gone})


def _stays(undecided: Redaction) -> bool:
    """Whether an undecided redaction is no proposal of detection's, which alone may take back its own."""
    return undecided.why == BY_HAND or undecided.action is RedactionAction.WITHHOLD_ENTRY


class _Keeper:
    """Turns suggestions into redactions, making entities as they are needed."""

    def __init__(
        self, vault: Vault, record: MeetingRecord, existing: Sequence[Redaction], usable: Sequence[Suggestion]
    ) -> None:
        self._vault = vault
        self._record = record
        self._participants = {person.id for person in record.participants}
        self._book = EntityBook(vault, record.dialogue.id)
        self._finder = EntityFinder(vault, self._book, record, usable, existing)
        self._is_begun = review_steps.has_begun(vault, record.meeting.id)
        decided: dict[Place, list[Span]] = defaultdict(list)
        self._by_entity: dict[str, list[Redaction]] = defaultdict(list)
        for one in existing:
            if one.state is not RedactionState.SUGGESTED or _stays(one):
                decided[one.place].append(Span(one.start, one.end))
            if one.default or one.state is not RedactionState.SUGGESTED:
                self._by_entity[one.entity_id].append(one)
        self._decided = {place: Holding(found) for place, found in decided.items()}

    def is_settled(self, suggestion: Suggestion) -> bool:
        """Whether all of a suggestion's span was decided already."""
        holding = self._decided.get(suggestion.place)
        return holding is not None and holding.holds(suggestion.start, suggestion.end)

    def redaction(self, suggestion: Suggestion) -> Redaction:
        """The redaction that a suggestion proposes, or that follows from what was decided about its entity."""
        whose = self._finder.whose(suggestion)
        proposed = Redaction(
            id=new_id(),
            meeting_id=self._record.meeting.id,
            place=suggestion.place,
            start=suggestion.start,
            end=suggestion.end,
            entity_id=whose.entity.id,
            category=suggestion.category,
            action=RedactionAction.PSEUDONYMISE,
            reason=_reason(suggestion, self._participants, whose.entity),
            state=RedactionState.SUGGESTED,
            why=suggestion.reason if whose.is_told else _SEVERAL,
            score=suggestion.score,
            default=suggestion.default,
        )
        return self._decided_alike(suggestion, whose, proposed) if whose.is_told else proposed

    def seated_since(self, existing: Iterable[Redaction], usable: Iterable[Suggestion]) -> list[Redaction]:
        """The places that were shown as an absent person's, of somebody who is on the roster now: to be looked at
        again, as theirs.
        """
        shown: dict[Place, list[Redaction]] = defaultdict(list)
        for one in existing:
            if one.state is RedactionState.REJECTED and self._is_absent(one):
                shown[one.place].append(one)
        found: list[Redaction] = []
        for each in usable:
            if not (each.default and self._participants.intersection(each.entity.split("|"))):
                continue
            met = [one for one in shown.get(each.place, ()) if one.start < each.end and each.start < one.end]
            whose = self._finder.whose(each) if met else None
            for one in met:
                if whose is not None and whose.is_told and self._is_another(one.entity_id, whose.entity.id):
                    found.append(replace(one, entity_id=whose.entity.id, stale=True))
                    shown[each.place].remove(one)
        return found

    def _is_absent(self, one: Redaction) -> bool:
        """Whether a place is that of a person who sat at no table."""
        is_person = one.category is Category.PERSON
        return is_person and self._book.root(one.entity_id) not in self._book.persons.values()

    def _is_another(self, entity_id: str, other_id: str) -> bool:
        """Whether two entities are not the same, and a person did not split one from the other."""
        return self._book.root(entity_id) != other_id and not self._book.is_apart(entity_id, other_id)

    def keep_learned(self) -> None:
        """Keeps the entities, participants and wordings that were met for the first time."""
        entities.add_entities(self._vault, self._finder.new_entities)
        for one in self._finder.renamed:
            entities.update_entity(self._vault, one)
        entities.set_links(self._vault, Bond.PERSON, self._finder.new_persons)
        entity_forms.add_forms(self._vault, self._finder.new_forms)
        entity_forms.add_sources(self._vault, self._finder.new_sources)

    def _decided_alike(self, suggestion: Suggestion, whose: Whose, proposed: Redaction) -> Redaction:
        entity_id = whose.entity.id
        decision = self._book.decision(entity_id, self._record.meeting.id)
        if decision is None:
            example = _common_decision(self._by_entity[entity_id])
            if example is None or not suggestion.default:
                return proposed
            alike = Verdict.of(example)
            return replace(alike, fresh=self._is_begun, alone=False, entity_id=entity_id).on(proposed)
        if decision.hides and not (suggestion.default or self._finder.is_known_as(entity_id, suggestion)):
            return proposed
        return choice_of(decision).on(Verdict.of(proposed), fresh=self._is_begun).on(proposed)


def _reason(suggestion: Suggestion, participants: set[str], entity: Entity) -> RedactionReason:
    if suggestion.entity.split("|")[0] in participants or entity.participant_id is not None:
        return RedactionReason.PARTICIPANT_IDENTITY
    return (
        RedactionReason.THIRD_PERSON_IDENTITY
        if suggestion.category is Category.PERSON
        else RedactionReason.OTHER
    )


def _common_decision(redactions: Sequence[Redaction]) -> Redaction | None:
    """A decision that was taken for every place of an entity alike, if there is one."""
    if not redactions or any(one.state is not RedactionState.ACCEPTED or one.stale for one in redactions):
        return None
    first = redactions[0]
    same = all((one.action, one.replacement) == (first.action, first.replacement) for one in redactions)
    everywhere = {RedactionAction.PSEUDONYMISE, RedactionAction.GENERALISE, RedactionAction.REMOVE}
    return first if same and first.action in everywhere else None
