"""What is being typed, kept until Enter makes an entry of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.storage.vault import Readable, Vault, stamp


@dataclass(frozen=True, slots=True)
class Draft:
    """A line half typed: its text, the caret in code points, the strictest rule in force since its first key.

    `editing` is the entry that the line edits, `aside` what was half typed when that was begun.
    """

    text: str = field(repr=False)
    caret: int = 0
    rule: GroundRule | None = None
    editing: str = ""
    aside: str = field(default="", repr=False)

    @property
    def has_words(self) -> bool:
        """Whether anything is half typed; a draft may also say only which entry is edited."""
        return bool(self.text or self.aside)


def save_draft(vault: Vault, session_id: str, draft: Draft) -> None:
    """Keeps the draft of a session in place of the one before."""
    with vault.transaction():
        vault.database.run(
            "INSERT OR REPLACE INTO draft"
            " (session_id, text, caret, rule, editing, aside, written_at, written_by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (session_id, draft.text, draft.caret, draft.rule, draft.editing, draft.aside, *stamp(vault)),
        )


def draft(readable: Readable, session_id: str) -> Draft | None:
    """The draft of a session, or None."""
    row = readable.database.first(
        "SELECT text, caret, rule, editing, aside FROM draft WHERE session_id = ?", (session_id,)
    )
    if row is None:
        return None
    text, caret, rule, editing, aside = row
    return Draft(text, caret, None if rule is None else GroundRule(rule), editing, aside)


def clear_draft(vault: Vault, session_id: str) -> None:
    """Forgets the draft of a session; in the transaction that keeps its entry."""
    with vault.transaction():
        vault.database.run("DELETE FROM draft WHERE session_id = ?", (session_id,))


def end_edits(vault: Vault, intervention_id: str) -> None:
    """For an entry that is struck: no draft goes on editing it, and what was put aside for that is the draft again."""
    with vault.transaction():
        vault.database.run(
            "UPDATE draft SET text = aside, caret = length(aside), editing = '', aside = '' WHERE editing = ?",
            (intervention_id,),
        )
