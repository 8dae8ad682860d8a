"""F4: who sits where, over the room; a click, a code or the arrow keys name the speaker."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_notes.domain.typing_codes import read_code
from dialogue_notes.domain.typing_line.layouts import readings
from dialogue_notes.services.seating import Seating
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.common.seat_picture import SeatPicture
from dialogue_notes.ui.theme.theme import theme

KEYS = "Enter names the speaker · arrow keys or a code go to somebody"
NOT_ARRANGED = "Nobody arranged it yet: shown by delegation. Meetings has the plan to arrange."
NO_CODE = "no such code"
_MARGIN = 160
"""Drawn pixels of the room that stay free above and below the sheet and in it beside the picture."""


class SeatSheet(Overlay):
    """`chosen(id)` when somebody is to be named."""

    chosen = Signal(str)

    def __init__(self, host: QWidget) -> None:
        self.picture = SeatPicture()
        self._title = PlainLabel("Seat plan", size=Size.LARGE)
        self._words = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self._typed_words = PlainLabel(strong=True, tone=Tone.ACCENT)
        self._keys = PlainLabel(KEYS, tone=Tone.MUTED, size=Size.SMALL)
        self._close = Button("Close", kind=ButtonKind.QUIET, keys="Esc")
        self._codes: dict[str, str] = {}
        self._typed = ""
        content = column(
            row(self._title, self._words, None, self._typed_words, gap=14),
            self.picture,
            row(self._keys, None, self._close),
            margins=(22, 16, 22, 12),
            gap=10,
        )
        super().__init__(host, content, name="Seat plan", width=1090)
        self._close.clicked.connect(self.close_sheet)
        self.picture.chosen.connect(self.chosen)
        self.closed.connect(self._clear)

    def show_seating(self, seating: Seating, speaker_id: str) -> None:
        """Opens on whoever speaks."""
        self._clear()
        self._codes = {who.code: who.id for who in seating.roster if who.code}
        self._words.setText("" if seating.is_arranged else NOT_ARRANGED)
        self.picture.show_seating(seating, speaker_id)
        self.open(self.picture)
        self._fit()
        self.picture.focus_on(speaker_id)

    def forget(self) -> None:
        super().forget()
        self._clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Backspace:
            self._look_for(self._typed[:-1])
        elif is_plain and text.strip() and text.isprintable():
            self._look_for(self._typed + text)
        else:
            super().keyPressEvent(event)

    def _look_for(self, typed: str) -> None:
        """Goes to whoever has that code, else to the first whose code begins so, in whatever layout it is typed."""
        exact = read_code(typed, self._codes) if typed else None
        begun = tuple(readings(typed)) if typed else ()
        first = next((who for code, who in self._codes.items() if begun and code.startswith(begun)), None)
        found = exact or first
        if typed and found is None and len(typed) > 1:
            self._look_for(typed[-1])
            return
        self._typed = typed
        self._typed_words.setText(typed if found or not typed else f"{typed}: {NO_CODE}")
        if found is not None:
            self.picture.focus_on(found)

    def _fit(self) -> None:
        """As high as the room allows: the picture has no height of its own."""
        if not self.isHidden():
            self.sheet.setFixedWidth(min(theme().px(1090), self.width() - 48))
            room = self.height() - theme().px(_MARGIN) - 68
            self.picture.setFixedHeight(max(theme().px(300), min(theme().px(620), room)))

    def _clear(self) -> None:
        self.picture.forget()
        self._codes, self._typed = {}, ""
        self._typed_words.forget()
        self._words.forget()
