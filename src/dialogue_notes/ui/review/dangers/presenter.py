"""Decides what the panel of dangers shows, and writes what a person does about them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason
from dialogue_notes.domain.dangers.danger import FoundDanger
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.redaction import Place
from dialogue_notes.services import dangers, entry_remedies, quote_consents
from dialogue_notes.services.quote_consents import GivenConsent
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.consents.model import read_consents
from dialogue_notes.ui.review.consents.sheet import ConsentSheet
from dialogue_notes.ui.review.dangers.model import NOTHING_YET, read_dangers
from dialogue_notes.ui.review.dangers.panel import DangersPanel
from dialogue_notes.ui.review.panel_presenter import PanelPresenter


class DangersPresenter(PanelPresenter):
    """Shows a `DangersView`; `consents_shown(ConsentsShown)` on asking. Reads again when summaries change, too."""

    consents_shown = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__(office, read_dangers, NOTHING_YET)
        office.summary_changed.connect(self.refresh)

    def settle(self, found: FoundDanger, reason: str) -> None:
        """Says that a danger may stay, and why."""
        meeting_id = self.meeting_id
        if meeting_id is not None:
            self.write(
                lambda vault: dangers.settle(vault, meeting_id, found, reason),
                "Seen, may stay.",
            )

    def reopen(self, settled_id: str) -> None:
        """Opens a danger again that was settled."""
        meeting_id = self.meeting_id
        if meeting_id is not None:
            self.write(
                lambda vault: dangers.reopen(vault, meeting_id, settled_id),
                "Open again.",
            )

    def withhold(self, place: Place) -> None:
        """Withholds a whole entry for what somebody absent said in private."""
        meeting_id = self.meeting_id
        if meeting_id is None:
            return
        wish = Wish(RedactionAction.WITHHOLD_ENTRY, RedactionReason.THIRD_PERSON_IDENTITY, Category.QUOTATION)

        def write(vault: Vault) -> Decision:
            text = record_texts(meeting_record(vault, meeting_id)).get(place, "")
            return redact_selection(vault, meeting_id, Selection(place, 0, len(text)), wish)

        self.write(write, "The entry is withheld whole.")

    def report(self, entry_id: str) -> None:
        """Makes reported speech of a quotation."""
        self.write(
            lambda vault: entry_remedies.report_speech(vault, entry_id),
            "Reported speech now: no consent is needed.",
            touches_record=True,
        )

    def read_back(self, entry_id: str) -> None:
        """Says that an agreement was read back."""
        self.write(
            lambda vault: entry_remedies.mark_read_back(vault, entry_id),
            "Noted as read back in the room.",
            touches_record=True,
        )

    def show_consents(self, entry_id: str) -> None:
        """Reads a quotation with every consent to it."""
        self.office.read(lambda reader: read_consents(reader, entry_id), self.consents_shown.emit, self.fail)

    def note_consent(self, entry_id: str, given: GivenConsent) -> None:
        """Notes a consent to a quotation's exact words."""
        self.write(
            lambda vault: quote_consents.note_consent(vault, entry_id, given),
            "Consent noted.",
            touches_record=True,
        )

    def revoke_consent(self, entry_id: str, consent_id: str) -> None:
        """Takes a consent back for the future."""
        self.write(
            lambda vault: quote_consents.revoke_consent(vault, entry_id, consent_id),
            "The consent was taken back: once none holds, the words stay in the room.",
            touches_record=True,
        )


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
    panel.redo_requested.connect(presenter.redo)
    sheet.note_requested.connect(presenter.note_consent)
    sheet.revoke_requested.connect(presenter.revoke_consent)
    sheet.report_requested.connect(presenter.report)
    presenter.shown.connect(panel.show_dangers)
    presenter.done.connect(panel.show_done)
    presenter.undone.connect(panel.show_undone)
    presenter.idle.connect(panel.message.show_words)
    presenter.failed.connect(panel.show_failed)
    presenter.failed.connect(sheet.show_failed)
    presenter.done.connect(sheet.show_done)
    presenter.consents_shown.connect(sheet.show_sheet)
