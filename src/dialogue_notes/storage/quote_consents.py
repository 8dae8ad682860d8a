"""Consents to quotations: sealed, for they tell whose words an entry holds."""

from __future__ import annotations

from typing import Final

import msgspec

from dialogue_notes.domain.dangers.quote_consents import QuoteConsent
from dialogue_notes.storage.database import Row
from dialogue_notes.storage.found import must_change
from dialogue_notes.storage.sealed_texts import open_text, seal_text
from dialogue_notes.storage.vault import Readable, Vault, stamp

_PURPOSE: Final = "quote consent"
_SELECT: Final = "SELECT id, intervention_id, sealed, written_at, revoked_at FROM quote_consent"
_PAYLOAD: Final = msgspec.json.Decoder(tuple[str, str, str, str, str, str, str])


def add_consent(vault: Vault, meeting_id: str, consent: QuoteConsent) -> None:
    """Keeps a new consent. Raises KnownError(NOT_FOUND) without the meeting's key."""
    payload = msgspec.json.encode(
        (
            consent.words,
            consent.by,
            consent.when,
            consent.how,
            consent.description,
            consent.audience,
            consent.language,
        )
    )
    with vault.transaction():
        at, by = stamp(vault)
        sealed = seal_text(vault, meeting_id, _PURPOSE, consent.id, payload)
        vault.database.run(
            "INSERT INTO quote_consent VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                consent.id,
                meeting_id,
                consent.intervention_id,
                sealed,
                consent.revoked_at or None,
                consent.noted_at or at,
                by,
            ),
        )


def set_revoked(vault: Vault, consent_id: str, revoked_at: str) -> None:
    """Says when a consent was taken back (UTC); empty when it holds again. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        count = vault.database.run(
            "UPDATE quote_consent SET revoked_at = ? WHERE id = ?", (revoked_at or None, consent_id)
        )
        must_change(count, "consent")


def consents(readable: Readable, meeting_id: str) -> tuple[QuoteConsent, ...]:
    """The consents of a meeting, oldest first; none without the meeting's key.

    Raises KnownError(VAULT_DAMAGED) for a changed row.
    """
    rows = readable.database.query(f"{_SELECT} WHERE meeting_id = ? ORDER BY rowid", (meeting_id,))
    found = (_consent(readable, meeting_id, row) for row in rows)
    return tuple(one for one in found if one is not None)


def destroy_of_entry(vault: Vault, intervention_id: str) -> None:
    """For a strike: the words stand in the consents too."""
    vault.database.run("DELETE FROM quote_consent WHERE intervention_id = ?", (intervention_id,))


def _consent(readable: Readable, meeting_id: str, row: Row) -> QuoteConsent | None:
    consent_id, intervention_id, sealed, noted_at, revoked_at = row
    payload = open_text(readable, meeting_id, _PURPOSE, consent_id, sealed)
    if payload is None:
        return None
    words, by, when, how, description, audience, language = _PAYLOAD.decode(payload)
    return QuoteConsent(
        consent_id,
        intervention_id,
        words,
        by,
        when,
        how,
        description,
        audience,
        language,
        noted_at,
        revoked_at or "",
    )
