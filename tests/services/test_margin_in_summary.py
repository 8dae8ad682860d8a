"""What stands in the margin of the record, from the typed line to the text of a summary."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.record import Consent
from dialogue_notes.export.render.text import render_text
from dialogue_notes.services import summaries
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "room.vault")
    yield made
    made.vault.close()


def drafted(room: Room, *lines: str) -> str:
    recorder = room.recorder()
    for line in lines:
        recorder.keep(room.vault, line, NOW, None)
    summary_id = summaries.draft_summary(room.vault, room.meeting_id, "inside", True).summary_id
    sanitised = summaries.summary_state(room.vault, summary_id).sanitised
    assert sanitised is not None
    return render_text(sanitised).decode()


def test_doubt_gaps_and_marks_are_in_the_text_of_the_summary(room: Room) -> None:
    text = drafted(
        room,
        "hw?: notice might be given early",
        "..",
        ".. about the second proposal",
        "pv: a date could be floated %balloon",
        "pv: this is my own opinion %personal",
        "pv: we were told to say this %instructed",
        "pv: heard only in part %unsure",
    )
    assert "speaker unsure" in text
    assert text.count("Something was missed here.") == 2
    assert "about the second proposal" in text
    for words in ("trial balloon", "personal view", "instructed line", "unsure"):
        assert words in text


def test_interpreted_words_are_no_quotation_of_whoever_spoke_through_an_interpreter(room: Room) -> None:
    recorder = room.recorder()
    for line in ("kyc: we agree %interpreted", '" we shall never sign', 'hw: " nor shall we'):
        recorder.keep(room.vault, line, NOW, None)
    quotes = [entry.id for entry in room.entries()[1:]]
    recorder.toggle_consent(room.vault, quotes, Consent("the speaker", "2026-03-02"))
    assert [entry.interpreted for entry in room.entries()] == [True, True, False]
    text = drafted(room)
    assert "we shall never sign" in text
    assert "“we shall never sign" not in text
    assert "“nor shall we”" in text
