"""Whether those who review a meeting are shown who spoke: a setting of the meeting, and in the audit log."""

from __future__ import annotations

from dialogue_notes.storage import audit, meetings, review_settings
from dialogue_notes.storage.vault import Vault


def show_speakers(vault: Vault, meeting_id: str, *, is_shown: bool) -> None:
    """Shows or hides them, for whoever opens the meeting in Review from now on. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        meetings.meeting(vault, meeting_id)
        if review_settings.shows_speakers(vault, meeting_id) == is_shown:
            return
        review_settings.set_shows_speakers(vault, meeting_id, is_shown=is_shown)
        code = "speakers_shown_in_review" if is_shown else "speakers_hidden_in_review"
        audit.append(vault, code, meeting=meeting_id)
