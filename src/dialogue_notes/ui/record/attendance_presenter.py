"""Who is here: what the sheet asks is written, and how everybody stands is read for sheet and panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.sanitising.attribution import sides
from dialogue_notes.domain.time_typed import time_typed
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import attendance
from dialogue_notes.services.attendance import Attendee, Deputy, WalkIn, When
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import Change
from dialogue_notes.storage import dialogues, meetings
from dialogue_notes.storage.vault import Readable, Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.agenda_presenter import RoomNotes
from dialogue_notes.ui.record.desk import Desk, wall_clock
from dialogue_notes.ui.record.who_list import Act

Come = Callable[[Vault, Recorder, bool | None], Change]


@dataclass(frozen=True, slots=True)
class WhoIsHere:
    """Everybody as they stand, the numbers of their sides, and the delegations by id and name."""

    people: tuple[Attendee, ...] = field(repr=False)
    sides: dict[str, int]
    delegations: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Coming:
    """Somebody at the door while it is asked whether they were told the rule; `is_new` for nobody of the roster."""

    work: Come
    is_new: bool


class AttendancePresenter(QObject):
    """Signals: `shown(WhoIsHere)`, `told_asked(name)`, `done` when what was asked for is on the disk,
    `failed(KnownError)`.
    """

    shown = Signal(object)
    told_asked = Signal(str)
    done = Signal()
    failed = Signal(object)

    def __init__(self, office: Office, desk: Desk, notes: RoomNotes) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._notes = notes
        self._people: dict[str, Attendee] = {}
        self._coming: _Coming | None = None
        notes.noted.connect(self.read)
        notes.noted.connect(self.done)
        desk.taken.connect(self.read)
        office.record_changed.connect(self.read)
        office.locking.connect(self._on_locking)
        office.locked.connect(self.forget)

    def read(self) -> None:
        """Reads how everybody stands."""
        view = self._desk.view
        if view is not None and not self._desk.is_hidden and self._office.is_open:
            meeting_id = view.meeting_id
            self._office.read(lambda reader: _who(reader, meeting_id), self._take, self.failed.emit)

    def act(self, act: Act, participant_id: str, clock: str) -> None:
        """Somebody comes or goes, has not come, or was told."""
        when, one = self._when(clock), self._people.get(participant_id)
        if when is None or one is None:
            return
        if act is Act.TOLD:
            self._write(lambda vault, recorder: attendance.tell(vault, recorder, participant_id, when))
        elif act is Act.ABSENT:
            self._write(lambda vault, recorder: attendance.mark_absent(vault, recorder, participant_id, when))
        elif one.presence.is_here:
            self._write(lambda vault, recorder: attendance.leave(vault, recorder, participant_id, when))
        else:
            self._come(
                one.participant.name,
                lambda vault, recorder, told: attendance.arrive(
                    vault, recorder, participant_id, when, told=told
                ),
                is_told=bool(one.presence.is_told),
            )

    def send_deputy(self, participant_id: str, name: str, clock: str) -> None:
        """Somebody sits in for a delegate."""
        when = self._when(clock)
        if when is not None:
            self._come(
                name,
                lambda vault, recorder, told: attendance.send_deputy(
                    vault, recorder, Deputy(participant_id, name), when, told=told
                ),
                is_new=True,
            )

    def walk_in(self, guest: WalkIn, clock: str) -> None:
        """Somebody comes in who is on no list."""
        when = self._when(clock)
        if when is not None:
            self._come(
                guest.name,
                lambda vault, recorder, told: attendance.walk_in(vault, recorder, guest, when, told=told),
                is_new=True,
            )

    def answer_told(self, told: bool | None) -> None:
        """Whether whoever comes in was told the rule; None when nobody asked."""
        coming, self._coming = self._coming, None
        if coming is not None:
            self._notes.write(
                lambda vault, recorder: coming.work(vault, recorder, told),
                self.failed.emit,
                is_roster_new=coming.is_new,
            )

    def note_unanswered(self) -> None:
        """Hands are off or the text is hidden before the answer: whoever comes in is noted as one nobody asked."""
        coming, self._coming = self._coming, None
        if coming is not None:
            self._notes.write_unseen(
                lambda vault, recorder: coming.work(vault, recorder, None),
                self.failed.emit,
                is_roster_new=coming.is_new,
            )

    def forget(self) -> None:
        """For locking."""
        self._people, self._coming = {}, None

    def _on_locking(self) -> None:
        """Last call, as when the text is hidden."""
        coming, self._coming, recorder = self._coming, None, self._desk.recorder
        if coming is not None and recorder is not None:
            self._office.keep(lambda vault: coming.work(vault, recorder, None))

    def _come(self, name: str, coming: Come, *, is_told: bool = False, is_new: bool = False) -> None:
        """Asks first whether they were told the rule, unless they were."""
        if not self._notes.may_write():
            return
        if is_told:
            self._write(lambda vault, recorder: coming(vault, recorder, None))
            return
        self._coming = _Coming(coming, is_new)
        self.told_asked.emit(name)

    def _write(self, work: Callable[[Vault, Recorder], Change]) -> None:
        self._notes.write(work, self.failed.emit)

    def _when(self, clock: str) -> When | None:
        """Now, or the time typed; where no clock runs somebody has to say it."""
        now, view = wall_clock(), self._desk.view
        has_clock = view is None or view.session.has_clock
        at = time_typed(clock, now, now) if clock else None
        if at is not None and not (has_clock and at > now):
            return When(now, at.time())
        if not clock and has_clock:
            return When(now)
        detail = "that is still to come" if at is not None else "four digits are expected: 1042"
        self.failed.emit(KnownError(ErrorCode.BAD_FIELD, field="Time", detail=f"{detail}."))
        return None

    def _take(self, who: WhoIsHere) -> None:
        if self._desk.is_hidden or self._desk.view is None:
            return
        self._people = {one.participant.id: one for one in who.people}
        self.shown.emit(who)


def _who(readable: Readable, meeting_id: str) -> WhoIsHere:
    people = attendance.who_is_here(readable, meeting_id)
    delegations = dialogues.delegations(readable, meetings.meeting(readable, meeting_id).dialogue_id)
    with_members = sides(one.participant for one in people)
    ordered = [each.id for each in delegations if each.id in with_members]
    numbers = {
        one.participant.id: ordered.index(one.participant.delegation_id) + 1
        for one in people
        if one.participant.delegation_id in ordered
    }
    return WhoIsHere(people, numbers, tuple((each.id, each.name) for each in delegations))
