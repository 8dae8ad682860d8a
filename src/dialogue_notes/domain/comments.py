"""Comments on a record in threads, and the wish that somebody look a second time. Raw; nothing of it is exported."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.spans import Edit, Span, follow_edit


@dataclass(frozen=True, slots=True)
class About:
    """What a thread is about: a stretch of a text, a whole text, a redaction, an entity, or (nothing of these) the
    meeting.

    A redaction's thread carries the stretch too, so that it stays at its words when the redaction goes.
    """

    place: Place | None = None
    span: Span | None = None
    redaction_id: str | None = None
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote. Times are UTC; `made_by` is a key slot's id; `edited_at` is empty until it was changed."""

    id: str
    text: str = field(repr=False)
    made_at: str
    made_by: str
    edited_at: str = ""


@dataclass(frozen=True, slots=True)
class CommentThread:
    """Comments on one thing, oldest first.

    `is_second_look` when the first of them asks that somebody look again. Resolved once `resolved_at` is not empty.
    """

    id: str
    meeting_id: str
    about: About
    comments: tuple[Comment, ...]
    is_second_look: bool = False
    resolved_at: str = ""
    resolved_by: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody."""
        return not self.resolved_at

    @property
    def opened_by(self) -> str:
        """Who began it."""
        return self.comments[0].made_by if self.comments else ""


def followed(about: About, edit: Edit) -> About:
    """What a thread is about after its text was edited: a stretch whose words all went becomes the whole text."""
    return about if about.span is None else replace(about, span=follow_edit(about.span, edit).span)


def concerns(thread: About, topic: About) -> bool:
    """Whether a thread belongs to what is looked at: the same redaction, entity or stretch of text; or both are about
    the meeting as a whole. A thread about a whole text concerns every stretch of it.
    """
    if thread == About() or topic == About():
        return thread == topic
    if thread.redaction_id is not None and thread.redaction_id == topic.redaction_id:
        return True
    if thread.entity_id is not None and thread.entity_id == topic.entity_id:
        return True
    if thread.place is None or thread.place != topic.place:
        return False
    one, other = thread.span, topic.span
    return one is None or other is None or one.meets(other.start, other.end)
