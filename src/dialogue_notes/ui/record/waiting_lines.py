"""The lines on their way to the disk: kept in their order, and those that it does not take are tried again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.errors import KnownError
from dialogue_notes.services.recording_types import KeptEntry
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.kept_lines import OF_THE_DISK, KeptLine, LastSave

RETRY_AFTER_MS = 1000
"""Room made on the disk is used within two seconds, whether or not anybody types."""


class WaitingLines(QObject):
    """Signals: `kept(KeptEntry)`; `refused(KeptLine, KnownError)` by the session, for its author to see again;
    `noted(words)` when what waits is something else than was last told.
    """

    kept = Signal(object)
    refused = Signal(object, object)
    noted = Signal(str)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._waiting: list[KeptLine] = []
        self._refused: list[KeptLine] = []  # not written, and the word of it is still on its way here
        self._under_way = 0
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
        self.retry()

    def retry(self) -> None:
        """Tries again to keep what waits, in its order."""
        self._again.stop()
        waiting, self._waiting = self._waiting, []
        for line in waiting:
            self._send(line)

    def retry_by_hand(self) -> None:
        """A person asked for it: failing again is told again."""
        self._told = ""
        self.retry()

    def wait(self, line: KeptLine, error: KnownError) -> None:
        """A line cannot be kept now, nor be given back to its author."""
        self._waiting.append(line)
        if error.code in OF_THE_DISK:
            self._again.start()
        words = f"{error.message} {_words(len(self._waiting))}"
        if not self._under_way and words != self._told:
            self._told = words
            self.noted.emit(words)

    def last_save(self, session_id: str, text: str, caret: int) -> LastSave:
        """Everything that is not on the disk yet, with a half typed line, as one last write."""
        self._again.stop()
        waiting, self._waiting = self._waiting, []
        return LastSave((self._refused, waiting), session_id, text, caret)

    def forget(self) -> None:
        """After locking: what was handed in is no longer kept here."""
        self._again.stop()
        self._waiting, self._refused = [], []
        self._under_way, self._told = 0, ""

    def _send(self, line: KeptLine) -> None:
        refused = self._refused
        self._under_way += 1
        self._office.write(
            lambda vault: line.write(vault, refused), self._kept, lambda error: self._not_kept(line, error)
        )

    def _kept(self, kept: KeptEntry) -> None:
        self._under_way -= 1
        if not self._waiting:
            self._told = ""
        self.kept.emit(kept)

    def _not_kept(self, line: KeptLine, error: KnownError) -> None:
        self._under_way = max(0, self._under_way - 1)
        if line not in self._refused:  # the save before a crash window has seen to it already
            return
        self._refused.remove(line)
        if self._waiting or error.code in OF_THE_DISK:
            self.wait(line, error)
        else:
            self.refused.emit(line, error)


def _words(count: int) -> str:
    return "1 line is not saved yet." if count == 1 else f"{count} lines are not saved yet."
