"""When sessions ran, told by the times and tags of their entries without reading their words."""

from __future__ import annotations

from datetime import datetime

from dialogue_notes.domain.agenda_times import Break
from dialogue_notes.domain.room_notes import BETWEEN_SESSIONS, BREAK_BEGINS, BREAK_ENDS, SYNC, sync_number
from dialogue_notes.domain.typing_line.parse import SPOKEN
from dialogue_notes.storage.columns import time_of, words
from dialogue_notes.storage.vault import Readable

_APART = ", ".join(f"'{kind.value}'" for kind in sorted(BETWEEN_SESSIONS))
_SPOKEN = ", ".join(f"'{kind.value}'" for kind in sorted(SPOKEN))


def spans(readable: Readable, meeting_id: str) -> dict[str, tuple[datetime, datetime]]:
    """The earliest and the latest time of a session's entries, by session id; corridor talk is left out, and so are
    sessions without times.
    """
    rows = readable.database.query(
        "SELECT i.session_id, min(i.spoken_at), max(i.spoken_at) FROM intervention i"
        f" JOIN session s ON s.id = i.session_id WHERE s.meeting_id = ? AND i.kind NOT IN ({_APART})"
        " GROUP BY i.session_id",
        (meeting_id,),
    )
    times = ((session_id, time_of(first), time_of(last)) for session_id, first, last in rows)
    return {session_id: (first, last) for session_id, first, last in times if first and last}


def breaks(readable: Readable, session_id: str) -> tuple[Break, ...]:
    """The breaks of a session, in order. Words spoken after a break began end it, if nobody said that it ended."""
    rows = readable.database.query(
        "SELECT sequence, spoken_at, tags FROM intervention WHERE session_id = ? AND tags <> '' AND state = 'kept'"
        " AND spoken_at IS NOT NULL AND instr(tags, ?) ORDER BY sequence",
        (session_id, BREAK_BEGINS),
    )
    found: list[Break] = []
    for sequence, spoken_at, column in rows:
        at, tags = datetime.fromisoformat(spoken_at), words(column)
        if BREAK_BEGINS in tags:
            found.append(Break(at, _spoken_after(readable, session_id, sequence, at)))
        elif BREAK_ENDS in tags and found:
            last = found[-1]
            found[-1] = Break(last.since, min(last.until or at, at))
    return tuple(found)


def last_sync(readable: Readable, session_id: str) -> int:
    """The number of the last sync mark of a session; 0 before the first."""
    rows = readable.database.query(
        "SELECT tags FROM intervention WHERE session_id = ? AND tags <> '' AND instr(tags, ?)",
        (session_id, SYNC),
    )
    return max((sync_number(words(row[0])) or 0 for row in rows), default=0)


def _spoken_after(readable: Readable, session_id: str, sequence: int, since: datetime) -> datetime | None:
    """The first words after an entry that were spoken later, too: what is noted late does not count."""
    row = readable.database.first(
        "SELECT spoken_at FROM intervention WHERE session_id = ? AND sequence > ? AND spoken_at > ?"
        f" AND kind IN ({_SPOKEN}) ORDER BY sequence LIMIT 1",
        (session_id, sequence, since.isoformat()),
    )
    return None if row is None else time_of(row[0])
