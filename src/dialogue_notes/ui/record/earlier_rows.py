"""The older entries of a long session, read behind the newest ones a piece at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from dialogue_notes.errors import KnownError
from dialogue_notes.services.place_tasks import Task
from dialogue_notes.services.recording.view import RecordRow, RecordView, earlier_rows
from dialogue_notes.ui.office import Office

PIECE = 500
"""Entries read at once: some 10 ms for the reader, 3 ms for the screen, so that typing does not notice."""


class EarlierRows(QObject):
    """Reads from the newest back. `came(rows)` with the next piece, in order; whoever takes it calls `go_on`.

    `left` is how many entries were not read yet.
    """

    came = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._task: Task[tuple[RecordRow, ...]] | None = None
        self._before = 0
        self.left = 0

    @property
    def is_reading(self) -> bool:
        """Whether another piece is under way."""
        return self._task is not None

    def begin(self, view: RecordView) -> None:
        """For a session that was laid on the desk, in place of the one before."""
        self.stop()
        self.left = view.earlier
        if view.earlier:
            self._before = view.rows[0].intervention.sequence
            self.go_on(view)

    def go_on(self, view: RecordView) -> None:
        """Asks for the next piece; `view` says who is in the room by now."""
        if not self.left:
            return
        before = self._before
        task = self._office.read(
            lambda reader: earlier_rows(reader, view, before, PIECE),
            lambda rows: self._take(task, rows),
            lambda error: self._fail(task, error),
        )
        self._task = task

    def stop(self) -> None:
        """What is under way is not delivered any more."""
        if self._task is not None:
            self._task.cancel()
        self._task, self.left = None, 0

    def _take(self, task: Task[tuple[RecordRow, ...]], rows: Sequence[RecordRow]) -> None:
        if task is not self._task:
            return
        self._task = None
        self.left = max(0, self.left - len(rows)) if len(rows) == PIECE else 0
        if rows:
            self._before = rows[0].intervention.sequence
        self.came.emit(rows)

    def _fail(self, task: Task[tuple[RecordRow, ...]], error: KnownError) -> None:
        if task is self._task:
            self._task = None
            self._office.error_raised.emit(error)
