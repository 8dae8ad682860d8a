"""What the Record room shows: rows of the record, the roster, the agenda, and who speaks for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from dialogue_notes.domain.codes import EntryFlag, GroundRule, InterventionState, Kind
from dialogue_notes.domain.glossary import as_mapping
from dialogue_notes.domain.language import AIM_WORDS, MARK_WORDS
from dialogue_notes.domain.record import Intervention, Participant, Session, Speaker
from dialogue_notes.domain.room_notes import BREAK_BEGINS
from dialogue_notes.domain.typing_line.actions import assignees, due_date
from dialogue_notes.domain.typing_line.parse import SPOKEN
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.services.recording.rules import (
    TYPING_STATES,
    hands_off_since,
    rule_before_hands_off,
    rule_in_force,
)
from dialogue_notes.services.room_surroundings import (
    RosterRow,
    SessionRow,
    roster_rows,
    session_rows,
    sides_of,
)
from dialogue_notes.storage import (
    attributions,
    dialogues,
    drafts,
    glossary,
    interventions,
    meetings,
    participants,
)
from dialogue_notes.storage.drafts import Draft
from dialogue_notes.storage.vault import Readable

_KIND_SIGNS = {
    Kind.OBSERVATION: "–",
    Kind.ACTION: "!!",
    Kind.PROCEDURE: "( )",
    Kind.GAP: "..",
    Kind.ASIDE: "~",
    Kind.CLOSING: "¶",
}


NEWEST: Final = 400
"""How many entries are read before a session is shown: several screens of them. The others follow behind."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One entry as the record shows it.

    `code` is what stands in its code column: a typing code in capitals, `?`, or the sign of its kind. `side` is
    0 for nobody's side, else the number of the speaker's side. `notes` are the words of its marks and aims,
    `doubt` says what is not sure about its speaker. `rule` is set where it differs from the session's. `accents` are
    the places in an action's text (code points) that say who is to do it and by when. `missed` says how long a gap
    lasted, once something stands after it.
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
    missed: str = ""

    @property
    def id(self) -> str:
        return self.intervention.id

    @property
    def is_struck(self) -> bool:
        return self.intervention.state is InterventionState.STRUCK


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
    _by_id: dict[str | None, Participant] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {each.id: each for each in self.participants})

    def person(self, participant_id: str | None) -> Participant | None:
        """The participant of an id."""
        return self._by_id.get(participant_id)

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
    """Everything the room needs of one session, read in one go; of a long one the newest entries only.

    `earlier` is how many entries stand before `rows`. Of those `interpreted` has the last one of each person who was
    heard through an interpreter there.
    """

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
    glossary: Mapping[str, str] = field(default_factory=dict, repr=False)
    earlier: int = 0
    interpreted: tuple[RecordRow, ...] = field(default=(), repr=False)

    @property
    def speaker(self) -> Speaker:
        """Who spoke last, and so speaks until another is named."""
        return last_speaker(self.rows)


def record_view(readable: Readable, session_id: str, newest: int | None = None) -> RecordView:
    """Reads a session with its surroundings; entries in order of sequence, all or (at least) the newest so many."""
    session = meetings.session(readable, session_id)
    roster = participants.participants(readable, session.meeting_id)
    meeting = meetings.meeting(readable, session.meeting_id)
    delegations = dialogues.delegations(readable, meeting.dialogue_id)
    numbers = sides_of(roster, delegations)
    entries = _entries(readable, session_id, newest)
    first = entries[0].sequence if entries else 0
    earlier = interventions.count_before(readable, session_id, first) if newest is not None else 0
    rule, before = rule_in_force(readable, session), rule_before_hands_off(readable, session, entries)
    since = hands_off_since(session, entries[-1] if entries else None)
    cast = Cast(tuple(roster), numbers, rule, before if since else rule)
    return RecordView(
        session.meeting_id,
        session,
        tuple(session_rows(readable, session.meeting_id)),
        tuple(roster_rows(roster, delegations, numbers)),
        cast,
        _rows(readable, cast, session.meeting_id, entries),
        drafts.draft(readable, session_id),
        before,
        since,
        meeting.state not in TYPING_STATES,
        as_mapping(glossary.terms(readable, meeting.dialogue_id)),
        earlier,
        _interpreted_before(readable, cast, session, first) if earlier else (),
    )


