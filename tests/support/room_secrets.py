"""An evening in the Record room: what it shows is always the same, everything else is as the test says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from dialogue_notes.domain.codes import GroundRule, Kind, MarginMark
from dialogue_notes.domain.glossary import Term
from dialogue_notes.domain.papers import Custody
from dialogue_notes.domain.record import Session, Speaker
from dialogue_notes.domain.seating import SeatPlan
from dialogue_notes.services import attendance, papers, room_notes, seating
from dialogue_notes.services.attendance import Deputy, WalkIn, When
from dialogue_notes.services.papers import NewPaper
from dialogue_notes.services.recording import rules
from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.services.room_notes import Note
from dialogue_notes.storage import closing_drafts, glossary, half_typed, interventions, meetings, participants
from dialogue_notes.storage.closing_drafts import ClosingDraft
from dialogue_notes.storage.half_typed import HalfTyped
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault

SHOWN: Final = ("The boats went out again.", "Nobody was lost, and that was noted.")
"""What the audience may see of it, besides what was there before."""
NOON: Final = datetime.fromisoformat("2026-05-04T12:00:00")


@dataclass(frozen=True, slots=True)
class Secrets:
    """Everything of the evening that stays in the room. `names` are not on the roster; `often` is how often things
    happen that may not be counted; `shift` moves the speaker and every clock.
    """

    names: tuple[str, str]
    words: tuple[str, str]
    often: int
    shift: int


def spend_evening(vault: Vault, meeting_id: str, title: str, secrets: Secrets) -> None:
    """Records in the session of a title, by every way that the room knows."""
    session = next(one for one in meetings.sessions(vault, meeting_id) if one.title == title)
    _Evening(vault, session, secrets).spend()


class _Evening:
    def __init__(self, vault: Vault, session: Session, secrets: Secrets) -> None:
        self._vault = vault
        self._session = session
        self._secrets = secrets
        self._recorder = Recorder(record_view(vault, session.id))
        self._now = NOON + timedelta(minutes=17 * secrets.shift)
        self._people = [one.id for one in participants.participants(vault, session.meeting_id)]

    def spend(self) -> None:
        self._comings()
        self._papers()
        self._mended_words()
        self._hidden_entries()
        self._clock()
        self._waiting()

    def _keep(self, line: str, rule: GroundRule | None = None) -> str:
        kept = self._recorder.keep(self._vault, line, self._now, rule)
        assert kept.change is not None
        return kept.change.after[0].intervention.id

    def _comings(self) -> None:
        when, (first, second) = When(self._now), self._secrets.names
        recorder, people = self._recorder, self._people
        attendance.leave(self._vault, recorder, people[self._secrets.shift], when)
        attendance.arrive(self._vault, recorder, people[self._secrets.shift], when, told=True)
        attendance.walk_in(self._vault, recorder, WalkIn(first, role=self._secrets.words[0]), when)
        attendance.send_deputy(self._vault, recorder, Deputy(people[-1], second), when, told=False)
        for _ in range(self._secrets.often):
            attendance.tell(self._vault, recorder, people[0], when)
        plan = SeatPlan(table=tuple(people[self._secrets.shift :] + people[: self._secrets.shift]))
        seating.arrange(self._vault, self._session.meeting_id, plan)

    def _papers(self) -> None:
        for title in self._secrets.words:
            lent = NewPaper(title, self._secrets.names[0], Custody.LENT, citable=bool(self._secrets.shift))
            papers.hand_out(self._vault, self._recorder, lent, self._now)
        papers.add_paper(self._vault, self._session.meeting_id, NewPaper(self._secrets.words[0]))
        handed_out = papers.papers(self._vault, self._session.meeting_id)[-1]
        papers.collect(self._vault, self._recorder, handed_out.paper.id, self._now)

    def _mended_words(self) -> None:
        """What is shown in the end was something else before, and came there by different ways."""
        recorder, vault = self._recorder, self._vault
        one = self._keep(f"?: {self._secrets.words[1]}")
        recorder.edit(vault, one, f"?: {SHOWN[0]}")
        other = self._keep(SHOWN[1])
        if self._secrets.shift:
            recorder.join(vault, [one, other])
            recorder.split(vault, one, len(SHOWN[0]))
            recorder.toggle_mark(vault, [one], MarginMark.IMPORTANT)
            recorder.toggle_interpreted(vault, [one])
        recorder.set_time(vault, [one], None if self._secrets.shift else self._now)
        entries = interventions.interventions(vault, self._session.id)
        spoken = [each.id for each in entries if each.text in SHOWN]
        recorder.reattribute(vault, spoken, Speaker(self._people[2 * self._secrets.shift]))
        for _ in range(self._secrets.often):
            self._keep(self._secrets.words[1])
            recorder.undo(vault)
            recorder.strike(vault, [self._keep(f"?: {self._secrets.words[0]}")])

    def _hidden_entries(self) -> None:
        recorder, secret = self._recorder, self._secrets.words[0]
        for line in (f"-- {secret}", f"~ {secret}"):
            self._keep(line)
        hidden = self._keep(f"?: {secret}", GroundRule.NOT_FOR_REPORT)
        recorder.keep(self._vault, f"?: {secret}", self._now, GroundRule.NOT_FOR_REPORT, before=hidden)
        first = interventions.interventions(self._vault, self._session.id)[0].id
        recorder.move(self._vault, [hidden], self._session.id, first if self._secrets.shift else None)
        closing = Note(secret, self._now, kind=Kind.CLOSING, rule=GroundRule.NOT_FOR_REPORT)
        recorder.note(self._vault, closing)

    def _clock(self) -> None:
        for _ in range(1 + self._secrets.often):
            for make in (room_notes.break_note, room_notes.break_note, room_notes.sync_note):
                self._recorder.note(self._vault, make(self._vault, self._session.id, self._now))
        force = rules.rule_in_force(self._vault, self._session)
        self._recorder.take_hands_off(self._vault, self._now)
        rules.resume(self._vault, self._session.id, force, self._secrets.words[1])

    def _waiting(self) -> None:
        """What is half typed, and what the dialogue knows besides."""
        vault, meeting_id, (first, second) = self._vault, self._session.meeting_id, self._secrets.words
        save_draft(vault, self._session.id, first, 1, aside=second)
        closing_drafts.save_draft(vault, self._session.id, ClosingDraft(second, 1))
        half_typed.set_half_typed(vault, meeting_id, [HalfTyped("A paper", first)])
        dialogue = meetings.meeting(vault, meeting_id).dialogue_id
        glossary.put_term(vault, dialogue, Term(new_id(), f"k{new_id()[-12:]}", first))
        glossary.decline(vault, dialogue, second)
