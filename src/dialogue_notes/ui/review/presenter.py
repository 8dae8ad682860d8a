"""Decides what the Review room shows, and writes what is decided in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import RedactionAction
from dialogue_notes.domain.profiles import PRINCIPALS
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Suggestion
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import review
from dialogue_notes.services.detection_jobs import SUGGEST, SuggestionTask
from dialogue_notes.services.review_selection import Selection, Wish, redact_selection
from dialogue_notes.services.review_types import Decision
from dialogue_notes.services.suggestions import keep_suggestions
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.model import Card, ReviewShown, places_words
from dialogue_notes.ui.review.snapshot import read_review

_DONE = {
    RedactionAction.PSEUDONYMISE: "Under a pseudonym in {}.",
    RedactionAction.GENERALISE: "In general words in {}.",
    RedactionAction.REMOVE: "Removed in {}.",
    RedactionAction.RECAST: "Recast in {}.",
    RedactionAction.WITHHOLD_ENTRY: "Withheld: the entries of {}.",
}


class ReviewPresenter(QObject):
    """Emits `shown(ReviewShown)`, `decided(words)` with something to undo, `undone`, and `failed(KnownError)`."""

    shown = Signal(object)
    decided = Signal(str)
    undone = Signal()
    failed = Signal(object)
    looking = Signal(bool)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._profile = PRINCIPALS.name
        self._snapshot: ReviewShown | None = None
        self._decisions: list[Decision] = []
        office.meeting_changed.connect(self._change_meeting)
        office.locked.connect(self._forget)

    @property
    def can_undo(self) -> bool:
        """Whether a decision of this meeting can be taken back."""
        return bool(self._decisions)

    def enter(self) -> None:
        """Shows the meeting and has it looked through again."""
        self.refresh()
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is None or not self._office.is_open:
            return
        self.looking.emit(True)
        self._office.read(
            lambda reader: review.suggestion_task(reader, meeting_id), self._look_through, self._fail
        )

    def refresh(self) -> None:
        """Reads the meeting again."""
        meeting_id, profile = self._office.chosen.meeting_id, self._profile
        if not self._office.is_open:
            return
        if meeting_id is None:
            self._show(ReviewShown((), (), (), profile, 0, 0))
            return
        self._office.read(lambda reader: read_review(reader, meeting_id, profile), self._show, self._fail)

    def choose_profile(self, name: str) -> None:
        """Shows the record as another audience would see it."""
        self._profile = name
        self.refresh()

    def decide(self, entity_id: str, redaction_id: str, wish: Wish | None) -> None:
        """Decides on a thing: everywhere in the meeting, or in the one place named. None: not identifying."""
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is None:
            return
        if wish is None:
            if redaction_id:
                self._decide(
                    lambda vault: review.reject(vault, meeting_id, (redaction_id,)), "Not identifying in {}."
                )
            else:
                self._decide(
                    lambda vault: review.reject_entity(vault, meeting_id, entity_id), "Not identifying in {}."
                )
            return
        chosen = (wish.action, wish.reason, wish.replacement)
        if redaction_id:
            self._decide(
                lambda vault: review.accept(vault, meeting_id, (redaction_id,), *chosen), _DONE[wish.action]
            )
        else:
            self._decide(
                lambda vault: review.accept_entity(vault, meeting_id, entity_id, *chosen), _DONE[wish.action]
            )

    def redact(self, selection: Selection, wish: Wish) -> None:
        """Hides what was selected, here and wherever else it stands."""
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is not None:
            self._decide(
                lambda vault: redact_selection(vault, meeting_id, selection, wish), _DONE[wish.action]
            )

    def undo(self) -> None:
        """Takes the last decision back, whole."""
        if not self._decisions:
            return
        decision = self._decisions.pop()
        self._office.write(
            lambda vault: review.undo_decision(vault, decision), lambda _none: self._undone(), self._fail
        )

    def mark_reviewed(self) -> None:
        """Calls the meeting reviewed."""
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is None:
            return

        def done(_none: None) -> None:
            self._office.review_changed.emit()
            self._office.meeting_changed.emit()
            self.refresh()

        self._office.write(lambda vault: review.mark_reviewed(vault, meeting_id), done, self._fail)

    def card_of(self, entity_id: str) -> Card | None:
        """The card of an entity, if it is shown."""
        cards = self._snapshot.cards if self._snapshot is not None else ()
        return next((card for card in cards if card.key == entity_id), None)

    def _look_through(self, task: SuggestionTask) -> None:
        self._office.compute(SUGGEST, task, lambda found: self._keep(task.record, found), self._fail)

    def _keep(self, record: MeetingRecord, found: Sequence[Suggestion]) -> None:
        def done(_none: None) -> None:
            self.looking.emit(False)
            self._office.review_changed.emit()
            self.refresh()

        self._office.write(lambda vault: keep_suggestions(vault, record, found), done, self._fail)

    def _decide(self, work: Callable[[Vault], Decision], words: str) -> None:
        def done(decision: Decision) -> None:
            self._decisions.append(decision)
            self.refresh()
            self._office.review_changed.emit()
            self.decided.emit(words.format(places_words(decision.places)))

        self._office.write(work, done, self._fail)

    def _undone(self) -> None:
        self.undone.emit()
        self._office.review_changed.emit()
        self.refresh()

    def _show(self, shown: ReviewShown) -> None:
        self._snapshot = shown
        self.shown.emit(shown)

    def _fail(self, error: KnownError) -> None:
        self.looking.emit(False)
        if error.code is not ErrorCode.CANCELLED:
            self.failed.emit(error)
            self.refresh()

    def _change_meeting(self) -> None:
        self._decisions.clear()

    def _forget(self) -> None:
        self._snapshot = None
        self._decisions.clear()
