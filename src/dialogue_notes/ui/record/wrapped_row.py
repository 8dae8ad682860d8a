"""Buttons side by side, on as many lines as they need, others every now and then."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.common.flow import Flow


class WrappedRow(Flow):
    """As high as its lines, whatever its width; Tab goes from button to button in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[Button] = []

    def show_buttons(self, buttons: Iterable[Button]) -> None:
        """These, in place of those before."""
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = list(buttons)
        self.hold(self._buttons)
        for button in self._buttons:
            button.show()
        self.place()
