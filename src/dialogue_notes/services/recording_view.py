"""What the Record room shows: rows of the record, the roster, the agenda, and who speaks for how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dialogue_notes.domain.attribution import sides
from dialogue_notes.domain.codes import EntryFlag, GroundRule, InterventionState, Kind
from dialogue_notes.domain.language import AIM_WORDS, CAPACITY_WORDS, MARK_WORDS
from dialogue_notes.domain.record import Delegation, Intervention, Participant, Session, Speaker
from dialogue_notes.domain.typing_line.actions import assignees, due_date
from dialogue_notes.domain.typing_line.parse import SPOKEN
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.services.recording_rules import (
    TYPING_STATES,
    hands_off_since,
    rule_before_hands_off,
    rule_in_force,
)
from dialogue_notes.storage import attributions, dialogues, drafts, interventions, meetings, participants
from dialogue_notes.storage.drafts import Draft
from dialogue_notes.storage.session_times import durations
from dialogue_notes.storage.vault import Readable

_KIND_SIGNS = {
    Kind.OBSERVATION: "–",
    Kind.ACTION: "!!",
    Kind.PROCEDURE: "( )",
    Kind.GAP: "..",
    Kind.ASIDE: "~",
    Kind.CLOSING: "¶",
}


_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One entry as the record shows it.

    `code` is what stands in its code column: a typing code in capitals, `?`, or the sign of its kind. `side` is
    0 for nobody's side, else the number of the speaker's side. `notes` are the words of its marks and aims,
    `doubt` says what is not sure about its speaker. `rule` is set where it differs from the session's. `accents` are
    the places in an action's text (code points) that say who is to do it and by when.
    """

    intervention: Intervention
    speaker: Speaker
    time: str
    code: str
    side: int
    notes: tuple[str, ...]
    doubt: str
    rule: GroundRule | None
    accents: tuple[tuple[int, int], ...] = ()

    @property
    def id(self) -> str:
        return self.intervention.id

    @property
    def is_struck(self) -> bool:
        return self.intervention.state is InterventionState.STRUCK


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One participant as the room's list shows them."""

    participant: Participant
    side: int
    name: str = field(repr=False)
    description: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session in the agenda; `planned` and `lasted` are words such as `10:15–11:30` and `1:04`."""

    session: Session
    number: int
    planned: str
    lasted: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in the room, for turning entries into rows.

    `rule` is in force now; `usual_rule` is the same, but the one before while hands are off: entries under it
    show no rule.
    """

    participants: tuple[Participant, ...]
    sides: dict[str, int] = field(repr=False)
    rule: GroundRule
    usual_rule: GroundRule

    def person(self, participant_id: str | None) -> Participant | None:
        """The participant of an id."""
        return next((each for each in self.participants if each.id == participant_id), None)

    def row(self, intervention: Intervention, speaker: Speaker) -> RecordRow:
        """The row of an entry."""
        who = self.person(speaker.participant_id)
        notes = [MARK_WORDS[mark] for mark in intervention.marks] + [
            AIM_WORDS[aim] for aim in intervention.aims
        ]
        own = intervention.rule
        return RecordRow(
            intervention,
            speaker,
            f"{intervention.spoken_at:%H:%M}" if intervention.spoken_at else "",
            _code(intervention, who, speaker),
            self.sides.get(who.id, 0) if who else 0,
            tuple(notes),
            _doubt(intervention, speaker),
            own if own is not None and own is not self.usual_rule else None,
            self._accents(intervention),
        )

    def _accents(self, intervention: Intervention) -> tuple[tuple[int, int], ...]:
        if intervention.kind is not Kind.ACTION:
            return ()
        codes = {who.code: who.id for who in self.participants if who.code}
        found = [(each.start, each.end) for each in assignees(intervention.text, codes)]
        due = due_date(intervention.text)
        return tuple([*found, (due.start, due.end)] if due else found)


@dataclass(frozen=True, slots=True)
class RecordView:
    """Everything the room needs of one session, read in one go."""

    meeting_id: str
    session: Session
    sessions: tuple[SessionRow, ...]
    roster: tuple[RosterRow, ...]
    cast: Cast
    rows: tuple[RecordRow, ...] = field(repr=False)
    draft: Draft | None
    rule_before: GroundRule
    hands_off_since: datetime | None
    is_closed: bool = False

    @property
    def speaker(self) -> Speaker:
        """Who spoke last, and so speaks until another is named."""
        return last_speaker(self.rows)


