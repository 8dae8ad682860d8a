"""Damage inside a vault: what it touches says so, and everything else of the room works on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import InterventionState
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.services.timeline import timeline
from dialogue_notes.storage import half_typed
from dialogue_notes.storage.half_typed import HalfTyped
from dialogue_notes.storage.verification import verify
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    recorder = made.recorder()
    recorder.keep(made.vault, "hw: first words", NOW, None)
    recorder.edit(made.vault, made.entries()[0].id, "hw: first words, mended")
    yield made
    made.vault.close()


def codes(room: Room) -> list[str]:
    return [problem.code for problem in verify(room.vault)]


@pytest.mark.parametrize("sealed", [bytes(300), bytes(3), b""])
def test_a_damaged_step_is_told_and_the_record_goes_on(room: Room, sealed: bytes) -> None:
    room.vault.database.run("UPDATE undo_step SET sealed = ?", (sealed,))
    assert codes(room) == ["vault_damaged"]
    recorder = room.recorder()
    with pytest.raises(KnownError) as told:
        recorder.undo(room.vault)
    assert told.value.code is ErrorCode.VAULT_DAMAGED
    recorder.keep(room.vault, "hw: more", NOW, None)
    recorder.undo(room.vault)
    assert [entry.text for entry in room.entries()] == ["first words, mended"]
    assert [step.what for step in timeline(room.vault, room.entries()[0].id)] == ["noted", "text"]


def test_an_entry_with_a_damaged_history_can_be_struck(room: Room) -> None:
    room.vault.database.run("UPDATE intervention_event SET sealed = zeroblob(300)")
    assert codes(room) == ["vault_damaged"]
    (entry,) = room.entries()
    with pytest.raises(KnownError) as told:
        timeline(room.vault, entry.id)
    assert told.value.code is ErrorCode.VAULT_DAMAGED
    save_draft(room.vault, room.sessions[0].id, "hw: first words, mended", 3)
    room.recorder().strike(room.vault, [entry.id])
    assert [(one.text, one.state) for one in room.entries()] == [("", InterventionState.STRUCK)]
    assert codes(room) == []
    view = record_view(room.vault, room.sessions[0].id)
    assert view.draft is None or not view.draft.text


def test_words_half_typed_into_a_field_that_is_no_more_harm_nothing(room: Room) -> None:
    half_typed.set_half_typed(room.vault, room.meeting_id, [HalfTyped("no such field", "words", -7)])
    room.vault.database.run("UPDATE draft SET caret = -5")
    assert record_view(room.vault, room.sessions[0].id).rows
    assert half_typed.half_typed(room.vault, room.meeting_id)[0].text == "words"
    assert codes(room) == []
