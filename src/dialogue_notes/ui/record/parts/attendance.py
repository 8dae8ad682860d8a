"""Who is here: the sheet, the panel's words, and the entries they make."""

from __future__ import annotations

from dialogue_notes.errors import KnownError
from dialogue_notes.ui.record.agenda_presenter import RoomNotes
from dialogue_notes.ui.record.attendance_presenter import AttendancePresenter, WhoIsHere
from dialogue_notes.ui.record.parts.part import Parts, here
from dialogue_notes.ui.record.who_sheet import WhoSheet


def install(parts: Parts) -> None:
    """Wires the sheet and the roster panel, and adds the command."""
    view = parts.view
    notes = RoomNotes(parts.office, parts.desk, parts.record)
    presenter = AttendancePresenter(parts.office, parts.desk, notes)
    sheet = WhoSheet(view)
    for each in (notes, presenter):
        each.setParent(view)
    view.add(sheet)

    def show(who: WhoIsHere) -> None:
        view.roster.show_attendance(who.people)
        sheet.show_people(who.people, who.sides, who.delegations)

    def show_error(error: KnownError) -> None:
        message = sheet.message if sheet.isVisible() else view.message
        message.show_error(error)

    # An undo below the open sheet is seen at once; beside the record when other rooms hear of it.
    parts.desk.rows_changed.connect(lambda: presenter.read() if sheet.isVisible() else None)
    presenter.shown.connect(show)
    presenter.told_asked.connect(sheet.ask_told)
    presenter.done.connect(sheet.clear_clock)
    presenter.failed.connect(show_error)
    notes.failed.connect(show_error)
    parts.rules.hidden.connect(lambda is_hidden: presenter.note_unanswered() if is_hidden else None)
    # Written before hands are off, when nothing is noted any more.
    parts.rules.hands_off_shown.connect(lambda since: presenter.note_unanswered() if since else None)
    sheet.acted.connect(presenter.act)
    sheet.deputy_given.connect(presenter.send_deputy)
    sheet.walk_in_given.connect(presenter.walk_in)
    sheet.told_answered.connect(presenter.answer_told)

    def open_sheet() -> None:
        if parts.desk.view is not None and not parts.desk.is_hidden:
            presenter.read()
            sheet.show_sheet()

    parts.commands.add(here("attendance", "Who is here", open_sheet, "F2", "Alt+W"))
