"""What is done to a row of two records: every act is one step, and nothing is lost or loosened by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

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
    undo_take_over,
)
from dialogue_notes.services.timeline import timeline
from dialogue_notes.storage import meetings
from dialogue_notes.storage import parallel_records as stored
from tests.services.rapporteurs import (
    HOTLINE,
    SAID,
    TREATY,
    make_pair,
    put_beside,
    row,
    rows,
    take,
)
from tests.services.recording_room import NOW, Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_pair(tmp_path / "one.vault")
    yield made
    made.vault.close()


@pytest.fixture
def beside(room: Room) -> str:
    return put_beside(room.vault, room.meeting_id)


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
    taken = take(room, beside, number)
    undo_take_over(room.vault, taken)
    assert [(one.id, one.text, one.rule) for one in room.entries()] == before
    assert {one.state for one in rows(room, beside).rows} == {RowState.DIFFERENT}
    assert not any(one.taken_as for one in stored.entries(room.vault, beside))


def test_a_taking_over_is_not_taken_back_past_what_was_done_since(room: Room, beside: str) -> None:
    taken = take(room, beside, HOTLINE)
    room.recorder().keep(room.vault, "hw: More.", NOW, None)
    with pytest.raises(KnownError) as told:
        undo_take_over(room.vault, taken)
    assert told.value.code is ErrorCode.NOTHING_TO_UNDO
    assert len(room.entries()) == 3


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
    kept = keep_difference(room.vault, beside, one.left.id, one.right.id)
    assert row(room, beside, HOTLINE).state is RowState.SETTLED
    assert row(room, beside, HOTLINE).difference_id == kept.id
    room.recorder().edit(room.vault, one.left.id, "kyc: A hotline might be useful.")
    assert row(room, beside, HOTLINE).state is RowState.DIFFERENT


def test_a_kept_difference_can_be_opened_again(room: Room, beside: str) -> None:
    one = row(room, beside, TREATY)
    assert one.right
    kept = keep_difference(room.vault, beside, None, one.right.id)
    assert row(room, beside, TREATY).state is RowState.SETTLED
    open_difference(room.vault, kept.id)
    assert row(room, beside, TREATY).state is RowState.DIFFERENT
