"""Comments in threads, by meeting, and by the text that they are about.

What is said in them is sealed with who spoke in the meeting: people write names in comments.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from dialogue_notes.domain.comments import About, Comment, CommentThread
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.domain.spans import Span
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.database import Row, Value
from dialogue_notes.storage.sealed_texts import open_text, seal_text
from dialogue_notes.storage.vault import Readable, Vault, stamp

_PURPOSE: Final = "comment"
_THREAD: Final = (
    "id, meeting_id, is_second_look, place_kind, place_id, start, end, redaction_id, entity_id, opened_at, opened_by,"
    " resolved_at, resolved_by"
)
_OF_ENTRY: Final = "(place_id = ?1 OR substr(place_id, 1, length(?1) + 1) = ?1 || '#')"
"""An entry's text and its tags."""


def put_thread(vault: Vault, thread: CommentThread) -> None:
    """Keeps a thread with its comments, in place of what was kept of it before.

    Raises KnownError(NOT_FOUND) without the meeting's key.
    """
    first = thread.comments[0]
    with vault.transaction():
        vault.database.run("DELETE FROM comment_thread WHERE id = ?", (thread.id,))
        vault.database.run(
            f"INSERT INTO comment_thread ({_THREAD}, written_at, written_by) VALUES ({', '.join('?' * 15)})",
            (
                thread.id,
                thread.meeting_id,
                int(thread.is_second_look),
                *_about_columns(thread.about),
                first.made_at,
                first.made_by,
                thread.resolved_at or None,
                thread.resolved_by or None,
                *stamp(vault),
            ),
        )
        vault.database.run_many(
            "INSERT INTO comment VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    one.id,
                    thread.id,
                    seal_text(vault, thread.meeting_id, _PURPOSE, one.id, one.text.encode()),
                    one.made_at,
                    one.made_by,
                    one.edited_at or None,
                )
                for one in thread.comments
            ],
        )


def remove_thread(vault: Vault, thread_id: str) -> None:
    """Removes a thread with its comments."""
    with vault.transaction():
        vault.database.run("DELETE FROM comment_thread WHERE id = ?", (thread_id,))


def thread(readable: Readable, thread_id: str) -> CommentThread:
    """The thread of that id. Raises KnownError(NOT_FOUND)."""
    one = find_thread(readable, thread_id)
    if one is None:
        raise KnownError(ErrorCode.NOT_FOUND, detail="comment")
    return one


def find_thread(readable: Readable, thread_id: str) -> CommentThread | None:
    """As `thread`; None when there is none."""
    return next(iter(_threads(readable, "id = ?", (thread_id,))), None)


def threads(readable: Readable, meeting_id: str) -> tuple[CommentThread, ...]:
    """All of a meeting, in the order in which they were begun; their words are empty without the meeting's key.

    Raises KnownError(VAULT_DAMAGED) for a changed row.
    """
    return _threads(readable, "meeting_id = ?", (meeting_id,))


def threads_at(readable: Readable, place: Place) -> tuple[CommentThread, ...]:
    """Those about a text."""
    return _threads(readable, "place_kind = ? AND place_id = ?", (place.kind, place.id))


def set_about(vault: Vault, thread_id: str, about: About) -> None:
    """Moves a thread: its text was edited, cut or joined."""
    vault.database.run(
        "UPDATE comment_thread SET place_kind = ?, place_id = ?, start = ?, end = ?, redaction_id = ?, entity_id = ?"
        " WHERE id = ?",
        (*_about_columns(about), thread_id),
    )


def about_entities(readable: Readable, entity_ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The threads about some entities, each with the id of the entity."""
    return _pairs(readable, "entity_id", entity_ids)


def about_redactions(readable: Readable, redaction_ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The threads about some redactions, each with the id of the entity that it is about too."""
    return _pairs(readable, "entity_id IS NOT NULL AND redaction_id", redaction_ids)


def destroy_of_entry(vault: Vault, intervention_id: str) -> None:
    """For a strike: everything that was written about an entry goes with its words."""
    with vault.transaction():
        vault.database.run(f"DELETE FROM comment_thread WHERE {_OF_ENTRY}", (intervention_id,))


def destroy_of_gone_entries(vault: Vault, meeting_id: str) -> None:
    """For the end of undoing: threads about entries that were taken back can come back no more."""
    gone = [
        (one.id,)
        for one in threads(vault, meeting_id)
        if one.about.place is not None and not has_words(vault, one.about.place)
    ]
    with vault.transaction():
        vault.database.run_many("DELETE FROM comment_thread WHERE id = ?", gone)


def has_words(readable: Readable, place: Place) -> bool:
    """Whether the text is there: an entry that was struck or taken back has none."""
    if place.kind not in {PlaceKind.INTERVENTION, PlaceKind.TAG}:
        return True
    row = readable.database.first(
        "SELECT 1 FROM intervention WHERE id = ? AND state = 'kept'", (place.id.partition("#")[0],)
    )
    return row is not None


def _pairs(readable: Readable, column: str, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    rows = readable.database.query(
        f"SELECT id, entity_id FROM comment_thread WHERE {column} IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(sorted(set(ids))),),
    )
    return tuple((row[0], row[1]) for row in rows)


def _threads(readable: Readable, where: str, values: tuple[Value, ...]) -> tuple[CommentThread, ...]:
    rows = readable.database.query(
        f"SELECT {_THREAD} FROM comment_thread WHERE {where} ORDER BY opened_at, id", values
    )
    said: dict[str, list[Comment]] = {row[0]: [] for row in rows}
    meetings = {row[0]: row[1] for row in rows}
    written = readable.database.query(
        "SELECT thread_id, id, sealed, made_at, made_by, edited_at FROM comment"
        f" WHERE thread_id IN (SELECT id FROM comment_thread WHERE {where}) ORDER BY rowid",
        values,
    )
    for one in written:
        text = open_text(readable, meetings[one[0]], _PURPOSE, one[1], one[2]) or b""
        said[one[0]].append(Comment(one[1], text.decode(), one[3], one[4], one[5] or ""))
    return tuple(_thread(row, tuple(said[row[0]])) for row in rows)


def _thread(row: Row, comments: tuple[Comment, ...]) -> CommentThread:
    place = None if row[3] is None else Place(PlaceKind(row[3]), row[4])
    span = None if row[5] is None else Span(row[5], row[6])
    about = About(place, span, row[7], row[8])
    return CommentThread(row[0], row[1], about, comments, bool(row[2]), row[11] or "", row[12] or "")


def _about_columns(about: About) -> tuple[Value, ...]:
    return (
        about.place.kind if about.place else None,
        about.place.id if about.place else None,
        about.span.start if about.span else None,
        about.span.end if about.span else None,
        about.redaction_id,
        about.entity_id,
    )
