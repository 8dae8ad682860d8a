"""What deciding means: on single places, and on an entity in this meeting, in later ones, or in all of the dialogue."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from dialogue_notes.domain.codes import RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.entities import EntityDecision
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entities.book import EntityBook
from dialogue_notes.services.reviewing.descriptors import refuse_names
from dialogue_notes.services.reviewing.history import take
from dialogue_notes.services.reviewing.steps import ReviewStep, Side, Verdict, turns_of
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage import entities, meetings
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.vault import Vault

NEED_WORDS = frozenset({RedactionAction.GENERALISE, RedactionAction.RECAST})
"""Actions that put words of the reviewer's own in the place of what is hidden."""

HERE_ONLY = frozenset({RedactionAction.RECAST, RedactionAction.WITHHOLD_ENTRY})
"""What is done to a passage or an entry is done there and not wherever the same words stand, nor in other meetings."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose to do: `accepted` with an action, a reason and, for some actions, words; or `rejected`; or
    `suggested`, to be asked again.
    """

    state: RedactionState
    action: RedactionAction = RedactionAction.PSEUDONYMISE
    reason: RedactionReason = RedactionReason.OTHER
    replacement: str = field(default="", repr=False)

    def on(self, before: Verdict, *, alone: bool = False, fresh: bool = False) -> Verdict:
        """The verdict that this choice makes of another one; not hiding leaves what would have been done."""
        after = replace(before, state=self.state, stale=False, fresh=fresh, alone=alone)
        if self.state is not RedactionState.ACCEPTED:
            return after
        words = self.replacement if self.action in NEED_WORDS else ""
        return replace(after, action=self.action, reason=self.reason, replacement=words)

    def check(self) -> None:
        """Raises KnownError(BAD_FIELD) when the words are missing that take the place of what is hidden."""
        needs_words = self.state is RedactionState.ACCEPTED and self.action in NEED_WORDS
        if needs_words and not self.replacement.strip():
            raise KnownError(
                ErrorCode.BAD_FIELD, field="In these words", detail="Say what stands in its place."
            )


@dataclass(frozen=True, slots=True)
class _Scope:
    """An entity with all its places, the meetings that a decision on it reaches, and what was and is decided."""

    root: str
    found: tuple[Redaction, ...]
    reach: tuple[str, ...]
    before: tuple[EntityDecision, ...]
    after: tuple[EntityDecision, ...]


def check_choice(vault: Vault, meeting_id: str, choice: Choice) -> None:
    """Raises KnownError(BAD_FIELD) when words are missing that take the place of what is hidden, or hold a name."""
    choice.check()
    if choice.state is RedactionState.ACCEPTED and choice.action in NEED_WORDS:
        refuse_names(vault, meeting_id, choice.replacement)


def decide_places(
    vault: Vault, meeting_id: str, ids: Collection[str], choice: Choice, what: str, *, alone: bool
) -> Decision:
    """Decides on single places of a meeting.

    `alone` places keep their decision when their entity is decided from another meeting. Raises KnownError:
    BAD_FIELD without the words that the action needs; NOT_FOUND when none of them is in the meeting.
    """
    check_choice(vault, meeting_id, choice)
    with vault.transaction():
        meant = [one for one in stored.redactions_by_id(vault, ids) if one.meeting_id == meeting_id]
        if not meant:
            raise KnownError(ErrorCode.NOT_FOUND, detail="redaction")
        is_alone = alone and choice.state is not RedactionState.SUGGESTED
        turns = turns_of(meant, lambda before: choice.on(before, alone=is_alone))
        return take(vault, meeting_id, ReviewStep(what, turns))


