from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.record import Intervention
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.meetings import close_meeting
from dialogue_notes.services.recording.recorder import Recorder
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "room.vault")
    yield made
    made.vault.close()


def keep(recorder: Recorder, room: Room, *lines: str) -> None:
    for line in lines:
        recorder.keep(room.vault, line, NOW, None)


def interpreted(entries: tuple[Intervention, ...]) -> list[bool]:
    return [entry.interpreted for entry in entries]


def test_whoever_spoke_through_an_interpreter_goes_on_doing_so(room: Room) -> None:
    recorder = room.recorder()
    keep(
        recorder,
        room,
        "kyc: one %interpreted",
        "hw: two",
        "kyc: three",
        "four",
        "-- he waits",
        '" five',
        "hw: six",
    )
    assert interpreted(room.entries()) == [True, False, True, True, False, True, False]
    assert recorder.interpreting.people == {room.people["kyc"]}


def test_the_key_takes_it_off_the_last_entry_and_the_next_are_spoken_directly(room: Room) -> None:
    recorder = room.recorder()
    keep(recorder, room, "kyc: one %interpreted", "two")
    recorder.toggle_interpreted(room.vault, ())
    keep(recorder, room, "three")
    assert interpreted(room.entries()) == [True, False, False]
    recorder.toggle_interpreted(room.vault, ())
    keep(recorder, room, "four")
    assert interpreted(room.entries()) == [True, False, True, True]


def test_what_is_said_of_the_speaker_holds_for_what_follows(room: Room) -> None:
    recorder = room.recorder()
    keep(recorder, room, "kyc: one %interpreted")
    recorder.interpreting.tell(room.people["kyc"], is_on=False)
    keep(recorder, room, "two", "three")
    assert interpreted(room.entries()) == [True, False, False]


def test_an_older_entry_that_is_marked_says_nothing_about_what_follows(room: Room) -> None:
    recorder = room.recorder()
    keep(recorder, room, "kyc: one", "two")
    recorder.toggle_interpreted(room.vault, [room.entries()[0].id])
    keep(recorder, room, "three")
    assert interpreted(room.entries()) == [True, False, False]


def test_undoing_takes_it_back_for_what_follows_too(room: Room) -> None:
    recorder = room.recorder()
    keep(recorder, room, "kyc: one", "two %interpreted")
    assert recorder.undo(room.vault) is not None
    keep(recorder, room, "three")
    assert interpreted(room.entries()) == [False, False]
    recorder.toggle_interpreted(room.vault, ())
    recorder.undo(room.vault)
    keep(recorder, room, "four")
    assert interpreted(room.entries()) == [False, False, False]
    recorder.undo(room.vault)
    recorder.redo(room.vault)
    assert recorder.interpreting.people == frozenset()


def test_an_entry_given_to_another_speaker_takes_it_along(room: Room) -> None:
    recorder = room.recorder()
    keep(recorder, room, "kyc: one", "two %interpreted")
    recorder.edit(room.vault, room.entries()[1].id, "hw: two %interpreted")
    assert recorder.interpreting.people == {room.people["hw"]}


def test_it_is_known_again_from_the_record(room: Room) -> None:
    keep(room.recorder(), room, "kyc: one %interpreted", "hw: two")
    later = room.recorder()
    assert later.interpreting.people == {room.people["kyc"]}
    keep(later, room, "kyc: three")
    assert interpreted(room.entries()) == [True, False, True]


def test_several_entries_are_marked_together_and_all_of_them_unmarked(room: Room) -> None:
    recorder = room.recorder()
    keep(recorder, room, "kyc: one %interpreted", "hw: two", "pv: three")
    ids = [entry.id for entry in room.entries()]
    recorder.toggle_interpreted(room.vault, ids)
    assert interpreted(room.entries()) == [True, True, True]
    recorder.toggle_interpreted(room.vault, ids)
    assert interpreted(room.entries()) == [False, False, False]


def test_without_an_entry_nothing_is_marked_and_in_a_closed_meeting_neither(room: Room) -> None:
    recorder = room.recorder()
    assert recorder.toggle_interpreted(room.vault, ()) is None
    keep(recorder, room, "kyc: one")
    close_meeting(room.vault, room.meeting_id)
    with pytest.raises(KnownError) as refused:
        recorder.toggle_interpreted(room.vault, ())
    assert refused.value.code is ErrorCode.MEETING_CLOSED
