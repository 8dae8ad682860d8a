"""Changing an entry that is in the record: redactions and summary points follow, and a change of consent is logged."""

from __future__ import annotations

from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import Intervention
from dialogue_notes.services.reviewing.fresh_mentions import follow_and_catch
from dialogue_notes.services.reviewing.tags import follow_tags
from dialogue_notes.storage import audit, interventions
from dialogue_notes.storage.vault import Vault


def update_entry(vault: Vault, meeting_id: str, old: Intervention, new: Intervention) -> None:
    """Puts `new` in the place of `old`; the earlier text stays in the history. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        interventions.update_intervention(vault, new)
        place = intervention_place(new.id)
        follow_and_catch(vault, meeting_id, place, old.text, new.text)
        follow_tags(vault, meeting_id, new.id, old.tags, new.tags)
        note_consent(vault, old, new)


def note_consent(vault: Vault, old: Intervention, new: Intervention, reason: str = "") -> None:
    """Logs a change of the consent to an entry's words; without a `reason`, the entry says by itself why it ended."""
    if new.consent == old.consent:
        return
    if not reason and old.consent is not None and new.consent is None:
        reason = "words" if new.text != old.text else ""
    code = "consent_noted" if new.consent is not None else "consent_ended"
    audit.append(vault, code, intervention=new.id, **({"reason": reason} if reason else {}))
