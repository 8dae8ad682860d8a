"""How a meeting is shown to those who review it."""

from __future__ import annotations

from dialogue_notes.storage.vault import Readable, Vault, stamp


def shows_speakers(readable: Readable, meeting_id: str) -> bool:
    """Whether the Review room says who spoke in a meeting; no, unless somebody wished it."""
    rows = readable.database.query(
        "SELECT shows_speakers FROM review_setting WHERE meeting_id = ?", (meeting_id,)
    )
    return any(row[0] for row in rows)


def set_shows_speakers(vault: Vault, meeting_id: str, *, is_shown: bool) -> None:
    """Says whether the Review room shows who spoke in a meeting."""
    with vault.transaction():
        vault.database.run(
            "INSERT OR REPLACE INTO review_setting VALUES (?, ?, ?, ?)",
            (meeting_id, int(is_shown), *stamp(vault)),
        )
