"""Striking an entry: its words are destroyed, and that there was one stays."""

from __future__ import annotations

from dialogue_notes.domain.codes import InterventionState
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import attributions, search_index
from dialogue_notes.storage.found import found
from dialogue_notes.storage.interventions import mark_points_stale
from dialogue_notes.storage.vault import Readable, Vault, stamp


def strike_intervention(vault: Vault, intervention_id: str) -> None:
    """Overwrites the entry's text, earlier texts, tags, reasons, consent, speaker and redactions, and empties the
    write-ahead log after the commit. The row stays, struck, so that the order has no gap.

    Raises KnownError: NOT_FOUND; LEGAL_HOLD when the meeting's record may not be destroyed.
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
        vault.database.run(
            "UPDATE intervention SET text = '', rule_reason = '', marks = '', aims = '', tags = '', consent = NULL,"
            " flags = '', state = ?, written_at = ?, written_by = ? WHERE number = ?",
            (InterventionState.STRUCK, *stamp(vault), number),
        )
        for statement in (
            "DELETE FROM intervention_revision WHERE intervention_id = ?",
            "DELETE FROM attribution_label WHERE intervention_id = ?",
            "DELETE FROM redaction WHERE place_id = ?1 OR substr(place_id, 1, length(?1) + 1) = ?1 || '#'",
        ):
            vault.database.run(statement, (intervention_id,))
        attributions.clear_speaker(vault, meeting_id, intervention_id)
        mark_points_stale(vault, intervention_id)
        vault.truncate_after_commit()


def is_held(readable: Readable, meeting_id: str) -> bool:
    """Whether a legal hold forbids destroying anything of the meeting."""
    row = readable.database.first(
        "SELECT 1 FROM legal_hold WHERE meeting_id = ? AND lifted_at IS NULL", (meeting_id,)
    )
    return row is not None
