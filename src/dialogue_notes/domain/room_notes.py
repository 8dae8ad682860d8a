"""Entries that the room's own keys put into the record: breaks, comings and goings, papers, sync marks.

They are procedure, told from what was typed by a tag that nobody can type, and never drafted by themselves: they
name people and papers.
"""

from __future__ import annotations

from typing import Final

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import Intervention

BREAK_BEGINS = "room:break"
BREAK_ENDS = "room:break_ends"
ATTENDANCE = "room:attendance"
PAPER = "room:paper"
SYNC = "sync:"
"""Followed by the number of the mark: two rapporteurs give the same signal the same number."""
HANDS_OFF = "room:hands_off:"
"""Followed by the ground rule that held when hands were taken off; on the gap that marks it."""

_OWN: Final = ("room:", SYNC)
_TAGS = frozenset({BREAK_BEGINS, BREAK_ENDS, ATTENDANCE, PAPER})
BETWEEN_SESSIONS = frozenset({Kind.ASIDE, Kind.OBSERVATION})
"""What is noted in the corridor: it begins no session, and one that has ended still takes it."""


def is_room_note(intervention: Intervention) -> bool:
    """Whether a key of the room made this entry, and nobody has made another kind of it since."""
    return intervention.kind is Kind.PROCEDURE and any(
        tag in _TAGS or tag.startswith(SYNC) for tag in intervention.tags
    )


def is_own_tag(tag: str) -> bool:
    """Whether only the room's own keys give such a tag, so that none may come from outside."""
    return tag.startswith(_OWN)


def sync_number(tags: tuple[str, ...]) -> int | None:
    """The number of a sync mark; None for an entry that is none."""
    for tag in tags:
        digits = tag.removeprefix(SYNC)
        if digits != tag and digits.isascii() and digits.isdigit():
            return int(digits)
    return None
