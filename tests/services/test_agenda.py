"""When sessions began and ended, breaks, sync marks, and corridor talk that disturbs none of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import GroundRule, Kind
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import sessions
from dialogue_notes.services.agenda import agenda
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.services.room_notes import Note, break_note, sync_note
from dialogue_notes.storage import agenda_times, meetings
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path / "Lakeside.vault")


def at(clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return NOW.replace(hour=hour, minute=minute, second=0)


def began(room: Room, number: int = 0) -> datetime | None:
    return meetings.session(room.vault, room.sessions[number].id).began_at


def pause(room: Room, recorder: Recorder, when: str) -> None:
    recorder.note(room.vault, break_note(room.vault, recorder.session_id, at(when)))


def test_a_session_begins_with_its_first_words_and_not_with_corridor_talk(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "~ kyc: coffee talk", at("8:50"), None)
    recorder.keep(room.vault, "-- they look tired", at("8:55"), None)
    recorder.note(room.vault, Note("Petra Vance arrives", at("8:57")))
    assert began(room) is None
    recorder.keep(room.vault, "hw: good morning", at("9:04"), None)
    recorder.keep(room.vault, "and welcome", at("9:05"), None)
    assert began(room) == at("9:04")
    assert agenda_times.spans(room.vault, room.meeting_id) == {room.sessions[0].id: (at("8:57"), at("9:05"))}


def test_a_session_typed_from_paper_has_no_beginning(room: Room) -> None:
    meetings.update_session(room.vault, replace(room.sessions[0], has_clock=False))
    room.recorder().keep(room.vault, "hw: good morning", at("21:04"), None)
    assert began(room) is None


def test_it_can_be_begun_by_hand(room: Room) -> None:
    sessions.begin_session(room.vault, room.sessions[0].id, at("9:00"))
    room.recorder().keep(room.vault, "hw: good morning", at("9:04"), None)
    assert began(room) == at("9:00")


def test_an_ended_session_takes_corridor_talk_and_mending_only(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: we agree", at("9:04"), None)
    sessions.end_session(room.vault, recorder.session_id, at("10:12"))
    for line in ("kyc: one more thing", "and so", "+ and more", "(they leave)"):
        with pytest.raises(KnownError) as caught:
            recorder.keep(room.vault, line, at("10:14"), None)
        assert caught.value.code is ErrorCode.SESSION_CLOSED
        assert "Open this session again" in caught.value.message
    with pytest.raises(KnownError):
        pause(room, recorder, "10:15")
    recorder.keep(room.vault, "~ kyc: not what I wanted", at("10:16"), None)
    recorder.edit(room.vault, room.entries()[0].id, "hw: we do agree")
    assert [entry.text for entry in room.entries()] == ["we do agree", "not what I wanted"]
    sessions.reopen_session(room.vault, recorder.session_id)
    recorder.keep(room.vault, "kyc: one more thing", at("10:18"), None)
    assert len(room.entries()) == 3


def test_ending_twice_keeps_the_first_end(room: Room) -> None:
    sessions.end_session(room.vault, room.sessions[0].id, at("10:12"))
    again = sessions.end_session(room.vault, room.sessions[0].id, at("10:40"))
    assert again.ended_at == at("10:12")
    with pytest.raises(KnownError):
        sessions.begin_session(room.vault, room.sessions[0].id, at("10:41"))


def test_an_aside_disturbs_neither_the_speaker_nor_a_break(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: so", at("10:30"), None)
    pause(room, recorder, "10:32")
    recorder.keep(room.vault, "~ kyc: over coffee", at("10:35"), None)
    assert agenda_times.breaks(room.vault, recorder.session_id)[-1].until is None
    assert Recorder(record_view(room.vault, recorder.session_id)).speaker == recorder.speaker
    pause(room, recorder, "10:50")
    recorder.keep(room.vault, "as I said", at("10:51"), None)
    assert room.speaker(room.entries()[-1]).participant_id == room.people["hw"]


def test_breaks_begin_and_end_with_one_key_and_words_end_one_too(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: so", at("10:00"), None)
    pause(room, recorder, "10:32")
    pause(room, recorder, "10:50")
    pause(room, recorder, "11:30")
    recorder.keep(room.vault, "1125: kyc: what I still owe you", at("11:35"), None)
    (first, second) = agenda_times.breaks(room.vault, recorder.session_id)
    assert (first.since, first.until) == (at("10:32"), at("10:50"))
    assert (second.since, second.until) == (at("11:30"), None)
    recorder.keep(room.vault, "kyc: welcome back", at("11:44"), None)
    assert agenda_times.breaks(room.vault, recorder.session_id)[-1].until == at("11:44")
    assert [entry.text for entry in room.entries() if entry.kind is Kind.PROCEDURE] == [
        "Break",
        "Break ends",
        "Break",
    ]


def test_undoing_a_break_goes_on_with_the_session(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: so", at("10:00"), None)
    pause(room, recorder, "10:32")
    recorder.undo(room.vault)
    assert agenda_times.breaks(room.vault, recorder.session_id) == ()


def test_sync_marks_are_numbered_by_session_with_the_second(room: Room) -> None:
    for number, recorder in enumerate((room.recorder(0), room.recorder(0), room.recorder(1))):
        when = NOW + timedelta(minutes=number)
        recorder.note(room.vault, sync_note(room.vault, recorder.session_id, when))
    marks = [(entry.text, entry.tags) for entry in (*room.entries(0), *room.entries(1))]
    assert marks == [
        ("Sync 1 at 10:31:05", ("sync:1",)),
        ("Sync 2 at 10:32:05", ("sync:2",)),
        ("Sync 1 at 10:33:05", ("sync:1",)),
    ]


def test_no_note_is_made_while_hands_are_off(room: Room) -> None:
    recorder = room.recorder()
    recorder.take_hands_off(room.vault, NOW)
    with pytest.raises(KnownError) as caught:
        pause(room, recorder, "10:32")
    assert caught.value.code is ErrorCode.HANDS_OFF
    assert len(room.entries()) == 1


def test_a_note_takes_the_stricter_rule_it_was_begun_under(room: Room) -> None:
    recorder = room.recorder()
    strict = Note("The chairs thank everybody.", NOW, kind=Kind.CLOSING, rule=GroundRule.OFF_RECORD)
    recorder.note(room.vault, strict)
    recorder.note(room.vault, replace(strict, rule=GroundRule.ON_RECORD))
    assert [entry.rule for entry in room.entries()] == [GroundRule.OFF_RECORD, None]


def test_the_agenda_says_what_runs_and_what_is_next(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: good morning", at("9:04"), None)
    times = agenda(room.vault, room.meeting_id, recorder.session_id)
    first, second = (times.words(at("9:30"))[each.id] for each in room.sessions)
    assert (first.real, first.remark, first.late) == ("since 09:04 · 0:26", "30 min left", "began 4 min late")
    assert second.remark == "next, at 10:15"
    over = times.words(at("10:12"))[room.sessions[0].id]
    assert over.late == "12 min over"
    assert times.words(at("10:20"))[room.sessions[1].id].late == "5 min late"
