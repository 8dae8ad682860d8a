"""How long a gap lasted: known once something stands after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue_notes.domain.codes import Kind
from dialogue_notes.services.recording.view import RecordRow

_LONGEST = 12 * 60
"""Minutes. What lies further apart was typed on another day, or at a time that somebody stated."""


def measured(rows: Sequence[RecordRow], place: int) -> RecordRow:
    """The row at `place`; a gap with the minutes until the entry after it, as far as both say when they were."""
    row = rows[place]
    if row.intervention.kind is not Kind.GAP:
        return row
    begun = row.intervention.spoken_at
    after = rows[place + 1].intervention.spoken_at if place + 1 < len(rows) else None
    minutes = int((after - begun).total_seconds()) // 60 if begun is not None and after is not None else 0
    return replace(row, missed=f"{minutes} min" if 0 < minutes < _LONGEST else "")


def with_gaps(rows: Sequence[RecordRow]) -> Iterator[RecordRow]:
    """All rows, their gaps measured."""
    for place, row in enumerate(rows):
        yield measured(rows, place) if row.intervention.kind is Kind.GAP else row
