"""What the tests of comments do over and over: begin a thread, look where it is, be somebody else, be refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogue_notes.domain.comments import About
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.spans import Span
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import comments
from dialogue_notes.storage import comments as stored
from dialogue_notes.storage.vault import Person
from tests.services.recording_room import Room

TEXT = "Minister Han would not object to a hotline."


def about(room: Room, words: str = "", number: int = 0) -> About:
    entry = room.entries()[number]
    start = entry.text.index(words)
    return About(intervention_place(entry.id), Span(start, start + len(words)) if words else None)


def begin(room: Room, words: str = "Han", text: str = "Is this the son?", *, look: bool = False) -> str:
    change = comments.begin(room.vault, room.meeting_id, about(room, words), text, is_second_look=look)
    assert change.after
    return change.after.id


def words_of(room: Room, thread_id: str) -> str:
    found = stored.thread(room.vault, thread_id).about
    assert found.place
    assert found.span
    text = next(one.text for one in room.entries() if one.id == found.place.id)
    return text[found.span.start : found.span.end]


def as_somebody_else(room: Room) -> None:
    room.vault.person = Person("another slot", "Ben Osei", room.vault.person.role)


def refused(code: ErrorCode, act: Callable[[], object]) -> None:
    with pytest.raises(KnownError) as told:
        act()
    assert told.value.code is code
