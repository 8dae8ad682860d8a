"""Striking: for "please don't note that". The words are destroyed wherever the vault holds them, and that is noted."""

from __future__ import annotations

from collections.abc import Collection

from dialogue_notes.services.entry_events import STRUCK, TEXTS, Event, Item, event_of, event_payload
from dialogue_notes.services.parallel.striking import strike_beside
from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.storage import audit, entry_events, interventions, meetings
from dialogue_notes.storage.draft_words import empty_drafts
from dialogue_notes.storage.striking import strike_intervention
from dialogue_notes.storage.vault import Vault


def strike(vault: Vault, ids: Collection[str]) -> tuple[str, ...]:
    """Destroys the words of entries, all or none; returns their ids.

    Gone are text, history, what could be undone or done again of it, index entries, drafts that edit it or hold its
    words (a line that was taken back stands in the typing line again), the shared history of entries that it was split
    from or joined with, and other rapporteurs' words of the same remark. The first undoing after it says so and takes
    nothing back. Raises KnownError: NOT_FOUND, LEGAL_HOLD.
    """
    with vault.transaction():
        sessions = {}
        for each in ids:
            session = meetings.session(vault, interventions.intervention(vault, each).session_id)
            sessions[session.id] = session
            said = _words_of(vault, session.meeting_id, each)
            empty_drafts(vault, session.meeting_id, said)
            strike_beside(vault, session, each, said)
            strike_intervention(vault, each)
            event = event_payload(Event((Item(STRUCK),)))
            entry_events.add_events(vault, session.meeting_id, [(each, event)])
            audit.append(vault, "entry_struck", intervention=each)
        for session in sessions.values():
            history.record(vault, (session,), Step(what=STRUCK))
    return tuple(ids)


def _words_of(vault: Vault, meeting_id: str, intervention_id: str) -> tuple[str, ...]:
    """The text of an entry and those that it had before. Damage to its history does not keep it from being struck."""
    stored = entry_events.events(vault, meeting_id, intervention_id, may_be_damaged=True)
    events = [event_of(each.payload) for each in stored]
    earlier = [
        text
        for event in events
        for item in event.items
        if item.what in TEXTS
        for text in (item.before, item.after)
    ]
    return (interventions.intervention(vault, intervention_id).text, *earlier)
