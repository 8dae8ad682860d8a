"""When a session ran, told by its entries."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from dialogue_notes.storage.agenda_times import breaks, last_sync, spans
from tests.services.recording_room import NOW, make_room


def test_a_session_spans_from_its_earliest_entry_to_its_latest_without_corridor_talk(tmp_path: Path) -> None:
    room = make_room(tmp_path / "one.vault")
    recorder = room.recorder()
    for minutes, line in ((5, "hw: said"), (0, "hw: said"), (64, "hw: said"), (90, "~ overheard")):
        recorder.keep(room.vault, line, NOW + timedelta(minutes=minutes), None)
    assert spans(room.vault, room.meeting_id) == {
        room.sessions[0].id: (NOW.replace(microsecond=0), NOW + timedelta(minutes=64))
    }
    room.vault.close()


def test_tags_that_are_no_keys_of_the_room_mean_nothing(tmp_path: Path) -> None:
    room = make_room(tmp_path / "one.vault")
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: said", NOW, None)
    room.vault.database.run("UPDATE intervention SET tags = ?", ('["sync:x", "room:breakfast", "sync:٣"]',))
    assert breaks(room.vault, recorder.session_id) == ()
    assert last_sync(room.vault, recorder.session_id) == 0
    room.vault.close()
