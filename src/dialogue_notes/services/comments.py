"""Comments in threads, and second looks: written, answered, settled. Each act is a step of the review's history.

Nothing here changes a note, and nothing of it is ever exported. A thread follows the words that it is about, and goes
with them when they are struck. While a legal hold forbids destroying anything, no comment is removed or changed
(KnownError(LEGAL_HOLD)).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dialogue_notes.domain.comments import About, Comment, CommentThread
from dialogue_notes.domain.text import check_text
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.comment_keeping import thread_turn
from dialogue_notes.services.reviewing import steps
from dialogue_notes.services.reviewing.history import take
from dialogue_notes.services.reviewing.steps import ReviewStep
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage import audit
from dialogue_notes.storage import comments as stored
from dialogue_notes.storage.identifiers import new_id, utc_now
from dialogue_notes.storage.vault import Readable, Vault

_FIELD = "The comment"


@dataclass(frozen=True, slots=True)
class CommentChange:
    """What one act did to a thread (None where there was, or is, none), and the step by which it is taken back."""

    before: CommentThread | None = field(repr=False)
    after: CommentThread | None = field(repr=False)
    decision: Decision


@dataclass(frozen=True, slots=True)
class OpenMatters:
    """What waits for somebody in a meeting besides its redactions."""

    second_looks: int
    threads: int

    @property
    def count(self) -> int:
        """All together."""
        return self.second_looks + self.threads


def threads(readable: Readable, meeting_id: str) -> tuple[CommentThread, ...]:
    """The threads of a meeting whose texts are there, in the order in which they were begun."""
    return tuple(
        one
        for one in stored.threads(readable, meeting_id)
        if one.about.place is None or stored.has_words(readable, one.about.place)
    )


def open_matters(readable: Readable, meeting_id: str) -> OpenMatters:
    """How many second looks and other threads are not settled: the meeting is not reviewed while there are any."""
    waiting = [one for one in threads(readable, meeting_id) if one.is_open]
    looks = sum(one.is_second_look for one in waiting)
    return OpenMatters(looks, len(waiting) - looks)


def begin(
    vault: Vault, meeting_id: str, about: About, text: str, *, is_second_look: bool = False
) -> CommentChange:
    """Begins a thread; as a second look it asks that somebody look again, and says why.

    A meeting that was reviewed is open to review again. Raises KnownError: BAD_FIELD without words or for half a
    character; NOT_FOUND when the text that it is about was struck.
    """
    words = _checked(text)
    with vault.transaction():
        if about.place is not None and not stored.has_words(vault, about.place):
            raise KnownError(ErrorCode.NOT_FOUND, detail="entry")
        made = CommentThread(new_id(), meeting_id, about, (_comment(vault, words),), is_second_look)
        if is_second_look:
            audit.append(vault, "second_look_asked", meeting=meeting_id, thread=made.id)
        return _put(vault, steps.COMMENTED, None, made)


def reply(vault: Vault, thread_id: str, text: str) -> CommentChange:
    """Adds a comment to a thread; one that was settled is open again. Raises KnownError as `begin`."""
    words = _checked(text)
    return _change(
        vault,
        steps.COMMENTED,
        thread_id,
        lambda one: replace(
            one, comments=(*one.comments, _comment(vault, words)), resolved_at="", resolved_by=""
        ),
    )


def edit(vault: Vault, thread_id: str, comment_id: str, text: str) -> CommentChange:
    """Gives a comment other words. Raises KnownError as `begin`, and BAD_FIELD for somebody else's comment."""
    words = _checked(text)

    def edited(one: CommentThread) -> CommentThread:
        _own(vault, one, comment_id)
        return replace(
            one,
            comments=tuple(
                replace(each, text=words, edited_at=utc_now()) if each.id == comment_id else each
                for each in one.comments
            ),
        )

    return _change(vault, steps.COMMENT_CHANGED, thread_id, edited)


def remove(vault: Vault, thread_id: str, comment_id: str) -> CommentChange:
    """Removes a comment, and the thread with its last one.

    Raises KnownError: NOT_FOUND; BAD_FIELD for somebody else's comment, and for what asks for a second look, which is
    cleared instead.
    """
    with vault.transaction():
        one = stored.thread(vault, thread_id)
        _own(vault, one, comment_id)
        if one.is_second_look and one.comments[0].id == comment_id:
            raise KnownError(
                ErrorCode.BAD_FIELD, field=_FIELD, detail="it asks for a second look: clear that."
            )
        left = tuple(each for each in one.comments if each.id != comment_id)
        return _put(vault, steps.COMMENT_REMOVED, one, replace(one, comments=left) if left else None)


def resolve(vault: Vault, thread_id: str, reason: str = "") -> CommentChange:
    """Settles a thread. `reason` is kept as its last comment.

    Whoever asked for a second look needs a reason to do without; anybody else may have looked and say nothing. Raises
    KnownError: NOT_FOUND, BAD_FIELD.
    """
    check_text(reason, _FIELD)

    def resolved(one: CommentThread) -> CommentThread:
        if one.is_second_look and one.opened_by == vault.person.slot_id and not reason.strip():
            detail = "you asked for the second look yourself; say why it is not needed any more."
            raise KnownError(ErrorCode.BAD_FIELD, field="The reason", detail=detail)
        said = (*one.comments, _comment(vault, reason.strip())) if reason.strip() else one.comments
        return replace(one, comments=said, resolved_at=utc_now(), resolved_by=vault.person.slot_id)

    with vault.transaction():
        change = _change(vault, steps.COMMENT_SETTLED, thread_id, resolved)
        if change.after is not None and change.after.is_second_look:
            audit.append(vault, "second_look_cleared", meeting=change.after.meeting_id, thread=thread_id)
        return change


def reopen(vault: Vault, thread_id: str) -> CommentChange:
    """Opens a settled thread again, and a reviewed meeting with it. Raises KnownError(NOT_FOUND)."""
    return _change(
        vault, steps.COMMENT_REOPENED, thread_id, lambda one: replace(one, resolved_at="", resolved_by="")
    )


def _change(
    vault: Vault, what: str, thread_id: str, changed: Callable[[CommentThread], CommentThread]
) -> CommentChange:
    with vault.transaction():
        one = stored.thread(vault, thread_id)
        return _put(vault, what, one, changed(one))


def _put(vault: Vault, what: str, before: CommentThread | None, after: CommentThread | None) -> CommentChange:
    meeting_id = next(one.meeting_id for one in (after, before) if one is not None)
    decision = take(vault, meeting_id, ReviewStep(what, matters=thread_turn(vault, before, after)))
    return CommentChange(before, after, decision)


def _comment(vault: Vault, text: str) -> Comment:
    return Comment(new_id(), text, utc_now(), vault.person.slot_id)


def _checked(text: str) -> str:
    check_text(text, _FIELD)
    if not text.strip():
        raise KnownError(ErrorCode.BAD_FIELD, field=_FIELD, detail="it has no words.")
    return text.strip()


def _own(vault: Vault, one: CommentThread, comment_id: str) -> None:
    made_by = next((each.made_by for each in one.comments if each.id == comment_id), None)
    if made_by is None:
        raise KnownError(ErrorCode.NOT_FOUND, detail="comment")
    if made_by != vault.person.slot_id:
        raise KnownError(ErrorCode.BAD_FIELD, field=_FIELD, detail="somebody else wrote it.")
