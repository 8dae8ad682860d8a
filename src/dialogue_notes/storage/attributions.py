"""Who said what: sealed rows apart from the entries."""

from __future__ import annotations

from dialogue_notes.domain.record import Speaker
from dialogue_notes.storage.vault import Readable, Vault


def set_speaker(vault: Vault, meeting_id: str, intervention_id: str, speaker: Speaker) -> None:
    """Says who spoke an entry, in place of what was said before.

    Raises KnownError(NOT_FOUND) when the meeting's key is not sealed to the slot that opened the vault.
    """
    with vault.transaction():
        vault.attributions.replace(vault.database, meeting_id, intervention_id, speaker)


def clear_speaker(vault: Vault, meeting_id: str, intervention_id: str) -> None:
    """Removes what was said about who spoke an entry."""
    with vault.transaction():
        vault.attributions.replace(vault.database, meeting_id, intervention_id, None)


def speakers(readable: Readable, meeting_id: str) -> dict[str, Speaker]:
    """Speakers by intervention id; an entry that is absent has none.

    Empty when the meeting's key is not sealed to the slot that opened the vault.
    """
    return readable.attributions.speakers(readable.database, meeting_id)
