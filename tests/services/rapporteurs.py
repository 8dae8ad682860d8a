"""A second rapporteur's meeting file, for the tests of two records side by side."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.services.importing.files import ImportKind, UntrustedFile
from dialogue_notes.services.importing.meeting_files import read_meeting_file
from dialogue_notes.services.parallel.records import set_beside
from dialogue_notes.services.parallel.rows import SideBySide, SideRow, side_by_side
from dialogue_notes.services.parallel.taking import take_over
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.vault import Vault
from tests.services.recording_room import NOW, Room, make_room

HOTLINE, TREATY, INSPECTORS = range(3)
"""The rows of the pair."""

PEOPLE = (
    {"id": "p1", "name": "Mr. Kang Yong-chol"},
    {"id": "p2", "name": "Helen Whitcombe"},
    {"id": "p3", "name": "Oswin Tarrant", "role": "Legal adviser"},
)
SAID = (
    {"speaker": "p1", "time": "2026-03-02T10:31:40", "text": "A hotline would be useful but is not enough."},
    {"speaker": "p3", "time": "2026-03-02T10:32:10", "text": "The treaty text is silent on quotas."},
    {"speaker": "p2", "time": "2026-03-02T10:33:00", "text": "Inspectors are not needed for verifying."},
)


def second_file(said: Sequence[dict[str, Any]] = SAID, **session: Any) -> UntrustedFile:
    content = {
        "format": "dialogue-notes/meeting",
        "version": 1,
        "meeting": {"title": "7th meeting"},
        "participants": list(PEOPLE),
        "sessions": [{"title": "Opening", **session, "interventions": list(said)}],
    }
    return UntrustedFile("second.json", ImportKind.MEETING, json.dumps(content).encode())


def second_record(said: Sequence[dict[str, Any]] = SAID, **session: Any) -> MeetingRecord:
    file = second_file(said, **session)
    return read_meeting_file(file.data.decode(), file.name)


def put_beside(vault: Vault, meeting_id: str, said: Sequence[dict[str, Any]] = SAID, **session: Any) -> str:
    """Sets that record beside a meeting; the id of what was set."""
    return set_beside(vault, meeting_id, second_record(said, **session), "Second")


def make_pair(folder: Path) -> Room:
    """A room with two remarks noted, of which the second file has both in other words and one more between."""
    made = make_room(folder)
    recorder = made.recorder()
    recorder.keep(made.vault, "kyc: A hotline would be useful.", NOW, None)
    recorder.keep(made.vault, "hw: Verification needs no inspectors.", NOW, None)
    return made


def rows(room: Room, record_id: str, *, with_speakers: bool = False) -> SideBySide:
    return side_by_side(room.vault, record_id, with_speakers=with_speakers)


def row(room: Room, record_id: str, number: int) -> SideRow:
    return rows(room, record_id).rows[number]


def take(room: Room, record_id: str, number: int) -> str:
    """What the screen does: the entry beside, or else a new one after the last above. The id of the entry that took it
    over.
    """
    shown = rows(room, record_id).rows
    one = shown[number]
    assert one.right is not None
    above = next((each.left.id for each in reversed(shown[:number]) if each.left), None)
    take_over(room.vault, one.right.id, one.left.id if one.left else None, above)
    return stored.find_taken(room.vault, one.right.id) or ""
