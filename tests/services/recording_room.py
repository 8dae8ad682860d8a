"""A vault with a meeting to record, for the tests of recording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dialogue_notes.domain.codes import Capacity
from dialogue_notes.domain.record import Intervention, Participant, Session, Speaker
from dialogue_notes.services import meetings as services
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.storage import attributions, interventions, participants
from dialogue_notes.storage.vault import Vault
from tests.support.vaults import new_vault

NOW = datetime.fromisoformat("2026-03-02T10:31:05")


@dataclass(frozen=True, slots=True)
class Room:
    """An open vault with one meeting of two sides, two sessions and nobody's words yet."""

    vault: Vault
    meeting_id: str
    sessions: tuple[Session, ...]
    people: dict[str, str]

    def recorder(self, number: int = 0) -> Recorder:
        return Recorder(record_view(self.vault, self.sessions[number].id))

    def entries(self, number: int = 0) -> tuple[Intervention, ...]:
        return interventions.interventions(self.vault, self.sessions[number].id)

    def speaker(self, entry: Intervention) -> Speaker:
        return attributions.speakers(self.vault, self.meeting_id)[entry.id]


def make_room(folder: Path) -> Room:
    """A new vault in `folder`, filled."""
    return fill(new_vault(folder))


def fill(vault: Vault) -> Room:
    """Adds the meeting to an open vault."""
    dialogue = services.create_dialogue(vault, "Lakeside Dialogue")
    sides = [services.add_delegation(vault, dialogue.id, name) for name in ("Side A", "Side B")]
    host = services.add_delegation(vault, dialogue.id, "Lakeside Institute")
    meeting = services.create_meeting(vault, dialogue.id, "7th meeting")
    for name, delegation, capacity, scripts in (
        ("Kang Yong-chol", sides[0], Capacity.FORMER_OFFICIAL, ("강용철",)),
        ("Pak Jin-sook", sides[0], Capacity.SPECIALIST, ("박진숙",)),
        ("Helen Whitcombe", sides[1], Capacity.FORMER_OFFICIAL, ()),
        ("Petra Vance", sides[1], Capacity.SPECIALIST, ()),
        ("Dieter Moser", host, Capacity.FACILITATOR, ()),
    ):
        services.add_participant(
            vault,
            Participant(
                "", meeting.id, 0, name, scripts=scripts, delegation_id=delegation.id, capacity=capacity
            ),
        )
    sessions = (
        services.add_session(vault, meeting.id, "Opening views", planned_start="09:00", planned_end="10:00"),
        services.add_session(
            vault, meeting.id, "Notification of tests", planned_start="10:15", planned_end="11:30"
        ),
    )
    roster = participants.participants(vault, meeting.id)
    return Room(vault, meeting.id, sessions, {who.code: who.id for who in roster})
