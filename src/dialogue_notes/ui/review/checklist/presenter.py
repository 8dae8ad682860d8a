"""Decides what the checklist shows, and writes the answers."""

from __future__ import annotations

from dialogue_notes.domain.dangers.checklist import ChecklistItem
from dialogue_notes.services import checklist
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.checklist.model import NO_CHECKLIST, read_checklist
from dialogue_notes.ui.review.checklist.panel import ChecklistPanel
from dialogue_notes.ui.review.panel_presenter import PanelPresenter


class ChecklistPresenter(PanelPresenter):
    """Shows a `ChecklistView`."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, read_checklist, NO_CHECKLIST)

    def answer(self, item: ChecklistItem, rests_on: str, is_yes: bool, note: str) -> None:
        """Answers a question for the record that the person saw."""
        meeting_id = self.meeting_id
        if meeting_id is not None:
            self.write(
                lambda vault: checklist.answer(vault, meeting_id, item, rests_on, is_yes=is_yes, note=note),
                "Answered: yes." if is_yes else "Answered: no.",
            )


def bind_checklist(panel: ChecklistPanel, presenter: ChecklistPresenter) -> None:
    """The only wiring between the panel and what decides for it."""
    panel.woken.connect(presenter.wake)
    panel.slept.connect(presenter.sleep)
    panel.answer_requested.connect(presenter.answer)
    panel.undo_requested.connect(presenter.undo)
    panel.redo_requested.connect(presenter.redo)
    presenter.shown.connect(panel.show_checklist)
    presenter.done.connect(panel.show_done)
    presenter.undone.connect(panel.show_undone)
    presenter.idle.connect(panel.message.show_words)
    presenter.failed.connect(panel.show_failed)
