"""A step of the Review room's history: what an act decided, as it is stored so that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

import msgspec

from dialogue_notes.domain.codes import RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.entities import EntityDecision, EntityForm
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.services.reviewing.matters import MatterTurn
from dialogue_notes.storage.entities import Link
from dialogue_notes.storage.entity_forms import FormSource

ACCEPTED: Final = "accepted"
REJECTED: Final = "rejected"
REOPENED: Final = "reopened"
ALWAYS: Final = "always"
NEVER: Final = "never"
FORGOTTEN: Final = "forgotten"
MERGED: Final = "merged"
SPLIT: Final = "split"
SELECTED: Final = "selected"
SEEN: Final = "seen"
COMMENTED: Final = "commented"
COMMENT_CHANGED: Final = "comment_changed"
COMMENT_REMOVED: Final = "comment_removed"
COMMENT_SETTLED: Final = "comment_settled"
COMMENT_REOPENED: Final = "comment_reopened"
SET_BESIDE: Final = "set_beside"
PUT_AWAY: Final = "put_away"
TAKEN_OVER: Final = "taken_over"
DIFFERENCE_KEPT: Final = "difference_kept"
DIFFERENCE_OPENED: Final = "difference_opened"
DANGER_SETTLED: Final = "danger_settled"
DANGER_REOPENED: Final = "danger_reopened"
ANSWERED: Final = "answered"
CONSENT_NOTED: Final = "consent_noted"
CONSENT_REVOKED: Final = "consent_revoked"
REPORTED: Final = "reported"
READ_BACK: Final = "read_back"
"""Words for what an act did, for the history, the audit log and the screen."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that deciding may change of a redaction."""

    entity_id: str
    action: RedactionAction
    reason: RedactionReason
    state: RedactionState
    replacement: str = field(default="", repr=False)
    stale: bool = False
    fresh: bool = False
    alone: bool = False

    @staticmethod
    def of(one: Redaction) -> Verdict:
        """What is decided about a redaction now."""
        return Verdict(
            one.entity_id, one.action, one.reason, one.state, one.replacement, one.stale, one.fresh, one.alone
        )

    def is_as(self, other: Verdict) -> bool:
        """Whether both decide the same; having been looked at since (`fresh`) is no other decision."""
        return replace(self, fresh=other.fresh) == other

    def on(self, one: Redaction) -> Redaction:
        """The redaction with this verdict, where it lies."""
        return replace(
            one,
            entity_id=self.entity_id,
            action=self.action,
            reason=self.reason,
            state=self.state,
            replacement=self.replacement,
            stale=self.stale,
            fresh=self.fresh,
            alone=self.alone,
        )


@dataclass(frozen=True, slots=True)
class Turn:
    """Redactions (by id) that went from one verdict to another."""

    before: Verdict
    after: Verdict
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A redaction that comes or goes whole. `words` is the digest of what it lies on: it comes back where that stands
    still, and nowhere else.
    """

    redaction: Redaction
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """What is there on one side of a step and not on the other; decisions by entity on both, where they differ."""

    redactions: tuple[Kept, ...] = ()
    entities: tuple[Entity, ...] = ()
    merges: tuple[Link, ...] = ()
    splits: tuple[Link, ...] = ()
    persons: tuple[Link, ...] = ()
    forms: tuple[EntityForm, ...] = ()
    sources: tuple[FormSource, ...] = ()
    decided: tuple[tuple[str, tuple[EntityDecision, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """What an act did; `matters` are what else it turned than redactions and what is known of entities."""

    what: str
    turns: tuple[Turn, ...] = ()
    before: Side = Side()
    after: Side = Side()
    matters: tuple[MatterTurn, ...] = ()

    @property
    def reversed(self) -> ReviewStep:
        """The step that takes this one back."""
        turns = tuple(Turn(one.after, one.before, one.ids) for one in self.turns)
        matters = tuple(one.reversed for one in reversed(self.matters))
        return ReviewStep(self.what, turns, self.after, self.before, matters)


_DECODER: Final = msgspec.json.Decoder(ReviewStep)


def payload_of(step: ReviewStep) -> bytes:
    """The step as bytes."""
    return msgspec.json.encode(step)


def step_of(payload: bytes) -> ReviewStep:
    """The step in bytes of `payload_of`."""
    return _DECODER.decode(payload)


def turns_of(redactions: Iterable[Redaction], decided: Callable[[Verdict], Verdict]) -> tuple[Turn, ...]:
    """The turns that bring redactions to what `decided` makes of them, those alike together; none for no change."""
    groups: dict[tuple[Verdict, Verdict], list[str]] = {}
    for one in redactions:
        before = Verdict.of(one)
        after = decided(before)
        if after != before:
            groups.setdefault((before, after), []).append(one.id)
    return tuple(Turn(before, after, tuple(ids)) for (before, after), ids in groups.items())
