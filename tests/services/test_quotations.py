"""Consent belongs to one speaker and to exact words, and every change of it is in the audit log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import MeetingState
from dialogue_notes.domain.record import Consent, Speaker
from dialogue_notes.services.quotations import toggle_consent
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.storage import audit, meetings
from tests.services.recording_room import NOW, Room, make_room

TODAY = Consent("the speaker", "2026-03-02")
LATER = Consent("the speaker", "2026-04-01")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = make_room(tmp_path)
    yield room
    room.vault.close()


def keep(room: Room, recorder: Recorder, *lines: str) -> None:
    for line in lines:
        recorder.keep(room.vault, line, NOW, None)


def consents(room: Room) -> list[Consent | None]:
    return [entry.consent for entry in room.entries()]


def logged(room: Room) -> list[str]:
    return [entry.code for entry in audit.entries(room.vault) if entry.code.startswith("consent")]


def test_consent_noted_before_keeps_its_day_when_more_quotations_get_theirs(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, 'hw: " One', '" Two', "plain")
    ids = [entry.id for entry in room.entries()]
    recorder.toggle_consent(room.vault, ids[:1], TODAY)
    recorder.toggle_consent(room.vault, ids, LATER)
    assert consents(room) == [TODAY, LATER, None]
    recorder.undo(room.vault)
    assert consents(room) == [TODAY, None, None]
    recorder.redo(room.vault)
    recorder.toggle_consent(room.vault, ids, LATER)
    assert consents(room) == [None, None, None]
    ended, noted = "consent_ended", "consent_noted"
    assert logged(room) == [noted, noted, ended, noted, ended, ended]


@pytest.mark.parametrize("line", ["s/One/Two/", "+ and more"])
def test_consent_comes_back_only_with_the_very_words_it_was_for(room: Room, line: str) -> None:
    recorder = room.recorder()
    keep(room, recorder, 'hw: " One')
    recorder.toggle_consent(room.vault, (), TODAY)
    keep(room, recorder, line)
    assert consents(room) == [None]
    recorder.undo(room.vault)
    assert (room.entries()[0].text, consents(room)) == ("One", [TODAY])
    recorder.redo(room.vault)
    assert consents(room) == [None]
    assert logged(room) == ["consent_noted", "consent_ended", "consent_noted", "consent_ended"]


@pytest.mark.parametrize("line", ["hw: One", 'hw: " One two', 'pv: " One', '?: " One', 'zz: " One'])
def test_consent_ends_with_an_edit_of_kind_words_or_speaker(room: Room, line: str) -> None:
    recorder = room.recorder()
    keep(room, recorder, 'hw: " One')
    recorder.toggle_consent(room.vault, (), TODAY)
    recorder.edit(room.vault, room.entries()[0].id, line)
    assert consents(room) == [None]
    assert logged(room) == ["consent_noted", "consent_ended"]


def test_consent_ends_with_another_speaker_and_stays_with_a_mark(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, 'hw: " One')
    (entry,) = room.entries()
    recorder.toggle_consent(room.vault, (), TODAY)
    keep(room, recorder, "*")
    assert consents(room) == [TODAY]
    recorder.reattribute(room.vault, [entry.id], Speaker(room.people["pv"]))
    assert consents(room) == [None]
    recorder.undo(room.vault)
    assert (consents(room), room.speaker(entry)) == ([TODAY], Speaker(room.people["hw"]))


def test_a_reviewed_meeting_is_open_to_review_again_when_words_come_back_into_it(room: Room) -> None:
    keep(room, room.recorder(), 'hw: " One')
    ids = [entry.id for entry in room.entries()]
    meeting = meetings.meeting(room.vault, room.meeting_id)
    for state in (MeetingState.CLOSED, MeetingState.REVIEWED):  # given, then taken back
        meetings.update_meeting(room.vault, replace(meeting, state=MeetingState.REVIEWED))
        toggle_consent(room.vault, ids, TODAY)
        assert meetings.meeting(room.vault, room.meeting_id).state is state
