"""What an act of a review does besides deciding on redactions and entities: comments, other records, and their like.

A matter is one thing that a person said, by its kind and key, and stands or is not there; its state is bytes that only
its keeper reads. A step tells the state before and after; a keeper brings the matter from one to the other, so that
whatever is kept so is undone and done again in one order with every decision.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from dialogue_notes.storage.vault import Vault


class MatterKind(StrEnum):
    """Who keeps a matter; see `matter_keepers`."""

    COMMENT = "comment"
    COMMENT_ENTITY = "comment_entity"
    BESIDE = "beside"
    DIFFERENCE = "difference"
    TAKEN_OVER = "taken_over"
    SETTLED_DANGER = "settled_danger"
    ANSWER = "answer"
    CONSENT = "consent"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class MatterTurn:
    """A matter on its way from one state to another; None where it is not there.

    `places` are the ids of the texts whose words the states may hold: a strike of one of them drops the step. What may
    tell who spoke is in a state only as it is stored, sealed under the meeting's key.
    """

    kind: MatterKind
    key: str
    before: bytes | None = field(repr=False)
    after: bytes | None = field(repr=False)
    places: tuple[str, ...] = ()

    @property
    def reversed(self) -> MatterTurn:
        """The way back."""
        return replace(self, before=self.after, after=self.before)


MatterKeeper = Callable[[Vault, str, MatterTurn], MatterTurn | None]
"""Brings a matter of a meeting (by id) to `after`, inside a transaction, and opens a reviewed meeting where that opens
something. Returns the turn as it was done, for the step to keep; None, having changed nothing, where the matter does
not stand as `before` (something else changed it since), or where `after` can be no more. What is so already counts as
done. May raise KnownError for what must not be (LEGAL_HOLD): then nothing of the step is done, and it stays.
"""
