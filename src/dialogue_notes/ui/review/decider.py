"""Writes what is decided: shown at once, then written; what could not be written is taken off the screen again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from dialogue_notes.domain.codes import RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.errors import KnownError
from dialogue_notes.services.entities import teaching
from dialogue_notes.services.reviewing import history, review
from dialogue_notes.services.reviewing.deciding import Choice
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.services.reviewing.steps import Verdict
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.review.drawing import fitting_reason
from dialogue_notes.ui.review.keys import ACTIONS, Deed
from dialogue_notes.ui.review.model import meetings_words, places_words
from dialogue_notes.ui.review.presenter import ReviewPresenter

_DONE = {
    RedactionAction.PSEUDONYMISE: "Under a pseudonym in {}.",
    RedactionAction.GENERALISE: "In general words in {}.",
    RedactionAction.REMOVE: "Removed in {}.",
    RedactionAction.RECAST: "Recast in {}.",
    RedactionAction.WITHHOLD_ENTRY: "Withheld: the entries of {}.",
}

_AFTER_PAINTING_MS = 8
"""What was decided is on the screen before the writer begins with it: two threads at once make both slow."""
Work = Callable[[Vault], Decision | None]


@dataclass(frozen=True, slots=True)
class _Act:
    """What one act changes on the board, so that it can be shown before it is written, and taken back likewise."""

    before: tuple[Redaction, ...] = field(default=(), repr=False)
    after: tuple[Redaction, ...] = field(default=(), repr=False)
    step_id: int = 0


class Decider(QObject):
    """`decided(words)` with something to undo; `undone(words)` and `redone(words)`; `failed` is the presenter's."""

    decided = Signal(str)
    undone = Signal(str)
    redone = Signal(str)

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._done: list[_Act] = []
        self._taken_back: list[_Act] = []
        self._waiting: list[Callable[[], object]] = []
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_PAINTING_MS)
        self._soon.timeout.connect(self._write)
        presenter.office.locking.connect(self._write)
        presenter.office.locked.connect(self._forget)
        presenter.office.meeting_changed.connect(self._leave_meeting)

    def decide(self, entity_id: str, redaction_id: str, wish: Wish | None) -> None:
        """Decides on a thing: in this meeting and later ones, or in the one place named. None: not identifying."""
        meeting_id, ids = self._presenter.meeting_id, (redaction_id,)
        if meeting_id is None:
            return
        if wish is None:
            choice, words = Choice(RedactionState.REJECTED), "Not identifying in {}."
        else:
            choice = Choice(RedactionState.ACCEPTED, wish.action, wish.reason, wish.replacement)
            words = _DONE[wish.action]
        chosen = (choice.action, choice.reason, choice.replacement)

        def work(vault: Vault) -> Decision:
            if redaction_id:
                if wish is None:
                    return review.reject(vault, meeting_id, ids)
                return review.accept(vault, meeting_id, ids, *chosen)
            if wish is None:
                return review.reject_entity(vault, meeting_id, entity_id)
            return review.accept_entity(vault, meeting_id, entity_id, *chosen)

        self._do(
            self._turned(self._meant(entity_id, redaction_id), choice, alone=bool(redaction_id)), work, words
        )

    def always(self, entity_id: str, wish: Wish) -> None:
        """Hides a thing in every meeting of the dialogue."""
        meeting_id = self._presenter.meeting_id
        if meeting_id is None:
            return
        choice = Choice(RedactionState.ACCEPTED, wish.action, wish.reason, wish.replacement)

        def work(vault: Vault) -> Decision:
            return teaching.always_hide(
                vault, meeting_id, entity_id, wish.action, wish.reason, wish.replacement
            )

        act = self._turned(self._meant(entity_id, ""), choice)
        self._do(act, work, "Always hidden in this dialogue: {}.", reads=True)

    def never(self, entity_id: str) -> None:
        """Shows a thing in every meeting of the dialogue."""
        meeting_id = self._presenter.meeting_id
        if meeting_id is None:
            return
        act = self._turned(self._meant(entity_id, ""), Choice(RedactionState.REJECTED))
        self._do(
            act,
            lambda vault: teaching.never_hide(vault, meeting_id, entity_id),
            "Never hidden in this dialogue: {}.",
            reads=True,
        )

    def merge(self, keys: Sequence[str], into: str) -> None:
        """Says that things are one."""
        meeting_id, board = self._presenter.meeting_id, self._presenter.board
        if meeting_id is None or board is None:
            return
        before = tuple(one for key in keys for one in board.of_entity(key))
        act = _Act(before, tuple(replace(one, entity_id=into) for one in before))
        self._do(
            act,
            lambda vault: teaching.merge_entities(vault, meeting_id, tuple(keys), into),
            "Merged: {}.",
            reads=True,
        )

    def split(self, ids: Sequence[str]) -> None:
        """Says that places are another thing."""
        meeting_id = self._presenter.meeting_id
        if meeting_id is not None:
            self._do(
                _Act(), lambda vault: teaching.split_entity(vault, meeting_id, tuple(ids)), "Split off: {}.",
                reads=True,
            )  # fmt: skip

    def decide_group(self, keys: Sequence[str], letter: str) -> None:
        """Decides what waits of several things, in one step."""
        meeting_id, board = self._presenter.meeting_id, self._presenter.board
        if meeting_id is None or board is None:
            return
        deed = Deed(letter)
        is_no = deed is Deed.NOT_IDENTIFYING
        choice = (
            Choice(RedactionState.REJECTED)
            if is_no
            else Choice(RedactionState.ACCEPTED, ACTIONS[deed], self._group_reason(keys))
        )
        waiting = [one for key in keys for one in board.of_entity(key) if _waits(one)]
        ids = tuple(one.id for one in waiting)
        self._do(
            self._turned(waiting, choice),
            lambda vault: review.decide_rest(vault, meeting_id, ids, choice),
            "Not identifying in {}." if is_no else _DONE[choice.action],
        )

    def redact(self, selection: Selection, wish: Wish) -> None:
        """Hides what was selected, here and wherever else it stands."""
        meeting_id = self._presenter.meeting_id
        if meeting_id is not None:
            self._do(
                _Act(), lambda vault: redact_selection(vault, meeting_id, selection, wish), _DONE[wish.action],
                reads=True,
            )  # fmt: skip

    def mark_seen(self, entity_id: str) -> None:
        """Says that what is new of a thing since it was decided was looked at."""
        meeting_id = self._presenter.meeting_id
        fresh = tuple(one for one in self._meant(entity_id, "") if one.fresh)
        if meeting_id is not None and fresh:
            ids = tuple(one.id for one in fresh)
            act = _Act(fresh, tuple(replace(one, fresh=False) for one in fresh))
            self._do(act, lambda vault: review.mark_seen(vault, meeting_id, ids), "Looked at: {}.")

    def undo(self) -> None:
        """Takes the last decision of the meeting back, whole, also one of another day."""
        self._turn(self._done, self._taken_back, history.undo, self.undone, "Taken back: {}.")

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._turn(self._taken_back, self._done, history.redo, self.redone, "Done again: {}.")

    def _meant(self, entity_id: str, redaction_id: str) -> tuple[Redaction, ...]:
        board = self._presenter.board
        if board is None:
            return ()
        return board.by_ids((redaction_id,)) if redaction_id else board.of_entity(entity_id)

    def _turned(self, before: Iterable[Redaction], choice: Choice, *, alone: bool = False) -> _Act:
        """What a choice makes of redactions, by the very rule that is applied where it is written."""
        meant = tuple(before)
        return _Act(meant, tuple(choice.on(Verdict.of(one), alone=alone).on(one) for one in meant))

    def _group_reason(self, keys: Sequence[str]) -> RedactionReason:
        card = self._presenter.card_of(keys[0]) if keys else None
        return fitting_reason(card) if card is not None else RedactionReason.OTHER

    def _do(self, act: _Act, work: Work, words: str, *, reads: bool = False) -> None:
        """Shows an act and writes it; with `reads` more changes than can be shown ahead, and it is read again."""
        presenter = self._presenter
        self._show(act.after)
        presenter.begin_write()

        def done(decision: Decision | None) -> None:
            if decision is not None:
                self._done.append(replace(act, step_id=decision.step_id))
                self._taken_back.clear()
            self._settle(decision, len(act.after), reads=reads)
            if decision is not None:
                self.decided.emit(words.format(_reach(decision)))

        self._ask(lambda: presenter.office.write(work, done, lambda error: self._fail(error, act.before)))

    def _turn(
        self,
        source: list[_Act],
        target: list[_Act],
        turn: Callable[[Vault, str], Decision | None],
        told: SignalInstance,
        words: str,
    ) -> None:
        presenter, meeting_id = self._presenter, self._presenter.meeting_id
        if meeting_id is None or presenter.board is None:
            return
        act = source.pop() if source else _Act()
        self._show(act.before)
        presenter.begin_write()

        def done(decision: Decision | None) -> None:
            is_known = decision is not None and decision.step_id == act.step_id and not decision.left
            if is_known:
                target.append(replace(act, before=act.after, after=act.before))
            else:
                target.clear()
            self._settle(decision, len(act.before), reads=not is_known)
            told.emit(words.format(_reach(decision)) if decision is not None else "")

        def failed(error: KnownError) -> None:
            self._fail(error, act.after)

        self._ask(lambda: presenter.office.write(lambda vault: turn(vault, meeting_id), done, failed))

    def _ask(self, write: Callable[[], object]) -> None:
        self._waiting.append(write)
        self._soon.start()

    def _write(self) -> None:
        """Hands everything that is waiting to the writer, in its order; on locking too, before the vault closes."""
        self._soon.stop()
        waiting, self._waiting = self._waiting, []
        if self._presenter.office.is_open:
            for write in waiting:
                write()

    def _show(self, redactions: tuple[Redaction, ...]) -> None:
        presenter = self._presenter
        if presenter.board is not None and presenter.board.apply(redactions):
            presenter.show_board()

    def _settle(self, decision: Decision | None, shown: int, *, reads: bool) -> None:
        presenter = self._presenter
        if reads or decision is None or decision.meetings > 1 or decision.places != shown:
            presenter.want_reading()
        presenter.end_write()
        presenter.read_matters()
        presenter.office.review_changed.emit()

    def _fail(self, error: KnownError, before: tuple[Redaction, ...]) -> None:
        """Nothing was written: what was shown ahead is taken back, and the screen says so."""
        self._show(before)
        self._presenter.end_write()
        self._presenter.fail(error)

    def _leave_meeting(self) -> None:
        self._write()
        self._forget()

    def _forget(self) -> None:
        self._done.clear()
        self._taken_back.clear()
        self._waiting.clear()


def _waits(one: Redaction) -> bool:
    return one.state is RedactionState.SUGGESTED or one.stale


def _reach(decision: Decision) -> str:
    """Where a decision reached: "6 places", "9 places, also in 2 other meetings"."""
    words = places_words(decision.places)
    if decision.meetings > 1:
        words += f", also in {meetings_words(decision.meetings - 1)}"
    if decision.left:
        words += f"; {places_words(decision.left)} changed since and stayed"
    return words
