"""Comments in the history of the review: each act is taken back as one and done again, after a restart too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dialogue_notes.errors import ErrorCode
from dialogue_notes.services import comments
from dialogue_notes.services.comments import CommentChange
from dialogue_notes.services.reviewing import history
from dialogue_notes.storage import comments as stored
from tests.services.commenting import TEXT, about, as_somebody_else, begin, refused, words_of
from tests.services.recording_room import NOW, Room, make_room
from tests.support.raw_pages import decrypted_pages
from tests.support.vaults import reopen


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    made.recorder().keep(made.vault, f"hw: {TEXT}", NOW, None)
    yield made
    made.vault.close()


def acts(room: Room, thread: str) -> list[CommentChange]:
    """Every kind of act once, on a thread with two comments."""
    first = stored.thread(room.vault, thread).comments[0].id
    return [
        comments.reply(room.vault, thread, "The father."),
        comments.edit(room.vault, thread, first, "Is this the elder?"),
        comments.resolve(room.vault, thread, "It is."),
        comments.reopen(room.vault, thread),
        comments.remove(room.vault, thread, first),
    ]


def test_every_act_is_taken_back_as_one_in_turn(room: Room) -> None:
    thread = begin(room)
    before = stored.thread(room.vault, thread)
    changes = acts(room, thread)
    for change in reversed(changes):
        assert stored.find_thread(room.vault, thread) == change.after
        assert history.undo(room.vault, room.meeting_id) is not None
        assert stored.find_thread(room.vault, thread) == change.before
    assert stored.thread(room.vault, thread) == before
    for change in changes:
        assert history.redo(room.vault, room.meeting_id) is not None
        assert stored.find_thread(room.vault, thread) == change.after


def test_a_comment_is_undone_and_done_again_after_a_restart(room: Room) -> None:
    change = comments.begin(room.vault, room.meeting_id, about(room), "Hm.")
    room.vault.close()
    with closing(reopen(room.vault.folder)) as vault:
        history.undo(vault, room.meeting_id)
        assert comments.threads(vault, room.meeting_id) == ()
        history.redo(vault, room.meeting_id)
        assert comments.threads(vault, room.meeting_id) == (change.after,)


def test_a_thread_stays_at_its_words_when_an_act_on_it_is_undone_after_an_edit(room: Room) -> None:
    thread = begin(room, "Han")
    comments.reply(room.vault, thread, "The father.")
    room.recorder().edit(room.vault, room.entries()[0].id, f"hw: Then he said: {TEXT}")
    for turn in (history.undo, history.redo):
        turn(room.vault, room.meeting_id)
        assert words_of(room, thread) == "Han"


def test_nobody_takes_back_what_somebody_else_wrote(room: Room) -> None:
    thread = begin(room)
    as_somebody_else(room)
    refused(ErrorCode.NOTHING_TO_UNDO, lambda: history.undo(room.vault, room.meeting_id))
    assert [one.text for one in stored.thread(room.vault, thread).comments] == ["Is this the son?"]


@pytest.mark.parametrize(("text", "stands"), [("He said: Minister Han would.", False), (f"{TEXT} So.", True)])
def test_a_thread_that_comes_back_is_about_its_words_or_the_whole_text(
    room: Room, text: str, *, stands: bool
) -> None:
    thread = begin(room, "Han")
    history.undo(room.vault, room.meeting_id)
    room.recorder().edit(room.vault, room.entries()[0].id, f"hw: {text}")
    history.redo(room.vault, room.meeting_id)
    found = stored.thread(room.vault, thread).about
    assert found.place == about(room).place
    assert (found.span is not None) is stands


def test_what_is_said_is_sealed_in_the_comment_and_in_its_steps(room: Room) -> None:
    thread = begin(room)
    comments.reply(room.vault, thread, "It was Quetzalcoatl who spoke.")
    comments.edit(
        room.vault,
        thread,
        stored.thread(room.vault, thread).comments[0].id,
        "Quetzalcoatl, or her son?",
    )
    history.undo(room.vault, room.meeting_id)
    assert not any(b"Quetzalcoatl" in page for page in decrypted_pages(room.vault))
    history.redo(room.vault, room.meeting_id)
    said = [one.text for one in stored.thread(room.vault, thread).comments]
    assert said == ["Quetzalcoatl, or her son?", "It was Quetzalcoatl who spoke."]
