"""What can be undone survives locking, restarting and crashing, until the meeting is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import GroundRule, MarginMark
from dialogue_notes.domain.record import Consent, Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import meetings as services
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.rules import set_session_rule
from dialogue_notes.services.rule_setting import set_rule
from dialogue_notes.storage import audit, interventions, meetings, undo_steps
from dialogue_notes.storage.vault import stamp
from tests.services.recording_room import NOW, Room, make_room
from tests.support.vaults import reopen


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


def keep(room: Room, recorder: Recorder, *lines: str) -> None:
    for line in lines:
        recorder.keep(room.vault, line, NOW, None)


def texts(room: Room) -> list[str]:
    return [entry.text for entry in room.entries()]


def ids(room: Room) -> list[str]:
    return [entry.id for entry in room.entries()]


def steps(room: Room) -> int:
    return int(room.vault.database.query("SELECT count(*) FROM undo_step")[0][0])


def again(room: Room) -> Room:
    room.vault.close()
    return replace(room, vault=reopen(room.vault.folder))


def test_everything_is_undone_and_done_again_after_reopening(tmp_path: Path) -> None:
    room = make_room(tmp_path / "one.vault")
    recorder = room.recorder()
    keep(room, recorder, 'hw: " one', "pv: two", "+ more")
    one, two = ids(room)
    recorder.toggle_consent(room.vault, [one], Consent("the speaker", "today"))
    recorder.toggle_mark(room.vault, [one, two], MarginMark.CHECK)
    recorder.reattribute(room.vault, [two], Speaker(room.people["kyc"]))
    recorder.put_under_rule(room.vault, [one], GroundRule.OFF_RECORD)
    end = room.entries()
    room = again(room)
    recorder = room.recorder()
    seen = []
    while recorder.undo(room.vault) is not None:
        seen.append(texts(room))
        room = again(room)
        recorder = room.recorder()
    assert seen == [["one", "two more"]] * 4 + [["one", "two"], ["one"], []]
    while recorder.redo(room.vault) is not None:
        room = again(room)
        recorder = room.recorder()
    assert room.entries() == end
    assert room.speaker(end[1]) == Speaker(room.people["kyc"])
    room.vault.close()


def test_who_speaks_goes_back_and_on_after_reopening(tmp_path: Path) -> None:
    room = make_room(tmp_path / "one.vault")
    recorder = room.recorder()
    keep(room, recorder, "hw: one", "pv: two")
    recorder.reattribute(room.vault, ids(room)[1:], Speaker(room.people["dm"]))
    room = again(room)
    recorder = room.recorder()
    assert recorder.speaker == Speaker(room.people["dm"])
    recorder.undo(room.vault)
    assert recorder.speaker == Speaker(room.people["pv"])
    recorder.undo(room.vault)
    assert recorder.speaker == Speaker(room.people["hw"])
    recorder.redo(room.vault)
    assert recorder.speaker == Speaker(room.people["pv"])
    room.vault.close()


def test_a_step_is_written_with_its_act_or_not_at_all(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one")

    def fail(*_: object, **__: object) -> None:
        raise KnownError(ErrorCode.DISK_FULL)

    monkeypatch.setattr(undo_steps, "add_step", fail)
    with pytest.raises(KnownError):
        keep(room, recorder, "hw: two")
    monkeypatch.undo()
    assert (texts(room), steps(room)) == (["one"], 1)


def test_closing_a_meeting_forgets_what_can_be_undone_in_it_alone(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one", "two")
    recorder.undo(room.vault)
    dialogue = meetings.meeting(room.vault, room.meeting_id).dialogue_id
    other = services.create_meeting(room.vault, dialogue, "8th meeting")
    session = services.add_session(room.vault, other.id, "Opening")
    elsewhere = replace(room, meeting_id=other.id, sessions=(session,))
    elsewhere.recorder().keep(room.vault, "an entry", NOW, None)
    services.close_meeting(room.vault, room.meeting_id)
    assert steps(room) == 1
    services.reopen_meeting(room.vault, room.meeting_id)
    assert recorder.undo(room.vault) is None
    assert recorder.redo(room.vault) is None
    assert elsewhere.recorder().undo(room.vault) is not None


def test_a_new_act_ends_doing_again(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one", "two")
    recorder.undo(room.vault)
    keep(room, recorder, "three")
    assert recorder.redo(room.vault) is None
    assert texts(room) == ["one", "three"]


def test_what_cannot_be_undone_any_more_does_not_stand_in_the_way(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one", "two")
    interventions.update_intervention(room.vault, replace(room.entries()[1], text="changed elsewhere"))
    with pytest.raises(KnownError):
        recorder.undo(room.vault)
    assert recorder.undo(room.vault) is not None
    assert texts(room) == ["changed elsewhere"]


def test_a_legal_hold_keeps_an_entry_from_being_taken_back(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one")
    held = ("h1", room.meeting_id, "court order", None, *stamp(room.vault))
    room.vault.database.run("INSERT INTO legal_hold VALUES (?, ?, ?, ?, ?, ?)", held)
    with pytest.raises(KnownError) as refused:
        recorder.undo(room.vault)
    assert refused.value.code is ErrorCode.LEGAL_HOLD
    assert texts(room) == ["one"]
    room.vault.database.run("UPDATE legal_hold SET lifted_at = '2026-01-01'")
    assert recorder.undo(room.vault) is not None


def test_an_entry_never_comes_back_looser_than_it_went(room: Room) -> None:
    session = room.sessions[0].id
    set_session_rule(room.vault, session, GroundRule.OFF_RECORD)
    recorder = room.recorder()
    keep(room, recorder, "hw: candid")
    recorder.undo(room.vault)
    set_session_rule(room.vault, session, GroundRule.ON_RECORD, "press statement")
    recorder.redo(room.vault)
    assert [entry.rule for entry in room.entries()] == [GroundRule.OFF_RECORD]


def test_a_joined_entry_that_comes_back_keeps_the_rule_it_had_then(room: Room) -> None:
    meeting = meetings.meeting(room.vault, room.meeting_id)
    set_rule(room.vault, meeting, GroundRule.OFF_RECORD)
    recorder = room.recorder()
    keep(room, recorder, "hw: one", "two")
    recorder.join(room.vault, ids(room))
    set_rule(room.vault, meeting, GroundRule.ON_RECORD, "agreed in plenary")
    recorder.undo(room.vault)
    assert [entry.rule for entry in room.entries()] == [GroundRule.OFF_RECORD, GroundRule.OFF_RECORD]


def test_a_rule_given_since_by_the_session_outlives_undoing_an_edit(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one")
    recorder.edit(room.vault, ids(room)[0], "hw: one, mended")
    set_session_rule(room.vault, room.sessions[0].id, GroundRule.ON_RECORD, "the chairs")
    recorder.undo(room.vault)
    assert [(entry.text, entry.rule) for entry in room.entries()] == [("one", GroundRule.CHATHAM_HOUSE)]
    recorder.undo(room.vault)
    recorder.redo(room.vault)
    assert [(entry.text, entry.rule) for entry in room.entries()] == [("one", GroundRule.CHATHAM_HOUSE)]


def test_undoing_a_tightening_is_logged_as_the_loosening_it_is(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one")
    recorder.put_under_rule(room.vault, ids(room), GroundRule.NOT_FOR_REPORT)
    recorder.undo(room.vault)
    assert [entry.rule for entry in room.entries()] == [None]
    last = audit.entries(room.vault)[-1]
    assert (last.code, dict(last.facts)["reason"]) == ("rule_loosened", "undone")
    recorder.redo(room.vault)
    assert [entry.rule for entry in room.entries()] == [GroundRule.NOT_FOR_REPORT]


def test_an_entry_comes_back_before_hands_were_taken_off(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one", "two")
    recorder.undo(room.vault)
    recorder.take_hands_off(room.vault, NOW)
    assert recorder.redo(room.vault) is not None
    assert texts(room) == ["one", "two", ""]


def test_steps_are_unreadable_without_the_meetings_key(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: zeppelin")
    recorder.edit(room.vault, ids(room)[0], "hw: airship")
    rows = room.vault.database.query(
        "SELECT sealed FROM undo_step UNION ALL SELECT sealed FROM intervention_event"
    )
    assert len(rows) == 4
    for (sealed,) in rows:
        assert not any(word in sealed for word in (b"zeppelin", b"airship", room.people["hw"].encode()))
    room.vault.database.run("DELETE FROM meeting_key")
    room = again(room)
    assert room.recorder().undo(room.vault) is None
    room.vault.close()


def test_the_size_of_a_step_does_not_tell_whether_somebody_is_known(room: Room) -> None:
    keep(room, room.recorder(), "hw: one", "?: one", "hw?: one")
    sizes = {row[0] for row in room.vault.database.query("SELECT length(sealed) FROM undo_step WHERE id > 1")}
    assert len(sizes) == 1
