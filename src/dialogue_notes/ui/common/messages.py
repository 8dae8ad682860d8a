"""Words in place of pop-ups: what happened, what was kept, what to do; and work that takes a while.

In this module: `InlineMessage`, `BusyLine`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from dialogue_notes.errors import DialogueNotesError
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import PlainLabel, Tone, restyle
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.theme.theme import theme

SPINNER_AFTER_MS = 200
"""Nothing turns on the screen for work that is done sooner (ux.md)."""
CANCEL_AFTER_MS = 1000
"""From here on work can be stopped by hand (ux.md)."""

_ICONS = {Tone.RED: "warning", Tone.AMBER: "warning", Tone.GREEN: "check", Tone.ACCENT: "info"}


class InlineMessage(QFrame):
    """A line that appears where it matters, with an icon and perhaps one thing to do. Hidden while empty.

    `spoke` whenever it says something.
    """

    spoke = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("message")
        self._tone = Tone.ACCENT
        self._icon = PlainLabel()
        self._words = PlainLabel(wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._act: Callable[[], None] | None = None
        self._action = Button("", kind=ButtonKind.LINK)
        self._action.clicked.connect(self._do)
        self._action.hide()
        self._dismiss = Button("", kind=ButtonKind.QUIET, icon="cross", name="Dismiss this message")
        self._dismiss.clicked.connect(self.forget)
        self.setLayout(
            row(self._icon, self._words, self._action, self._dismiss, margins=(12, 6, 6, 6), gap=9)
        )
        theme().changed.connect(self._tint)
        self.hide()

    def show_error(self, error: DialogueNotesError) -> None:
        """The words of an error from the one table."""
        self.show_words(error.message, tone=Tone.RED)

    def show_words(
        self, words: str, *, tone: Tone = Tone.ACCENT, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Any words; with `action`, a link that calls `act` and hides the message."""
        self._tone = tone
        self._act = act
        self._words.setText(words)
        self.setAccessibleName(words)
        self._action.set_words(action)
        self._action.setVisible(bool(action))
        restyle(self, tone=tone.value)
        self._tint()
        self.show()
        self.spoke.emit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def words(self) -> str:
        """What is shown now; empty when nothing is."""
        return self._words.text()

    def press_action(self) -> None:
        """Does what the message offers, for a command of the same meaning (undo)."""
        if self.isVisible() and self._act is not None:
            self._do()

    def withdraw(self) -> None:
        """What was offered is no longer to be had; the words stay, and the link until it is said what there is now."""
        self._act = None

    def forget(self) -> None:
        """Hides the message and drops its words."""
        self._words.clear()
        self.setAccessibleName("")
        self._act = None
        self.hide()

    def _do(self) -> None:
        act = self._act
        if act is not None:
            self.forget()
            act()

    def _tint(self) -> None:
        colour = theme().tokens.named()[self._tone.value]
        self._icon.setPixmap(theme().pixmap(_ICONS.get(self._tone, "info"), colour))


class BusyLine(QWidget):
    """Says that work goes on: after 200 ms a bar, after a second a way to stop it (`cancelled`)."""

    cancelled = Signal()

    def __init__(self, *, can_cancel: bool = True) -> None:
        super().__init__()
        self._can_cancel = can_cancel
        self._words = PlainLabel(tone=Tone.MUTED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button("Stop", kind=ButtonKind.LINK)
        self._stop.clicked.connect(self.cancelled)
        line: QHBoxLayout = row(self._words, None, self._stop)
        self.setLayout(column(line, self._bar, gap=4))
        self._appear = QTimer(self, singleShot=True, interval=SPINNER_AFTER_MS)
        self._appear.timeout.connect(self.show)
        self._offer = QTimer(self, singleShot=True, interval=CANCEL_AFTER_MS)
        self._offer.timeout.connect(lambda: self._stop.setVisible(self._can_cancel))
        self.hide()

    def start(self, words: str) -> None:
        """Work begins; nothing is shown yet."""
        self._words.setText(words)
        self._bar.setRange(0, 1 if theme().comfort.is_still else 0)
        self._bar.setAccessibleName(words)
        self._stop.hide()
        self._appear.start()
        self._offer.start()

    def progress(self, done: int, total: int) -> None:
        """How far the work has come."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def stop(self) -> None:
        """Work has ended."""
        self._appear.stop()
        self._offer.stop()
        self.hide()
