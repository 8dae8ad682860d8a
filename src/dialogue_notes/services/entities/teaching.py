"""What a person teaches about entities for the dialogue: which are one, which are two, always hidden, never hidden.

Every act is one step of the meeting's history (see `reviewing.history`) and says how many places it changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from dialogue_notes.domain.codes import RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.entities import EntityDecision, EntityForm
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.domain.text import normalise
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.comment_keeping import entity_turns
from dialogue_notes.services.entities.book import EntityBook
from dialogue_notes.services.entities.forms import form_key, form_of
from dialogue_notes.services.place_texts import PlaceTexts
from dialogue_notes.services.reviewing import steps
from dialogue_notes.services.reviewing.deciding import (
    Choice,
    check_entities,
    choice_of,
    decide_dialogue,
    decide_entity,
)
from dialogue_notes.services.reviewing.history import take
from dialogue_notes.services.reviewing.steps import ReviewStep, Side, Turn, Verdict, turns_of
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage import comments, entity_forms, meetings, participants
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.entities import Link
from dialogue_notes.storage.entity_forms import FormSource
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault


def always_hide(
    vault: Vault,
    meeting_id: str,
    entity_id: str,
    action: RedactionAction,
    reason: RedactionReason,
    replacement: str = "",
) -> Decision:
    """Hides an entity in every meeting of the dialogue, those to come too.

    Raises KnownError: BAD_FIELD for recast and withheld entries, and for `generalise` without its words; NOT_FOUND.
    """
    choice = Choice(RedactionState.ACCEPTED, action, reason, replacement)
    return decide_dialogue(vault, meeting_id, entity_id, choice, steps.ALWAYS)


def never_hide(vault: Vault, meeting_id: str, entity_id: str) -> Decision:
    """Shows an entity in every meeting of the dialogue: it is not asked about again. Raises KnownError(NOT_FOUND)."""
    return decide_dialogue(vault, meeting_id, entity_id, Choice(RedactionState.REJECTED), steps.NEVER)


def ask_again(vault: Vault, meeting_id: str, entity_id: str) -> Decision:
    """Forgets what was decided about an entity, and opens its places in this meeting and all later ones.

    Raises KnownError(NOT_FOUND) when it has no place in the meeting.
    """
    return decide_entity(vault, meeting_id, entity_id, Choice(RedactionState.SUGGESTED), steps.FORGOTTEN)


def merge_entities(vault: Vault, meeting_id: str, entity_ids: Collection[str], into: str) -> Decision:
    """Says that entities are one, in all of the dialogue and for whatever is still to come.

    What was decided about that one, or else about the first of the others, counts for all that is undecided. Nothing is
    uncovered by it: where one is hidden and the other shown, hiding counts, and an undecided participant stays so.
    Places that were decided already stay as they were decided. Raises KnownError: BAD_FIELD without another one,
    NOT_FOUND.
    """
    with vault.transaction():
        book = EntityBook(vault, meetings.meeting(vault, meeting_id).dialogue_id)
        target = book.root(into)
        others = list(dict.fromkeys(book.root(one) for one in entity_ids if book.root(one) != target))
        if not others:
            raise KnownError(ErrorCode.BAD_FIELD, field="The thing", detail="it is that one already")
        check_entities(vault, (*others, target))
        before = book.decisions(target)
        after = tuple(replace(one, entity_id=target) for one in _joint(book, (target, *others)))
        found = stored.redactions_of_entities(vault, (*others, target))
        moved = [each for one in others for each in (one, *book.merged_into(one))]
        was_merged = [Link(each, one) for one in others for each in book.merged_into(one)]
        decided = before != after
        return take(
            vault,
            meeting_id,
            ReviewStep(
                steps.MERGED,
                _turns_into(book, found, target, after),
                Side(merges=tuple(was_merged), decided=((target, before),) if decided else ()),
                Side(
                    merges=tuple(Link(one, target) for one in moved),
                    decided=((target, after),) if decided else (),
                ),
                entity_turns(comments.about_entities(vault, moved), target),
            ),
        )


def _joint(book: EntityBook, entity_ids: Collection[str]) -> tuple[EntityDecision, ...]:
    """What counts for entities that become one, of what was decided about each."""
    decided = [book.decisions(one) for one in entity_ids]
    hiding = next((one for one in decided if any(each.hides for each in one)), None)
    if hiding is not None:
        return hiding
    if any(not book.decisions(one) for one in {*book.persons.values()}.intersection(entity_ids)):
        return ()
    return next((one for one in decided if one), ())


def split_entity(vault: Vault, meeting_id: str, redaction_ids: Collection[str]) -> Decision:
    """Gives some places of an entity to an entity of their own, for good: their wordings stay apart from now on.

    Wordings that both go by are decided by nobody but a person. If all places of a participant in the meeting are
    chosen, the participant goes with them. Raises KnownError: NOT_FOUND; BAD_FIELD when the places are of several
    entities.
    """
    with vault.transaction():
        book = EntityBook(vault, meetings.meeting(vault, meeting_id).dialogue_id)
        chosen = [
            one for one in stored.redactions_by_id(vault, redaction_ids) if one.meeting_id == meeting_id
        ]
        if not chosen:
            raise KnownError(ErrorCode.NOT_FOUND, detail="redaction")
        if len({one.entity_id for one in chosen}) > 1:
            raise KnownError(ErrorCode.BAD_FIELD, field="The places", detail="they are of several things")
        return take(vault, meeting_id, _Splitting(vault, book, chosen).step())


class _Splitting:
    """Some places of one entity on their way to an entity of their own."""

    def __init__(self, vault: Vault, book: EntityBook, chosen: Collection[Redaction]) -> None:
        self._vault = vault
        self._book = book
        self._chosen = chosen
        first = next(iter(chosen))
        self._meeting_id = first.meeting_id
        self._old = book.entities[first.entity_id]
        ids = {one.id for one in chosen}
        found = stored.redactions_of_entities(vault, (self._old.id,))
        self._staying = [one for one in found if one.id not in ids]
        self._texts = PlaceTexts(vault)

    def step(self) -> ReviewStep:
        person = self._person()
        wordings = list(dict.fromkeys(map(self._wording, self._chosen)))
        name = self._name(max(wordings, key=len))
        new = Entity(new_id(), self._old.dialogue_id, self._old.category, name, person)
        forms, sources = self._forms(new.id)
        was = [Link(person, self._old.id)] if person is not None else []
        now = [Link(person, new.id)] if person is not None else []
        lost = self._lost_forms({normalise(one.form).strip() for one in forms})
        return ReviewStep(
            steps.SPLIT,
            turns_of(self._chosen, lambda before: replace(before, entity_id=new.id)),
            Side(persons=tuple(was), forms=lost, sources=entity_forms.sources_of(self._vault, _ids(lost))),
            Side(
                entities=(new,),
                splits=(Link(new.id, self._old.id),),
                persons=tuple(now),
                forms=tuple(forms),
                sources=tuple(sources),
            ),
            entity_turns(comments.about_redactions(self._vault, [one.id for one in self._chosen]), new.id),
        )

    def _wording(self, one: Redaction) -> str:
        return self._texts.text(one.meeting_id, one.place)[one.start : one.end].strip()

    def _name(self, wording: str) -> str:
        """The wording, told apart from an entity of that very name."""
        taken = {one.name for one in self._book.entities.values() if one.category is self._old.category}
        name, number = wording, 2
        while name in taken:
            name, number = f"{wording} ({number})", number + 1
        return name

    def _person(self) -> str | None:
        """The participant of the meeting whom all places of the entity in it were thought to be."""
        if any(one.meeting_id == self._meeting_id for one in self._staying):
            return None
        roster = participants.participants(self._vault, self._meeting_id)
        mine = [who.id for who in roster if self._book.persons.get(who.id) == self._old.id]
        return mine[0] if len(mine) == 1 else None

    def _forms(self, entity_id: str) -> tuple[list[EntityForm], list[FormSource]]:
        forms: dict[tuple[str, str], EntityForm] = {}
        sources = []
        for one in self._chosen:
            form = form_of(entity_id, self._wording(one), one.category)
            if form is not None:
                kept = forms.setdefault((form.form, form.match), form)
                sources.append(FormSource(kept.id, one.place.id))
        return list(forms.values()), sources

    def _lost_forms(self, taken: Collection[str]) -> tuple[EntityForm, ...]:
        """The forms that the old entity goes by no longer: no place of it has them."""
        left = {form_key(self._wording(one), one.category) for one in self._staying}
        owned = entity_forms.forms_of(self._vault, (self._old.id, *self._book.merged_into(self._old.id)))
        return tuple(
            one
            for one in owned
            if normalise(one.form).strip() in taken and normalise(one.form).strip() not in left
        )


def _ids(forms: Iterable[EntityForm]) -> list[str]:
    return [one.id for one in forms]


def _turns_into(
    book: EntityBook, found: Iterable[Redaction], target: str, decisions: Collection[EntityDecision]
) -> tuple[Turn, ...]:
    by_meeting: dict[str, list[Redaction]] = {}
    for one in found:
        by_meeting.setdefault(one.meeting_id, []).append(one)
    turns: list[Turn] = []
    for meeting_id, places in by_meeting.items():
        decision = book.decision_of(decisions, meeting_id)
        choice = None if decision is None else choice_of(decision)

        def into(before: Verdict, choice: Choice | None = choice) -> Verdict:
            if choice is not None and before.state is RedactionState.SUGGESTED:
                before = choice.on(before)
            return replace(before, entity_id=target)

        turns += turns_of(places, into)
    return tuple(turns)
