"""What is half typed on its way to the disk: saved soon after a key, tried again, and kept here until it is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.typing_line.typed import LineContext
from dialogue_notes.errors import KnownError
from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import Change
from dialogue_notes.storage.drafts import Draft
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import wall_clock
from dialogue_notes.ui.record.kept_lines import OF_THE_DISK
from dialogue_notes.ui.record.line_state import LineState
from dialogue_notes.ui.record.waiting_lines import RETRY_AFTER_MS

DRAFT_AFTER_MS = 150
"""From the first key that is not saved yet to its save: with the writing itself well below the 300 ms promised."""


class Drafting(QObject):
    """Signals: `due` (save the line now), `saved(was_refused)`, `refused(KnownError)` once for a row of failures."""

    due = Signal()
    saved = Signal(bool)
    refused = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._is_refused = False
        self._left: dict[str, tuple[LineState, Draft]] = {}  # in sessions left, until the disk has them
        self._began: dict[str, datetime] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.due)

    def line_changed(self) -> None:
        """A key came: the line is due soon."""
        if not self._timer.isActive():
            self._timer.start(DRAFT_AFTER_MS)

    def stop(self) -> None:
        """The line went another way to the disk."""
        self._timer.stop()

    def save(self, session_id: str, draft: Draft) -> None:
        """Puts what is half typed on the disk."""
        self._timer.stop()
        self._office.write(lambda vault: _save(vault, session_id, draft), self._on_saved, self._on_refused)

    def leave(self, session_id: str, line: LineState, draft: Draft) -> None:
        """Saves the line of a session that is left; if the disk does not take it, it is there on coming back."""
        self._timer.stop()
        left = self._left[session_id] = line, draft

        def saved(nothing: None) -> None:
            if self._left.get(session_id) is left:
                del self._left[session_id]
            self._on_saved(nothing)

        self._office.write(lambda vault: _save(vault, session_id, draft), saved, self.refused.emit)

    def back_in(self, session_id: str, stored: Draft | None, rule: GroundRule) -> LineState:
        """What was half typed in a session when it was left or locked, with the time of its first key."""
        began = self._began.pop(session_id, None)
        if session_id in self._left:
            return self._left.pop(session_id)[0]
        return line_of(stored, began or wall_clock(), rule) if stored is not None else LineState()

    def before_locking(self, session_id: str, began: datetime | None) -> None:
        """Hands in what is left in other sessions, and remembers the time of the first key."""
        self._timer.stop()
        self._began = {session_id: began} if began is not None else {}
        for each, (line, draft) in self._left.items():
            if line.began is not None:
                self._began[each] = line.began
            self._office.keep(partial(_save, session_id=each, draft=draft))

    def forget(self) -> None:
        """After locking."""
        self._left.clear()
        self._is_refused = False

    def _on_saved(self, _nothing: None) -> None:
        was_refused, self._is_refused = self._is_refused, False
        self.saved.emit(was_refused)

    def _on_refused(self, error: KnownError) -> None:
        """Told once, and tried again while only the disk is in the way."""
        if not self._is_refused:
            self.refused.emit(error)
        self._is_refused = True
        if error.code in OF_THE_DISK and not self._timer.isActive():
            self._timer.start(RETRY_AFTER_MS)


def draft_of(line: LineState, context: LineContext) -> Draft:
    """The line as it is found again after a crash or a lock: an edit with what was put aside for it."""
    text, caret = line.draft(context)
    aside = line.ended().draft(context)[0] if line.editing else ""
    return Draft(text, caret, line.strictest_rule, line.editing, aside)


def line_of(draft: Draft, began: datetime, rule: GroundRule) -> LineState:
    """A draft as a line again."""
    line = LineState(editing=draft.editing, put_aside=draft.aside, rule_aside=draft.rule)
    return line.typed(draft.text, draft.caret, began, draft.rule or rule)


def edit_and_go_on(
    recorder: Recorder, line: LineState, next_draft: Draft
) -> Callable[[Vault], Change | None]:
    """The write that keeps an edit and makes what was put aside the draft again: both, or neither."""

    def work(vault: Vault) -> Change | None:
        with vault.transaction():
            change = recorder.edit(vault, line.editing, line.text, line.rule)
            _save(vault, recorder.session_id, next_draft)
        return change

    return work


def _save(vault: Vault, session_id: str, draft: Draft) -> None:
    save_draft(vault, session_id, draft.text, draft.caret, draft.editing, draft.aside, draft.rule)
