"""Taking back an entry that was just made: the row goes, as if it had never been kept."""

from __future__ import annotations

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import attributions, search_index
from dialogue_notes.storage.found import found
from dialogue_notes.storage.striking import is_held
from dialogue_notes.storage.vault import Vault


def remove_intervention(vault: Vault, intervention_id: str) -> None:
    """Removes an entry with its speaker, earlier texts, redactions and place in the index.

    For undoing only: a strike leaves its mark in the record, this leaves none. Raises KnownError: NOT_FOUND;
    LEGAL_HOLD when the meeting's record may not be destroyed.
    """
    with vault.transaction():
        row = vault.database.first(
            "SELECT i.number, i.text, s.meeting_id FROM intervention i JOIN session s ON s.id = i.session_id"
            " WHERE i.id = ?",
            (intervention_id,),
        )
        number, text, meeting_id = found(row, "entry")
        if is_held(vault, meeting_id):
            raise KnownError(ErrorCode.LEGAL_HOLD)
        search_index.remove_now(vault.database, number, text)
        attributions.clear_speaker(vault, meeting_id, intervention_id)
        vault.database.run(
            "DELETE FROM redaction WHERE place_id = ?1 OR substr(place_id, 1, length(?1) + 1) = ?1 || '#'",
            (intervention_id,),
        )
        vault.database.run("DELETE FROM intervention WHERE number = ?", (number,))
