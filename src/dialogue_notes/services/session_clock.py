"""Sessions that are typed from paper: no clock runs, and an entry has no time but the one that its line says."""

from __future__ import annotations

from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.rules import check_open
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.services.recording.types import Change
from dialogue_notes.storage import meetings
from dialogue_notes.storage.vault import Vault


def set_clock(vault: Vault, session_id: str, *, has_clock: bool) -> Change | None:
    """Says whether a clock runs while a session is typed; entries already made keep their times.

    None when it says so already. Can be undone like any other act. Raises KnownError: MEETING_CLOSED, NOT_FOUND.
    """
    with vault.transaction():
        session = meetings.session(vault, session_id)
        check_open(vault, session)
        if session.has_clock == has_clock:
            return None
        return history.act(vault, (session,), Step(what="clock", clock=has_clock))
