"""Decides what the checklist shows, and writes the answers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.dangers.checklist import ChecklistItem
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import checklist
from dialogue_notes.services.checklist import Answered
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.checklist.model import NO_CHECKLIST, ChecklistView, read_checklist
from dialogue_notes.ui.review.checklist.panel import ChecklistPanel


class ChecklistPresenter(QObject):
    """Emits `shown(ChecklistView)`, `done(words)` with something to undo, `undone` and `failed(KnownError)`."""

    shown = Signal(object)
    done = Signal(str)
    undone = Signal()
    failed = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._is_awake = False
        self._reading = 0
        self._acts: list[Answered] = []
        self._meeting_id: str | None = None
        for signal in (office.review_changed, office.record_changed):
            signal.connect(self.refresh)
        office.meeting_changed.connect(self._change_meeting)
        office.locked.connect(self._acts.clear)

    @property
    def can_undo(self) -> bool:
        """Whether an answer was given here that can be taken back."""
        return bool(self._acts)

    def wake(self) -> None:
        """The panel is seen: it shows the meeting as it is now, from now on."""
        self._is_awake = True
        self.refresh()

    def sleep(self) -> None:
        """The panel is not seen: nothing is read for it."""
        self._is_awake = False

    def refresh(self) -> None:
        """Reads the checklist again, if anybody looks at it."""
        meeting_id = self._office.chosen.meeting_id
        if not self._is_awake or not self._office.is_open:
            return
        self._reading += 1
        number = self._reading
        if meeting_id is None:
            self.shown.emit(NO_CHECKLIST)
            return

        def show(view: ChecklistView) -> None:
            if number == self._reading:  # a later look is on its way
                self.shown.emit(view)

        self._office.read(lambda reader: read_checklist(reader, meeting_id), show, self._fail)

    def answer(self, item: ChecklistItem, rests_on: str, is_yes: bool, note: str) -> None:
        """Answers a question for the record that the person saw."""
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is None:
            return

        def done(made: Answered) -> None:
            self._acts.append(made)
            self.done.emit("Answered: yes." if is_yes else "Answered: no.")
            self._office.review_changed.emit()

        self._office.write(
            lambda vault: checklist.answer(vault, meeting_id, item, rests_on, is_yes=is_yes, note=note),
            done,
            self._fail,
        )

    def undo(self) -> None:
        """Takes the last answer back."""
        if not self._acts:
            self._fail(KnownError(ErrorCode.NOTHING_TO_UNDO))
            return
        made = self._acts.pop()

        def done(_none: None) -> None:
            self.undone.emit()
            self._office.review_changed.emit()

        self._office.write(lambda vault: checklist.undo_answer(vault, made), done, self._fail)

    def _change_meeting(self) -> None:
        if self._office.chosen.meeting_id != self._meeting_id:
            self._meeting_id = self._office.chosen.meeting_id
            self._acts.clear()
        self.refresh()

    def _fail(self, error: KnownError) -> None:
        if error.code is not ErrorCode.CANCELLED:
            self.failed.emit(error)
            self.refresh()


def bind_checklist(panel: ChecklistPanel, presenter: ChecklistPresenter) -> None:
    """The only wiring between the panel and what decides for it."""
    panel.woken.connect(presenter.wake)
    panel.slept.connect(presenter.sleep)
    panel.answer_requested.connect(presenter.answer)
    panel.undo_requested.connect(presenter.undo)
    presenter.shown.connect(panel.show_checklist)
    presenter.done.connect(panel.show_done)
    presenter.undone.connect(panel.message.forget)
    presenter.failed.connect(panel.show_failed)
