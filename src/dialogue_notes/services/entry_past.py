"""The events of entries that undoing takes away: their step keeps them, so that they come back with the entries."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_notes.services.entry_events import PastEvent, event_of, event_payload
from dialogue_notes.storage import entry_events
from dialogue_notes.storage.entry_events import EntryEvent
from dialogue_notes.storage.vault import Readable, Vault


def past_events(readable: Readable, meeting_id: str, ids: Iterable[str]) -> tuple[PastEvent, ...]:
    """What was noted about entries that are about to go, oldest first of each; without what is damaged."""
    return tuple(
        PastEvent(entry_id, each.changed_at, each.changed_by, event_of(each.payload))
        for entry_id in ids
        for each in entry_events.events(readable, meeting_id, entry_id, may_be_damaged=True)
    )


def put_back_past(vault: Vault, meeting_id: str, past: Iterable[PastEvent]) -> None:
    """Gives entries that are there again what was noted about them, by whom and when."""
    entry_events.put_back_events(
        vault,
        meeting_id,
        (
            (one.entry_id, EntryEvent(one.changed_at, one.changed_by, event_payload(one.event)))
            for one in past
        ),
    )
