"""Comments in the history of a review: a thread comes, changes and goes as one, and is taken back the same way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from dialogue_notes.domain.comments import Comment, CommentThread
from dialogue_notes.domain.dangers.settling import digest
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.place_texts import PlaceTexts
from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.services.reviewing.matters import MatterKind, MatterTurn
from dialogue_notes.storage import comments as stored
from dialogue_notes.storage.sealed_texts import open_text, seal_text
from dialogue_notes.storage.striking import is_held
from dialogue_notes.storage.vault import Readable, Vault


@dataclass(frozen=True, slots=True)
class _Kept:
    """A thread with what the stretch that it is about is told by: it comes back there only while its words stand."""

    thread: CommentThread
    words: str = ""


_PURPOSE: Final = "comment in a step"
_DECODER: Final = msgspec.json.Decoder(_Kept)


def thread_turn(
    readable: Readable, before: CommentThread | None, after: CommentThread | None
) -> tuple[MatterTurn, ...]:
    """The turn from one state of a thread to another; none where both are the same."""
    one = after or before
    if one is None or before == after:  # sealed, two states that are the same would not look so
        return ()
    places = {each.about.place.id for each in (before, after) if each is not None and each.about.place}
    sides = [None if each is None else _bytes(readable, each) for each in (before, after)]
    return (MatterTurn(MatterKind.COMMENT, one.id, sides[0], sides[1], tuple(sorted(places))),)


def turn_thread(vault: Vault, meeting_id: str, turn: MatterTurn) -> MatterTurn | None:
    """The keeper of threads. Where its text stands now is no part of what is compared, for it follows edits.

    Nobody takes back what somebody else wrote. Raises KnownError(LEGAL_HOLD) where a hold keeps the words that go.
    """
    now = stored.find_thread(vault, turn.key)
    before, after = (_kept(vault, meeting_id, turn.key, state) for state in (turn.before, turn.after))
    if _said(now) != _said(None if before is None else before.thread) or not _may_change(
        vault, now, None if after is None else after.thread
    ):
        return None
    if after is None:
        _check_hold(vault, meeting_id, now, None)
        stored.remove_thread(vault, turn.key)
        return turn if now is None else replace(turn, before=_bytes(vault, now))
    thread = _placed(vault, meeting_id, now, after)
    if thread is None:
        return None
    _check_hold(vault, meeting_id, now, thread)
    stored.put_thread(vault, thread)
    if thread.is_open:
        reopen_review(vault, meeting_id)
    return replace(turn, before=None if now is None else _bytes(vault, now), after=_bytes(vault, thread))


def entity_turns(threads: Iterable[tuple[str, str]], into: str) -> tuple[MatterTurn, ...]:
    """Threads (id, and the entity that it is about) that are to be about another entity."""
    return tuple(
        MatterTurn(MatterKind.COMMENT_ENTITY, thread_id, entity_id.encode(), into.encode())
        for thread_id, entity_id in threads
    )


def turn_entity(vault: Vault, _meeting_id: str, turn: MatterTurn) -> MatterTurn | None:
    """The keeper of what thing a thread is about."""
    now = stored.find_thread(vault, turn.key)
    if (
        now is None
        or turn.before is None
        or turn.after is None
        or now.about.entity_id != turn.before.decode()
    ):
        return None
    stored.set_about(vault, turn.key, replace(now.about, entity_id=turn.after.decode()))
    return turn


def _placed(vault: Vault, meeting_id: str, now: CommentThread | None, kept: _Kept) -> CommentThread | None:
    """A thread where its words stand now; None when they were struck."""
    thread = kept.thread
    about = now.about if now is not None else thread.about
    if about.place is not None and not stored.has_words(vault, about.place):
        return None
    if now is None and about.place is not None and about.span is not None:
        text = PlaceTexts(vault).text(meeting_id, about.place)
        if digest(text[about.span.start : about.span.end]) != kept.words:
            about = replace(about, span=None)
    return replace(thread, about=about)


def _may_change(vault: Vault, now: CommentThread | None, then: CommentThread | None) -> bool:
    """Whether every comment that comes, goes or changes is of the person who is here."""
    turned = _comments(now) ^ _comments(then)
    return all(one.made_by == vault.person.slot_id for one in turned)


def _check_hold(vault: Vault, meeting_id: str, now: CommentThread | None, then: CommentThread | None) -> None:
    texts, left = ({(one.id, one.text) for one in _comments(each)} for each in (now, then))
    if not texts <= left and is_held(vault, meeting_id):
        raise KnownError(ErrorCode.LEGAL_HOLD)


def _comments(thread: CommentThread | None) -> frozenset[Comment]:
    return frozenset() if thread is None else frozenset(thread.comments)


def _said(thread: CommentThread | None) -> tuple[object, ...]:
    """What of a thread counts: all but where its text stands."""
    if thread is None:
        return ()
    return thread.comments, thread.is_second_look, thread.resolved_at, thread.resolved_by


def _bytes(readable: Readable, thread: CommentThread) -> bytes:
    about, words = thread.about, ""
    if about.place is not None and about.span is not None:
        text = PlaceTexts(readable).text(thread.meeting_id, about.place)
        words = digest(text[about.span.start : about.span.end])
    payload = msgspec.json.encode(_Kept(thread, words))
    return seal_text(readable, thread.meeting_id, _PURPOSE, thread.id, payload)


def _kept(readable: Readable, meeting_id: str, thread_id: str, state: bytes | None) -> _Kept | None:
    payload = None if state is None else open_text(readable, meeting_id, _PURPOSE, thread_id, state)
    return None if payload is None else _DECODER.decode(payload)
