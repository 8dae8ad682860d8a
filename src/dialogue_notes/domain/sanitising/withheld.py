"""The hidden terms that a finished file must not hold. Raw; the gate gets them as data, a renderer never."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class TermMatch(StrEnum):
    """How a hidden term is looked for.

    FOLDED: anywhere, letter case and hyphens ignored, as whole words (as a substring in scripts without
    spaces). CASED: for short forms and common words ("Green", "An"): whole words in this very case, in
    visible text only.
    """

    FOLDED = "folded"
    CASED = "cased"


@dataclass(frozen=True, slots=True)
class WithheldTerm:
    """One form of a hidden thing; `allowed` is how often it may stand in the visible text by decision."""

    form: str = field(repr=False)
    match: TermMatch
    reason: str
    allowed: int = 0
