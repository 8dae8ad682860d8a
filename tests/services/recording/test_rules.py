from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import GroundRule, Kind
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording import rules
from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.services.rule_holding import hold_entries
from dialogue_notes.services.rule_setting import set_rule
from dialogue_notes.storage import audit, dialogues, drafts, meetings
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


def test_hands_off_lasts_over_a_new_look_and_ends_under_the_rule_before(room: Room) -> None:
    session, recorder = room.sessions[0].id, room.recorder()
    recorder.keep(room.vault, "hw: before", NOW, None)
    recorder.take_hands_off(room.vault, NOW)
    view = record_view(room.vault, session)
    assert view.hands_off_since == NOW
    assert view.rule_before is GroundRule.CHATHAM_HOUSE
    assert view.cast.rule is GroundRule.NOT_FOR_REPORT
    rules.resume(room.vault, session, GroundRule.CHATHAM_HOUSE)
    recorder.keep(room.vault, "after", NOW, None)
    view = record_view(room.vault, session)
    assert view.hands_off_since is None
    assert [(row.intervention.kind, row.rule) for row in view.rows] == [
        (Kind.STATEMENT, None),
        (Kind.GAP, GroundRule.NOT_FOR_REPORT),
        (Kind.STATEMENT, None),
    ]
    assert view.rows[2].speaker.participant_id == room.people["hw"]


def test_a_half_typed_line_is_not_for_the_report_once_hands_were_off(room: Room) -> None:
    session, recorder = room.sessions[0].id, room.recorder()
    save_draft(room.vault, session, "hw: half", 8)
    recorder.take_hands_off(room.vault, NOW)
    draft = drafts.draft(room.vault, session)
    assert draft is not None
    assert draft.rule is GroundRule.NOT_FOR_REPORT
    rules.resume(room.vault, session, GroundRule.CHATHAM_HOUSE)
    recorder.keep(room.vault, "hw: half typed", NOW, None)
    assert room.entries()[-1].rule is GroundRule.NOT_FOR_REPORT


def test_half_a_character_in_a_reason_is_refused_and_nothing_changes(room: Room) -> None:
    session = room.sessions[0].id
    before = rules.rule_in_force(room.vault, room.sessions[0])
    with pytest.raises(KnownError) as refused:
        rules.set_session_rule(room.vault, session, GroundRule.ON_RECORD, "the chair said \ud83d")
    assert refused.value.code is ErrorCode.BAD_FIELD
    assert rules.rule_in_force(room.vault, room.sessions[0]) is before


def test_taking_up_again_looser_than_before_needs_a_reason(room: Room) -> None:
    session, recorder = room.sessions[0].id, room.recorder()
    recorder.take_hands_off(room.vault, NOW)
    with pytest.raises(KnownError) as refused:
        rules.resume(room.vault, session, GroundRule.ON_RECORD)
    assert refused.value.code is ErrorCode.REASON_NEEDED
    rules.resume(room.vault, session, GroundRule.ON_RECORD, "press statement, both chairs")
    assert record_view(room.vault, session).cast.rule is GroundRule.ON_RECORD


def test_reaching_back_tightens_freely_and_loosens_with_a_reason_only(room: Room) -> None:
    session, recorder = room.sessions[0].id, room.recorder()
    for line in ("hw: one", "two", "three"):
        recorder.keep(room.vault, line, NOW, None)
    ids = [entry.id for entry in room.entries()]
    rules.put_under_rule(room.vault, session, ids[1:], GroundRule.NOT_FOR_REPORT)
    assert [entry.rule for entry in room.entries()] == [
        None,
        GroundRule.NOT_FOR_REPORT,
        GroundRule.NOT_FOR_REPORT,
    ]
    with pytest.raises(KnownError) as refused:
        rules.put_under_rule(room.vault, session, ids, GroundRule.CHATHAM_HOUSE)
    assert refused.value.code is ErrorCode.REASON_NEEDED
    assert [entry.rule for entry in room.entries()] == [
        None,
        GroundRule.NOT_FOR_REPORT,
        GroundRule.NOT_FOR_REPORT,
    ]
    rules.put_under_rule(room.vault, session, ids[2:], GroundRule.CHATHAM_HOUSE, "released by the speaker")
    assert room.entries()[2].rule_reason == "released by the speaker"
    assert "rule_loosened" in [entry.code for entry in audit.entries(room.vault)]


def test_entries_that_follow_a_meeting_or_a_dialogue_are_held(room: Room) -> None:
    room.recorder(0).keep(room.vault, "hw: one", NOW, None)
    rules.set_session_rule(room.vault, room.sessions[1].id, GroundRule.OFF_RECORD)
    room.recorder(1).keep(room.vault, "hw: two", NOW, None)
    meeting = meetings.meeting(room.vault, room.meeting_id)
    dialogue = dialogues.dialogue(room.vault, meeting.dialogue_id)
    assert hold_entries(room.vault, dialogue, GroundRule.CHATHAM_HOUSE) == 1
    assert hold_entries(room.vault, meeting, GroundRule.CHATHAM_HOUSE) == 0
    assert [entry.rule for entry in (*room.entries(0), *room.entries(1))] == [GroundRule.CHATHAM_HOUSE, None]


def test_loosening_a_meeting_or_dialogue_lets_out_nothing_said_before(room: Room) -> None:
    meeting = meetings.meeting(room.vault, room.meeting_id)
    set_rule(room.vault, meeting, GroundRule.OFF_RECORD)
    room.recorder().keep(room.vault, "hw: candid", NOW, None)
    set_rule(room.vault, meeting, GroundRule.ON_RECORD, "agreed in plenary")
    assert [entry.rule for entry in room.entries()] == [GroundRule.OFF_RECORD]


def test_tightening_a_meeting_covers_what_follows_its_rule(room: Room) -> None:
    room.recorder().keep(room.vault, "hw: candid", NOW, None)
    set_rule(room.vault, meetings.meeting(room.vault, room.meeting_id), GroundRule.OFF_RECORD)
    assert [entry.rule for entry in room.entries()] == [None]
