"""A vault with a meeting that was noted and waits for review."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dialogue_notes.domain.codes import GroundRule, Kind
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.storage import attributions, interventions, participants
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault
from tests.services.recording_room import make_room

LINES: tuple[tuple[str, str, Kind, GroundRule | None], ...] = (
    ("Kang Yong-chol", "Ms Whitcombe and the Lantern Accord", Kind.STATEMENT, None),
    ("Helen Whitcombe", "Pak objected: the lantern accord is Whitcombe's", Kind.STATEMENT, None),
    ("Pak Jin-sook", "what Kang told Whitcombe", Kind.STATEMENT, GroundRule.OFF_RECORD),
    ("Petra Vance", "nothing yet", Kind.STATEMENT, None),
    ("Petra Vance", "the boats leave at dawn tomorrow", Kind.STATEMENT, GroundRule.NOT_FOR_REPORT),
    ("Petra Vance", "to meet again in May", Kind.AGREEMENT, None),
)


@dataclass(frozen=True, slots=True)
class Desk:
    """An open vault, its meeting, and the ids of the entries in order."""

    vault: Vault
    meeting_id: str
    entries: tuple[str, ...]


def make_desk(folder: Path) -> Desk:
    """A new vault in `folder` with `LINES` noted in the first session."""
    room = make_room(folder)
    people = {one.name: one.id for one in participants.participants(room.vault, room.meeting_id)}
    made = []
    for number, (name, text, kind, rule) in enumerate(LINES):
        intervention = Intervention(new_id(), room.sessions[0].id, number, kind, text, rule=rule)
        interventions.add_intervention(room.vault, intervention)
        attributions.set_speaker(room.vault, room.meeting_id, intervention.id, Speaker(people[name]))
        made.append(intervention.id)
    return Desk(room.vault, room.meeting_id, tuple(made))
