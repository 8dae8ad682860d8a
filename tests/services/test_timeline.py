from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import Aim, GroundRule, MarginMark
from dialogue_notes.domain.record import Consent, Speaker
from dialogue_notes.services.recording import history as recording_history
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.timeline import TimelineStep, local_time, timeline
from dialogue_notes.storage import dialogues, interventions, meetings
from dialogue_notes.storage.vault import unlock
from tests.services.recording_room import NOW, Room, make_room
from tests.support.sample_vault import PASSPHRASE, WORD
from tests.support.vaults import CHEAP

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "vaults"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


def keep(room: Room, *lines: str) -> Recorder:
    recorder = room.recorder()
    for line in lines:
        recorder.keep(room.vault, line, NOW, None)
    return recorder


def said(steps: tuple[TimelineStep, ...]) -> list[tuple[str, str, str]]:
    """What was changed, without the first step of an entry that was kept."""
    return [(step.what, step.before, step.after) for step in steps if step.what != "noted"]


def test_every_change_is_told_in_words_with_who_and_when(room: Room) -> None:
    recorder = keep(room, 'hw: " one two')
    (entry,) = (each.id for each in room.entries())
    recorder.toggle_consent(room.vault, (), Consent("the speaker", "2026-03-02"))
    recorder.toggle_mark(room.vault, (), MarginMark.TRIAL_BALLOON)
    recorder.toggle_mark(room.vault, (), Aim.OPTION)
    recorder.put_under_rule(room.vault, [entry], GroundRule.OFF_RECORD)
    recorder.set_time(room.vault, [entry], None)
    recorder.edit(room.vault, entry, "kyc?: one two three")
    recorder.move(room.vault, [entry], room.sessions[1].id)
    steps = timeline(room.vault, entry)
    assert said(steps) == [
        ("consent", "", "the speaker, 2026-03-02"),
        ("marks", "", "trial balloon"),
        ("marks", "trial balloon", "trial balloon, option"),
        ("rule", "", "Off the record"),
        ("time", "2026-03-02 10:31", ""),
        ("text", "one two", "one two three"),
        ("speaker", "Helen Whitcombe", "Kang Yong-chol (unsure)"),
        ("kind", "quote", "statement"),
        ("marks", "trial balloon, option", ""),
        ("consent", "the speaker, 2026-03-02", ""),
        ("moved", "Opening views", "Notification of tests"),
    ]
    assert {step.by for step in steps} == {"Ada Holm"}
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    assert "three" not in repr(steps)


def test_splitting_and_joining_show_the_words_on_both_sides(room: Room) -> None:
    recorder = keep(room, "hw: one two")
    first = room.entries()[0].id
    recorder.split(room.vault, first, 3)
    second = room.entries()[1].id
    assert said(timeline(room.vault, first)) == [("split", "one two", "one")]
    assert said(timeline(room.vault, second)) == [("split", "", "two")]
    recorder.join(room.vault, [first, second])
    assert said(timeline(room.vault, first))[1:] == [("joined", "one", "one two")]


def test_what_was_undone_and_done_again_is_said(room: Room) -> None:
    recorder = keep(room, "hw: one")
    entry = room.entries()[0].id
    recorder.edit(room.vault, entry, "hw: two")
    recorder.undo(room.vault)
    recorder.redo(room.vault)
    assert said(timeline(room.vault, entry)) == [
        ("text", "one", "two"),
        ("text, undone", "two", "one"),
        ("text, redone", "one", "two"),
    ]


def test_a_history_begins_with_who_noted_the_entry(room: Room) -> None:
    keep(room, "hw: one")
    (first,) = timeline(room.vault, room.entries()[0].id)
    assert (first.what, first.by, first.before, first.after) == ("noted", "Ada Holm", "", "")


def test_an_entry_that_comes_back_has_its_whole_history(room: Room) -> None:
    recorder = keep(room, "hw: one")
    entry = room.entries()[0].id
    recorder.edit(room.vault, entry, "kyc: two")
    history = timeline(room.vault, entry)
    recorder.undo(room.vault)
    recorder.undo(room.vault)
    recorder.redo(room.vault)
    recorder.redo(room.vault)
    steps = timeline(room.vault, entry)
    assert steps[: len(history)] == history
    assert [step.what for step in steps[len(history) :]] == [
        "text, undone",
        "speaker, undone",
        "noted, redone",
        "text, redone",
        "speaker, redone",
    ]


def test_both_histories_come_back_when_a_joining_is_undone(room: Room) -> None:
    recorder = keep(room, "hw: one", "kyc: two")
    first, second = (each.id for each in room.entries())
    recorder.edit(room.vault, second, "kyc: three")
    history = timeline(room.vault, second)
    recorder.join(room.vault, [first, second])
    recorder.undo(room.vault)
    steps = timeline(room.vault, second)
    assert steps[: len(history)] == history
    assert said(steps[len(history) :]) == [("joined, undone", "", "three")]


def test_nobody_and_those_who_left_the_roster_are_named_as_such(room: Room) -> None:
    recorder = keep(room, "?: one")
    entry = room.entries()[0].id
    recorder.reattribute(room.vault, [entry], Speaker(room.people["pv"]))
    recorder.reattribute(room.vault, [entry], Speaker(None))
    room.vault.database.run("DELETE FROM participant WHERE id = ?", (room.people["pv"],))
    assert said(timeline(room.vault, entry)) == [
        ("speaker", "nobody", "somebody no longer on the roster"),
        ("speaker", "somebody no longer on the roster", "nobody"),
    ]


def test_times_are_shown_as_the_clock_on_the_wall() -> None:
    at = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    assert local_time("2026-03-02T10:00:00.123Z") == at.astimezone().replace(tzinfo=None)


def test_the_earlier_texts_of_older_vaults_are_told_too(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    shutil.copytree(SAMPLES / "version-1", folder)
    vault = unlock(folder, bytearray(PASSPHRASE, "utf-8"), minimum=CHEAP)
    (dialogue,) = dialogues.dialogues(vault)
    (meeting,) = meetings.meetings(vault, dialogue.id)
    entry = interventions.meeting_interventions(vault, meeting.id)[1]
    assert said(timeline(vault, entry.id)) == [
        ("text", f"earlier entry 2 {WORD}", f"entry 2 {WORD}"),
    ]
    vault.close()


def test_what_was_done_in_a_vault_of_version_2_is_told_and_undone(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    shutil.copytree(SAMPLES / "version-2", folder)
    vault = unlock(folder, bytearray(PASSPHRASE, "utf-8"), minimum=CHEAP)
    (dialogue,) = dialogues.dialogues(vault)
    (meeting,) = meetings.meetings(vault, dialogue.id)
    entry = interventions.meeting_interventions(vault, meeting.id)[0]
    assert said(timeline(vault, entry.id)) == [
        (
            "marks",
            "unsure, trial balloon, option, channel",
            "check, trial balloon, unsure, option, channel",
        )
    ]
    assert recording_history.undo(vault, entry.session_id) is not None
    assert len(timeline(vault, entry.id)) == 2
    vault.close()
