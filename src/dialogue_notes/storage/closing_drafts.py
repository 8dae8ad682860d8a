"""The chairs' closing text while it is typed, kept until it becomes an entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.storage.vault import Readable, Vault, stamp


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """A text half typed: the caret in code points, the strictest rule since its first key, and whether its field
    stands on the screen.
    """

    text: str = field(repr=False)
    caret: int = 0
    rule: GroundRule | None = None
    is_open: bool = True


def save_draft(vault: Vault, session_id: str, draft: ClosingDraft) -> None:
    """Keeps the draft of a session in place of the one before."""
    with vault.transaction():
        vault.database.run(
            "INSERT OR REPLACE INTO closing_draft VALUES (?, ?, ?, ?, ?, ?, ?)",
            (session_id, draft.text, draft.caret, draft.rule, int(draft.is_open), *stamp(vault)),
        )


def draft(readable: Readable, session_id: str) -> ClosingDraft | None:
    """The draft of a session, or None."""
    row = readable.database.first(
        "SELECT text, caret, rule, is_open FROM closing_draft WHERE session_id = ?", (session_id,)
    )
    if row is None:
        return None
    return ClosingDraft(row[0], row[1], None if row[2] is None else GroundRule(row[2]), bool(row[3]))


def clear_draft(vault: Vault, session_id: str) -> None:
    """Forgets the draft of a session; in the transaction that keeps its entry."""
    with vault.transaction():
        vault.database.run("DELETE FROM closing_draft WHERE session_id = ?", (session_id,))
