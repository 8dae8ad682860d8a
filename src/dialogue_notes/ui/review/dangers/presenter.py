"""Decides what the panel of dangers shows, and writes what a person does about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason
from dialogue_notes.domain.dangers.danger import FoundDanger
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.redaction import Place
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import dangers, entry_remedies, quote_consents
from dialogue_notes.services.quote_consents import GivenConsent
from dialogue_notes.services.reviewing.history import undo_decision
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.consents.model import read_consents
from dialogue_notes.ui.review.consents.sheet import ConsentSheet
from dialogue_notes.ui.review.dangers.model import NOTHING_YET, DangersView, read_dangers
from dialogue_notes.ui.review.dangers.panel import DangersPanel

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Done:
    """An act of this panel and how it is taken back."""

    take_back: Callable[[Vault], object] = field(repr=False)
    touches_record: bool


class DangersPresenter(QObject):
    """Emits `shown(DangersView)`, `consents_shown(ConsentsShown)`, `done(words)` with something to undo, `undone` and
    `failed(KnownError)`. Reads while it is awake only, and again when record, review or summaries change.
    """

    shown = Signal(object)
    consents_shown = Signal(object)
    done = Signal(str)
    undone = Signal()
    failed = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._is_awake = False
        self._reading = 0
        self._acts: list[_Done] = []
        self._meeting_id: str | None = None
        for signal in (office.review_changed, office.record_changed, office.summary_changed):
            signal.connect(self.refresh)
        office.meeting_changed.connect(self._change_meeting)
        office.locked.connect(self._forget)

    @property
    def can_undo(self) -> bool:
        """Whether something was done here that can be taken back."""
        return bool(self._acts)

    def wake(self) -> None:
        """The panel is seen: it shows the meeting as it is now, from now on."""
        self._is_awake = True
        self.refresh()

    def sleep(self) -> None:
        """The panel is not seen: nothing is read for it."""
        self._is_awake = False

    def refresh(self) -> None:
        """Reads the meeting's dangers again, if anybody looks at them."""
        meeting_id = self._office.chosen.meeting_id
        if not self._is_awake or not self._office.is_open:
            return
        self._reading += 1
        number = self._reading
        if meeting_id is None:
            self.shown.emit(NOTHING_YET)
            return

        def show(view: DangersView) -> None:
            if number == self._reading:  # a later look is on its way
                self.shown.emit(view)

        self._office.read(lambda reader: read_dangers(reader, meeting_id), show, self._fail)

    def settle(self, found: FoundDanger, reason: str) -> None:
        """Says that a danger may stay, and why."""
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is not None:
            self._write(
                lambda vault: dangers.settle(vault, meeting_id, found, reason),
                lambda made: lambda vault: dangers.undo_settling(vault, made),
                "Seen, may stay.",
            )

    def reopen(self, settled_id: str) -> None:
        """Opens a danger again that was settled."""
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is not None:
            self._write(
                lambda vault: dangers.reopen(vault, meeting_id, settled_id),
                lambda made: lambda vault: dangers.settle_again(vault, made),
                "Open again.",
            )

    def withhold(self, place: Place) -> None:
        """Withholds a whole entry for what somebody absent said in private."""
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is None:
            return
        wish = Wish(RedactionAction.WITHHOLD_ENTRY, RedactionReason.THIRD_PERSON_IDENTITY, Category.QUOTATION)

        def write(vault: Vault) -> Decision:
            text = record_texts(meeting_record(vault, meeting_id)).get(place, "")
            return redact_selection(vault, meeting_id, Selection(place, 0, len(text)), wish)

        self._write(
            write, lambda made: lambda vault: undo_decision(vault, made), "The entry is withheld whole."
        )

    def report(self, entry_id: str) -> None:
        """Makes reported speech of a quotation."""
        self._write(
            lambda vault: entry_remedies.report_speech(vault, entry_id),
            lambda made: lambda vault: entry_remedies.undo_remedy(vault, made),
            "Reported speech now: no consent is needed.",
            touches_record=True,
        )

    def read_back(self, entry_id: str) -> None:
        """Says that an agreement was read back."""
        self._write(
            lambda vault: entry_remedies.mark_read_back(vault, entry_id),
            lambda made: lambda vault: entry_remedies.undo_remedy(vault, made),
            "Noted as read back in the room.",
            touches_record=True,
        )

    def show_consents(self, entry_id: str) -> None:
        """Reads a quotation with every consent to it."""
        self._office.read(
            lambda reader: read_consents(reader, entry_id), self.consents_shown.emit, self._fail
        )

    def note_consent(self, entry_id: str, given: GivenConsent) -> None:
        """Notes a consent to a quotation's exact words."""
        self._write(
            lambda vault: quote_consents.note_consent(vault, entry_id, given),
            lambda made: lambda vault: quote_consents.undo_consent(vault, made),
            "Consent noted.",
            touches_record=True,
        )

    def revoke_consent(self, entry_id: str, consent_id: str) -> None:
        """Takes a consent back for the future."""
        self._write(
            lambda vault: quote_consents.revoke_consent(vault, entry_id, consent_id),
            lambda made: lambda vault: quote_consents.undo_consent(vault, made),
            "The consent was taken back: once none holds, the words stay in the room.",
            touches_record=True,
        )

    def undo(self) -> None:
        """Takes the last act of this panel back."""
        if not self._acts:
            self._fail(KnownError(ErrorCode.NOTHING_TO_UNDO))
            return
        act = self._acts.pop()

        def done(_none: object) -> None:
            self.undone.emit()
            self._tell(touches_record=act.touches_record)

        self._office.write(act.take_back, done, self._fail)

    def _write(
        self,
        work: Callable[[Vault], T],
        back: Callable[[T], Callable[[Vault], object]],
        words: str,
        *,
        touches_record: bool = False,
    ) -> None:
        def done(made: T) -> None:
            self._acts.append(_Done(back(made), touches_record))
            self.done.emit(words)
            self._tell(touches_record=touches_record)

        self._office.write(work, done, self._fail)

    def _tell(self, *, touches_record: bool) -> None:
        if touches_record:
            self._office.record_changed.emit()
            self._office.summary_changed.emit()
        self._office.review_changed.emit()
        self._office.meeting_changed.emit()

    def _fail(self, error: KnownError) -> None:
        if error.code is not ErrorCode.CANCELLED:
            self.failed.emit(error)
            self.refresh()

    def _change_meeting(self) -> None:
        if self._office.chosen.meeting_id != self._meeting_id:
            self._meeting_id = self._office.chosen.meeting_id
            self._acts.clear()
        self.refresh()

    def _forget(self) -> None:
        self._acts.clear()
        self._reading += 1


def bind_dangers(panel: DangersPanel, sheet: ConsentSheet, presenter: DangersPresenter) -> None:
    """The only wiring between the panel, the sheet of consents and what decides for them."""
    panel.woken.connect(presenter.wake)
    panel.slept.connect(presenter.sleep)
    panel.settle_requested.connect(presenter.settle)
    panel.reopen_requested.connect(presenter.reopen)
    panel.withhold_requested.connect(presenter.withhold)
    panel.report_requested.connect(presenter.report)
    panel.read_back_requested.connect(presenter.read_back)
    panel.consent_requested.connect(presenter.show_consents)
    panel.undo_requested.connect(presenter.undo)
    sheet.note_requested.connect(presenter.note_consent)
    sheet.revoke_requested.connect(presenter.revoke_consent)
    sheet.report_requested.connect(presenter.report)
    presenter.shown.connect(panel.show_dangers)
    presenter.done.connect(panel.show_done)
    presenter.undone.connect(panel.message.forget)
    presenter.failed.connect(panel.show_failed)
    presenter.failed.connect(sheet.show_failed)
    presenter.done.connect(sheet.show_done)
    presenter.consents_shown.connect(sheet.show_sheet)
