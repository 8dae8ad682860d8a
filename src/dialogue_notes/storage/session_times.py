"""How long sessions lasted, told by their entries without reading them."""

from __future__ import annotations

from datetime import timedelta

from dialogue_notes.storage.columns import time_of
from dialogue_notes.storage.vault import Readable


def durations(readable: Readable, meeting_id: str) -> dict[str, timedelta]:
    """From the earliest entry's time to the latest one's, by session id; sessions without times are left out."""
    rows = readable.database.query(
        "SELECT i.session_id, min(i.spoken_at), max(i.spoken_at) FROM intervention i"
        " JOIN session s ON s.id = i.session_id WHERE s.meeting_id = ? GROUP BY i.session_id",
        (meeting_id,),
    )
    spans = ((session_id, time_of(first), time_of(last)) for session_id, first, last in rows)
    return {session_id: last - first for session_id, first, last in spans if first and last}
