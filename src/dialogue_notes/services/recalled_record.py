"""A meeting as it is reviewed, read once as long as nothing of it changes: decisions do not change the record."""

from __future__ import annotations

from typing import Final

from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.storage import entities, redactions
from dialogue_notes.storage.memory import Moment
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable

DECISIONS: Final = (
    "redaction", "entity", "entity_decision", "entity_form", "entity_merge", "entity_person", "entity_split",
)  # fmt: skip
"""Tables that tell what was decided; redactions go with their entity."""


def recalled_record(readable: Readable, moment: Moment, meeting_id: str) -> MeetingRecord:
    """The record of a meeting; the very same one while it holds. Raises KnownError(NOT_FOUND)."""
    return moment.recall("record", meeting_id, (), lambda _before: meeting_record(readable, meeting_id))


def recalled_marks(
    readable: Readable, moment: Moment, record: MeetingRecord
) -> tuple[tuple[Entity, ...], tuple[Redaction, ...]]:
    """The entities of the dialogue and what is marked in the meeting."""
    meeting_id = record.meeting.id

    def read(_before: object) -> tuple[tuple[Entity, ...], tuple[Redaction, ...]]:
        return entities.entities(readable, record.dialogue.id), redactions.redactions(readable, meeting_id)

    return moment.recall("marked", meeting_id, DECISIONS, read)
