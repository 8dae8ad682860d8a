"""What can be undone in the Review room, newest last, with the texts that each step touches beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dialogue_notes.storage.vault import Readable, Vault, stamp

KEPT_STEPS: Final = 200
"""A meeting: more than anyone takes back, and an end to what decisions leave behind."""


@dataclass(frozen=True, slots=True)
class StoredReviewStep:
    """A step as it is stored; `payload` says what was decided and what is to be put back."""

    id: int
    meeting_id: str
    is_undone: bool
    payload: bytes = field(repr=False)


def add_step(vault: Vault, meeting_id: str, place_ids: Iterable[str], payload: bytes) -> int:
    """Adds a step that was just taken, and returns its number. What was undone can no longer be done again; the oldest
    steps go.
    """
    with vault.transaction():
        vault.database.run("DELETE FROM review_step WHERE meeting_id = ? AND is_undone = 1", (meeting_id,))
        number = int(vault.database.query("SELECT coalesce(max(id), 0) + 1 FROM review_step")[0][0])
        vault.database.run(
            "INSERT INTO review_step VALUES (?, ?, 0, ?, ?, ?)", (number, meeting_id, payload, *stamp(vault))
        )
        vault.database.run_many(
            "INSERT INTO review_step_place VALUES (?, ?)", [(one, number) for one in sorted(set(place_ids))]
        )
        vault.database.run(
            "DELETE FROM review_step WHERE meeting_id = ?1 AND id NOT IN"
            " (SELECT id FROM review_step WHERE meeting_id = ?1 ORDER BY id DESC LIMIT ?2)",
            (meeting_id, KEPT_STEPS),
        )
        return number


def has_begun(readable: Readable, meeting_id: str) -> bool:
    """Whether anything was decided in a meeting by a person."""
    row = readable.database.first(
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM review_step WHERE meeting_id = ?1)"
        " OR EXISTS (SELECT 1 FROM entity_decision WHERE meeting_id = ?1)",
        (meeting_id,),
    )
    return row is not None


def next_step(readable: Readable, meeting_id: str, *, is_undone: bool) -> StoredReviewStep | None:
    """The step of a meeting to be undone next, or to be done again next; None when there is none."""
    order = "ASC" if is_undone else "DESC"
    row = readable.database.first(
        "SELECT id, meeting_id, is_undone, payload FROM review_step WHERE meeting_id = ? AND is_undone = ?"
        f" ORDER BY id {order} LIMIT 1",
        (meeting_id, int(is_undone)),
    )
    return None if row is None else StoredReviewStep(row[0], row[1], bool(row[2]), row[3])


def turn_step(vault: Vault, step_id: int, payload: bytes, *, is_undone: bool) -> None:
    """Says that a step was undone, or done again, with what is now to be put back."""
    with vault.transaction():
        vault.database.run(
            "UPDATE review_step SET is_undone = ?, payload = ? WHERE id = ?",
            (int(is_undone), payload, step_id),
        )


def drop_steps(vault: Vault, ids: Iterable[int]) -> None:
    """Forgets steps."""
    with vault.transaction():
        vault.database.run_many("DELETE FROM review_step WHERE id = ?", [(one,) for one in ids])


def whole_record(meeting_id: str) -> str:
    """The place of what is about no entry of a meeting by itself and may hold words of any of them."""
    return f"{meeting_id}/record"


def drop_of_entry(vault: Vault, intervention_id: str) -> None:
    """Forgets every step that touches an entry's text or its tags, or its whole record."""
    with vault.transaction():
        vault.database.run(
            "DELETE FROM review_step WHERE id IN (SELECT step_id FROM review_step_place WHERE place_id = ?1"
            " OR (place_id >= ?1 || '#' AND place_id < ?1 || '$') OR place_id ="
            " (SELECT s.meeting_id || '/record' FROM intervention i JOIN session s ON s.id = i.session_id"
            " WHERE i.id = ?1))",
            (intervention_id,),
        )


def drop_of_place(vault: Vault, place_id: str) -> None:
    """Forgets every step that has that id among its places."""
    with vault.transaction():
        vault.database.run(
            "DELETE FROM review_step WHERE id IN (SELECT step_id FROM review_step_place WHERE place_id = ?)",
            (place_id,),
        )
