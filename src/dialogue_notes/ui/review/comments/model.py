"""Comments as they are shown: threads with who said what, and what each is about in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dialogue_notes.domain.comments import About, CommentThread, concerns
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.redaction import Place
from dialogue_notes.services import comments
from dialogue_notes.storage import entities as stored_entities
from dialogue_notes.storage import people
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable

_LONGEST = 70
"""Letters of an excerpt."""
SOMEBODY = "Somebody no longer here"


MEETING = About()


@dataclass(frozen=True, slots=True)
class Topic:
    """What is looked at, and what it is called; about nothing in particular it is the whole meeting."""

    about: About = MEETING
    words: str = field(default="This meeting", repr=False)


@dataclass(frozen=True, slots=True)
class ShownComment:
    """One comment. `who` is a person of the vault; `when` is on the clock of the wall."""

    id: str
    who: str = field(repr=False)
    when: str
    text: str = field(repr=False)
    is_own: bool
    is_edited: bool


@dataclass(frozen=True, slots=True)
class ShownThread:
    """One thread. `title` says what it is about where that is not plain; `settled` by whom and when, once it is."""

    id: str
    about: About
    title: str = field(repr=False)
    comments: tuple[ShownComment, ...] = field(repr=False)
    is_second_look: bool
    is_own: bool
    settled: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody."""
        return not self.settled


WHOLE_MEETING = Topic()


@dataclass(frozen=True, slots=True)
class CommentsShown:
    """The threads of a topic, or all of the meeting; `waiting` counts all open ones of the meeting."""

    topic: Topic = WHOLE_MEETING
    threads: tuple[ShownThread, ...] = field(default=(), repr=False)
    waiting: int = 0
    is_all: bool = False


def read_comments(readable: Readable, meeting_id: str, topic: Topic, *, is_all: bool) -> CommentsShown:
    """What the panel shows of a meeting. Raises KnownError(NOT_FOUND)."""
    with readable.database.snapshot():
        found = comments.threads(readable, meeting_id)
        shown = [one for one in found if is_all or _concerns(readable, one.about, topic.about)]
        names = people.names(readable)
        titles = _Titles(readable, meeting_id) if is_all and shown else None
        threads = tuple(
            _thread(readable, one, names, titles.of(one.about) if titles else "") for one in shown
        )
        return CommentsShown(topic, threads, sum(one.is_open for one in found), is_all)


def _concerns(readable: Readable, thread: About, topic: About) -> bool:
    if concerns(thread, topic):
        return True
    if thread.entity_id is None or topic.entity_id is None:
        return False
    return thread.entity_id in stored_entities.merged_with(readable, (topic.entity_id,))


def _thread(readable: Readable, one: CommentThread, names: Mapping[str, str], title: str) -> ShownThread:
    me = readable.person.slot_id
    settled = ""
    if not one.is_open:
        settled = f"Settled by {names.get(one.resolved_by, SOMEBODY)}, {_when(one.resolved_at)}"
    said = tuple(
        ShownComment(
            each.id,
            names.get(each.made_by, SOMEBODY),
            _when(each.made_at),
            each.text,
            each.made_by == me,
            bool(each.edited_at),
        )
        for each in one.comments
    )
    return ShownThread(one.id, one.about, title, said, one.is_second_look, one.opened_by == me, settled)


class _Titles:
    """What threads are about, in words."""

    def __init__(self, readable: Readable, meeting_id: str) -> None:
        record = meeting_record(readable, meeting_id)
        self._texts: Mapping[Place, str] = record_texts(record)
        self._entities = {one.id: one.name for one in stored_entities.entities(readable, record.dialogue.id)}

    def of(self, about: About) -> str:
        """Its words, shortened."""
        if about.place is not None:
            text = self._texts.get(about.place, "")
            span = about.span
            return excerpt(text if span is None else text[span.start : span.end])
        if about.entity_id is not None:
            return excerpt(self._entities.get(about.entity_id, "Something that is no longer listed"))
        return "This meeting"


def excerpt(text: str) -> str:
    """The beginning of a text on one line, in quotation marks."""
    words = " ".join(text.split())
    short = words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"
    return f"“{short}”"


def _when(at: str) -> str:
    moment = datetime.fromisoformat(at).astimezone()
    return f"{moment:%d %b %Y, %H:%M}"
