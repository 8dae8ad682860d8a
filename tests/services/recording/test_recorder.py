"""A session's recorder in a meeting that was closed, and words that a session gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import GroundRule, MarginMark
from dialogue_notes.domain.record import Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import meetings as services
from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.storage import drafts
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = make_room(tmp_path)
    yield room
    room.vault.close()


def test_a_closed_meeting_lets_nobody_undo_mark_or_attribute(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: one", NOW, None)
    (entry,) = room.entries()
    services.close_meeting(room.vault, room.meeting_id)
    acts: tuple[Callable[[], object], ...] = (
        lambda: recorder.undo(room.vault),
        lambda: recorder.redo(room.vault),
        lambda: recorder.toggle_mark(room.vault, (), MarginMark.CHECK),
        lambda: recorder.reattribute(room.vault, [entry.id], Speaker(room.people["pv"])),
    )
    for act in acts:
        with pytest.raises(KnownError) as refused:
            act()
        assert refused.value.code is ErrorCode.MEETING_CLOSED
    assert room.entries() == (entry,)
    services.reopen_meeting(room.vault, room.meeting_id)
    assert recorder.undo(room.vault) is None  # closing settled what was done before


def test_words_put_back_stand_before_what_is_half_typed_with_its_caret(room: Room) -> None:
    recorder, session_id = room.recorder(), room.sessions[0].id
    recorder.put_back(room.vault, "hw: one", None)
    first = drafts.draft(room.vault, session_id)
    assert first is not None
    assert (first.text, first.caret) == ("hw: one", 7)
    save_draft(room.vault, session_id, "two", 1)
    recorder.put_back(room.vault, "hw: one", None)
    draft = drafts.draft(room.vault, session_id)
    assert draft is not None
    assert (draft.text, draft.caret) == ("hw: one two", 9)


def test_a_struck_entry_takes_no_words_no_speaker_and_no_mark(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: one", NOW, None)
    (entry,) = room.entries()
    recorder.strike(room.vault, ())
    struck = room.entries()
    with pytest.raises(KnownError) as refused:
        recorder.edit(room.vault, entry.id, "hw: words again")
    assert refused.value.code is ErrorCode.BAD_FIELD
    assert recorder.reattribute(room.vault, [entry.id], Speaker(room.people["pv"])) is None
    assert recorder.toggle_mark(room.vault, (), MarginMark.CHECK) is None
    assert room.entries() == struck


def test_a_typo_mended_in_the_last_entry_leaves_the_room_with_whoever_speaks(room: Room) -> None:
    recorder, people = room.recorder(), room.people
    for line in ("hw: one", "~ kyc: they wld rather not say"):
        recorder.keep(room.vault, line, NOW, None)
    aside = room.entries()[-1].id
    begun = recorder.line_of(room.vault, aside)
    assert begun is not None
    recorder.edit(room.vault, aside, begun.line.replace("wld", "would"))
    assert recorder.speaker == Speaker(people["hw"])
    recorder.keep(room.vault, "pv: two", NOW, None)
    recorder.keep(room.vault, "hw:", NOW, None)
    recorder.edit(room.vault, room.entries()[-1].id, "pv: three")
    assert recorder.speaker == Speaker(people["hw"])
    recorder.edit(room.vault, room.entries()[-1].id, "kyc: three")
    assert recorder.speaker == Speaker(people["kyc"])  # it was kyc who spoke, and who goes on


def test_what_changes_nothing_is_nothing_to_undo(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: one *", NOW, None)
    recorder.keep(room.vault, "*", NOW, None)
    recorder.put_under_rule(room.vault, [room.entries()[0].id], GroundRule.OFF_RECORD)
    recorder.put_under_rule(room.vault, [room.entries()[0].id], GroundRule.OFF_RECORD)
    recorder.undo(room.vault)
    assert room.entries()[0].rule is None
    recorder.undo(room.vault)
    assert room.entries() == ()
