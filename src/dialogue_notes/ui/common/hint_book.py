"""Which first-time hints went away: each is shown until it is understood, and never again.

In this module: `HintBook`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_notes.errors import BugError, ErrorCode


class HintBook(QObject):
    """The ids of hints that were seen. `changed` when one more was, `reopened` when all may be shown again."""

    changed = Signal()
    reopened = Signal()

    def __init__(self, parent: QObject, seen: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._seen = seen

    @property
    def seen(self) -> tuple[str, ...]:
        """What went away, in that order."""
        return self._seen

    def close(self, hint: str) -> None:
        """The hint was understood, or what it says was done."""
        if hint not in self._seen:
            self._seen = (*self._seen, hint)
            self.changed.emit()

    def open_again(self) -> None:
        """Every hint may be shown again, each at its time."""
        self._seen = ()
        self.changed.emit()
        self.reopened.emit()


def hint_book(owner: QObject) -> HintBook:
    """The book that `owner` keeps. Raises BugError when it has none."""
    found = owner.findChild(HintBook)
    if found is None:
        raise BugError(ErrorCode.BUG, detail="no book of hints was made")
    return found
