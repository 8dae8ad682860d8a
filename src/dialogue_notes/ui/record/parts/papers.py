"""Papers: handed out with a key, and the list of those that went round."""

from __future__ import annotations

from dialogue_notes.errors import KnownError
from dialogue_notes.ui.record.agenda_presenter import RoomNotes
from dialogue_notes.ui.record.paper_views import PaperPrompt, PapersSheet
from dialogue_notes.ui.record.papers_presenter import PapersPresenter
from dialogue_notes.ui.record.parts.part import Parts, here


def install(parts: Parts) -> None:
    """Wires the question and the list, and adds the commands."""
    view = parts.view
    notes = RoomNotes(parts.office, parts.desk, parts.record)
    presenter = PapersPresenter(parts.office, parts.desk, notes)
    prompt, sheet = PaperPrompt(), PapersSheet(view)
    for each in (notes, presenter):
        each.setParent(view)
    view.add(prompt)
    view.add(sheet)

    def noted() -> None:
        if prompt.isVisible():
            prompt.forget()
            view.take_focus()

    def show_error(error: KnownError) -> None:
        message = sheet.message if sheet.isVisible() else view.message
        message.show_error(error)

    notes.failed.connect(show_error)
    presenter.failed.connect(show_error)
    presenter.shown.connect(sheet.show_papers)
    presenter.noted.connect(noted)
    prompt.given.connect(presenter.hand_out)
    sheet.collected.connect(presenter.collect)
    sheet.terms_set.connect(presenter.set_terms)
    _add_commands(parts, presenter, prompt, sheet)


def _add_commands(parts: Parts, presenter: PapersPresenter, prompt: PaperPrompt, sheet: PapersSheet) -> None:
    def ask() -> None:
        if presenter.may_write():
            sheet.close_sheet()
            prompt.ask()

    def open_sheet() -> None:
        if parts.desk.view is not None and not parts.desk.is_hidden:
            presenter.read()
            sheet.show_sheet()

    sheet.new_requested.connect(ask)
    parts.commands.add(
        here("paper", "Paper handed out", ask, "Alt+H"),
        here("papers", "Papers: kept, collected, citable", open_sheet),
    )
