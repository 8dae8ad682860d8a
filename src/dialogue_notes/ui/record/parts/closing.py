"""The chairs' closing text: a larger field above the line."""

from __future__ import annotations

from dialogue_notes.ui.record.agenda_presenter import RoomNotes
from dialogue_notes.ui.record.closing_presenter import ClosingPresenter
from dialogue_notes.ui.record.closing_prompt import ClosingPrompt
from dialogue_notes.ui.record.parts.part import Parts, here


def install(parts: Parts) -> None:
    """Wires the field, and adds the command."""
    view = parts.view
    notes = RoomNotes(parts.office, parts.desk, parts.record)
    presenter = ClosingPresenter(parts.office, parts.desk, notes)
    prompt = ClosingPrompt()
    for each in (notes, presenter):
        each.setParent(view)
    view.add(prompt)
    notes.failed.connect(view.show_error)
    presenter.failed.connect(view.show_error)
    presenter.opened.connect(prompt.show_text)
    presenter.closed.connect(prompt.close_field)
    parts.rules.hands_off_shown.connect(lambda since: prompt.close_field() if since else None)
    prompt.typed.connect(presenter.typed)
    prompt.kept.connect(presenter.keep)
    prompt.put_aside.connect(presenter.put_aside)
    parts.commands.add(here("closing", "Closing text of the chairs", presenter.open))
