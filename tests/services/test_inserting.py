"""Lines that are put before an entry: what they take from their neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.rules import set_session_rule
from dialogue_notes.services.recording.types import KeptEntry
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


def keep(room: Room, recorder: Recorder, line: str, before: str | None = None) -> KeptEntry:
    return recorder.keep(room.vault, line, NOW, None, before=before)


def keep_all(room: Room, *lines: str) -> Recorder:
    recorder = room.recorder()
    for line in lines:
        keep(room, recorder, line)
    return recorder


def texts(room: Room) -> list[str]:
    return [entry.text for entry in room.entries()]


def ids(room: Room) -> list[str]:
    return [entry.id for entry in room.entries()]


def test_a_line_is_put_before_an_entry_with_the_speaker_of_that_place(room: Room) -> None:
    recorder = keep_all(room, "hw: one", "-- tense", "pv: two")
    two = ids(room)[2]
    assert keep(room, recorder, "between", two).speaker_after == Speaker(room.people["pv"])
    assert texts(room) == ["one", "tense", "between", "two"]
    between = room.entries()[2]
    assert room.speaker(between) == Speaker(room.people["hw"])
    assert between.spoken_at is None  # nobody knows when
    keep(room, recorder, "+ and more", two)
    keep(room, recorder, "1015: kyc: later", two)
    assert texts(room) == ["one", "tense", "between and more", "later", "two"]
    assert room.entries()[3].spoken_at == NOW.replace(minute=15, hour=10, second=0)
    assert recorder.speaker == Speaker(room.people["pv"])  # who speaks in the room


def test_a_code_alone_names_the_speaker_of_the_next_line_put_there(room: Room) -> None:
    recorder = keep_all(room, "hw: one", "pv: two")
    two = ids(room)[1]
    keep(room, recorder, "dm:", two)
    keep(room, recorder, "between", two)
    assert room.speaker(room.entries()[1]) == Speaker(room.people["dm"])
    keep(room, recorder, "at the end")
    assert room.speaker(room.entries()[3]) == Speaker(room.people["pv"])


def test_a_line_put_between_is_no_looser_than_its_neighbours(room: Room) -> None:
    session = room.sessions[0].id
    set_session_rule(room.vault, session, GroundRule.OFF_RECORD)
    recorder = keep_all(room, "hw: one", "two")
    set_session_rule(room.vault, session, GroundRule.CHATHAM_HOUSE, "the chairs")
    keep(room, recorder, "between", ids(room)[1])
    assert room.entries()[1].rule is GroundRule.OFF_RECORD


def test_lines_put_at_the_beginning_keep_the_order_of_all(room: Room) -> None:
    recorder = keep_all(room, "hw: x")
    for line in ("one", "two", "three"):
        keep(room, recorder, line, ids(room)[-1])
    keep(room, recorder, "hw: zero", ids(room)[0])
    assert texts(room) == ["zero", "one", "two", "three", "x"]
    while recorder.undo(room.vault) is not None:
        pass
    assert texts(room) == []
    while recorder.redo(room.vault) is not None:
        pass
    assert texts(room) == ["zero", "one", "two", "three", "x"]


def test_a_place_in_another_session_takes_no_line(room: Room) -> None:
    keep_all(room, "hw: one")
    with pytest.raises(KnownError) as refused:
        keep(room, room.recorder(1), "hw: two", ids(room)[0])
    assert refused.value.code is ErrorCode.BAD_FIELD