def earlier_rows(readable: Readable, view: RecordView, before: int, count: int) -> tuple[RecordRow, ...]:
    """The `count` entries that stand before a number in the session of a view, in order."""
    entries = interventions.newest_interventions(readable, view.session.id, count, before)
    return _rows(readable, view.cast, view.meeting_id, entries)


def chosen_view(
    readable: Readable, meeting_id: str, session_id: str | None, newest: int | None = None
) -> RecordView | None:
    """The wanted session of a meeting, else the last one with entries or a draft, else its first; None without any.

    See `record_view`.
    """
    ids = [session.id for session in meetings.sessions(readable, meeting_id)]
    if session_id is not None and session_id in ids:
        return record_view(readable, session_id, newest)
    begun = [
        each
        for each in ids
        if interventions.next_sequence(readable, each) > 1 or drafts.draft(readable, each) is not None
    ]
    wanted = next(iter(begun[-1:] or ids[:1]), None)
    return record_view(readable, wanted, newest) if wanted else None


def last_speaker(rows: Sequence[RecordRow]) -> Speaker:
    """Who speaks after these entries: the speaker of the last that says so (asides do not)."""
    for row in reversed(rows):
        kind = row.intervention.kind
        if kind in SPOKEN or (row.speaker.participant_id is not None and kind is not Kind.ASIDE):
            return row.speaker
    return NOBODY


def speaking_since(rows: Sequence[RecordRow], speaker: Speaker) -> datetime | None:
    """When the run of entries by `speaker` at the end of the record began, or the break in it ended; None when it has
    not.
    """
    since: datetime | None = None
    for row in reversed(rows):
        if BREAK_BEGINS in row.intervention.tags:
            break
        if row.intervention.kind not in SPOKEN:
            continue
        if row.speaker.participant_id != speaker.participant_id:
            break
        since = row.intervention.spoken_at or since
    return since


def _entries(readable: Readable, session_id: str, newest: int | None) -> tuple[Intervention, ...]:
    """All, or the newest; but all where nothing is said in the newest: who speaks, and under which rule, would be
    unknown.
    """
    if newest is not None:
        found = interventions.newest_interventions(readable, session_id, newest)
        if len(found) < newest or any(entry.kind in SPOKEN for entry in found):
            return found
    return interventions.interventions(readable, session_id)


def _rows(
    readable: Readable, cast: Cast, meeting_id: str, entries: Sequence[Intervention]
) -> tuple[RecordRow, ...]:
    speakers = attributions.speakers_of(readable, meeting_id, [entry.id for entry in entries])
    return tuple(cast.row(entry, speakers.get(entry.id, NOBODY)) for entry in entries)


def _interpreted_before(
    readable: Readable, cast: Cast, session: Session, sequence: int
) -> tuple[RecordRow, ...]:
    """The last entry before a number of each person who was heard through an interpreter in it."""
    if not interventions.interpreted_before(readable, session.id, sequence):
        return ()
    speakers = attributions.speakers(readable, session.meeting_id)
    last: dict[str, tuple[str, bool]] = {}
    for entry_id, kind, is_interpreted in interventions.heard_before(readable, session.id, sequence):
        who = speakers.get(entry_id, NOBODY).participant_id
        if who is not None and kind in SPOKEN:
            last[who] = entry_id, is_interpreted
    ids = [entry_id for entry_id, is_interpreted in last.values() if is_interpreted]
    found = [interventions.intervention(readable, entry_id) for entry_id in ids]
    return _rows(readable, cast, session.meeting_id, found)


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
