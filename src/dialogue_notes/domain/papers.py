"""Papers of a meeting: read-aheads and non-papers that went round."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from dialogue_notes.domain.text import has_no_spaces, is_hangul

_SHORTEST_WORD, _SHORTEST_WORDS, _SHORTEST_UNSPACED = 9, 6, 4
"""Letters of a phrase that is told from ordinary words: one word, several, and one in a script without spaces or in
Hangul, where a sign says more."""


class Custody(StrEnum):
    """Whether those who got a paper may keep it, or it is collected again."""

    KEPT = "kept"
    LENT = "lent"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. Its title never leaves the room by itself.

    `owner_id` is the participant or delegation it comes from, where known; `whose` is what was typed. `handed_out_at`
    and `collected_at` are the clock on the wall. `phrases` are wordings that would give it away.
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
    phrases: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_out(self) -> bool:
        """Whether it still has to be collected."""
        return self.custody is Custody.LENT and self.collected_at is None


def read_phrases(typed: str) -> tuple[str, ...]:
    """The phrases that were typed, one a line, each once; blanks in a row are one."""
    lines = (" ".join(line.split()) for line in typed.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def is_telling(phrase: str) -> bool:
    """Whether a phrase is long enough to be looked for: one short word would be found everywhere."""
    letters = sum(each.isalnum() for each in phrase)
    if has_no_spaces(phrase) or is_hangul(phrase):
        return letters >= _SHORTEST_UNSPACED
    return letters >= (_SHORTEST_WORDS if " " in phrase else _SHORTEST_WORD)
