"""The keeper of each kind of matter. None of them may import the history, which asks them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from dialogue_notes.services.comment_keeping import turn_entity, turn_thread
from dialogue_notes.services.entry_keeping import turn_entry
from dialogue_notes.services.parallel.keeping import turn_beside, turn_difference, turn_taken_over
from dialogue_notes.services.reviewing.matters import MatterKeeper, MatterKind, MatterTurn
from dialogue_notes.services.settled_keeping import turn_row
from dialogue_notes.storage.vault import Vault

KEEPERS: Final[Mapping[MatterKind, MatterKeeper]] = {
    MatterKind.COMMENT: turn_thread,
    MatterKind.COMMENT_ENTITY: turn_entity,
    MatterKind.BESIDE: turn_beside,
    MatterKind.DIFFERENCE: turn_difference,
    MatterKind.TAKEN_OVER: turn_taken_over,
    MatterKind.SETTLED_DANGER: turn_row,
    MatterKind.ANSWER: turn_row,
    MatterKind.CONSENT: turn_row,
    MatterKind.ENTRY: turn_entry,
}


def turn_matters(vault: Vault, meeting_id: str, turns: Iterable[MatterTurn]) -> tuple[MatterTurn, ...]:
    """Brings matters to the other side; returns those that were. What is the same on both is none."""
    done = [KEEPERS[one.kind](vault, meeting_id, one) for one in turns if one.before != one.after]
    return tuple(one for one in done if one is not None)
