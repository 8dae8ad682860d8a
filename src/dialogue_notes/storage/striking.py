"""Striking an entry: its words are destroyed, and that there was one stays."""

from __future__ import annotations

from dialogue_notes.domain.codes import InterventionState
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import (
    attributions,
    checklist,
    comments,
    dangers,
    drafts,
    earlier_exports,
    entity_striking,
    entry_events,
    families,
    parallel_records,
    quote_consents,
    redactions,
    search_index,
    undo_steps,
)
from dialogue_notes.storage.found import found
from dialogue_notes.storage.interventions import mark_points_stale
from dialogue_notes.storage.standing_rows import destroy_rows_of
from dialogue_notes.storage.vault import Readable, Vault, stamp


def strike_intervention(vault: Vault, intervention_id: str) -> None:
    """Overwrites the entry's text, tags, reasons, consent, speaker and redactions, and empties the write-ahead log
    after the commit. The row stays, struck, so that the order has no gap.

    With it goes all history that may hold its words: of the entry, of those that it was ever split from or joined
    with, and every step that could be undone or done again in one of them. Drafts that edit it and comments on it go
    too. Raises KnownError: NOT_FOUND; LEGAL_HOLD when the meeting's record may not be destroyed.
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
        family = families.relatives(vault, intervention_id)
        _destroy_history(vault, intervention_id)
        search_index.remove_now(vault.database, number, text)
        vault.database.run(
            "UPDATE intervention SET text = '', rule_reason = '', marks = '', aims = '', tags = '', consent = NULL,"
            " flags = '', state = ?, written_at = ?, written_by = ? WHERE number = ?",
            (InterventionState.STRUCK, *stamp(vault), number),
        )
        vault.database.run("DELETE FROM attribution_label WHERE intervention_id = ?", (intervention_id,))
        entity_striking.destroy_learned(vault, family, redactions.destroy_of_entry(vault, intervention_id))
        _destroy_review(vault, meeting_id, intervention_id)
        attributions.clear_speaker(vault, meeting_id, intervention_id)
        mark_points_stale(vault, intervention_id)
        vault.truncate_after_commit()


def _destroy_review(vault: Vault, meeting_id: str, intervention_id: str) -> None:
    """What the Review room keeps beside the redactions that may hold the entry's words or tell of them."""
    dangers.destroy_of_entry(vault, meeting_id, intervention_id)
    checklist.destroy_answers(vault, meeting_id)


def is_held(readable: Readable, meeting_id: str) -> bool:
    """Whether a legal hold forbids destroying anything of the meeting."""
    row = readable.database.first(
        "SELECT 1 FROM legal_hold WHERE meeting_id = ? AND lifted_at IS NULL", (meeting_id,)
    )
    return row is not None


def _destroy_history(vault: Vault, intervention_id: str) -> None:
    for one in families.relatives(vault, intervention_id):
        entry_events.drop_of_entry(vault, one)
        undo_steps.drop_of_entry(vault, one)
        drafts.end_edits(vault, one)
        quote_consents.destroy_of_entry(vault, one)
        earlier_exports.destroy_of_entry(vault, one)
        comments.destroy_of_entry(vault, one)
        parallel_records.destroy_differences_of(vault, one)
        search_index.forget_earlier(vault.database, one)
    destroy_rows_of(vault, intervention_id)
    families.dissolve(vault, intervention_id)
