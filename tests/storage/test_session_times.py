from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from dialogue_notes.storage.session_times import durations
from tests.services.recording_room import NOW, make_room


def test_a_session_lasts_from_its_earliest_entry_to_its_latest(tmp_path: Path) -> None:
    room = make_room(tmp_path / "one.vault")
    recorder = room.recorder()
    for minutes in (5, 0, 64):
        recorder.keep(room.vault, "hw: said", NOW + timedelta(minutes=minutes), None)
    assert durations(room.vault, room.meeting_id) == {room.sessions[0].id: timedelta(minutes=64)}
    room.vault.close()
