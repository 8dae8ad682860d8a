from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import (
    Aim,
    EntryFlag,
    GroundRule,
    Kind,
    MarginMark,
)
from dialogue_notes.domain.record import Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import meetings as services
from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.rules import set_session_rule
from dialogue_notes.services.recording.types import KeptEntry, Outcome
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.services.timeline import timeline
from dialogue_notes.storage import drafts, interventions
from tests.services.recording_room import NOW, Room, make_room
from tests.support.vaults import reopen


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


def keep(room: Room, recorder: Recorder, line: str, rule: GroundRule | None = None) -> KeptEntry:
    return recorder.keep(room.vault, line, NOW, rule)


def test_a_kept_line_is_on_the_disk_with_its_speaker_and_the_draft_is_gone(room: Room) -> None:
    recorder = room.recorder()
    save_draft(room.vault, room.sessions[0].id, "kyc: the moratorium", 19)
    kept = keep(room, recorder, "kyc: the moratorium was a signal %attitude")
    assert kept.outcome is Outcome.ADDED
    room.vault.close()
    again = replace(room, vault=reopen(room.vault.folder))
    (entry,) = again.entries()
    assert (entry.text, entry.kind, entry.aims) == (
        "the moratorium was a signal",
        Kind.STATEMENT,
        (Aim.ATTITUDE,),
    )
    assert entry.spoken_at == NOW
    assert entry.rule is None
    assert again.speaker(entry) == Speaker(room.people["kyc"])
    assert drafts.draft(again.vault, room.sessions[0].id) is None
    again.vault.close()


def test_the_speaker_stays_until_changed(room: Room) -> None:
    recorder = room.recorder()
    for line in ("hw: one", "two", "-- tense", "three", "pv:", "four", "~ kyc: told me", "five"):
        keep(room, recorder, line)
    said = {entry.text: room.speaker(entry).participant_id for entry in room.entries()}
    hw, pv, kyc = (room.people[code] for code in ("hw", "pv", "kyc"))
    assert said == {"one": hw, "two": hw, "tense": None, "three": hw, "four": pv, "told me": kyc, "five": pv}
    assert record_view(room.vault, room.sessions[0].id).speaker == Speaker(pv)


@pytest.mark.parametrize("line", ["", "   "])
def test_an_empty_line_keeps_nothing_but_clears_the_draft(room: Room, line: str) -> None:
    save_draft(room.vault, room.sessions[0].id, "  ", 2)
    assert keep(room, room.recorder(), line).outcome is Outcome.NOTHING
    assert room.entries() == ()
    assert drafts.draft(room.vault, room.sessions[0].id) is None


