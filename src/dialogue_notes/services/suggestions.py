"""Keeping what detection proposed: decisions stay, new places are added, vanished proposals go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dialogue_notes.detection.known import KnownForm
from dialogue_notes.domain.codes import (
    Category,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redacting import Decisions
from dialogue_notes.domain.redaction import Entity, Place, Redaction, Suggestion
from dialogue_notes.domain.withholding import redacted_forms
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault


def known_forms(record: MeetingRecord, redactions: Iterable[Redaction]) -> tuple[KnownForm, ...]:
    """The wordings that a person had hidden in this meeting, longest first, for detection to propose again."""
    decisions = Decisions.of(redactions)
    found = {
        (form.form, form.match): KnownForm(form.form, form.match, redaction.entity_id, redaction.category)
        for redaction, form in redacted_forms(decisions, record_texts(record))
    }
    return tuple(sorted(found.values(), key=lambda one: (-len(one.form), one.form)))


def keep_suggestions(vault: Vault, record: MeetingRecord, suggestions: Sequence[Suggestion]) -> None:
    """Brings the undecided redactions of a meeting in line with `suggestions`, in one transaction.

    What was decided is left as it is. A mention of something that was decided everywhere and the same way is
    decided so too. Suggestions on a text that has changed meanwhile are dropped.
    """
    texts = record_texts(record)
    with vault.transaction():
        existing = stored.redactions(vault, record.meeting.id)
        usable = [one for one in suggestions if texts.get(one.place, "")[one.start : one.end] == one.text]
        keeper = _Keeper(vault, record, existing)
        fresh = [one for one in usable if not keeper.is_settled(one)]
        wanted = {(one.place, one.start, one.end): one for one in fresh}
        undecided = [one for one in existing if one.state is RedactionState.SUGGESTED]
        gone = [one.id for one in undecided if (one.place, one.start, one.end) not in wanted]
        stored.remove_redactions(vault, gone)
        kept = {(one.place, one.start, one.end): one for one in undecided if one.id not in set(gone)}
        changed, added = [], []
        for spot, suggestion in wanted.items():
            proposed = keeper.redaction(suggestion)
            old = kept.get(spot)
            if old is None:
                added.append(proposed)
            elif replace(proposed, id=old.id) != old:
                changed.append(replace(proposed, id=old.id))
        stored.update_redactions(vault, changed)
        stored.add_redactions(vault, added)


def entity_name(record: MeetingRecord, suggestion: Suggestion) -> str:
    """What an entity is called in the list: the participant's name, several names, or the wording itself."""
    names = {person.id: person.name for person in record.participants}
    people = [names[one] for one in suggestion.entity.split("|") if one in names]
    return " or ".join(people) or suggestion.text


class _Keeper:
    """Turns suggestions into redactions, making entities as they are needed."""

    def __init__(self, vault: Vault, record: MeetingRecord, existing: Iterable[Redaction]) -> None:
        self._vault = vault
        self._record = record
        self._participants = {person.id for person in record.participants}
        self._entities = list(stored.entities(vault, record.dialogue.id))
        self._decided: dict[Place, list[Redaction]] = defaultdict(list)
        self._by_entity: dict[str, list[Redaction]] = defaultdict(list)
        for one in existing:
            if one.state is not RedactionState.SUGGESTED:
                self._decided[one.place].append(one)
            if one.default or one.state is not RedactionState.SUGGESTED:
                self._by_entity[one.entity_id].append(one)

    def is_settled(self, suggestion: Suggestion) -> bool:
        """Whether all of a suggestion's span was decided already."""
        return any(
            one.start <= suggestion.start and suggestion.end <= one.end
            for one in self._decided[suggestion.place]
        )

    def redaction(self, suggestion: Suggestion) -> Redaction:
        """The redaction that a suggestion proposes, or that follows from what was decided about its entity."""
        entity = self._entity(suggestion)
        proposed = Redaction(
            id=new_id(),
            meeting_id=self._record.meeting.id,
            place=suggestion.place,
            start=suggestion.start,
            end=suggestion.end,
            entity_id=entity.id,
            category=suggestion.category,
            action=RedactionAction.PSEUDONYMISE,
            reason=_reason(suggestion, self._participants),
            state=RedactionState.SUGGESTED,
            why=suggestion.reason,
            score=suggestion.score,
            default=suggestion.default,
        )
        example = _common_decision(self._by_entity[entity.id])
        if example is None or not suggestion.default:
            return proposed
        return replace(
            proposed,
            state=RedactionState.ACCEPTED,
            action=example.action,
            reason=example.reason,
            replacement=example.replacement,
        )

    def _entity(self, suggestion: Suggestion) -> Entity:
        """The entity a suggestion belongs to: by id, by participant, or by name in another meeting."""
        name = entity_name(self._record, suggestion)
        participant = suggestion.entity if suggestion.entity in self._participants else None
        of_category = [one for one in self._entities if one.category is suggestion.category]
        found = (
            next((one for one in of_category if one.id == suggestion.entity), None)
            or next((one for one in of_category if participant and one.participant_id == participant), None)
            or next((one for one in of_category if one.name == name), None)
        )
        if found is not None:
            return found
        made = Entity(new_id(), self._record.dialogue.id, suggestion.category, name, participant)
        stored.add_entity(self._vault, made)
        self._entities.append(made)
        return made


def _reason(suggestion: Suggestion, participants: set[str]) -> RedactionReason:
    if suggestion.entity.split("|")[0] in participants:
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
