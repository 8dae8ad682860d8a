"""Words that are struck are in no half typed line either."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.storage import closing_drafts, drafts
from dialogue_notes.storage.closing_drafts import ClosingDraft
from dialogue_notes.storage.half_typed import HalfTyped, half_typed, set_half_typed
from tests.services.recording_room import NOW, Room, make_room

WORD = "Quetzalcoatlus"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


@pytest.mark.parametrize(
    ("struck", "half_typed", "left"),
    [
        (f"the {WORD} said", f"hw: and  the {WORD}  SAID again", ""),
        ("yes", "hw: yes", ""),
        ("yes", "YES", ""),
        ("yes", "hw: yes, but", "hw: yes, but"),
        (f"the {WORD} said", "hw: another line", "hw: another line"),
    ],
)
def test_a_line_that_holds_struck_words_is_emptied(
    room: Room, struck: str, half_typed: str, left: str
) -> None:
    recorder, session = room.recorder(), room.sessions[1].id
    recorder.keep(room.vault, f"hw: {struck}", NOW, None)
    save_draft(room.vault, session, half_typed, 2, "", half_typed)
    recorder.strike(room.vault, [room.entries()[0].id])
    draft = drafts.draft(room.vault, session)
    assert draft is not None
    assert (draft.text, draft.aside) == (left, left)


def test_a_line_with_earlier_words_of_a_struck_entry_is_emptied_too(room: Room) -> None:
    recorder, session = room.recorder(), room.sessions[0].id
    recorder.keep(room.vault, f"hw: {WORD}", NOW, None)
    recorder.edit(room.vault, room.entries()[0].id, "hw: nothing of it")
    save_draft(room.vault, session, f"hw: {WORD}", 2)
    recorder.strike(room.vault, [room.entries()[0].id])
    draft = drafts.draft(room.vault, session)
    assert draft is not None
    assert draft.text == ""


def test_the_chairs_text_and_the_fields_of_sheets_are_emptied_too(room: Room) -> None:
    recorder, session = room.recorder(), room.sessions[0].id
    recorder.keep(room.vault, f"hw: the {WORD} said", NOW, None)
    closing_drafts.save_draft(room.vault, session, ClosingDraft(f"As the {WORD} said", 3))
    set_half_typed(
        room.vault, room.meeting_id, [HalfTyped("a", f"the {WORD} said", 2), HalfTyped("b", "else", 2)]
    )
    recorder.strike(room.vault, ())
    closing = closing_drafts.draft(room.vault, session)
    assert closing is not None
    assert closing.text == ""
    assert [each.text for each in half_typed(room.vault, room.meeting_id)] == ["", "else"]
