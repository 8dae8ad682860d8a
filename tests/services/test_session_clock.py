"""A whole evening typed from paper: no clock runs, and times are those that the lines say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import Kind
from dialogue_notes.services import meetings as services
from dialogue_notes.services import sessions
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.room_notes import sync_note
from dialogue_notes.storage import meetings
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


def on_paper(room: Room, *lines: str, now: datetime = NOW) -> Recorder:
    recorder = room.recorder()
    recorder.set_clock(room.vault, has_clock=False)
    for line in lines:
        recorder.keep(room.vault, line, now, None)
    return recorder


def times(room: Room) -> list[str]:
    return [f"{each.spoken_at:%d %H:%M}" if each.spoken_at else "" for each in room.entries()]


def test_only_a_stated_time_is_known(room: Room) -> None:
    on_paper(room, "1105: hw: one", "two", "..", "1120: three", "four")
    assert times(room) == ["02 11:05", "", "", "02 11:20", ""]
    assert room.entries()[2].kind is Kind.GAP


def test_the_evening_goes_on_past_midnight_and_back(room: Room) -> None:
    on_paper(room, "2330: hw: one", "two", "0015: three", "2350: four", "0030: five")
    assert times(room) == ["02 23:30", "", "03 00:15", "02 23:50", "03 00:30"]


def test_a_day_that_nobody_said_is_the_meetings(room: Room) -> None:
    meeting = meetings.meeting(room.vault, room.meeting_id)
    services.change_meeting(room.vault, replace(meeting, date=date(2026, 2, 27), end_date=date(2026, 2, 28)))
    recorder = on_paper(room, "1105: hw: one", now=NOW)
    assert times(room) == ["27 11:05"]
    recorder.undo(room.vault)
    recorder.keep(room.vault, "1105: hw: one", datetime.fromisoformat("2026-02-28T23:00:00"), None)
    assert times(room) == ["28 11:05"]


def test_an_edit_gives_a_time_to_an_entry_that_had_none(room: Room) -> None:
    recorder = on_paper(room, "1105: hw: one", "two", "three")
    second = room.entries()[1].id
    recorder.edit(room.vault, second, "1110: hw: two")
    assert times(room) == ["02 11:05", "02 11:10", ""]
    recorder.edit(room.vault, second, "1112: hw: two")
    recorder.undo(room.vault)
    recorder.undo(room.vault)
    assert times(room) == ["02 11:05", "", ""]


def test_switching_is_undone_like_any_act_and_leaves_times_alone(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: with a clock", NOW, None)
    assert recorder.set_clock(room.vault, has_clock=True) is None
    recorder.set_clock(room.vault, has_clock=False)
    assert not meetings.session(room.vault, room.sessions[0].id).has_clock
    assert times(room) == ["02 10:31"]
    recorder.undo(room.vault)
    assert meetings.session(room.vault, room.sessions[0].id).has_clock
    recorder.redo(room.vault)
    assert not meetings.session(room.vault, room.sessions[0].id).has_clock
    assert [each.text for each in room.entries()] == ["with a clock"]


def test_no_session_begins_by_what_was_copied_from_paper(room: Room) -> None:
    on_paper(room, "1105: hw: one")
    assert meetings.session(room.vault, room.sessions[0].id).began_at is None


def began_at(room: Room) -> datetime | None:
    return meetings.session(room.vault, room.sessions[0].id).began_at


def test_a_session_has_not_begun_when_what_began_it_is_taken_back(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: one", NOW, None)
    recorder.keep(room.vault, "two", NOW + timedelta(minutes=1), None)
    recorder.undo(room.vault)
    assert began_at(room) == NOW
    recorder.undo(room.vault)
    assert began_at(room) is None
    recorder.redo(room.vault)
    assert began_at(room) == NOW


def test_a_beginning_that_was_stated_or_that_another_entry_shares_stays(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: one", NOW, None)
    recorder.keep(room.vault, "two", NOW, None)
    recorder.undo(room.vault)
    assert began_at(room) == NOW
    stated = NOW - timedelta(minutes=5)
    sessions.begin_session(room.vault, room.sessions[0].id, stated)
    recorder.undo(room.vault)
    assert began_at(room) == stated


def test_what_a_key_of_the_room_notes_begins_no_session_when_it_is_done_again(room: Room) -> None:
    recorder = room.recorder()
    recorder.note(room.vault, sync_note(room.vault, room.sessions[0].id, NOW))
    recorder.undo(room.vault)
    recorder.redo(room.vault)
    assert began_at(room) is None