def decide_entity(vault: Vault, meeting_id: str, entity_id: str, choice: Choice, what: str) -> Decision:
    """Decides on an entity in a meeting and all later ones of the dialogue, at once and for what is still to come.

    In other meetings a place that was decided on alone stays as it is. What is done to a passage (recast, withheld
    entry) is done in this meeting only. Raises KnownError: BAD_FIELD; NOT_FOUND when it has no place in the meeting.
    """
    check_choice(vault, meeting_id, choice)
    with vault.transaction():
        book = EntityBook(vault, meetings.meeting(vault, meeting_id).dialogue_id)
        root = book.root(entity_id)
        found = stored.redactions_of_entities(vault, (root,))
        if not any(one.meeting_id == meeting_id for one in found):
            raise KnownError(ErrorCode.NOT_FOUND, detail="redaction")
        is_here_only = choice.state is RedactionState.ACCEPTED and choice.action in HERE_ONLY
        reach = (meeting_id,) if is_here_only else book.from_on(meeting_id)
        before = book.decisions(root)
        after = before
        if choice.state is RedactionState.SUGGESTED:
            after = ()
        elif not is_here_only:
            after = (
                *(one for one in before if one.meeting_id is None or one.meeting_id not in reach),
                _decision(root, meeting_id, choice),
            )
        return _take(vault, meeting_id, _Scope(root, found, reach, before, after), choice, what)


def decide_dialogue(vault: Vault, meeting_id: str, entity_id: str, choice: Choice, what: str) -> Decision:
    """Decides on an entity in every meeting of the dialogue, those to come too.

    Raises KnownError: BAD_FIELD for an action on passages or entries, and without words that are needed; NOT_FOUND.
    """
    check_choice(vault, meeting_id, choice)
    if choice.state is RedactionState.ACCEPTED and choice.action in HERE_ONLY:
        raise KnownError(
            ErrorCode.BAD_FIELD, field="What is done", detail="it can be done to single places only"
        )
    with vault.transaction():
        book = EntityBook(vault, meetings.meeting(vault, meeting_id).dialogue_id)
        root = book.root(entity_id)
        if root not in book.entities:
            raise KnownError(ErrorCode.NOT_FOUND, detail="entity")
        found = stored.redactions_of_entities(vault, (root,))
        after = (_decision(root, None, choice),)
        scope = _Scope(root, found, book.order, book.decisions(root), after)
        return _take(vault, meeting_id, scope, choice, what)


def _take(vault: Vault, meeting_id: str, scope: _Scope, choice: Choice, what: str) -> Decision:
    there = set(scope.reach) - {meeting_id}
    here = [one for one in scope.found if one.meeting_id == meeting_id]
    elsewhere = [one for one in scope.found if one.meeting_id in there and not one.alone]
    turns = (
        *turns_of(here, choice.on),
        *turns_of(elsewhere, lambda before: choice.on(before, fresh=_is_news(before, choice))),
    )
    if scope.before == scope.after:
        return take(vault, meeting_id, ReviewStep(what, turns))
    before, after = (Side(decided=((scope.root, each),)) for each in (scope.before, scope.after))
    return take(vault, meeting_id, ReviewStep(what, turns, before, after))


def _is_news(before: Verdict, choice: Choice) -> bool:
    """Whether somebody decided otherwise in that other meeting, and should see that it is so no longer."""
    return before.state is not RedactionState.SUGGESTED and choice.state is not before.state


def _decision(entity_id: str, meeting_id: str | None, choice: Choice) -> EntityDecision:
    words = choice.replacement if choice.action in NEED_WORDS else ""
    return EntityDecision(entity_id, meeting_id, choice.state, choice.action, choice.reason, words)


def choice_of(decision: EntityDecision) -> Choice:
    """What was decided about an entity, as a choice."""
    return Choice(decision.state, decision.action, decision.reason, decision.replacement)


def check_entities(vault: Vault, ids: Collection[str]) -> None:
    """Raises KnownError(NOT_FOUND) when one of some entities is there no more."""
    if entities.known_entities(vault, ids) != frozenset(ids):
        raise KnownError(ErrorCode.NOT_FOUND, detail="entity")