def record_view(readable: Readable, session_id: str) -> RecordView:
    """Reads a session with its surroundings; entries in order of sequence."""
    session = meetings.session(readable, session_id)
    roster = participants.participants(readable, session.meeting_id)
    meeting = meetings.meeting(readable, session.meeting_id)
    delegations = dialogues.delegations(readable, meeting.dialogue_id)
    numbers = sides_of(roster, delegations)
    speakers = attributions.speakers(readable, session.meeting_id)
    entries = interventions.interventions(readable, session_id)
    rule, before = rule_in_force(readable, session), rule_before_hands_off(readable, session, entries)
    since = hands_off_since(session, entries[-1] if entries else None)
    cast = Cast(tuple(roster), numbers, rule, before if since else rule)
    return RecordView(
        session.meeting_id,
        session,
        tuple(_session_rows(readable, session.meeting_id)),
        tuple(_roster_rows(roster, delegations, numbers)),
        cast,
        tuple(cast.row(entry, speakers.get(entry.id, NOBODY)) for entry in entries),
        drafts.draft(readable, session_id),
        before,
        since,
        meeting.state not in TYPING_STATES,
    )


def chosen_view(readable: Readable, meeting_id: str, session_id: str | None) -> RecordView | None:
    """The wanted session of a meeting, else the last one with entries or a draft, else its first; None without any."""
    ids = [session.id for session in meetings.sessions(readable, meeting_id)]
    if session_id is not None and session_id in ids:
        return record_view(readable, session_id)
    begun = [
        each
        for each in ids
        if interventions.next_sequence(readable, each) > 1 or drafts.draft(readable, each) is not None
    ]
    wanted = next(iter(begun[-1:] or ids[:1]), None)
    return record_view(readable, wanted) if wanted else None


def sides_of(roster: Sequence[Participant], delegations: Sequence[Delegation]) -> dict[str, int]:
    """The number of each participant's side, from 1, by participant id; those of no side are left out."""
    with_members = sides(roster)
    ordered = [delegation.id for delegation in delegations if delegation.id in with_members]
    numbers = {delegation_id: number for number, delegation_id in enumerate(ordered, start=1)}
    return {who.id: numbers[who.delegation_id] for who in roster if who.delegation_id in numbers}


def last_speaker(rows: Sequence[RecordRow]) -> Speaker:
    """Who speaks after these entries: the speaker of the last that says so (asides do not)."""
    for row in reversed(rows):
        kind = row.intervention.kind
        if kind in SPOKEN or (row.speaker.participant_id is not None and kind is not Kind.ASIDE):
            return row.speaker
    return NOBODY


def speaking_since(rows: Sequence[RecordRow], speaker: Speaker) -> datetime | None:
    """When the run of entries by `speaker` at the end of the record began; None when it has not."""
    since: datetime | None = None
    for row in reversed(rows):
        if row.intervention.kind not in SPOKEN:
            continue
        if row.speaker.participant_id != speaker.participant_id:
            break
        since = row.intervention.spoken_at or since
    return since


def _code(intervention: Intervention, who: Participant | None, speaker: Speaker) -> str:
    if intervention.kind is Kind.AGREEMENT and who is None:
        return "==" if intervention.read_back else "="
    if who is not None and intervention.kind is not Kind.OBSERVATION:
        code = who.code.upper() or who.name
        return f"{code}?" if speaker.unsure else code
    return _KIND_SIGNS.get(intervention.kind, "?")


def _doubt(intervention: Intervention, speaker: Speaker) -> str:
    if EntryFlag.SPEAKER_NOT_RECOGNISED in intervention.flags:
        return "no such code"
    if speaker.unsure:
        return "speaker unsure"
    return "speaker unknown" if EntryFlag.SPEAKER_UNKNOWN in intervention.flags else ""


def _session_rows(readable: Readable, meeting_id: str) -> list[SessionRow]:
    lasted = durations(readable, meeting_id)
    rows = []
    for number, session in enumerate(meetings.sessions(readable, meeting_id), start=1):
        planned = "–".join(part for part in (session.planned_start, session.planned_end) if part)
        rows.append(SessionRow(session, number, planned, _words(lasted.get(session.id, timedelta()))))
    return rows


def _words(lasted: timedelta) -> str:
    """As `1:04`; nothing for less than a minute, nor for what was pieced together over days."""
    minutes = int(lasted.total_seconds()) // 60
    return f"{minutes // 60}:{minutes % 60:02d}" if 0 < minutes < _DAY else ""


def _roster_rows(
    roster: Sequence[Participant], delegations: Sequence[Delegation], numbers: dict[str, int]
) -> list[RosterRow]:
    names = {delegation.id: delegation.name for delegation in delegations}
    rows = []
    for who in roster:
        capacity = CAPACITY_WORDS[who.capacity] if who.capacity else ""
        side = names.get(who.delegation_id or "", "")
        words = [side, capacity] if who.id in numbers or not capacity else [capacity.capitalize(), side]
        name = " ".join(part for part in (who.name, *who.scripts[:1]) if part)
        rows.append(RosterRow(who, numbers.get(who.id, 0), name, " · ".join(word for word in words if word)))
    return rows
