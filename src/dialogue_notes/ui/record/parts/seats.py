"""The seat plan as a picture that names the speaker."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_notes.services.seating import Seating, read_seating
from dialogue_notes.ui.record.order_presenter import OrderPresenter
from dialogue_notes.ui.record.parts.part import Parts, here
from dialogue_notes.ui.record.seat_sheet import SeatSheet


def install_seats(parts: Parts, order: OrderPresenter, name: Callable[[str], None]) -> None:
    """Makes the sheet and its command; `name` names the speaker."""
    view, office = parts.view, parts.office
    sheet = SeatSheet(view)
    view.add(sheet)

    def choose(who: str) -> None:
        sheet.close_sheet()
        name(who)

    def show(seating: Seating) -> None:
        if seating.meeting_id == _meeting_in_sight(parts):  # not if the text was hidden meanwhile
            sheet.show_seating(seating, order.present_id)

    def open_or_close() -> None:
        if sheet.isVisible():
            sheet.close_sheet()
            return
        meeting_id = _meeting_in_sight(parts)
        if meeting_id:
            office.read(lambda reader: read_seating(reader, meeting_id), show, view.show_error)

    sheet.chosen.connect(choose)
    parts.commands.add(
        here("seats", "Seat plan: name the speaker by the picture", open_or_close, "F4", "Alt+S")
    )


def _meeting_in_sight(parts: Parts) -> str:
    shown = parts.desk.view
    return "" if shown is None or parts.desk.is_hidden else shown.meeting_id
