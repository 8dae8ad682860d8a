"""Who said what: sealed rows apart from the entries."""

from __future__ import annotations

from collections.abc import Sequence

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


def speaker(readable: Readable, meeting_id: str, intervention_id: str) -> Speaker:
    """Who spoke one entry, at a cost that does not grow with the meeting; nobody when nothing was said about it."""
    return readable.attributions.speaker(readable.database, meeting_id, intervention_id) or Speaker()


def speakers_of(readable: Readable, meeting_id: str, entries: Sequence[str]) -> dict[str, Speaker]:
    """As `speakers`, of these entries only, at a cost that does not grow with the meeting once it was read."""
    return readable.attributions.speakers_of(readable.database, meeting_id, entries)
