"""Time in the room: the agenda as it runs, breaks, sync marks, the beginning and the end of a session."""

from __future__ import annotations

from dialogue_notes.ui.record.agenda_presenter import AgendaPresenter, RoomNotes
from dialogue_notes.ui.record.parts.part import Parts, here


def install(parts: Parts) -> None:
    """Wires the agenda panel, and adds the commands."""
    view = parts.view
    notes = RoomNotes(parts.office, parts.desk, parts.record)
    agenda = AgendaPresenter(parts.office, parts.desk, notes)
    for each in (notes, agenda):
        each.setParent(view)
    notes.failed.connect(view.show_error)
    agenda.times_shown.connect(view.agenda.show_times)
    parts.commands.add(
        here("break", "A break begins, or ends", notes.switch_break, "F5", "Alt+G"),
        here("sync", "Sync mark: another rapporteur marks this moment too", notes.mark_sync, "F3", "Alt+Y"),
        here("begin_session", "Session begins now", notes.begin),
        here("end_session", "End this session", notes.end),
        here("reopen_session", "Open this session again", notes.reopen),
    )
