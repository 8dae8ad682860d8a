"""What is being typed, kept until Enter makes an entry of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.storage.vault import Readable, Vault, stamp


@dataclass(frozen=True, slots=True)
class Draft:
    """A line half typed: its text, the caret in code points, the strictest rule in force since its first key."""

    text: str = field(repr=False)
    caret: int = 0
    rule: GroundRule | None = None


def save_draft(vault: Vault, session_id: str, draft: Draft) -> None:
    """Keeps the draft of a session in place of the one before."""
    with vault.transaction():
        vault.database.run(
            "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?)",
            (session_id, draft.text, draft.caret, draft.rule, *stamp(vault)),
        )


def draft(readable: Readable, session_id: str) -> Draft | None:
    """The draft of a session, or None."""
    row = readable.database.first("SELECT text, caret, rule FROM draft WHERE session_id = ?", (session_id,))
    return None if row is None else Draft(row[0], row[1], None if row[2] is None else GroundRule(row[2]))


def clear_draft(vault: Vault, session_id: str) -> None:
    """Forgets the draft of a session; in the transaction that keeps its entry."""
    with vault.transaction():
        vault.database.run("DELETE FROM draft WHERE session_id = ?", (session_id,))
