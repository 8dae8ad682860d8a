"""The full-text index over the entries' texts: filled after the commit, from a queue written in that commit."""

from __future__ import annotations

from typing import Final

from dialogue_notes.storage.database import Database
from dialogue_notes.storage.transactions import Transactions

_BATCH: Final = 200
"""Entries a transaction: a few milliseconds, so that typing can come between."""


def enqueue(database: Database, number: int, indexed_text: str | None) -> None:
    """In the writing transaction: says that an entry is new (None) or was indexed with this text until now."""
    database.run("INSERT OR IGNORE INTO search_queue VALUES (?, ?)", (number, indexed_text))


def remove_now(database: Database, number: int, text: str) -> None:
    """In the striking transaction: takes an entry out of the index, so that nothing of its text stays there.

    It waits in the queue again, to be indexed as the empty text that it has from now on.
    """
    row = database.first("SELECT indexed_text FROM search_queue WHERE number = ?", (number,))
    indexed = text if row is None else row[0]
    if indexed is not None:
        database.run("INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)", (number, indexed))
    database.run("INSERT OR REPLACE INTO search_queue VALUES (?, NULL)", (number,))


def forget_earlier(database: Database, intervention_id: str) -> None:
    """In the striking transaction: takes out of the index what it still has of an entry's earlier text.

    The text that the entry has now waits in the queue, as that of a new one.
    """
    row = database.first(
        "SELECT q.number, q.indexed_text FROM intervention i JOIN search_queue q ON q.number = i.number"
        " WHERE i.id = ? AND q.indexed_text IS NOT NULL",
        (intervention_id,),
    )
    if row is not None:
        database.run("INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)", row)
        database.run("UPDATE search_queue SET indexed_text = NULL WHERE number = ?", (row[0],))


def drain(database: Database, transactions: Transactions, limit: int | None = None) -> int:
    """Indexes what waits, oldest first, at most `limit` entries (None: all); how many it did."""
    done = 0
    while limit is None or done < limit:
        size = _BATCH if limit is None else min(_BATCH, limit - done)
        rows = database.query(
            "SELECT q.number, q.indexed_text, i.text FROM search_queue q"
            " LEFT JOIN intervention i ON i.number = q.number ORDER BY q.number LIMIT ?",
            (size,),
        )
        if not rows:
            break
        with transactions.open():
            for number, indexed, text in rows:
                _index(database, number, indexed, text)
        done += len(rows)
    return done


def _index(database: Database, number: int, indexed: str | None, text: str | None) -> None:
    if indexed is not None:
        database.run("INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)", (number, indexed))
    if text is not None:
        database.run("INSERT INTO search (rowid, text) VALUES (?, ?)", (number, text))
    database.run("DELETE FROM search_queue WHERE number = ?", (number,))
