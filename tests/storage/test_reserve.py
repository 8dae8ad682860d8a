from __future__ import annotations

from pathlib import Path

from dialogue_notes.storage.reserve import RESERVE_BYTES, RESERVE_FILE, set_aside, spend


def test_room_is_kept_once_and_given_up_once(tmp_path: Path) -> None:
    assert not spend(tmp_path)
    set_aside(tmp_path)
    first = (tmp_path / RESERVE_FILE).read_bytes()
    assert len(first) == RESERVE_BYTES
    set_aside(tmp_path)
    assert (tmp_path / RESERVE_FILE).read_bytes() == first
    assert spend(tmp_path)
    assert not spend(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_there_is_no_reserve_and_no_error(tmp_path: Path) -> None:
    set_aside(tmp_path / "nowhere")
    assert not spend(tmp_path / "nowhere")
