"""Taking back and doing again, from whatever panel of the Review room: there is one order of all acts of a meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from dialogue_notes.errors import KnownError
from dialogue_notes.services.reviewing import history, steps
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.model import meetings_words, places_words

_MATTERS: Final = {
    steps.COMMENTED: "a comment",
    steps.COMMENT_CHANGED: "other words of a comment",
    steps.COMMENT_REMOVED: "removing a comment",
    steps.COMMENT_SETTLED: "settling comments",
    steps.COMMENT_REOPENED: "opening comments again",
    steps.SET_BESIDE: "setting a record beside",
    steps.PUT_AWAY: "removing the other record",
    steps.TAKEN_OVER: "words taken over",
    steps.DIFFERENCE_KEPT: "keeping a difference",
    steps.DIFFERENCE_OPENED: "opening a difference again",
    steps.DANGER_SETTLED: "settling a danger",
    steps.DANGER_REOPENED: "opening a danger again",
    steps.ANSWERED: "an answer of the checklist",
    steps.CONSENT_NOTED: "a consent",
    steps.CONSENT_REVOKED: "taking a consent back",
    steps.REPORTED: "reported speech",
    steps.READ_BACK: "read back in the room",
}
"""What is no decision on places, in words that stand after "Taken back:" and "Done again:"."""

NOTHING_TO_UNDO: Final = "There is nothing to take back."
NOTHING_TO_REDO: Final = "There is nothing to do again."


def reach_words(decision: Decision) -> str:
    """What a decision was, or where it reached: "a comment", "6 places", "9 places, also in 2 other meetings"."""
    if not decision.places and decision.what in _MATTERS:
        return _MATTERS[decision.what]
    words = places_words(decision.places)
    if decision.meetings > 1:
        words += f", also in {meetings_words(decision.meetings - 1)}"
    if decision.left:
        words += f"; {places_words(decision.left)} changed since and stayed"
    return words


class Turner(QObject):
    """Emits `turned(words)` when the last act of the chosen meeting was taken back or done again,
    `idle(words)` when there was none; `begun` as it goes to the disk, and `failed(KnownError)`.
    """

    turned = Signal(str)
    idle = Signal(str)
    begun = Signal()
    failed = Signal(object)

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office

    def undo(self) -> None:
        """Takes the last act back, whichever it was."""
        self._turn(history.undo, "Taken back: {}.", NOTHING_TO_UNDO)

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._turn(history.redo, "Done again: {}.", NOTHING_TO_REDO)

    def _turn(self, turn: Callable[[Vault, str], Decision | None], words: str, nothing: str) -> None:
        meeting_id, office = self._office.chosen.meeting_id, self._office
        if meeting_id is None:
            return

        def done(decision: Decision | None) -> None:
            if decision is None:
                self.idle.emit(nothing)
            else:
                self.turned.emit(words.format(reach_words(decision)))
                office.record_changed.emit()
                office.review_changed.emit()

        def fail(error: KnownError) -> None:
            self.failed.emit(error)

        self.begun.emit()
        office.write(lambda vault: turn(vault, meeting_id), done, fail)
