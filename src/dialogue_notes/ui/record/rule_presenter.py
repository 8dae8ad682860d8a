"""The keys for danger, and the rule while a session runs: hands off, taking up again, reaching back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.rules import is_looser
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording.rules import resume, set_session_rule
from dialogue_notes.services.recording.types import Change
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk, wall_clock
from dialogue_notes.ui.record.presenter import RecordPresenter


@dataclass(frozen=True, slots=True)
class RuleQuestion:
    """Words, and the rule that Enter gives."""

    words: str
    first: GroundRule


class RulePresenter(QObject):
    """Signals: `hands_off_shown(since)` with `HH:MM` or nothing; `rule_asked(RuleQuestion)`,
    `reason_asked(rule)`; `hidden(bool)`; `failed(KnownError)`.
    """

    hands_off_shown = Signal(str)
    rule_asked = Signal(object)
    reason_asked = Signal(str)
    hidden = Signal(bool)
    failed = Signal(object)

    def __init__(self, office: Office, desk: Desk, record: RecordPresenter) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._record = record
        self._ids: tuple[str, ...] = ()
        self._waiting: GroundRule | None = None
        self._is_taking_off = False
        desk.taken.connect(self._on_taken)
        office.locked.connect(self._on_locked)

    @property
    def is_off(self) -> bool:
        """Whether hands are off."""
        return bool(self._desk.hands_off_since)

    @property
    def asks_to_resume(self) -> bool:
        """Whether a rule asked for now is the one to go on under."""
        return self.is_off and not self._ids

    def switch_hands(self) -> None:
        """F9: hands off at once; pressed again, asks under which rule to go on."""
        view, recorder = self._desk.view, self._desk.recorder
        if view is None or recorder is None:
            return
        if self.is_off:
            self._ids = ()
            self.rule_asked.emit(RuleQuestion("Hands on again. What follows is", view.rule_before))
            return
        if view.is_closed:  # nothing is typed, and no gap belongs into a record that is closed
            self.failed.emit(KnownError(ErrorCode.MEETING_CLOSED))
            return
        self._record.save_draft()
        self._record.rule_tightened(GroundRule.NOT_FOR_REPORT)
        now = wall_clock()
        self._is_taking_off = True  # what is read from here on may not know of it yet
        self._show_off(f"{now:%H:%M}")
        self._office.write(
            lambda vault: recorder.take_hands_off(vault, now), self._taken_off, self.failed.emit
        )

    def reach_back(self, ids: tuple[str, ...]) -> None:
        """Asks under which rule entries already made are to stand."""
        if ids:
            self._ids = ids
            one = "This entry is" if len(ids) == 1 else f"These {len(ids)} entries are"
            self.rule_asked.emit(RuleQuestion(one, GroundRule.NOT_FOR_REPORT))

    def choose_rule(self, rule: GroundRule, reason: str = "") -> None:
        """What was asked for: to go on under `rule`, or to put entries under it."""
        if self._needs_reason(rule) and not reason:
            self._waiting = rule
            self.reason_asked.emit(rule.value)
            return
        session_id, ids, recorder = self._desk.session_id, self._ids, self._desk.recorder
        if ids and recorder is not None:
            self._office.write(
                lambda vault: recorder.put_under_rule(vault, ids, rule, reason),
                self._desk.show,
                self.failed.emit,
            )
            return
        step = resume if self.is_off else set_session_rule
        self._office.write(
            lambda vault: step(vault, session_id, rule, reason),
            lambda _none: self._resumed(),
            self.failed.emit,
        )

    def set_rule(self, rule: GroundRule) -> None:
        """From the palette: the rule of what follows in this session."""
        self._ids = ()
        if self._desk.view is not None:
            self._record.rule_tightened(rule)
            self.choose_rule(rule)

    def give_reason(self, reason: str) -> None:
        """The reason that was asked for."""
        if self._waiting is not None:
            rule, self._waiting = self._waiting, None
            self.choose_rule(rule, reason)

    def switch_hidden(self) -> None:
        """F12: the text is gone from the screen; pressed again, it is read back."""
        if self._desk.is_hidden:
            self._desk.is_hidden = False
            self.hidden.emit(False)
            self._record.enter()
            return
        self._desk.hide()
        self.hidden.emit(True)
        self._record.save_draft()

    def _needs_reason(self, rule: GroundRule) -> bool:
        view = self._desk.view
        if view is None:
            return False
        if self._ids:
            rows = [row for row in self._desk.model.rows if row.id in self._ids]
            return any(is_looser(rule, row.intervention.rule or view.cast.rule) for row in rows)
        return is_looser(rule, view.rule_before if self.is_off else view.cast.rule)

    def _taken_off(self, change: Change) -> None:
        """On the disk. If it could not be written, hands stay off on the screen until a person resumes."""
        self._is_taking_off = False
        self._desk.show(change)
        self._record.enter()

    def _resumed(self) -> None:
        self._is_taking_off = False
        self._desk.hands_off_since = ""
        self._record.enter()

    def _on_taken(self) -> None:
        view = self._desk.view
        if view is None or self._is_taking_off:
            return
        since = f"{view.hands_off_since:%H:%M}" if view.hands_off_since else ""
        self._record.rule_tightened(view.cast.rule)
        self._show_off(since)

    def _show_off(self, since: str) -> None:
        self._desk.hands_off_since = since
        self._office.show_rule(self._desk.rule, since)
        self.hands_off_shown.emit(since)

    def _on_locked(self) -> None:
        self._ids, self._waiting, self._is_taking_off = (), None, False
