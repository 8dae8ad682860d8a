"""Audiences: what each may see, and how coarse a description must be for it."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_notes.domain.codes import Attribution


@dataclass(frozen=True, slots=True)
class Profile:
    """A named audience.

    `attribution` is the finest it may see where the ground rule allows as much; `k` is how many people in the
    room a description must fit; `restricted` lets in what was said off the record, unattributed.
    """

    name: str
    title: str
    restricted: bool
    attribution: Attribution
    k: int
    marking: str


INSIDE = Profile(
    "inside", "Inside", restricted=True, attribution=Attribution.NAME, k=2, marking="For the file only"
)
PRINCIPALS = Profile(
    "principals",
    "Principals",
    restricted=True,
    attribution=Attribution.ONE_SIDE,
    k=3,
    marking="For the recipient only",
)
WIDE = Profile(
    "wide", "Wide", restricted=False, attribution=Attribution.VOICES, k=5, marking="For wider circulation"
)

STANDARD_PROFILES = (INSIDE, PRINCIPALS, WIDE)
"""Profiles of a new vault (design 1)."""
