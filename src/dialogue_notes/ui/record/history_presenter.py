"""The history of an entry for its sheet, and an earlier text brought back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.word_diff import DiffRun, Fate, compare
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entry_events import TEXTS
from dialogue_notes.services.rewriting import rewrite
from dialogue_notes.services.timeline import TimelineStep, timeline
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.history_sheet import HistoryStep
from dialogue_notes.ui.record.mending_presenter import line_words
from dialogue_notes.ui.record.presenter import RecordPresenter


class HistoryPresenter(QObject):
    """Signals: `shown(entry, steps)` with `HistoryStep`s, the oldest first; `failed(KnownError)`."""

    shown = Signal(str, object)
    failed = Signal(object)

    def __init__(self, office: Office, desk: Desk, record: RecordPresenter) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._record = record
        self._entry_id = ""

    def show(self, ids: tuple[str, ...]) -> None:
        """Reads the history of the first entry selected, else of the last one."""
        rows = self._desk.model.rows
        entry_id = ids[0] if ids else rows[-1].id if rows else ""
        row = next((row for row in reversed(rows) if row.id == entry_id), None)
        if row is None:
            return
        self._entry_id = entry_id
        self._office.read(
            lambda reader: timeline(reader, entry_id),
            lambda steps: self.shown.emit(line_words(row), tuple(map(history_step, steps))),
            self.failed.emit,
        )

    def bring_back(self, text: str) -> None:
        """Gives the entry shown an earlier text, as an edit."""
        recorder, entry_id = self._desk.recorder, self._entry_id
        if recorder is None:
            return
        desk = self._desk
        if desk.is_meeting_closed or desk.hands_off_since:
            code = ErrorCode.MEETING_CLOSED if desk.is_meeting_closed else ErrorCode.HANDS_OFF
            self.failed.emit(KnownError(code))
            return
        self._office.write(
            lambda vault: rewrite(vault, recorder, entry_id, text), self._record.changed, self.failed.emit
        )


def history_step(step: TimelineStep) -> HistoryStep:
    """A step as it is shown: its words compared where words changed, else what it was and what it became."""
    line = f"{step.at:%d %b %H:%M}  {step.by}  {step.what}"
    heading = f"{step.by}, {step.at:%d %B %Y, %H:%M}: {step.what}"
    if step.what.partition(",")[0] in TEXTS:
        return HistoryStep(line, heading, compare(step.before, step.after), step.before or None)
    runs = (DiffRun(step.before, Fate.GONE), DiffRun(step.after, Fate.NEW))
    return HistoryStep(line, heading, tuple(run for run in runs if run.text))
