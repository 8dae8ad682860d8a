"""What the rules of one script say about one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """Why a place is taken for a name."""

    TITLED = "a title beside a name that is not on the roster"
    PATRONYMIC = "written like a name with a patronymic"
    FULL = "written like a given and a family name"
    FAMILY = "written like a family name"
    SPEAKS = "written like a name before a word for speaking"
    PARTICLE = "written like a name before a particle"


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at `start:end` (code points); hidden unless a person objects only where a title stands beside it.

    `family` and `given` tell people apart; `given` is empty where only the family name stands. `is_telling`: whether
    the family name alone tells who is meant, as it does not where a few are borne by most.
    """

    start: int
    end: int
    family: str = field(repr=False)
    given: str = field(repr=False)
    reason: Reason
    is_telling: bool = True

    @property
    def is_sure(self) -> bool:
        return self.reason is Reason.TITLED
