"""Papers of a meeting: read-aheads and non-papers that went round."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Custody(StrEnum):
    """Whether those who got a paper may keep it, or it is collected again."""

    KEPT = "kept"
    LENT = "lent"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. Its title never leaves the room by itself.

    `owner_id` is the participant or delegation it comes from, where known; `whose` is what was typed. `handed_out_at`
    and `collected_at` are the clock on the wall.
    """

    id: str
    meeting_id: str
    session_id: str | None
    title: str = field(repr=False)
    whose: str = field(default="", repr=False)
    owner_id: str | None = None
    handed_out_at: datetime | None = None
    custody: Custody = Custody.KEPT
    citable: bool = False
    entry_id: str | None = None
    collected_at: datetime | None = None
    collected_entry_id: str | None = None

    @property
    def is_out(self) -> bool:
        """Whether it still has to be collected."""
        return self.custody is Custody.LENT and self.collected_at is None
