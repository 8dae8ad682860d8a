"""How a way of speaking that gives its speaker away is described, whatever its language."""

from __future__ import annotations

from dataclasses import dataclass

WAS = "says what the speaker was"
PLACE = "says where the speaker was"
ANSWERS = "says to whom the speaker answers"
SIDE = "says to which side the speaker belongs"
ITSELF = "says for whom the speaker speaks"
TALK = "points back to another talk"
PERHAPS_SIDE = "may say to which side the speaker belongs"

TOLD = 0.7
"""From this score on, it is hidden unless a person objects."""


@dataclass(frozen=True, slots=True)
class Told:
    """A way of speaking: the words it may begin with, in small letters, its expression, what it says, how surely."""

    openings: frozenset[str]
    expression: str
    reason: str
    score: float
