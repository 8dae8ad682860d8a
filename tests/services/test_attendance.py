"""Who is here: comings and goings, walk-ins, deputies, each with its entry, undone and redone with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.room_notes import is_room_note
from dialogue_notes.services import attendance
from dialogue_notes.services.attendance import Attendee, Deputy, WalkIn, When
from dialogue_notes.services.meetings import close_meeting
from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.services.room_notes import Note
from dialogue_notes.storage import drafts, meetings, participants
from dialogue_notes.storage.record import meeting_record
from tests.services.recording_room import NOW, Room, make_room

LATER = NOW + timedelta(minutes=11)
AT_NOW, AT_LATER = When(NOW), When(LATER)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path / "Lakeside.vault")


def standing(room: Room) -> dict[str, Attendee]:
    return {one.participant.name: one for one in attendance.who_is_here(room.vault, room.meeting_id)}


def test_everybody_on_the_roster_is_there_until_somebody_notes_otherwise(room: Room) -> None:
    assert all(one.presence.is_here for one in standing(room).values())
    assert attendance.not_told(room.vault, room.meeting_id) == ()
    assert meeting_record(room.vault, room.meeting_id).never_came == ()


def test_coming_late_and_leaving_early_are_entries_with_their_times(room: Room) -> None:
    recorder, petra = room.recorder(), room.people["pv"]
    attendance.mark_absent(room.vault, recorder, petra, AT_NOW)
    assert meeting_record(room.vault, room.meeting_id).never_came == (petra,)
    attendance.arrive(room.vault, recorder, petra, AT_LATER, told=True)
    assert standing(room)["Petra Vance"].presence.words == "came 10:42"
    assert meeting_record(room.vault, room.meeting_id).never_came == ()
    attendance.leave(room.vault, recorder, petra, When(LATER + timedelta(minutes=30)))
    assert standing(room)["Petra Vance"].presence.words == "left 11:12"
    assert [(entry.kind, entry.text, entry.spoken_at) for entry in room.entries()] == [
        (Kind.PROCEDURE, "Petra Vance is not here", NOW),
        (Kind.PROCEDURE, "Petra Vance arrives, told the rule", LATER),
        (Kind.PROCEDURE, "Petra Vance leaves", LATER + timedelta(minutes=30)),
    ]
    assert all(is_room_note(entry) for entry in room.entries())


def test_undoing_the_entry_takes_the_coming_back_and_redoing_brings_it_again(room: Room) -> None:
    recorder, petra = room.recorder(), room.people["pv"]
    attendance.leave(room.vault, recorder, petra, AT_NOW)
    recorder.undo(room.vault)
    assert standing(room)["Petra Vance"].presence.is_here
    assert room.entries() == ()
    recorder.redo(room.vault)
    assert standing(room)["Petra Vance"].presence.words == "left 10:31"


def test_a_walk_in_is_a_guest_who_is_told_later_or_stays_untold(room: Room) -> None:
    recorder = room.recorder()
    attendance.walk_in(room.vault, recorder, WalkIn("Kang Min-ji", role="Minister"), AT_NOW, told=False)
    guest = standing(room)["Kang Min-ji"]
    assert guest.participant.guest
    assert guest.participant.code == "kmj"
    assert guest.presence.needs_telling
    assert [who.name for who in attendance.not_told(room.vault, room.meeting_id)] == ["Kang Min-ji"]
    assert room.entries()[0].text == "Kang Min-ji, Minister joins, not told the rule"
    attendance.tell(room.vault, recorder, guest.participant.id, AT_LATER)
    assert attendance.not_told(room.vault, room.meeting_id) == ()


def test_a_walk_in_taken_back_is_on_no_list_and_goes_off_the_roster_with_closing(room: Room) -> None:
    recorder = room.recorder()
    attendance.walk_in(room.vault, recorder, WalkIn("Kang Min-ji"), AT_NOW)
    recorder.undo(room.vault)
    assert "Kang Min-ji" not in standing(room)
    assert attendance.not_told(room.vault, room.meeting_id) == ()
    (gone,) = meeting_record(room.vault, room.meeting_id).never_came
    recorder.redo(room.vault)
    assert standing(room)["Kang Min-ji"].participant.id == gone
    recorder.undo(room.vault)
    close_meeting(room.vault, room.meeting_id)
    assert "Kang Min-ji" not in {who.name for who in participants.participants(room.vault, room.meeting_id)}
    assert room.vault.database.query("SELECT * FROM attendance") == []


def test_a_deputy_speaks_for_the_same_side_and_what_was_said_before_stays(room: Room) -> None:
    recorder, helen = room.recorder(), room.people["hw"]
    recorder.keep(room.vault, "hw: we agree", NOW, None)
    attendance.send_deputy(room.vault, recorder, Deputy(helen, "Ann Lowe"), AT_LATER, told=True)
    deputy = standing(room)["Ann Lowe"]
    assert deputy.participant.replaces_id == helen
    assert deputy.participant.delegation_id == standing(room)["Helen Whitcombe"].participant.delegation_id
    assert standing(room)["Helen Whitcombe"].deputies == (deputy.participant.id,)
    assert standing(room)["Helen Whitcombe"].presence.words == "left 10:42"
    recorder.keep(room.vault, f"{deputy.participant.code}: not quite", LATER, None)
    said = {entry.text: room.speaker(entry).participant_id for entry in room.entries()}
    assert said["we agree"] == helen
    assert said["not quite"] == deputy.participant.id
    assert meeting_record(room.vault, room.meeting_id).never_came == ()


def test_a_delegate_whose_deputy_came_before_the_meeting_never_came(room: Room) -> None:
    helen = room.people["hw"]
    attendance.send_deputy(room.vault, room.recorder(), Deputy(helen, "Ann Lowe"), AT_NOW)
    assert meeting_record(room.vault, room.meeting_id).never_came == (helen,)


def test_whoever_spoke_came_whatever_was_noted(room: Room) -> None:
    recorder, petra = room.recorder(), room.people["pv"]
    attendance.mark_absent(room.vault, recorder, petra, AT_NOW)
    recorder.keep(room.vault, "pv: here I am", LATER, None)
    assert meeting_record(room.vault, room.meeting_id).never_came == ()


def test_a_strike_of_the_entry_destroys_the_coming(room: Room) -> None:
    recorder, petra = room.recorder(), room.people["pv"]
    change = attendance.leave(room.vault, recorder, petra, AT_NOW)
    recorder.strike(room.vault, [change.added[0]])
    assert room.vault.database.query("SELECT * FROM attendance") == []
    assert standing(room)["Petra Vance"].presence.is_here


def test_a_coming_changes_neither_who_speaks_nor_what_is_half_typed(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: so", NOW, None)
    save_draft(room.vault, recorder.session_id, "and th", 6)
    attendance.leave(room.vault, recorder, room.people["pv"], AT_NOW)
    draft = drafts.draft(room.vault, recorder.session_id)
    assert draft is not None
    assert draft.text == "and th"
    recorder.keep(room.vault, "and then", LATER, None)
    assert room.speaker(room.entries()[-1]).participant_id == room.people["hw"]


def test_a_time_stated_by_hand_is_the_entrys_and_the_comings(room: Room) -> None:
    recorder, petra = room.recorder(), room.people["pv"]
    attendance.leave(room.vault, recorder, petra, When(NOW, time(10, 5)))
    assert room.entries()[0].spoken_at == NOW.replace(minute=5, second=0)
    assert standing(room)["Petra Vance"].presence.words == "left 10:05"


def test_where_no_clock_runs_an_entry_has_only_the_time_that_was_stated(room: Room) -> None:
    meetings.update_session(room.vault, replace(room.sessions[0], has_clock=False))
    recorder = room.recorder()
    recorder.note(room.vault, Note("Break", NOW))
    attendance.leave(room.vault, recorder, room.people["pv"], When(NOW, time(10, 5)))
    assert [entry.spoken_at for entry in room.entries()] == [None, NOW.replace(minute=5, second=0)]


def test_a_coming_can_be_undone_by_who_opens_the_session_again(room: Room) -> None:
    attendance.leave(room.vault, room.recorder(), room.people["pv"], AT_NOW)
    again = room.recorder()
    again.undo(room.vault)
    assert standing(room)["Petra Vance"].presence.is_here
    again.redo(room.vault)
    assert not standing(room)["Petra Vance"].presence.is_here
