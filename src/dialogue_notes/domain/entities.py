"""What is learned about entities for a whole dialogue: their wordings, and what was decided about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as day

from dialogue_notes.domain.codes import RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.record import Meeting
from dialogue_notes.domain.sanitising.withheld import TermMatch


@dataclass(frozen=True, slots=True)
class EntityForm:
    """A wording of an entity and how it is looked for."""

    id: str
    entity_id: str
    form: str = field(repr=False)
    match: TermMatch


@dataclass(frozen=True, slots=True)
class EntityDecision:
    """What was decided about an entity: from a meeting on, or in all of the dialogue when `meeting_id` is None.

    `action`, `reason` and `replacement` count for `accepted` only.
    """

    entity_id: str
    meeting_id: str | None
    state: RedactionState
    action: RedactionAction = RedactionAction.PSEUDONYMISE
    reason: RedactionReason = RedactionReason.OTHER
    replacement: str = field(default="", repr=False)

    @property
    def is_always(self) -> bool:
        """Whether the entity is always hidden in this dialogue."""
        return self.meeting_id is None and self.state is RedactionState.ACCEPTED

    @property
    def is_never(self) -> bool:
        """Whether the entity is never hidden in this dialogue."""
        return self.meeting_id is None and self.state is RedactionState.REJECTED

    @property
    def hides(self) -> bool:
        """Whether its mentions are hidden."""
        return self.state is RedactionState.ACCEPTED


def decision_for(
    decisions: Iterable[EntityDecision], meeting_id: str, order: Sequence[str] | Mapping[str, int]
) -> EntityDecision | None:
    """What holds in a meeting of all that was decided about one entity; None when nothing does.

    `order` is that of the dialogue's meetings (or each one's place in it). What was decided in the latest meeting
    that is not after this one holds; before any, what was decided for all of the dialogue.
    """
    places = order if isinstance(order, Mapping) else {one: number for number, one in enumerate(order)}
    here = places.get(meeting_id, len(places))
    best: EntityDecision | None = None
    best_place = -2
    for one in decisions:
        place = -1 if one.meeting_id is None else places.get(one.meeting_id, len(places))
        if best_place < place <= here:
            best, best_place = one, place
    return best


def meeting_order(meetings: Iterable[Meeting]) -> tuple[str, ...]:
    """The ids of a dialogue's meetings by date, those of one day by id; those without a date come last."""
    ordered = sorted(meetings, key=lambda one: (one.date is None, one.date or day.min, one.id))
    return tuple(one.id for one in ordered)
