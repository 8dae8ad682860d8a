"""The window for what nobody expected: what happened, what is safe, where in the code it arose; no content."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLayout, QSizePolicy, QWidget

from dialogue_notes.errors import DialogueNotesError
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, panel, row
from dialogue_notes.ui.theme.theme import theme

TITLE = "dialogue-notes"
HAPPENED = "Something went wrong inside the program"
SAFE = "Every entry that was saved is whole."
SAVING = "What was half typed is being saved …"
SAVED = "What was half typed is saved too."
NOTHING_OPEN = "No vault is open, so there was nothing to lose."
REPORT = (
    "This is a fault of the program. Whoever mends it needs the lines below; "
    "they hold places in the code and no word of your notes."
)
GO_ON_OPEN, GO_ON_LOCKED, QUIT = "Lock and go on", "Go on", "Quit"


class CrashWindow(QDialog):
    """Lies over the main window until a person decides. Esc, closing it and the lock key mean `go_on_requested`."""

    go_on_requested = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAccessibleName(HAPPENED)
        self._state = PlainLabel(wraps=True)
        self._trouble = PlainLabel(tone=Tone.RED, wraps=True)
        self._places = PlainLabel(size=Size.SMALL, wraps=True)
        self._places.setAccessibleName("Where in the code")
        self._places.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._go_on = Button(GO_ON_OPEN, kind=ButtonKind.PRIMARY)
        self._quit = Button(QUIT)
        self._go_on.clicked.connect(self.reject)
        self._quit.clicked.connect(self._leave)
        self._lay_out()
        theme().changed.connect(self._fit)

    def show_bug(self, places: str, *, is_open: bool) -> None:
        """Opens it. `places` is what `lockdown.traces.describe` tells; `is_open` says whether a vault is."""
        self._places.setText(places)
        self._trouble.hide()
        self._go_on.set_words(GO_ON_OPEN if is_open else GO_ON_LOCKED)
        self._say(f"{SAFE} {SAVING}" if is_open else NOTHING_OPEN)
        self._fit()
        self.show()
        self.activateWindow()
        self._go_on.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def show_saved(self) -> None:
        """What was half typed has reached the disk."""
        if self._trouble.isHidden():
            self._say(f"{SAFE} {SAVED}")

    def show_error(self, error: DialogueNotesError) -> None:
        """Something known went wrong on top of it: the disk may be full."""
        if self.isHidden():
            return
        self._say(SAFE)
        self._trouble.setText(error.message)
        self._trouble.show()
        self._fit()

    def reject(self) -> None:
        """Esc, the lock key and the safe button."""
        super().reject()
        self.go_on_requested.emit()

    def _leave(self) -> None:
        super().accept()
        self.quit_requested.emit()

    def _say(self, words: str) -> None:
        self._state.setText(words)
        self.setAccessibleDescription(words)

    def _fit(self) -> None:
        """As wide as drawn, and as high as the words then need."""
        width = theme().px(560)
        self.resize(width, self._page.totalHeightForWidth(width))

    def _lay_out(self) -> None:
        where = column(CapsLabel("Where in the code"), self._places, margins=(14, 12, 14, 14), gap=6)
        self._page = column(
            PlainLabel(HAPPENED, size=Size.LARGE, wraps=True),
            self._state,
            self._trouble,
            PlainLabel(REPORT, tone=Tone.MUTED, wraps=True),
            panel(where, "panel"),
            row(None, self._quit, self._go_on, gap=10),
            margins=(24, 22, 24, 20),
            gap=12,
        )
        self._page.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(self._page)
