"""Meetings as each audience would see them, for tests of dangers."""

from __future__ import annotations

from dialogue_notes.domain.codes import (
    Category,
)
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting, see_meeting
from dialogue_notes.domain.profiles import STANDARD_PROFILES
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, Redaction


def see(
    made: MeetingRecord,
    *redactions: Redaction,
    entities: tuple[Entity, ...] = (),
    picked: tuple[str, ...] = (),
) -> SeenMeeting:
    return see_meeting(made, entities, redactions, STANDARD_PROFILES, picked)


def thing(entity_id: str, category: Category, name: str = "x", participant: str | None = None) -> Entity:
    return Entity(entity_id, "dialogue", category, name, participant)
