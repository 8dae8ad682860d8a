"""What is done to a row of two records: every act is one step, and nothing is lost or loosened by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.domain.codes import (
    GroundRule,
    Kind,
    MeetingState,
)
from dialogue_notes.domain.record import Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.parallel.rows import RowState
from dialogue_notes.services.parallel.taking import (
    keep_difference,
    open_difference,
)
from dialogue_notes.services.reviewing import history
from dialogue_notes.services.timeline import timeline
from dialogue_notes.storage import meetings
from dialogue_notes.storage import parallel_records as stored
from tests.services.rapporteurs import (
    HOTLINE,
    SAID,
    TREATY,
    put_beside,
    row,
    rows,
    take,
)
from tests.services.recording_room import NOW, Room


def test_taking_over_gives_an_entry_the_other_words_and_keeps_the_earlier_ones(
    room: Room, beside: str
) -> None:
    take(room, beside, HOTLINE)
    entry = room.entries()[0]
    assert entry.text == SAID[0]["text"]
    assert room.speaker(entry) == Speaker(room.people["kyc"])
    assert [step.before for step in timeline(room.vault, entry.id) if step.what == "text"] == [
        "A hotline would be useful."
    ]
    assert row(room, beside, HOTLINE).state is RowState.SAME
    assert [one.text for one in stored.entries(room.vault, beside)] == [one["text"] for one in SAID]


def test_taking_over_what_only_the_other_has_makes_an_entry_in_its_place(room: Room, beside: str) -> None:
    take(room, beside, TREATY)
    assert [one.text for one in room.entries()] == [
        "A hotline would be useful.",
        SAID[1]["text"],
        "Verification needs no inspectors.",
    ]
    assert room.speaker(room.entries()[1]) == Speaker()
    assert [one.state for one in rows(room, beside).rows] == [
        RowState.DIFFERENT,
        RowState.SAME,
        RowState.DIFFERENT,
    ]


@pytest.mark.parametrize("number", [HOTLINE, TREATY])
def test_a_taking_over_is_taken_back_as_one(room: Room, beside: str, number: int) -> None:
    before = [(one.id, one.text, one.rule) for one in room.entries()]
    take(room, beside, number)
    after = [(one.id, one.text, one.rule) for one in room.entries()]
    history.undo(room.vault, room.meeting_id)
    assert [(one.id, one.text, one.rule) for one in room.entries()] == before
    assert {one.state for one in rows(room, beside).rows} == {RowState.DIFFERENT}
    assert not any(one.taken_as for one in stored.entries(room.vault, beside))
    history.redo(room.vault, room.meeting_id)
    assert [(one.id, one.text, one.rule) for one in room.entries()] == after
    assert [one.taken_as for one in stored.entries(room.vault, beside) if one.taken_as]


@pytest.mark.parametrize("number", [HOTLINE, TREATY])
def test_a_taking_over_is_taken_back_and_done_again_after_more_was_typed(
    room: Room, beside: str, number: int
) -> None:
    before = [(one.id, one.text) for one in room.entries()]
    take(room, beside, number)
    after = [(one.id, one.text) for one in room.entries()]
    room.recorder().keep(room.vault, "hw: More.", NOW, None)
    (more,) = [(one.id, one.text) for one in room.entries()][-1:]
    for _ in range(2):
        history.undo(room.vault, room.meeting_id)
        assert [(one.id, one.text) for one in room.entries()] == [*before, more]
        history.redo(room.vault, room.meeting_id)
        assert [(one.id, one.text) for one in room.entries()] == [*after, more]


def test_a_taking_over_is_not_taken_back_once_the_entry_was_edited(room: Room, beside: str) -> None:
    taken = take(room, beside, HOTLINE)
    room.recorder().edit(room.vault, taken, "kyc: A hotline it is.")
    with pytest.raises(KnownError) as told:
        history.undo(room.vault, room.meeting_id)
    assert told.value.code is ErrorCode.NOTHING_TO_UNDO
    assert room.entries()[0].text == "A hotline it is."


def test_a_taking_over_stays_once_the_meeting_is_closed_and_what_came_before_it_is_undone(
    room: Room, beside: str
) -> None:
    one = row(room, beside, TREATY)
    assert one.right
    keep_difference(room.vault, beside, None, one.right.id)
    take(room, beside, HOTLINE)
    meeting = meetings.meeting(room.vault, room.meeting_id)
    meetings.update_meeting(room.vault, replace(meeting, state=MeetingState.CLOSED))
    with pytest.raises(KnownError) as told:
        history.undo(room.vault, room.meeting_id)
    assert told.value.code is ErrorCode.NOTHING_TO_UNDO
    assert room.entries()[0].text == SAID[0]["text"]
    history.undo(room.vault, room.meeting_id)
    assert row(room, beside, TREATY).state is RowState.DIFFERENT


def test_taken_over_undone_in_the_record_room_is_not_undone_twice(room: Room, beside: str) -> None:
    take(room, beside, HOTLINE)
    room.recorder().undo(room.vault)
    with pytest.raises(KnownError):
        history.undo(room.vault, room.meeting_id)
    assert room.entries()[0].text == "A hotline would be useful."


def test_differences_kept_and_opened_are_undone_and_done_again(room: Room, beside: str) -> None:
    one = row(room, beside, TREATY)
    assert one.right
    keep_difference(room.vault, beside, None, one.right.id)
    open_difference(room.vault, beside, None, one.right.id)
    seen = []
    for turn in (history.undo, history.undo, history.redo, history.redo):
        assert turn(room.vault, room.meeting_id) is not None
        seen.append(row(room, beside, TREATY).state)
    assert seen == [RowState.SETTLED, RowState.DIFFERENT, RowState.SETTLED, RowState.DIFFERENT]


@pytest.mark.parametrize(
    ("entry", "session", "expected"),
    [
        ({"ground_rule": "not_for_report"}, {}, GroundRule.NOT_FOR_REPORT),
        ({}, {"ground_rule": "off_record"}, GroundRule.OFF_RECORD),
        ({"ground_rule": "on_record"}, {"ground_rule": "off_record"}, None),
        ({}, {}, None),
    ],
)
@pytest.mark.parametrize("number", [0, 1])
def test_words_taken_over_are_under_the_strictest_of_both_rules(
    room: Room, entry: dict[str, str], session: dict[str, str], expected: GroundRule | None, number: int
) -> None:
    record = put_beside(room.vault, room.meeting_id, [{**one, **entry} for one in SAID], **session)
    take(room, record, number)
    assert room.entries()[number].rule is expected


def test_where_the_file_sets_no_rule_the_usual_one_holds_even_in_an_open_session(room: Room) -> None:
    meetings.update_session(
        room.vault,
        replace(meetings.session(room.vault, room.sessions[0].id), ground_rule=GroundRule.ON_RECORD),
    )
    record = put_beside(room.vault, room.meeting_id)
    take(room, record, HOTLINE)
    assert room.entries()[0].rule is GroundRule.CHATHAM_HOUSE


def test_an_observation_does_not_become_a_statement(room: Room) -> None:
    record = put_beside(room.vault, room.meeting_id, [{**SAID[0], "kind": "observation"}, *SAID[1:]])
    take(room, record, HOTLINE)
    assert room.entries()[0].kind is Kind.OBSERVATION


def test_a_closed_meeting_takes_nothing_over(room: Room, beside: str) -> None:
    meeting = meetings.meeting(room.vault, room.meeting_id)
    meetings.update_meeting(room.vault, replace(meeting, state=MeetingState.CLOSED))
    with pytest.raises(KnownError) as told:
        take(room, beside, HOTLINE)
    assert told.value.code is ErrorCode.MEETING_CLOSED
    assert room.entries()[0].text == "A hotline would be useful."


def test_a_difference_is_kept_until_either_text_changes(room: Room, beside: str) -> None:
    one = row(room, beside, HOTLINE)
    assert one.left
    assert one.right
    keep_difference(room.vault, beside, one.left.id, one.right.id)
    assert row(room, beside, HOTLINE).state is RowState.SETTLED
    room.recorder().edit(room.vault, one.left.id, "kyc: A hotline might be useful.")
    assert row(room, beside, HOTLINE).state is RowState.DIFFERENT


def test_a_kept_difference_can_be_opened_again(room: Room, beside: str) -> None:
    one = row(room, beside, TREATY)
    assert one.right
    keep_difference(room.vault, beside, None, one.right.id)
    assert row(room, beside, TREATY).state is RowState.SETTLED
    open_difference(room.vault, beside, None, one.right.id)
    assert row(room, beside, TREATY).state is RowState.DIFFERENT
