"""The record of a dialogue: who met, under which rule, and what was said. Raw; never reachable by a renderer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as day
from datetime import datetime

from dialogue_notes.domain.codes import (
    Aim,
    Capacity,
    EntryFlag,
    GroundRule,
    InterventionState,
    Kind,
    MarginMark,
    MeetingState,
    SidesAgreement,
    Standing,
)
from dialogue_notes.domain.dangers.quote_consents import QuoteConsent
from dialogue_notes.domain.redaction import Place


@dataclass(frozen=True, slots=True)
class Consent:
    """Who allowed something and when, in the words given."""

    by: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Agreements:
    """What the participants allowed; everything defaults to no."""

    sides: SidesAgreement = SidesAgreement.NO
    attendance: bool = False
    track: bool = False
    comments_by: str = ""
    sides_consent: Consent | None = None
    attendance_consent: Consent | None = None
    track_consent: Consent | None = None


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A series of meetings of the same sides."""

    id: str
    title: str
    ground_rule: GroundRule | None = None


@dataclass(frozen=True, slots=True)
class Delegation:
    """A side of a dialogue."""

    id: str
    dialogue_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """One gathering: place, dates, rule, agreements."""

    id: str
    dialogue_id: str
    title: str
    date: day | None = None
    end_date: day | None = None
    place: str = ""
    ground_rule: GroundRule | None = None
    agreements: Agreements = Agreements()
    state: MeetingState = MeetingState.OPEN


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting or agenda item; `planned_start` and `planned_end` are local times `HH:MM` or empty.

    `began_at` and `ended_at` say when it really ran (naive local time); a session with an end is closed to typing.
    `has_clock` is false for one that is typed from paper: its entries get no time but the one they state.
    """

    id: str
    meeting_id: str
    position: int
    title: str
    ground_rule: GroundRule | None = None
    planned_start: str = ""
    planned_end: str = ""
    began_at: datetime | None = None
    ended_at: datetime | None = None
    has_clock: bool = True


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in the room, or a group of unnamed ones (`count` > 1).

    `name` is the whole name as shown; the parts are for telling forms of it apart. `code` is the typing code,
    unique in the meeting, lower case. `descriptors` say how the person may be described, coarse to fine.
    """

    id: str
    meeting_id: str
    position: int
    name: str
    honorific: str = ""
    given_name: str = ""
    family_name: str = ""
    aliases: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    role: str = ""
    delegation_id: str | None = None
    capacity: Capacity | None = None
    standing: Standing | None = None
    count: int = 1
    code: str = ""
    descriptors: tuple[str, ...] = ()
    guest: bool = False
    replaces_id: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said an entry: kept sealed, apart from the entry. `participant_id` is None when nobody was named."""

    participant_id: str | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Intervention:
    """One entry in the record, without its speaker.

    `spoken_at` is the clock on the wall of the room (naive local time); order is by `sequence`, never by a
    clock. `text` is exactly what was typed. `consent` belongs to a quote (these words may be used) or to an
    agreement that was read back (who confirmed it).
    """

    id: str
    session_id: str
    sequence: int
    kind: Kind
    text: str = field(repr=False)
    spoken_at: datetime | None = None
    rule: GroundRule | None = None
    rule_reason: str = field(default="", repr=False)
    marks: tuple[MarginMark, ...] = ()
    aims: tuple[Aim, ...] = ()
    tags: tuple[str, ...] = ()
    interpreted: bool = False
    read_back: bool = False
    consent: Consent | None = None
    flags: tuple[EntryFlag, ...] = ()
    state: InterventionState = InterventionState.KEPT


@dataclass(frozen=True, slots=True)
class Entry:
    """An intervention with its speaker, for those entitled to see both."""

    intervention: Intervention
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A title, a heading or a point that was written by hand for one of the meeting's summaries."""

    place: Place
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A whole meeting as the rules need it: sessions in order, entries in order of `sequence` by session.

    `never_came` are the ids of those participants who were expected and in the room at no time. `quote_consents` are
    all that were noted one by one, those taken back too. `written` is what was written by hand for its summaries, in
    the order in which it stands in them.
    """

    dialogue: Dialogue
    meeting: Meeting
    delegations: tuple[Delegation, ...]
    participants: tuple[Participant, ...]
    sessions: tuple[Session, ...]
    entries: tuple[Entry, ...] = field(repr=False)
    never_came: tuple[str, ...] = ()
    quote_consents: tuple[QuoteConsent, ...] = field(default=(), repr=False)
    written: tuple[WrittenText, ...] = field(default=(), repr=False)
