"""Looks through a meeting again once a point was written: it may name somebody whom nobody has decided about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Suggestion
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.reviewing.point_following import has_new_words
from dialogue_notes.services.reviewing.suggestions import keep_suggestions
from dialogue_notes.services.summary_editing import SummaryChange
from dialogue_notes.services.worker.detection_jobs import SUGGEST, SuggestionTask
from dialogue_notes.ui.office import Office


class PointLooker(QObject):
    """One look at a time; what was written during one is looked through by the next. `looked`, `failed(KnownError)`."""

    looked = Signal()
    failed = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._is_looking = False
        self._waiting: str | None = None
        office.locked.connect(self._rest)

    def look(self, change: SummaryChange) -> None:
        """Looks, if the change brought new words."""
        if not has_new_words(change.before, change.after):
            return
        meeting_id = change.after.meeting_id
        if self._is_looking:
            self._waiting = meeting_id
        else:
            self._begin(meeting_id)

    def _begin(self, meeting_id: str) -> None:
        self._is_looking = True
        self._office.read(
            lambda reader: review.suggestion_task(reader, meeting_id), self._look_through, self._fail
        )

    def _look_through(self, task: SuggestionTask) -> None:
        self._office.compute(SUGGEST, task, lambda found: self._keep(task.record, found), self._fail)

    def _keep(self, record: MeetingRecord, found: Sequence[Suggestion]) -> None:
        self._office.write(lambda vault: keep_suggestions(vault, record, found), self._done, self._fail)

    def _done(self, _none: None) -> None:
        self._office.review_changed.emit()
        self._office.summary_changed.emit()
        self.looked.emit()
        self._go_on()

    def _fail(self, error: KnownError) -> None:
        if error.code is not ErrorCode.CANCELLED:
            self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._waiting, self._is_looking = self._waiting, None, False
        if waiting is not None and self._office.is_open:
            self._begin(waiting)

    def _rest(self) -> None:
        self._is_looking, self._waiting = False, None
