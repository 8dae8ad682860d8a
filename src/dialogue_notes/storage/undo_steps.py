"""What can be undone in a session, newest last: sealed steps, with the entries that each touches beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.sealed_texts import open_text, seal_text
from dialogue_notes.storage.vault import Readable, Vault

_PURPOSE: Final = "undo step"


@dataclass(frozen=True, slots=True)
class StoredStep:
    """A step as it is stored; `payload` says what was changed and what is to be put back."""

    id: int
    payload: bytes = field(repr=False)


def add_step(
    vault: Vault,
    meeting_id: str,
    sessions: tuple[str, ...],
    entries: Iterable[str],
    payload: bytes,
) -> None:
    """Adds a step that was just done in the first of `sessions`; a second one is where entries came from or went to.

    What was undone in them can no longer be done again. Raises KnownError(NOT_FOUND) without the meeting's key.
    """
    with vault.transaction():
        for one in sessions:
            vault.database.run("DELETE FROM undo_step WHERE session_id = ? AND is_undone = 1", (one,))
            vault.database.run("DELETE FROM undo_step WHERE other_session_id = ? AND is_undone = 1", (one,))
        number = vault.database.query("SELECT coalesce(max(id), 0) + 1 FROM undo_step")[0][0]
        sealed = seal_text(vault, meeting_id, _PURPOSE, str(number), payload)
        other = next(iter(sessions[1:]), None)
        vault.database.run(
            "INSERT INTO undo_step (id, session_id, is_undone, sealed, other_session_id) VALUES (?, ?, 0, ?, ?)",
            (number, sessions[0], sealed, other),
        )
        vault.database.run_many("INSERT INTO undo_entry VALUES (?, ?)", [(one, number) for one in entries])


def next_step(readable: Readable, meeting_id: str, session_id: str, *, is_undone: bool) -> StoredStep | None:
    """The step to be undone next in a session, or to be done again next; None when there is none.

    Raises KnownError(UNDO_ELSEWHERE) when it touches another session too, and there another one comes first.
    """
    number = _next_number(readable, session_id, is_undone=is_undone)
    if number is None:
        return None
    row = readable.database.query(
        "SELECT sealed, session_id, other_session_id FROM undo_step WHERE id = ?", (number,)
    )[0]
    for one in row[1:]:
        if one is not None and _next_number(readable, one, is_undone=is_undone) != number:
            raise KnownError(ErrorCode.UNDO_ELSEWHERE)
    payload = open_text(readable, meeting_id, _PURPOSE, str(number), row[0])
    return None if payload is None else StoredStep(number, payload)


def turn_step(vault: Vault, meeting_id: str, step: StoredStep, *, is_undone: bool) -> None:
    """Says that a step was undone, or done again, with what is now to be put back."""
    vault.database.run(
        "UPDATE undo_step SET is_undone = ?, sealed = ? WHERE id = ?",
        (int(is_undone), seal_text(vault, meeting_id, _PURPOSE, str(step.id), step.payload), step.id),
    )


def check(readable: Readable, meeting_id: str) -> None:
    """Opens every step of a meeting. Raises KnownError(VAULT_DAMAGED) for a changed one."""
    rows = readable.database.query(
        "SELECT u.id, u.sealed FROM undo_step u JOIN session s ON s.id = u.session_id WHERE s.meeting_id = ?",
        (meeting_id,),
    )
    for number, sealed in rows:
        open_text(readable, meeting_id, _PURPOSE, str(number), sealed)


def drop_step(vault: Vault, step_id: int) -> None:
    """Forgets one step."""
    with vault.transaction():
        vault.database.run("DELETE FROM undo_step WHERE id = ?", (step_id,))


def drop_of_entry(vault: Vault, intervention_id: str) -> None:
    """Forgets every step that touches an entry."""
    vault.database.run(
        "DELETE FROM undo_step WHERE id IN (SELECT step_id FROM undo_entry WHERE intervention_id = ?)",
        (intervention_id,),
    )


def drop_of_meeting(vault: Vault, meeting_id: str) -> None:
    """Forgets every step of a meeting: it was closed."""
    with vault.transaction():
        vault.database.run(
            "DELETE FROM undo_step WHERE session_id IN (SELECT id FROM session WHERE meeting_id = ?)",
            (meeting_id,),
        )


def _next_number(readable: Readable, session_id: str, *, is_undone: bool) -> int | None:
    which, best = ("min", min) if is_undone else ("max", max)
    numbers = [
        readable.database.query(
            f"SELECT {which}(id) FROM undo_step WHERE {column} = ? AND is_undone = ?",
            (session_id, int(is_undone)),
        )[0][0]
        for column in ("session_id", "other_session_id")
    ]
    return best((number for number in numbers if number is not None), default=None)
