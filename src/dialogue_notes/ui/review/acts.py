"""One act of a review as the screen knows it: what it changes, shown before it is written, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogue_notes.domain.codes import RedactionAction, RedactionState
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.domain.spans import Span
from dialogue_notes.services.reviewing.selection import Selection, Wish

DONE = {
    RedactionAction.PSEUDONYMISE: "Under a pseudonym in {}.",
    RedactionAction.GENERALISE: "In general words in {}.",
    RedactionAction.REMOVE: "Removed in {}.",
    RedactionAction.RECAST: "Recast in {}.",
    RedactionAction.WITHHOLD_ENTRY: "Withheld: the entries of {}.",
}
_AHEAD = "ahead"
"""The id of what is shown before it has one."""


@dataclass(frozen=True, slots=True)
class Act:
    """What one act changes on the board, so that it can be shown before it is written, and taken back likewise.

    `is_sketch`: what it makes has other ids once it is written, and is read again then.
    """

    before: tuple[Redaction, ...] = field(default=(), repr=False)
    after: tuple[Redaction, ...] = field(default=(), repr=False)
    step_id: int = 0
    is_sketch: bool = False


def by_hand(meeting_id: str, here: Iterable[Redaction], selection: Selection, wish: Wish) -> Act:
    """What hiding selected words does to the marks of their text, `here`: what was proposed within goes."""
    span = Span(selection.start, selection.end)
    inside = tuple(
        one
        for one in here
        if one.state is RedactionState.SUGGESTED and span.start <= one.start and one.end <= span.end
    )
    made = Redaction(
        id=_AHEAD,
        meeting_id=meeting_id,
        place=selection.place,
        start=selection.start,
        end=selection.end,
        entity_id="",
        category=wish.category,
        action=wish.action,
        reason=wish.reason,
        state=RedactionState.ACCEPTED,
        replacement=wish.replacement,
    )
    return Act(inside, (made,), is_sketch=True)


def waits(one: Redaction) -> bool:
    """Whether somebody has to decide on it, for the first time or again."""
    return one.state is RedactionState.SUGGESTED or one.stale
