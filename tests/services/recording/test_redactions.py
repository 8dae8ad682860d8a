from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import (
    Category,
    GroundRule,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.domain.redaction import Entity, Place, PlaceKind, Redaction
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import KeptEntry
from dialogue_notes.storage import entities, meetings, redactions
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


def keep(room: Room, recorder: Recorder, line: str, rule: GroundRule | None = None) -> KeptEntry:
    return recorder.keep(room.vault, line, NOW, rule)


def test_redactions_follow_edits_mends_and_undoing(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: Ivanov said no")
    (entry,) = room.entries()
    redaction = redact(room, entry.id, 0, 6)
    recorder.edit(room.vault, entry.id, "hw: Then Ivanov said no")
    keep(room, recorder, "s/Then/And then/")
    assert placed(room) == (9, 15, False)
    keep(room, recorder, "s/Ivanov/Ivan/")
    assert placed(room) == (9, 13, True)
    recorder.undo(room.vault)
    assert placed(room)[2]
    while recorder.undo(room.vault) is not None:
        pass
    assert redactions.redactions(room.vault, room.meeting_id) == ()
    assert redaction.id


def redact(room: Room, entry_id: str, start: int, end: int) -> Redaction:
    dialogue = meetings.meeting(room.vault, room.meeting_id).dialogue_id
    entity = Entity("e1", dialogue, Category.PERSON, "Ivanov")
    entities.add_entity(room.vault, entity)
    made = Redaction(
        "r1",
        room.meeting_id,
        Place(PlaceKind.INTERVENTION, entry_id),
        start,
        end,
        entity.id,
        Category.PERSON,
        RedactionAction.PSEUDONYMISE,
        RedactionReason.THIRD_PERSON_IDENTITY,
        RedactionState.ACCEPTED,
    )
    redactions.add_redactions(room.vault, [made])
    return made


def placed(room: Room) -> tuple[int, int, bool]:
    (found,) = redactions.redactions(room.vault, room.meeting_id)
    return found.start, found.end, found.stale
