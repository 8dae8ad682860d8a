"""What is kept about entries under their meeting's key: sealed with who spoke, and gone when the key is."""

from __future__ import annotations

from dialogue_notes.crypto.derivation import context
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.vault import Readable


def has_key(readable: Readable, meeting_id: str) -> bool:
    """Whether the meeting's key is sealed to the slot that opened the vault."""
    return readable.attributions.cipher(readable.database, meeting_id) is not None


def seal_text(readable: Readable, meeting_id: str, purpose: str, row: str, payload: bytes) -> bytes:
    """The payload sealed for one row of one table. Raises KnownError(NOT_FOUND) without the meeting's key."""
    cipher = readable.attributions.cipher(readable.database, meeting_id)
    if cipher is None:
        raise KnownError(ErrorCode.NOT_FOUND, detail="key for this meeting's attributions")
    return cipher.seal_long(payload, _info(meeting_id, purpose, row))


def open_text(readable: Readable, meeting_id: str, purpose: str, row: str, sealed: bytes) -> bytes | None:
    """What was sealed; None without the meeting's key. Raises KnownError(VAULT_DAMAGED) for a changed row."""
    cipher = readable.attributions.cipher(readable.database, meeting_id)
    return None if cipher is None else cipher.open(sealed, _info(meeting_id, purpose, row))


def _info(meeting_id: str, purpose: str, row: str) -> bytes:
    """The meeting's key is of one vault only, so that the vault need not be named beside it."""
    return context("dialogue-notes", purpose, meeting_id, row)