def test_a_continuation_joins_the_last_entry_and_keeps_its_history(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: verification")
    keep(room, recorder, "+ need not mean inspectors %check")
    (entry,) = room.entries()
    assert entry.text == "verification need not mean inspectors"
    assert entry.marks == (MarginMark.CHECK,)
    assert [step.before for step in timeline(room.vault, entry.id) if step.what == "text"] == ["verification"]


def test_mends_and_marks_change_the_last_entry(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: tehre is time")
    keep(room, recorder, "s/tehre/there/")
    keep(room, recorder, "*")
    keep(room, recorder, "mend time > no time")
    (entry,) = room.entries()
    assert (entry.text, entry.marks) == ("there is no time", (MarginMark.IMPORTANT,))


def test_a_line_noted_later_carries_the_time_it_was_spoken(room: Room) -> None:
    keep(room, room.recorder(), "1005: hw: earlier")
    recorder = room.recorder()
    recorder.keep(room.vault, "2350: hw: before midnight", NOW.replace(day=3, hour=0, minute=10), None)
    assert [entry.spoken_at for entry in room.entries()] == [
        NOW.replace(minute=5, second=0),
        NOW.replace(hour=23, minute=50, second=0),
    ]


def test_a_line_takes_the_strictest_rule_since_its_first_key(room: Room) -> None:
    session = room.sessions[0].id
    recorder = room.recorder()
    keep(room, recorder, "hw: under chatham house")
    save_draft(room.vault, session, "hw: begun", 9)
    set_session_rule(room.vault, session, GroundRule.OFF_RECORD)
    set_session_rule(room.vault, session, GroundRule.CHATHAM_HOUSE, "the chairs allowed it")
    keep(room, recorder, "hw: begun before and ended after")
    keep(room, recorder, "hw: seen under a stricter rule", GroundRule.NOT_FOR_REPORT)
    keep(room, recorder, "hw: after")
    assert [entry.rule for entry in room.entries()] == [
        GroundRule.CHATHAM_HOUSE,
        GroundRule.OFF_RECORD,
        GroundRule.NOT_FOR_REPORT,
        None,
    ]


def test_words_added_under_a_stricter_rule_tighten_the_whole_entry(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: careful")
    set_session_rule(room.vault, room.sessions[0].id, GroundRule.OFF_RECORD)
    keep(room, recorder, "+ very")
    assert [entry.rule for entry in room.entries()] == [GroundRule.OFF_RECORD]


def test_loosening_lets_out_nothing_said_before(room: Room) -> None:
    session = room.sessions[0].id
    set_session_rule(room.vault, session, GroundRule.OFF_RECORD)
    keep(room, room.recorder(), "hw: candid")
    with pytest.raises(KnownError) as refused:
        set_session_rule(room.vault, session, GroundRule.ON_RECORD)
    assert refused.value.code is ErrorCode.REASON_NEEDED
    assert [entry.rule for entry in room.entries()] == [None]
    set_session_rule(room.vault, session, GroundRule.ON_RECORD, "both chairs, 14:20")
    assert [entry.rule for entry in room.entries()] == [GroundRule.OFF_RECORD]


def test_an_unrecognised_code_is_kept_as_typed_and_flagged(room: Room) -> None:
    keep(room, room.recorder(), "hx: maybe")
    (entry,) = room.entries()
    assert (entry.text, entry.flags) == ("hx: maybe", (EntryFlag.SPEAKER_NOT_RECOGNISED,))
    assert room.speaker(entry) == Speaker()


def test_an_edit_keeps_the_history_and_a_speaker_that_it_does_not_name(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw?: verification")
    edited = recorder.line_of(room.vault)
    assert edited is not None
    assert edited.line == "hw?: verification"
    recorder.edit(room.vault, edited.intervention_id, "verification, and trust")
    (entry,) = room.entries()
    assert entry.text == "verification, and trust"
    assert room.speaker(entry) == Speaker(room.people["hw"], unsure=True)
    recorder.edit(room.vault, entry.id, 'kyc: " never')
    (entry,) = room.entries()
    assert (entry.kind, entry.text) == (Kind.QUOTE, "never")
    assert room.speaker(entry) == Speaker(room.people["kyc"])
    assert [step.what for step in timeline(room.vault, entry.id)] == [
        "noted",
        "text",
        "text",
        "speaker",
        "kind",
    ]


@pytest.mark.parametrize("line", ["", "  "])
def test_an_emptied_edit_changes_nothing(room: Room, line: str) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: stays")
    assert recorder.edit(room.vault, room.entries()[0].id, line) is None
    assert room.entries()[0].text == "stays"


def test_a_run_of_entries_gets_another_speaker_and_loses_its_flags(room: Room) -> None:
    recorder = room.recorder()
    for line in ("?: one", "two", "-- seen"):
        keep(room, recorder, line)
    ids = [entry.id for entry in room.entries()]
    recorder.reattribute(room.vault, ids[:2], Speaker(room.people["pjs"]))
    assert [room.speaker(entry).participant_id for entry in room.entries()] == [room.people["pjs"]] * 2 + [
        None
    ]
    assert [entry.flags for entry in room.entries()] == [(), (), ()]


def test_undo_and_redo_walk_through_keeps_edits_and_attributions(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one")
    keep(room, recorder, "two")
    first, second = room.entries()
    recorder.edit(room.vault, first.id, "hw: one, changed")
    recorder.reattribute(room.vault, [second.id], Speaker(room.people["kyc"]))
    states = [[entry.text for entry in room.entries()]]
    while recorder.undo(room.vault) is not None:
        states.append([entry.text for entry in room.entries()])
    assert states == [["one, changed", "two"], ["one, changed", "two"], ["one", "two"], ["one"], []]
    for expected in (["one"], ["one", "two"], ["one, changed", "two"], ["one, changed", "two"]):
        assert recorder.redo(room.vault) is not None
        assert [entry.text for entry in room.entries()] == expected
    assert recorder.redo(room.vault) is None
    assert room.speaker(room.entries()[1]) == Speaker(room.people["kyc"])


def test_undo_does_not_touch_what_something_else_changed_since(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one")
    (entry,) = room.entries()
    interventions.update_intervention(room.vault, replace(entry, text="changed in another room"))
    with pytest.raises(KnownError) as refused:
        recorder.undo(room.vault)
    assert refused.value.code is ErrorCode.NOTHING_TO_UNDO
    assert room.entries()[0].text == "changed in another room"


def test_a_closed_meeting_keeps_no_line_and_the_draft_stays(room: Room) -> None:
    save_draft(room.vault, room.sessions[0].id, "hw: late", 8)
    services.close_meeting(room.vault, room.meeting_id)
    with pytest.raises(KnownError) as refused:
        keep(room, room.recorder(), "hw: late")
    assert refused.value.code is ErrorCode.MEETING_CLOSED
    draft = drafts.draft(room.vault, room.sessions[0].id)
    assert draft is not None
    assert draft.text == "hw: late"


def test_half_a_character_is_refused_in_words_without_the_text(room: Room) -> None:
    for act in (
        lambda: keep(room, room.recorder(), "a\ud800"),
        lambda: save_draft(room.vault, room.sessions[0].id, "\udfff", 1),
    ):
        with pytest.raises(KnownError) as refused:
            act()
        assert refused.value.code is ErrorCode.BAD_FIELD
    assert room.entries() == ()


@pytest.mark.parametrize(
    "text", ["a\u00a0b", "a\u2028b", "e\u0301", "\u202eabc", "a\x00b", "연락 채널", "x" * 100_000]
)
def test_text_survives_exactly(room: Room, text: str) -> None:
    keep(room, room.recorder(), "hw: " + text)
    assert room.entries()[0].text == text


def test_a_line_that_fails_keeps_draft_and_state(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one")
    save_draft(room.vault, room.sessions[0].id, "kyc: two", 8)
    services.close_meeting(room.vault, room.meeting_id)
    with pytest.raises(KnownError):
        keep(room, recorder, "kyc: two")
    services.reopen_meeting(room.vault, room.meeting_id)
    keep(room, recorder, "goes on")
    assert room.speaker(room.entries()[1]) == Speaker(room.people["hw"])


def test_who_speaks_goes_back_with_the_entry_that_said_so(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one")
    keep(room, recorder, "pv: two")
    recorder.undo(room.vault)
    assert recorder.speaker == Speaker(room.people["hw"])
    recorder.redo(room.vault)
    assert recorder.speaker == Speaker(room.people["pv"])
