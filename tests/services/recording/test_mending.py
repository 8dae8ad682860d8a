"""Splitting, joining, moving, inserting and back-dating entries, and what follows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import Aim, GroundRule, Kind, MarginMark
from dialogue_notes.domain.record import Consent, Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import meetings as services
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.rules import set_session_rule
from dialogue_notes.services.recording.types import Change, KeptEntry
from dialogue_notes.storage import audit, interventions
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


def keep(room: Room, recorder: Recorder, line: str, before: str | None = None) -> KeptEntry:
    return recorder.keep(room.vault, line, NOW, None, before=before)


def keep_all(room: Room, *lines: str, number: int = 0) -> Recorder:
    recorder = room.recorder(number)
    for line in lines:
        keep(room, recorder, line)
    return recorder


def texts(room: Room, number: int = 0) -> list[str]:
    return [entry.text for entry in room.entries(number)]


def ids(room: Room, number: int = 0) -> list[str]:
    return [entry.id for entry in room.entries(number)]


def done(change: Change | None) -> Change:
    assert change is not None
    return change


def test_split_parts_keep_speaker_kind_rule_time_and_marks(room: Room) -> None:
    recorder = keep_all(room, 'hw?: " first words and second words %option *', "pv: after")
    recorder.put_under_rule(room.vault, ids(room)[:1], GroundRule.OFF_RECORD)
    change = done(recorder.split(room.vault, ids(room)[0], len("first words and")))
    one, two, after = room.entries()
    assert (one.text, two.text, after.text) == ("first words and", "second words", "after")
    assert replace(two, id=one.id, sequence=one.sequence, text=one.text) == one
    assert (one.kind, one.rule, one.spoken_at) == (Kind.QUOTE, GroundRule.OFF_RECORD, NOW)
    assert (one.marks, one.aims) == ((MarginMark.IMPORTANT,), (Aim.OPTION,))
    assert room.speaker(one) == room.speaker(two) == Speaker(room.people["hw"], unsure=True)
    assert change.added == (two.id,)
    assert change.reorders


@pytest.mark.parametrize("at", [-3, 0, 3, 4, 99])
def test_no_part_of_a_split_is_empty(room: Room, at: int) -> None:
    recorder = keep_all(room, r"hw: \one ")
    with pytest.raises(KnownError) as refused:
        recorder.split(room.vault, ids(room)[0], at)
    assert refused.value.code is ErrorCode.BAD_FIELD
    assert texts(room) == ["one "]


def test_consent_ends_with_a_split_and_comes_back_with_its_undoing(room: Room) -> None:
    recorder = keep_all(room, 'hw: " one two')
    given = Consent("the speaker", "2026-03-02")
    recorder.toggle_consent(room.vault, (), given)
    recorder.split(room.vault, ids(room)[0], 3)
    assert [entry.consent for entry in room.entries()] == [None, None]
    last = audit.entries(room.vault)[-1]
    assert (last.code, dict(last.facts)["reason"]) == ("consent_ended", "split")
    recorder.undo(room.vault)
    assert [entry.consent for entry in room.entries()] == [given]


def test_joined_neighbours_become_the_first_under_the_strictest_rule(room: Room) -> None:
    recorder = keep_all(room, "hw: one %check", "two *", "three %option", "pv: four")
    first, second, third, fourth = ids(room)
    recorder.put_under_rule(room.vault, [second], GroundRule.NOT_FOR_REPORT)
    recorder.join(room.vault, [third, first, second])
    one, rest = room.entries()
    assert (one.id, one.text, one.rule) == (first, "one two three", GroundRule.NOT_FOR_REPORT)
    assert (one.marks, one.aims) == ((MarginMark.IMPORTANT, MarginMark.CHECK), (Aim.OPTION,))
    assert room.speaker(one) == Speaker(room.people["hw"])
    assert rest.id == fourth
    recorder.undo(room.vault)
    assert ids(room) == [first, second, third, fourth]
    assert texts(room) == ["one", "two", "three", "four"]
    assert [entry.rule for entry in room.entries()] == [None, GroundRule.NOT_FOR_REPORT, None, None]


def test_a_join_of_several_voices_is_unsure_and_an_observation_stays_one(room: Room) -> None:
    recorder = keep_all(room, "hw: one", "pv: two", "-- seen")
    recorder.join(room.vault, ids(room)[:2])
    assert room.speaker(room.entries()[0]) == Speaker(room.people["hw"], unsure=True)
    recorder.join(room.vault, ids(room))
    (whole,) = room.entries()
    assert (whole.kind, whole.text) == (Kind.OBSERVATION, "one two seen")


def test_only_neighbours_of_one_session_are_joined(room: Room) -> None:
    recorder = keep_all(room, "hw: one", "two", "three")
    keep_all(room, "hw: elsewhere", number=1)
    first, second, third = ids(room)
    struck = recorder.strike(room.vault, [second])
    for wrong in ([first, third], [first], [], [first, *ids(room, 1)], [first, *struck]):
        with pytest.raises(KnownError) as refused:
            recorder.join(room.vault, wrong)
        assert refused.value.code is ErrorCode.BAD_FIELD
    assert ids(room) == [first, second, third]


def test_moved_entries_stand_in_their_order_where_they_were_put(room: Room) -> None:
    recorder = keep_all(room, "hw: a", "b", "c", "d", "e")
    a, b, c, d, e = ids(room)
    recorder.move(room.vault, [d, b], room.sessions[0].id, a)
    assert ids(room) == [b, d, a, c, e]
    recorder.move(room.vault, [b, a], room.sessions[0].id)
    assert ids(room) == [d, c, e, b, a]
    assert recorder.move(room.vault, [b, a], room.sessions[0].id) is None
    assert recorder.move(room.vault, [e], room.sessions[0].id, b) is None
    recorder.undo(room.vault)
    assert ids(room) == [b, d, a, c, e]
    recorder.undo(room.vault)
    assert ids(room) == [a, b, c, d, e]


def test_a_run_of_neighbours_stays_together(room: Room) -> None:
    recorder = keep_all(room, "hw: a", "b", "c", "d")
    a, b, c, d = ids(room)
    session = room.sessions[0].id
    recorder.move(room.vault, [a, b], session)
    assert ids(room) == [c, d, a, b]
    recorder.move(room.vault, [d, a, b], session, c)
    assert ids(room) == [d, a, b, c]
    recorder.undo(room.vault)
    recorder.undo(room.vault)
    assert ids(room) == [a, b, c, d]
    recorder.redo(room.vault)
    assert ids(room) == [c, d, a, b]


def test_entries_go_to_another_session_with_their_speakers_and_back_again(room: Room) -> None:
    recorder = keep_all(room, "hw: a", "pv: b", "kyc: c")
    other = keep_all(room, "dm: x", "y", number=1)
    a, b, c = ids(room)
    x, y = ids(room, 1)
    assert done(recorder.move(room.vault, [a, c], room.sessions[1].id, y)).reorders
    assert (ids(room), ids(room, 1)) == ([b], [x, a, c, y])
    assert room.speaker(room.entries(1)[2]) == Speaker(room.people["kyc"])
    done(other.undo(room.vault))  # it can be undone where they went, too
    assert (ids(room), ids(room, 1)) == ([a, b, c], [x, y])
    done(recorder.redo(room.vault))
    assert (ids(room), ids(room, 1)) == ([b], [x, a, c, y])


def test_a_move_is_not_undone_under_a_later_act_in_the_other_session(room: Room) -> None:
    recorder = keep_all(room, "hw: a")
    (a,) = ids(room)
    recorder.move(room.vault, [a], room.sessions[1].id)
    other = room.recorder(1)
    other.edit(room.vault, a, "hw: changed there")
    with pytest.raises(KnownError) as refused:
        recorder.undo(room.vault)
    assert refused.value.code is ErrorCode.UNDO_ELSEWHERE
    assert texts(room, 1) == ["changed there"]
    done(other.undo(room.vault))
    done(recorder.undo(room.vault))
    assert texts(room) == ["a"]


def test_moving_never_loosens(room: Room) -> None:
    set_session_rule(room.vault, room.sessions[0].id, GroundRule.OFF_RECORD)
    strict = keep_all(room, "hw: candid", "hw: more")
    recorder = keep_all(room, "hw: open", number=1)
    strict.move(room.vault, ids(room)[:1], room.sessions[1].id)
    assert [entry.rule for entry in room.entries(1)] == [None, GroundRule.OFF_RECORD]
    recorder.move(room.vault, ids(room, 1)[:1], room.sessions[0].id)
    assert [entry.rule for entry in room.entries(0)] == [None, None]  # it follows the stricter session now


def test_an_entry_of_a_looser_rule_of_its_own_comes_under_the_stricter_session(room: Room) -> None:
    set_session_rule(room.vault, room.sessions[0].id, GroundRule.OFF_RECORD)
    recorder = keep_all(room, "hw: released", number=1)
    recorder.put_under_rule(room.vault, ids(room, 1), GroundRule.ON_RECORD, "the speaker said so")
    recorder.move(room.vault, ids(room, 1), room.sessions[0].id)
    assert [entry.rule for entry in room.entries()] == [GroundRule.OFF_RECORD]


def test_no_entry_goes_to_another_meeting(room: Room) -> None:
    recorder = keep_all(room, "hw: a")
    dialogue = services.create_dialogue(room.vault, "Another")
    meeting = services.create_meeting(room.vault, dialogue.id, "first")
    session = services.add_session(room.vault, meeting.id, "its session")
    with pytest.raises(KnownError) as refused:
        recorder.move(room.vault, ids(room), session.id)
    assert refused.value.code is ErrorCode.BAD_FIELD


def test_a_place_among_the_moved_or_elsewhere_is_refused(room: Room) -> None:
    recorder = keep_all(room, "hw: a", "b")
    keep_all(room, "hw: x", number=1)
    a, b = ids(room)
    for before in (a, *ids(room, 1)):
        with pytest.raises(KnownError) as refused:
            recorder.move(room.vault, [a, b], room.sessions[0].id, before)
        assert refused.value.code is ErrorCode.BAD_FIELD


def test_entries_are_given_another_time_and_stay_in_their_order(room: Room) -> None:
    recorder = keep_all(room, "hw: one", "two")
    at = datetime.fromisoformat("2026-03-02T09:15:30.5")
    recorder.set_time(room.vault, ids(room)[1:], at)
    assert texts(room) == ["one", "two"]
    assert [entry.spoken_at for entry in room.entries()] == [NOW, at.replace(microsecond=0)]
    recorder.set_time(room.vault, ids(room), None)
    assert [entry.spoken_at for entry in room.entries()] == [None, None]
    assert recorder.set_time(room.vault, ids(room), None) is None
    recorder.undo(room.vault)
    recorder.undo(room.vault)
    assert [entry.spoken_at for entry in room.entries()] == [NOW, NOW]


def test_a_closed_meeting_is_not_mended(room: Room) -> None:
    recorder = keep_all(room, "hw: one two", "three")
    services.close_meeting(room.vault, room.meeting_id)
    first, second = ids(room)
    session = room.sessions[1].id
    acts: tuple[Callable[[], object], ...] = (
        lambda: recorder.split(room.vault, first, 3),
        lambda: recorder.join(room.vault, [first, second]),
        lambda: recorder.move(room.vault, [first], session),
        lambda: recorder.set_time(room.vault, [first], None),
        lambda: recorder.set_clock(room.vault, has_clock=False),
    )
    for act in acts:
        with pytest.raises(KnownError) as refused:
            act()
        assert refused.value.code is ErrorCode.MEETING_CLOSED
    assert texts(room) == ["one two", "three"]


def test_words_do_not_go_on_with_a_struck_entry(room: Room) -> None:
    recorder = keep_all(room, "hw: one")
    recorder.strike(room.vault, ())
    keep(room, recorder, "+ more")
    assert texts(room) == ["", "+ more"]
    assert interventions.count_interventions(room.vault, room.meeting_id) == 1
