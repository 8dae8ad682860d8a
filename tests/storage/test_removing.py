from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import attributions, interventions
from dialogue_notes.storage.removing import remove_intervention
from tests.services.recording_room import NOW, make_room


def test_a_removed_entry_leaves_no_row_no_speaker_and_no_word_in_the_index(tmp_path: Path) -> None:
    room = make_room(tmp_path / "one.vault")
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: unmistakable", NOW, None)
    recorder.keep(room.vault, "+ words", NOW, None)
    (entry,) = room.entries()
    remove_intervention(room.vault, entry.id)
    assert room.entries() == ()
    assert attributions.speakers(room.vault, room.meeting_id) == {}
    assert interventions.revisions(room.vault, entry.id) == ()
    rows = room.vault.database.query("SELECT rowid FROM search WHERE search MATCH 'unmistakable'", ())
    assert list(rows) == []
    with pytest.raises(KnownError) as refused:
        remove_intervention(room.vault, entry.id)
    assert refused.value.code is ErrorCode.NOT_FOUND
    room.vault.close()
