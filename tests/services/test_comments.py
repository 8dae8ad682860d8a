"""Comments in threads and second looks: they follow the words, end with them, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import MeetingState
from dialogue_notes.errors import ErrorCode
from dialogue_notes.services import comments
from dialogue_notes.services.comments import OpenMatters
from dialogue_notes.services.reviewing import history
from dialogue_notes.storage import comments as stored
from dialogue_notes.storage import meetings
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import stamp
from tests.services.commenting import TEXT, about, as_somebody_else, begin, refused, words_of
from tests.services.recording_room import NOW, Room, make_room
from tests.support.raw_pages import decrypted_pages


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    made.recorder().keep(made.vault, f"hw: {TEXT}", NOW, None)
    yield made
    made.vault.close()


def test_a_thread_keeps_who_said_what_in_order(room: Room) -> None:
    thread = begin(room)
    as_somebody_else(room)
    comments.reply(room.vault, thread, "  The father.\n")
    (found,) = comments.threads(room.vault, room.meeting_id)
    assert [one.text for one in found.comments] == ["Is this the son?", "The father."]
    assert found.comments[1].made_by == "another slot"
    assert found.is_open


def test_what_has_no_words_is_refused(room: Room) -> None:
    for text in ("", " \n", "half \ud83d"):
        refused(ErrorCode.BAD_FIELD, partial(begin, room, text=text))
    assert comments.threads(room.vault, room.meeting_id) == ()


def test_own_comments_alone_are_edited_and_removed(room: Room) -> None:
    thread = begin(room)
    comment = stored.thread(room.vault, thread).comments[0].id
    comments.edit(room.vault, thread, comment, "Is this the father?")
    assert stored.thread(room.vault, thread).comments[0].edited_at
    as_somebody_else(room)
    refused(ErrorCode.BAD_FIELD, lambda: comments.edit(room.vault, thread, comment, "No."))
    refused(ErrorCode.BAD_FIELD, lambda: comments.remove(room.vault, thread, comment))
    assert [one.text for one in stored.thread(room.vault, thread).comments] == ["Is this the father?"]


def test_the_thread_goes_with_its_last_comment(room: Room) -> None:
    thread = begin(room)
    comments.reply(room.vault, thread, "The father.")
    first, second = stored.thread(room.vault, thread).comments
    comments.remove(room.vault, thread, first.id)
    assert [one.text for one in stored.thread(room.vault, thread).comments] == ["The father."]
    comments.remove(room.vault, thread, second.id)
    assert stored.find_thread(room.vault, thread) is None


def test_a_thread_follows_the_edits_of_its_words(room: Room) -> None:
    thread = begin(room, "Han")
    entry = room.entries()[0]
    room.recorder().edit(room.vault, entry.id, f"hw: \U0001f600 He said: {TEXT}")
    assert words_of(room, thread) == "Han"
    room.recorder().undo(room.vault)
    assert words_of(room, thread) == "Han"


def test_a_thread_whose_words_went_stays_with_its_text(room: Room) -> None:
    thread = begin(room, "Han")
    room.recorder().edit(room.vault, room.entries()[0].id, "hw: Nobody would object.")
    found = stored.thread(room.vault, thread).about
    assert found.place == about(room).place


@pytest.mark.parametrize("words", ["Minister Han", "hotline"])
def test_a_thread_follows_splitting_and_joining_and_back(room: Room, words: str) -> None:
    thread = begin(room, words)
    recorder = room.recorder()
    recorder.split(room.vault, room.entries()[0].id, TEXT.index("to a"))
    assert words_of(room, thread) == words
    recorder.join(room.vault, [one.id for one in room.entries()])
    assert words_of(room, thread) == words
    recorder.undo(room.vault)
    assert words_of(room, thread) == words
    recorder.undo(room.vault)
    assert words_of(room, thread) == words
    assert [one.text for one in room.entries()] == [TEXT]


def test_what_is_about_a_whole_entry_finds_its_words_after_joining(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: Nor to a second one.", NOW, None)
    change = comments.begin(room.vault, room.meeting_id, about(room, "", 1), "Which one?")
    assert change.after
    recorder.join(room.vault, [one.id for one in room.entries()])
    assert words_of(room, change.after.id) == "Nor to a second one."


def test_a_strike_destroys_what_was_written_of_the_words(room: Room) -> None:
    change = comments.begin(room.vault, room.meeting_id, about(room), "Quetzal said so.")
    assert change.after
    comments.remove(room.vault, change.after.id, change.after.comments[0].id)
    begin(room, text="Quetzal, surely.")
    room.recorder().strike(room.vault, [room.entries()[0].id])
    assert comments.threads(room.vault, room.meeting_id) == ()
    assert not any(b"Quetzal" in page for page in decrypted_pages(room.vault))
    assert history.undo(room.vault, room.meeting_id) is None
    refused(ErrorCode.NOT_FOUND, lambda: begin(room, ""))


def test_a_strike_destroys_what_was_written_of_words_that_were_split_off(room: Room) -> None:
    begin(room, "hotline", text="Quetzal offered it.")
    recorder = room.recorder()
    recorder.split(room.vault, room.entries()[0].id, TEXT.index("to a"))
    recorder.strike(room.vault, [room.entries()[0].id])
    assert not any(b"Quetzal" in page for page in decrypted_pages(room.vault))


def test_a_thread_waits_for_an_entry_that_was_taken_back(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: More to come.", NOW, None)
    comments.begin(room.vault, room.meeting_id, about(room, "", 1), "When?")
    recorder.undo(room.vault)
    assert comments.open_matters(room.vault, room.meeting_id) == OpenMatters(0, 0)
    recorder.redo(room.vault)
    assert comments.open_matters(room.vault, room.meeting_id) == OpenMatters(0, 1)
    recorder.undo(room.vault)
    stored.destroy_of_gone_entries(room.vault, room.meeting_id)
    recorder.redo(room.vault)
    assert comments.threads(room.vault, room.meeting_id) == ()


def test_open_matters_are_counted_by_kind(room: Room) -> None:
    look, thread = begin(room, look=True), begin(room, "hotline")
    assert comments.open_matters(room.vault, room.meeting_id) == OpenMatters(1, 1)
    comments.resolve(room.vault, thread)
    as_somebody_else(room)
    comments.resolve(room.vault, look)
    assert comments.open_matters(room.vault, room.meeting_id).count == 0


def test_whoever_asked_for_a_second_look_needs_a_reason_to_do_without(room: Room) -> None:
    look = begin(room, look=True)
    refused(ErrorCode.BAD_FIELD, lambda: comments.resolve(room.vault, look, " "))
    assert stored.thread(room.vault, look).is_open
    comments.resolve(room.vault, look, "The chair told me.")
    settled = stored.thread(room.vault, look)
    assert not settled.is_open
    assert settled.comments[-1].text == "The chair told me."


def test_a_second_look_is_cleared_and_not_removed(room: Room) -> None:
    look = begin(room, look=True)
    comment = stored.thread(room.vault, look).comments[0].id
    refused(ErrorCode.BAD_FIELD, lambda: comments.remove(room.vault, look, comment))


def test_a_legal_hold_keeps_every_comment(room: Room) -> None:
    change = comments.begin(room.vault, room.meeting_id, about(room), "Hm.")
    assert change.after
    thread, comment = change.after.id, change.after.comments[0].id
    room.vault.database.run(
        "INSERT INTO legal_hold VALUES (?, ?, 'court', NULL, ?, ?)",
        (new_id(), room.meeting_id, *stamp(room.vault)),
    )
    refused(ErrorCode.LEGAL_HOLD, lambda: comments.remove(room.vault, thread, comment))
    refused(ErrorCode.LEGAL_HOLD, lambda: comments.edit(room.vault, thread, comment, "Ah."))
    refused(ErrorCode.LEGAL_HOLD, lambda: history.undo(room.vault, room.meeting_id))
    comments.reply(room.vault, thread, "Ah.")
    assert [one.text for one in stored.thread(room.vault, thread).comments] == ["Hm.", "Ah."]


@pytest.mark.parametrize("act", ["begin", "reply", "reopen"])
def test_a_question_opens_a_reviewed_meeting_again(room: Room, act: str) -> None:
    thread = begin(room)
    comments.resolve(room.vault, thread)
    meeting = meetings.meeting(room.vault, room.meeting_id)
    meetings.update_meeting(room.vault, replace(meeting, state=MeetingState.REVIEWED))
    if act == "begin":
        begin(room)
    elif act == "reply":
        comments.reply(room.vault, thread, "But.")
    else:
        comments.reopen(room.vault, thread)
    assert meetings.meeting(room.vault, room.meeting_id).state is MeetingState.CLOSED
