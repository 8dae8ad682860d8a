"""Decides what the Review room shows: reads the meeting, has it looked through, and keeps all of it up to date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.domain.profiles import PRINCIPALS, Profile
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, Redaction, Suggestion
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.reviewing.speakers_shown import show_speakers
from dialogue_notes.services.reviewing.suggestions import keep_suggestions
from dialogue_notes.services.reviewing.view import SanitisedView
from dialogue_notes.services.worker.detection_jobs import SUGGEST, SuggestionTask
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.board import Board
from dialogue_notes.ui.review.matters import MattersReader
from dialogue_notes.ui.review.model import Card, ReviewShown, SeenPassage
from dialogue_notes.ui.review.snapshot import read_board, seen_passages

_PREVIEW_MS = 200
"""What the audience sees follows the last of several keys at this distance: worked out with each it would slow them."""
_LOOK_MS = 300
"""The record is looked through again after it was shown, not before."""


class ReviewPresenter(QObject):
    """Emits `shown(ReviewShown)`, `seen(tuple)`, `matters(tuple)`, `unread(Unread)` and `failed(KnownError)`.

    What is decided is decided in `Decider`, on the `board` that this one reads.
    """

    shown = Signal(object)
    seen = Signal(object)
    matters = Signal(object)
    unread = Signal(object)
    failed = Signal(object)
    looking = Signal(bool)
    decided = Signal(str)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.board: Board | None = None
        self._profile = PRINCIPALS.name
        self._snapshot = ReviewShown()
        self._view: tuple[MeetingRecord, Profile, SanitisedView] | None = None
        self._writing = 0
        self._wants_reading = False
        self._reading = 0
        self._is_reading = False
        self._preview = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._preview.timeout.connect(self._read_seen)
        self._matters = MattersReader(office)
        self._matters.setParent(self)
        self._matters.read.connect(self.matters)
        self._matters.told.connect(self.unread)
        self._matters.failed.connect(self.failed)
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self._begin_looking)
        office.locked.connect(self._forget)
        office.meeting_changed.connect(self._leave_meeting)

    @property
    def snapshot(self) -> ReviewShown:
        """What is shown now."""
        return self._snapshot

    @property
    def meeting_id(self) -> str | None:
        """The meeting that is reviewed."""
        return self.office.chosen.meeting_id

    def enter(self) -> None:
        """Shows the meeting and has it looked through again."""
        self.refresh()
        if self.meeting_id is not None and self.office.is_open:
            self._matters.look(is_looking=True)
            self._look.start()

    def refresh(self) -> None:
        """Reads the meeting again, once everything that was decided is written."""
        meeting_id = self.meeting_id
        if not self.office.is_open:
            return
        if meeting_id is None:
            self.board = None
            self._snapshot = ReviewShown(profile=self._profile)
            self.shown.emit(self._snapshot)
            self.seen.emit(())
            self.matters.emit(())
            return
        if self._writing:
            self._wants_reading = True
            return
        self._reading += 1
        number = self._reading
        self._is_reading = True
        self.office.read(
            lambda reader: read_board(reader, meeting_id), lambda board: self._take(board, number), self.fail
        )
        self.read_matters()

    def choose_profile(self, name: str) -> None:
        """Shows the record as another audience would see it."""
        self._profile = name
        self.show_board()
        self._preview.stop()
        self._read_seen()

    def turn_speakers(self) -> None:
        """Shows who spoke to whoever reviews this meeting, or hides it again."""
        meeting_id, is_shown = self.meeting_id, not self._snapshot.shows_speakers

        def turned(_none: None) -> None:
            self.refresh()
            self.office.record_changed.emit()  # two records side by side show them too

        if meeting_id is not None and self.board is not None:
            self.office.write(
                lambda vault: show_speakers(vault, meeting_id, is_shown=is_shown), turned, self.fail
            )

    def show_board(self) -> None:
        """Shows the board as it stands, and soon afterwards what the audience sees of it."""
        if self.board is None:
            return
        self._snapshot = self.board.shown(self._known_profile())
        self.shown.emit(self._snapshot)
        self._preview.start()

    def begin_write(self) -> None:
        """A decision is on its way to the disk: what is read meanwhile would show the state before it."""
        self._writing += 1
        self._reading += 1
        self._wants_reading = self._wants_reading or self._is_reading
        self._is_reading = False

    def end_write(self) -> None:
        """It has arrived, or failed."""
        self._writing = max(0, self._writing - 1)
        if not self._writing and self._wants_reading:
            self._wants_reading = False
            self.refresh()

    def want_reading(self) -> None:
        """More was changed than the board knows: it is read again once nothing is being written."""
        self._wants_reading = True

    def read_matters(self) -> None:
        """Asks soon what else is open."""
        self._matters.ask()

    def mark_reviewed(self) -> None:
        """Calls the meeting reviewed."""
        meeting_id = self.meeting_id
        if meeting_id is None:
            return

        def done(_none: None) -> None:
            self.office.review_changed.emit()
            self.office.meeting_changed.emit()
            self.refresh()

        self.office.write(lambda vault: review.mark_reviewed(vault, meeting_id), done, self.fail)

    def card_of(self, entity_id: str) -> Card | None:
        """The card of an entity, if it is shown."""
        return next((card for card in self._snapshot.cards if card.key == entity_id), None)

    def fail(self, error: KnownError) -> None:
        """Says what went wrong, and shows what is stored."""
        self._show_looking(is_looking=False)
        if error.code is not ErrorCode.CANCELLED:
            self.failed.emit(error)
            self.refresh()

    def _begin_looking(self) -> None:
        meeting_id = self.meeting_id
        if meeting_id is None or not self.office.is_open:
            return
        self._show_looking(is_looking=True)
        self.office.read(
            lambda reader: review.suggestion_task(reader, meeting_id), self._look_through, self.fail
        )

    def _show_looking(self, *, is_looking: bool) -> None:
        self.looking.emit(is_looking)
        self._matters.look(is_looking=is_looking)

    def _look_through(self, task: SuggestionTask) -> None:
        self.office.compute(SUGGEST, task, lambda found: self._keep(task.record, found), self.fail)

    def _keep(self, record: MeetingRecord, found: Sequence[Suggestion]) -> None:
        def done(_none: None) -> None:
            self._show_looking(is_looking=False)
            self.office.review_changed.emit()
            self.refresh()

        self.office.write(lambda vault: keep_suggestions(vault, record, found), done, self.fail)

    def _take(self, board: Board, number: int) -> None:
        if number != self._reading:  # something was decided or read since
            return
        self._is_reading = False
        self.board = board
        self._view = None
        self.show_board()

    def _known_profile(self) -> str:
        names = [one.name for one in self.board.read.profiles] if self.board is not None else []
        if self._profile not in names and names:
            self._profile = names[0]
        return self._profile

    def _read_seen(self) -> None:
        board = self.board
        if board is None or not self.office.is_open:
            return
        name = self._known_profile()
        profile = next(one for one in board.read.profiles if one.name == name)
        view = self._sanitised(board.read.record, profile)
        entities, redactions = board.entities(), board.redactions
        self.office.read(
            lambda _reader: _seen(view, board.read.record, entities, redactions), self._show_seen, self.fail
        )

    def _sanitised(self, record: MeetingRecord, profile: Profile) -> SanitisedView:
        if self._view is None or self._view[0] is not record or self._view[1] != profile:
            self._view = (record, profile, SanitisedView(record, profile))
        return self._view[2]

    def _show_seen(self, seen: tuple[SeenPassage, ...]) -> None:
        self.seen.emit(seen)

    def _leave_meeting(self) -> None:
        """Another meeting is chosen, or this one's details changed: what was being read of it is read again."""
        was_under_way = self._is_reading or self._look.isActive()
        self._reading += 1
        self._is_reading = False
        for timed in (self._preview, self._matters, self._look):
            timed.stop()
        if was_under_way:
            self.enter()

    def _forget(self) -> None:
        self.board = None
        self._view = None
        self._snapshot = ReviewShown()
        self._writing = 0
        self._reading += 1
        self._is_reading = self._wants_reading = False
        for timed in (self._preview, self._matters, self._look):
            timed.stop()


def _seen(
    view: SanitisedView,
    record: MeetingRecord,
    entities: tuple[Entity, ...],
    redactions: tuple[Redaction, ...],
) -> tuple[SeenPassage, ...]:
    return tuple(seen_passages(view.lines(entities, redactions), record)) if record.entries else ()
