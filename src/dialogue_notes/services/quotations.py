"""A quotation goes out only with consent to its words: noted here, and taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dialogue_notes.domain.codes import InterventionState, Kind
from dialogue_notes.domain.record import Consent, Intervention, Speaker
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.recording.types import Change, Version
from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.storage import interventions, meetings
from dialogue_notes.storage.vault import Vault


def toggle_consent(vault: Vault, ids: Collection[str], consent: Consent) -> Change | None:
    """Notes consent to the words of quotations, or takes it back where all of them have it.

    Entries that are no quotation stay as they are, and so does a consent noted before; None when there is no
    quotation among them. Each change is in the audit log. A reviewed meeting to which words come back is open to
    review again. Raises KnownError(NOT_FOUND).
    """
    entries = [interventions.intervention(vault, each) for each in ids]
    found = [one for one in entries if one.kind is Kind.QUOTE and one.state is InterventionState.KEPT]
    if not found:
        return None
    is_off = all(one.consent is not None for one in found)
    before = [one for one in found if is_off or one.consent is None]
    after = [replace(one, consent=None if is_off else consent) for one in before]
    with vault.transaction():
        meeting_id = meetings.session(vault, found[0].session_id).meeting_id
        for old, new in zip(before, after, strict=True):
            update_entry(vault, meeting_id, old, new)
        if not is_off:
            reopen_review(vault, meeting_id)
    return Change(meeting_id, tuple(map(Version, before)), tuple(map(Version, after)))


def consent_kept(entry: Intervention, was: Speaker, now: Speaker) -> Consent | None:
    """What is left of an entry's consent when it is said to be somebody else's: nothing, if it is a quotation."""
    return entry.consent if was == now or entry.kind is not Kind.QUOTE else None
