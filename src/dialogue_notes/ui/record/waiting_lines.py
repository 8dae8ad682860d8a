"""The lines on their way to the disk: kept in their order, and those that it does not take are tried again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.errors import KnownError
from dialogue_notes.storage.drafts import Draft
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.kept_lines import OF_THE_DISK, Batch, KeptLine, LastSave, first_of, write_all

RETRY_AFTER_MS = 1000
"""Room made on the disk is used within two seconds, whether or not anybody types."""


class WaitingLines(QObject):
    """Signals: `kept(KeptEntry)`; `refused(KeptLine, KnownError)` by the session, for its author to see again;
    `noted(words)` when what waits is something else than was last told.

    One batch is under way at a time. If lines were sent one by one, one for which there is room again could come to
    stand before those that found none a moment earlier.
    """

    kept = Signal(object)
    refused = Signal(object, object)
    noted = Signal(str)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._waiting: list[KeptLine] = []
        self._sent: list[KeptLine] = []  # the writer takes out what it has kept
        self._returned: list[KeptLine] = []  # not kept otherwise, and the word of it is still on its way here
        self._is_under_way = False
        self._has_new = False
        self._told = ""
        self._again = QTimer(self, singleShot=True, interval=RETRY_AFTER_MS)
        self._again.timeout.connect(self.retry)

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    @property
    def is_told(self) -> bool:
        """Whether words on the screen say what waits."""
        return bool(self._told)

    def add(self, line: KeptLine) -> None:
        """Keeps a line, after those that wait, so that the order stays."""
        self._waiting.append(line)
        self._has_new = True
        self.retry()

    def retry(self) -> None:
        """Tries again to keep what waits, in its order."""
        if self._is_under_way or not self._waiting:
            return
        self._again.stop()
        sent, self._waiting = self._waiting, []
        returned = self._returned
        self._sent, self._is_under_way, self._has_new = sent, True, False
        self._office.write(
            lambda vault: write_all(vault, sent, returned), lambda batch: self._settle(sent, batch)
        )

    def retry_by_hand(self) -> None:
        """A person asked for it: failing again is told again."""
        self._told = ""
        self.retry()

    def wait(self, line: KeptLine, error: KnownError) -> None:
        """A line cannot be kept now, nor be given back to its author."""
        self._waiting.append(line)
        self._tell(error)

    def last_save(self, session_id: str, draft: Draft) -> LastSave:
        """Everything that is not on the disk yet, with a half typed line, as one last write."""
        return LastSave((self._returned, self._sent, self._waiting), session_id, draft)

    def forget(self) -> None:
        """After locking: what was handed in is no longer kept here."""
        self._again.stop()
        self._waiting, self._sent, self._returned = [], [], []
        self._is_under_way = self._has_new = False
        self._told = ""

    def _settle(self, sent: list[KeptLine], batch: Batch) -> None:
        """What the disk did not take stands before what was typed since; but for what a last save took meanwhile."""
        self._is_under_way = False
        left = []
        while (line := first_of(sent)) is not None:
            left.append(line)
        self._waiting[:0] = left
        if not self._waiting:
            self._told = ""
        for kept in batch.kept:
            self.kept.emit(kept)
        for line, error in batch.refused:
            if _taken_out(self._returned, line):
                self.refused.emit(line, error)
        if batch.error is not None and left:
            self._again.start()
            if not self._has_new:
                self._tell(batch.error)
        if self._has_new:
            self.retry()
        if batch.bug is not None:
            raise batch.bug

    def _tell(self, error: KnownError) -> None:
        if error.code in OF_THE_DISK:
            self._again.start()
        words = f"{error.message} {_words(len(self._waiting))}"
        if not self._is_under_way and words != self._told:
            self._told = words
            self.noted.emit(words)


def _taken_out(lines: list[KeptLine], line: KeptLine) -> bool:
    """Takes a line out, unless a last save before a crash window has done so."""
    try:
        lines.remove(line)
    except ValueError:
        return False
    return True


def _words(count: int) -> str:
    return "1 line is not saved yet." if count == 1 else f"{count} lines are not saved yet."
