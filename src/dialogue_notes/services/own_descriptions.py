"""The descriptions on a meeting's roster, each with how many people in the room it fits."""

from __future__ import annotations

from dialogue_notes.domain.dangers.descriptors import Descriptions
from dialogue_notes.domain.dangers.own_descriptions import OwnDescription, own_descriptions
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.withholding import finder, hidden_terms
from dialogue_notes.services.reviewing.wordings import described
from dialogue_notes.storage import participants, profiles
from dialogue_notes.storage.record import room_record
from dialogue_notes.storage.vault import Readable


def descriptions_by_person(readable: Readable, meeting_id: str) -> dict[str, tuple[OwnDescription, ...]]:
    """What is to be said of the descriptions of each participant (by id) who has any. Raises KnownError(NOT_FOUND)."""
    if not any(one.descriptors for one in participants.participants(readable, meeting_id)):
        return {}
    record = room_record(readable, meeting_id)
    audiences = profiles.profiles(readable)
    names = finder(hidden_terms(record, Decisions.of(()), {}))
    known = Descriptions(record)
    return {
        one.id: described(record, readable, own_descriptions(one, known, audiences, names))
        for one in record.participants
        if one.descriptors
    }
