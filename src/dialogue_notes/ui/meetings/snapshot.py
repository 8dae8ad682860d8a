"""What the Meetings room shows, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogue_notes.domain.codes import Capacity, GroundRule, Standing, Track
from dialogue_notes.domain.dangers.own_descriptions import OwnDescription
from dialogue_notes.domain.language import TRACK_WORDS
from dialogue_notes.domain.record import Delegation, Dialogue, Meeting, Participant, Session
from dialogue_notes.domain.rules import DEFAULT_RULE, effective_rule
from dialogue_notes.domain.sanitising.attribution import proposed_track
from dialogue_notes.services.own_descriptions import descriptions_by_person
from dialogue_notes.services.papers import PaperLine, papers
from dialogue_notes.storage import dialogues, meetings, participants
from dialogue_notes.storage.vault import Readable


@dataclass(frozen=True, slots=True)
class DialogueSnapshot:
    """A dialogue by itself."""

    dialogue: Dialogue
    delegations: tuple[Delegation, ...]


@dataclass(frozen=True, slots=True)
class MeetingSnapshot:
    """One meeting with everything that is prepared for it; `descriptions` by participant, for those who have any."""

    dialogue: Dialogue
    meeting: Meeting
    delegations: tuple[Delegation, ...]
    participants: tuple[Participant, ...]
    sessions: tuple[Session, ...]
    papers: tuple[PaperLine, ...] = ()
    descriptions: Mapping[str, tuple[OwnDescription, ...]] = field(default_factory=dict, repr=False)

    @property
    def rule(self) -> GroundRule:
        """The rule in force for the meeting."""
        return effective_rule(self.dialogue, self.meeting)

    @property
    def inherited_rule(self) -> GroundRule:
        """The rule that would hold if the meeting had none of its own."""
        return self.dialogue.ground_rule or DEFAULT_RULE

    def delegation_name(self, delegation_id: str | None) -> str:
        """The name of a side; empty for none."""
        return next((each.name for each in self.delegations if each.id == delegation_id), "")

    @property
    def track(self) -> str:
        """The proposed track with its reason, in words; empty while nobody is on the roster."""
        if not self.participants:
            return ""
        track = proposed_track(self.participants)
        private = [
            each
            for each in self.participants
            if each.capacity is Capacity.OFFICIAL and each.standing is Standing.PRIVATE and not each.guest
        ]
        if track is Track.ONE_AND_A_HALF and private:
            who = (
                f"{private[0].name} is an official"
                if len(private) == 1
                else f"{len(private)} officials are here"
            )
            return f"{TRACK_WORDS[track]}: {who} in a private capacity"
        return f"{TRACK_WORDS[track]}: no official is here in a private capacity"


def read_meeting(readable: Readable, meeting_id: str) -> MeetingSnapshot:
    """The meeting of that id. Raises KnownError(NOT_FOUND)."""
    meeting = meetings.meeting(readable, meeting_id)
    return MeetingSnapshot(
        dialogues.dialogue(readable, meeting.dialogue_id),
        meeting,
        dialogues.delegations(readable, meeting.dialogue_id),
        participants.participants(readable, meeting_id),
        meetings.sessions(readable, meeting_id),
        papers(readable, meeting_id),
        descriptions_by_person(readable, meeting_id),
    )


def read_dialogue(readable: Readable, dialogue_id: str) -> DialogueSnapshot:
    """The dialogue of that id. Raises KnownError(NOT_FOUND)."""
    return DialogueSnapshot(
        dialogues.dialogue(readable, dialogue_id), dialogues.delegations(readable, dialogue_id)
    )
