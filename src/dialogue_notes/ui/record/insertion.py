"""What the meaning of a line depends on while it is to stand before an entry, and not at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.parse import SPOKEN
from dialogue_notes.domain.typing_line.typed import NOBODY, LineContext
from dialogue_notes.services.recording.view import RecordRow


def context_before(
    context: LineContext, rows: Sequence[RecordRow], entry_id: str, named: Speaker | None
) -> LineContext:
    """The context at the place before an entry: `named` speaks on there, else whoever spoke last before it."""
    place = next((number for number, row in enumerate(rows) if row.id == entry_id), None)
    if place is None:
        return context
    before = rows[place - 1] if place else None
    previous = before.intervention.text if before is not None and not before.is_struck else None
    return replace(context, speaker=named or _spoke_before(rows, place), previous=previous)


def _spoke_before(rows: Sequence[RecordRow], place: int) -> Speaker:
    """Of the entries before a place, the speaker of the last that was said in the room."""
    spoken = (rows[number] for number in range(place - 1, -1, -1) if rows[number].intervention.kind in SPOKEN)
    return next((row.speaker for row in spoken), NOBODY)
