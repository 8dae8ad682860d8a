"""The shape of a meeting file that its schema has let through."""

from __future__ import annotations

import msgspec

from dialogue_notes.domain.codes import Aim, Capacity, GroundRule, Kind, MarginMark, Standing
from dialogue_notes.domain.record import Consent


class FileDialogue(msgspec.Struct, frozen=True):
    """The series that the meeting belongs to."""

    title: str


class FileAgreements(msgspec.Struct, frozen=True):
    """What the participants allowed; absent is no."""

    sides: str = "no"
    attendance: str = "no"
    track: str = "no"


class FileMeeting(msgspec.Struct, frozen=True):
    """The gathering; its dates are still text."""

    title: str
    date: str | None = None
    end_date: str | None = None
    place: str = ""
    ground_rule: GroundRule | None = None
    agreements: FileAgreements = FileAgreements()


class FileDelegation(msgspec.Struct, frozen=True):
    """A side; without an id it is meant by its name."""

    name: str
    id: str | None = None


class FileParticipant(msgspec.Struct, frozen=True):
    """A person in the room; at least one of name and role is there."""

    id: str | None = None
    name: str = ""
    aliases: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    role: str = ""
    delegation: str | None = None
    capacity: Capacity | None = None
    standing: Standing | None = None
    count: int = 1


class FileIntervention(msgspec.Struct, frozen=True):
    """One entry; its time is still text."""

    text: str
    id: str | None = None
    speaker: str | None = None
    kind: Kind = Kind.STATEMENT
    time: str | None = None
    ground_rule: GroundRule | None = None
    rule_reason: str = ""
    aims: tuple[Aim, ...] = ()
    tags: tuple[str, ...] = ()
    marks: tuple[MarginMark, ...] = ()
    interpreted: bool = False
    consent: Consent | None = None


class FileSession(msgspec.Struct, frozen=True):
    """One sitting with its entries."""

    title: str = ""
    ground_rule: GroundRule | None = None
    interventions: tuple[FileIntervention, ...] = ()


class MeetingFile(msgspec.Struct, frozen=True):
    """The whole file. Its format and version were looked at by the schema."""

    meeting: FileMeeting
    sessions: tuple[FileSession, ...]
    dialogue: FileDialogue | None = None
    delegations: tuple[FileDelegation, ...] = ()
    participants: tuple[FileParticipant, ...] = ()
