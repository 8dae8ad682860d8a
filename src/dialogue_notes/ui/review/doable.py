"""Which keys of the room do anything, for what is chosen: the others are not offered."""

from __future__ import annotations

from dialogue_notes.ui.review.keys import ACTIONS, Deed
from dialogue_notes.ui.review.model import Card

NOTHING: frozenset[Deed] = frozenset()
BY_HAND = frozenset(ACTIONS)
"""What can be done with selected words."""


def doable(card: Card) -> frozenset[Deed]:
    """What can be done with a thing of the list."""
    can = set(Deed)
    if card.places < 2:
        can.discard(Deed.SPLIT)
    if not card.fresh:
        can.discard(Deed.LOOKED_AT)
    if card.undecided == card.places:
        can.discard(Deed.ASK_AGAIN)
    if not card.undecided + card.again:
        can.discard(Deed.BULK)
    return frozenset(can)
