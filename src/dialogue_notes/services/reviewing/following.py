"""Redactions follow the edits of the texts they lie in; called inside the edit's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_notes.domain.codes import MeetingState, RedactionState
from dialogue_notes.domain.redaction import Place, Redaction
from dialogue_notes.domain.spans import Edit, Span
from dialogue_notes.domain.text_edits import edits_between, follow_words
from dialogue_notes.services import comment_following
from dialogue_notes.storage import meetings
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.vault import Vault


def follow_text_change(vault: Vault, meeting_id: str, place: Place, old: str, new: str) -> None:
    """Moves the redactions of a text that was edited, and reopens what the edit touched.

    A decision whose text changed is marked stale, to be looked at again; a mere suggestion is dropped, for
    the next look makes it afresh; what lost all of its text goes with it. A reviewed meeting is open to
    review again. (Written points that rest on the text are marked stale where it is stored.) Edits at several places
    are several edits: what lies between them is not touched.
    """
    if old == new:
        return
    edits = edits_between(old, new)
    with vault.transaction():
        moved: list[Redaction] = []
        gone: list[str] = []
        for one in stored.redactions_at(vault, meeting_id, place):
            after = _followed(one, edits, old, new)
            if after is None:
                gone.append(one.id)
            elif after != one:
                moved.append(after)
        stored.update_redactions(vault, moved)
        stored.remove_redactions(vault, gone)
        for edit in reversed(edits):
            comment_following.follow_edit(vault, meeting_id, place, edit)
        reopen_review(vault, meeting_id)


def reopen_review(vault: Vault, meeting_id: str) -> None:
    """A meeting that was reviewed is merely closed again once something in it changed."""
    meeting = meetings.meeting(vault, meeting_id)
    if meeting.state is MeetingState.REVIEWED:
        meetings.update_meeting(vault, replace(meeting, state=MeetingState.CLOSED))


def _followed(redaction: Redaction, edits: Sequence[Edit], old: str, new: str) -> Redaction | None:
    followed = follow_words(Span(redaction.start, redaction.end), edits, old, new)
    if followed.span is None or (followed.touched and redaction.state is RedactionState.SUGGESTED):
        return None
    return replace(
        redaction,
        start=followed.span.start,
        end=followed.span.end,
        stale=redaction.stale or followed.touched,
    )
