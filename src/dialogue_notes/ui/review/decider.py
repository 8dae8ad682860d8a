"""Writes what is decided: shown at once, then written; what could not be written is taken off the screen again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from dialogue_notes.domain.codes import RedactionReason, RedactionState
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.errors import KnownError
from dialogue_notes.services.entities import teaching
from dialogue_notes.services.reviewing import history, review
from dialogue_notes.services.reviewing.deciding import Choice
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.services.reviewing.steps import Verdict
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.review.acts import DONE, Act, by_hand, waits
from dialogue_notes.ui.review.drawing import fitting_reason
from dialogue_notes.ui.review.keys import ACTIONS, Deed
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.turning import NOTHING_TO_REDO, NOTHING_TO_UNDO, reach_words

_AFTER_PAINTING_MS = 8
"""What was decided is on the screen before the writer begins with it: two threads at once make both slow."""
_UNCHANGED = "That changes nothing: it stands so already."
Work = Callable[[Vault], Decision | None]


class Decider(QObject):
    """`begun` as an act goes to the disk; `decided(words)` with something to undo; `undone(words)` and
    `redone(words)`; `idle(words)` where nothing was to be done, undone or done again; `failed` is the presenter's.
    """

    begun = Signal()
    decided = Signal(str)
    idle = Signal(str)
    undone = Signal(str)
    redone = Signal(str)

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._done: list[Act] = []
        self._taken_back: list[Act] = []
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
            words = DONE[wish.action]
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
        self._do(
            self._turned(self._meant(entity_id, ""), Choice(RedactionState.REJECTED)),
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
        act = Act(before, tuple(replace(one, entity_id=into) for one in before))
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
                Act(), lambda vault: teaching.split_entity(vault, meeting_id, tuple(ids)), "Split off: {}.",
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
        waiting = [one for key in keys for one in board.of_entity(key) if waits(one)]
        ids = tuple(one.id for one in waiting)
        self._do(
            self._turned(waiting, choice),
            lambda vault: review.decide_rest(vault, meeting_id, ids, choice),
            "Not identifying in {}." if is_no else DONE[choice.action],
        )

    def redact(self, selection: Selection, wish: Wish) -> None:
        """Hides what was selected, here and wherever else it stands."""
        meeting_id, board = self._presenter.meeting_id, self._presenter.board
        if meeting_id is not None and board is not None:
            self._do(
                by_hand(meeting_id, board.of_place(selection.place), selection, wish),
                lambda vault: redact_selection(vault, meeting_id, selection, wish), DONE[wish.action], reads=True,
            )  # fmt: skip

    def ask_again(self, entity_id: str) -> None:
        """Forgets what was decided about a thing, and asks about every place of it."""
        meeting_id = self._presenter.meeting_id
        if meeting_id is not None:
            self._do(
                self._turned(self._meant(entity_id, ""), Choice(RedactionState.SUGGESTED)),
                lambda vault: teaching.ask_again(vault, meeting_id, entity_id), "To be decided again: {}.",
                reads=True,
            )  # fmt: skip

    def mark_seen(self, entity_id: str) -> None:
        """Says that what is new of a thing since it was decided was looked at."""
        meeting_id = self._presenter.meeting_id
        fresh = tuple(one for one in self._meant(entity_id, "") if one.fresh)
        if meeting_id is not None and fresh:
            ids = tuple(one.id for one in fresh)
            act = Act(fresh, tuple(replace(one, fresh=False) for one in fresh))
            self._do(act, lambda vault: review.mark_seen(vault, meeting_id, ids), "Looked at: {}.")

    def undo(self) -> None:
        """Takes the last decision of the meeting back, whole, also one of another day."""
        self._turn(self._done, self._taken_back, history.undo, self.undone, "Taken back: {}.")

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._turn(self._taken_back, self._done, history.redo, self.redone, "Done again: {}.")

    def stand_back(self) -> None:
        """An act of a panel stands in the history now: what is undone next can no longer be shown ahead."""
        self._done.clear()
        self._taken_back.clear()

    def _meant(self, entity_id: str, redaction_id: str) -> tuple[Redaction, ...]:
        board = self._presenter.board
        if board is None:
            return ()
        return board.by_ids((redaction_id,)) if redaction_id else board.of_entity(entity_id)

    def _turned(self, before: Iterable[Redaction], choice: Choice, *, alone: bool = False) -> Act:
        """What a choice makes of redactions, by the very rule that is applied where it is written."""
        meant = tuple(before)
        return Act(meant, tuple(choice.on(Verdict.of(one), alone=alone).on(one) for one in meant))

    def _group_reason(self, keys: Sequence[str]) -> RedactionReason:
        card = self._presenter.card_of(keys[0]) if keys else None
        return fitting_reason(card) if card is not None else RedactionReason.OTHER

    def _do(self, act: Act, work: Work, words: str, *, reads: bool = False) -> None:
        """Shows an act and writes it; with `reads` more changes than can be shown ahead, and it is read again."""
        presenter = self._presenter
        self.begun.emit()
        self._show(act.after, act.before)
        presenter.begin_write()

        def done(decision: Decision | None) -> None:
            step_id = decision.step_id if decision is not None else 0
            if step_id:
                self._done.append(replace(Act() if act.is_sketch else act, step_id=step_id))
                self._taken_back.clear()
            self._settle(decision, len(act.after), reads=reads)
            if decision is not None and step_id:
                self.decided.emit(words.format(reach_words(decision)))
            else:  # "Undo" would take another act back
                self.idle.emit(_UNCHANGED)

        fail = partial(self._fail, before=act.before, after=act.after)
        self._ask(lambda: presenter.office.write(work, done, fail))

    def _turn(
        self,
        source: list[Act],
        target: list[Act],
        turn: Callable[[Vault, str], Decision | None],
        told: SignalInstance,
        words: str,
    ) -> None:
        presenter, meeting_id = self._presenter, self._presenter.meeting_id
        if meeting_id is None or presenter.board is None:
            return
        self.begun.emit()
        act = source.pop() if source else Act()
        self._show(act.before, act.after)
        presenter.begin_write()

        def done(decision: Decision | None) -> None:
            is_known = decision is not None and decision.step_id == act.step_id and not decision.left
            if is_known:
                target.append(replace(act, before=act.after, after=act.before))
            else:
                target.clear()
            self._settle(decision, len(act.before), reads=not is_known)
            if decision is None:
                self.idle.emit(NOTHING_TO_UNDO if turn is history.undo else NOTHING_TO_REDO)
            else:
                told.emit(words.format(reach_words(decision)))

        fail = partial(self._fail, before=act.after, after=act.before)
        self._ask(lambda: presenter.office.write(lambda vault: turn(vault, meeting_id), done, fail))

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

    def _show(self, redactions: tuple[Redaction, ...], instead_of: tuple[Redaction, ...]) -> None:
        stay, board = {one.id for one in redactions}, self._presenter.board
        removed = [one.id for one in instead_of if one.id not in stay]
        if board is not None and board.apply(redactions, removed):
            self._presenter.show_board()

    def _settle(self, decision: Decision | None, shown: int, *, reads: bool) -> None:
        presenter = self._presenter
        if reads or decision is None or decision.meetings > 1 or decision.places != shown:
            presenter.want_reading()
        presenter.end_write()
        presenter.read_matters()
        if decision is not None and decision.matters:  # comments and other records are read again
            presenter.office.record_changed.emit()
            presenter.office.summary_changed.emit()
        presenter.office.review_changed.emit()

    def _fail(self, error: KnownError, before: tuple[Redaction, ...], after: tuple[Redaction, ...]) -> None:
        """Nothing was written: what was shown ahead is taken back, and the screen says so."""
        self._show(before, after)
        self._presenter.end_write()
        self._presenter.fail(error)

    def _leave_meeting(self) -> None:
        self._write()
        self._forget()

    def _forget(self) -> None:
        self.stand_back()
        self._waiting.clear()
