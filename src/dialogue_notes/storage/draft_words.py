"""Half typed texts that hold words which are struck: they are emptied, wherever in a meeting they wait."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dialogue_notes.storage.vault import Vault

_LONG: Final = 8
"""Characters from which words are told by themselves; shorter ones ("yes") count only as all that was typed."""

_FIELDS: Final = (
    ("draft", "text", "session_id IN (SELECT id FROM session WHERE meeting_id = ?)"),
    ("draft", "aside", "session_id IN (SELECT id FROM session WHERE meeting_id = ?)"),
    ("closing_draft", "text", "session_id IN (SELECT id FROM session WHERE meeting_id = ?)"),
    ("half_typed", "text", "meeting_id = ?"),
)


def empty_drafts(vault: Vault, meeting_id: str, texts: Collection[str]) -> None:
    """Empties what is half typed in a meeting where it holds one of these texts, whatever blanks are in it."""
    wanted = {_plain(text) for text in texts} - {""}
    for table, column, where in _FIELDS:
        # The names come from the table above, never from outside.
        for (held,) in vault.database.query(
            f"SELECT DISTINCT {column} FROM {table} WHERE {where} AND {column} <> ''", (meeting_id,)
        ):
            if any(_holds(_plain(held), text) for text in wanted):
                caret = ", caret = 0" if column == "text" else ""
                vault.database.run(
                    f"UPDATE {table} SET {column} = ''{caret} WHERE {where} AND {column} = ?",
                    (meeting_id, held),
                )


def _holds(held: str, text: str) -> bool:
    return text in held if len(text) >= _LONG else held == text or held.endswith(f": {text}")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
