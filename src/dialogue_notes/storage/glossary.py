"""Shorthand of a dialogue, and the phrases whose proposals were declined."""

from __future__ import annotations

from dialogue_notes.domain.glossary import Term
from dialogue_notes.storage.found import must_change
from dialogue_notes.storage.vault import Readable, Vault, stamp


def terms(readable: Readable, dialogue_id: str) -> tuple[Term, ...]:
    """The glossary of a dialogue, by key."""
    rows = readable.database.query(
        "SELECT id, key, words FROM glossary WHERE dialogue_id = ? ORDER BY key", (dialogue_id,)
    )
    return tuple(Term(*row) for row in rows)


def put_term(vault: Vault, dialogue_id: str, term: Term) -> None:
    """Keeps a term, in place of the one of that id. The key must be free in the dialogue."""
    with vault.transaction():
        vault.database.run(
            "INSERT INTO glossary (id, dialogue_id, key, words, written_at, written_by) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET key = excluded.key, words = excluded.words,"
            " written_at = excluded.written_at, written_by = excluded.written_by",
            (term.id, dialogue_id, term.key, term.words, *stamp(vault)),
        )


def remove_term(vault: Vault, term_id: str) -> None:
    """Removes a term. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        must_change(vault.database.run("DELETE FROM glossary WHERE id = ?", (term_id,)), "shorthand")


def declined(readable: Readable, dialogue_id: str) -> tuple[str, ...]:
    """The phrases that are not to be proposed again."""
    rows = readable.database.query(
        "SELECT phrase FROM glossary_declined WHERE dialogue_id = ? ORDER BY phrase", (dialogue_id,)
    )
    return tuple(row[0] for row in rows)


def decline(vault: Vault, dialogue_id: str, phrase: str) -> None:
    """Keeps that a phrase was declined; once is enough."""
    with vault.transaction():
        vault.database.run(
            "INSERT OR IGNORE INTO glossary_declined VALUES (?, ?, ?, ?)",
            (dialogue_id, phrase, *stamp(vault)),
        )


def take_back_declined(vault: Vault, dialogue_id: str, phrase: str) -> None:
    """The phrase may be proposed again."""
    with vault.transaction():
        vault.database.run(
            "DELETE FROM glossary_declined WHERE dialogue_id = ? AND phrase = ?", (dialogue_id, phrase)
        )


def texts(readable: Readable, dialogue_id: str, limit: int) -> tuple[str, ...]:
    """The texts of a dialogue's newest entries, at most `limit` of them, for finding what is often typed."""
    rows = readable.database.query(
        "SELECT intervention.text FROM intervention JOIN session ON session.id = intervention.session_id"
        " JOIN meeting ON meeting.id = session.meeting_id WHERE meeting.dialogue_id = ? AND intervention.text <> ''"
        " ORDER BY intervention.number DESC LIMIT ?",
        (dialogue_id, limit),
    )
    return tuple(row[0] for row in rows)
