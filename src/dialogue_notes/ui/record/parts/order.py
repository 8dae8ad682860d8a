"""The order of speakers: their keys, the strip over the line, and interpreted speech."""

from __future__ import annotations

from dialogue_notes.ui.record.digit_keys import DigitKeys
from dialogue_notes.ui.record.order_presenter import OrderPresenter
from dialogue_notes.ui.record.parts.part import Parts, here
from dialogue_notes.ui.record.parts.seats import install_seats
from dialogue_notes.ui.record.speaker_bar import SpeakerBar


def install(parts: Parts) -> None:
    """Wires the keys and the strip, and adds the commands."""
    view, edit = parts.view, parts.view.area.edit
    presenter = OrderPresenter(parts.office, parts.desk, parts.record)
    presenter.setParent(view)
    bar, keys = SpeakerBar(), DigitKeys(view)
    view.area.add_above(bar)
    view.add(bar)
    edit.installEventFilter(keys)
    view.installEventFilter(keys)
    presenter.shown.connect(bar.show_order)
    presenter.line_set.connect(edit.expand_line)
    presenter.line_set.connect(parts.record.line_typed)
    presenter.attribution_wanted.connect(parts.changes.reattribute)
    presenter.failed.connect(view.show_error)

    hands = _Hands(parts, presenter)
    keys.pressed.connect(hands.press)
    bar.wanted.connect(hands.name)
    view.roster.person_requested.connect(hands.name_by_mouse)
    parts.commands.add(
        here("before_speaker", "Back to the speaker before, and forth again", hands.go_back, "F8", "Alt+X"),
        here("interpreted", "Heard through an interpreter, or not any more", hands.interpret, "Alt+T"),
    )
    install_seats(parts, presenter, hands.name)


class _Hands:
    """What keys and clicks do, once what an input method composes is in the line. In the record it is about the
    entries selected there.
    """

    def __init__(self, parts: Parts, presenter: OrderPresenter) -> None:
        self._view = parts.view
        self._presenter = presenter

    def name(self, who: str) -> None:
        self._settle()
        self._presenter.name(who, self._selected())

    def name_by_mouse(self, who: str) -> None:
        self.name(who)
        if not self._selected():
            self._view.take_focus()

    def press(self, digit: int) -> None:
        self._settle()
        self._presenter.name_by_digit(digit, self._selected())

    def go_back(self) -> None:
        self._settle()
        self._presenter.go_back()

    def interpret(self) -> None:
        self._settle()
        self._presenter.toggle_interpreted(self._selected())

    def _settle(self) -> None:
        self._view.area.edit.finish_composing()

    def _selected(self) -> tuple[str, ...]:
        records = self._view.list
        return records.selected_ids() if records.hasFocus() else ()
