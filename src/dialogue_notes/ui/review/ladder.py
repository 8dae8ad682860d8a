"""The wording that takes a thing's place: a ladder of rungs to take, or words of one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from dialogue_notes.domain.codes import RedactionAction
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import clear_layout, column, row
from dialogue_notes.ui.review.model import OfferedWords
from dialogue_notes.ui.theme.theme import theme

_WITH_LADDER = "Enter takes it · ↑ ↓ along the ladder · Esc leaves it"
_WITHOUT = "Enter takes it · Esc leaves it"
_BESIDE = 560
"""Drawn pixels from which on what is said of a rung stands beside it, not below."""
MOST = 6
"""So many rungs are shown; the field walks through all of them."""


class Ladder(QFrame):
    """Hidden until it is asked. `given(action, wording)` on Enter; up and down walk along the rungs; `left` on Esc;
    `closed` after both. `typed(wording)` asks for what the words still tell (`show_told`); `grown` as other things are
    said of them, which may need another line.
    """

    given = Signal(object, str)
    left = Signal()
    closed = Signal()
    typed = Signal(str)
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("In these words")
        self.wording = LineField("In these words")
        self._help = PlainLabel(tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self._says = PlainLabel(tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self._told = PlainLabel(tone=Tone.AMBER, size=Size.SMALL, wraps=True)
        self._told.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._rungs: tuple[OfferedWords, ...] = ()
        self._at = 0
        self._wanted: RedactionAction | None = None
        self._judge: Callable[[str], str] = _silent
        self.setLayout(column(self._lines, self.wording, self._help, self._says, self._told, gap=4))
        self.wording.edit.returnPressed.connect(self._take)
        self.wording.changed.connect(self._say)
        self.wording.edit.installEventFilter(self)
        self.hide()

    @property
    def wanted(self) -> RedactionAction | None:
        """What the wording is asked for; None when it is not."""
        return self._wanted

    def ask(
        self, action: RedactionAction, rungs: tuple[OfferedWords, ...], judge: Callable[[str], str]
    ) -> None:
        """Asks for a wording; `judge` says in words what is known of one."""
        self._wanted, self._rungs, self._judge, self._at = action, rungs, judge, 0
        self._show_rungs()
        self._help.setText(_WITH_LADDER if rungs else _WITHOUT)
        self.wording.edit.setAccessibleDescription(self._help.text())
        self.wording.set_text(rungs[0].words if rungs else "")
        self.show()
        self.wording.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wording.edit.selectAll()
        self._say(self.wording.text())

    def says(self) -> str:
        """What is said of the wording as it stands."""
        return self._says.text()

    def show_told(self, wording: str, words: str) -> None:
        """What a wording still tells, unless another one is typed by now."""
        if wording == self.wording.text().strip() and words != self._told.text():
            self._told.setText(words)
            self._told.setVisible(bool(words))
            self.grown.emit()

    def told(self) -> str:
        """What the wording is said to tell."""
        return self._told.text()

    def forget(self) -> bool:
        """Puts it away with every word; True when it was open."""
        was_open = self._wanted is not None
        self._wanted, self._rungs, self._judge = None, (), _silent
        clear_layout(self._lines)
        self.wording.forget()
        self._says.forget()
        self._told.forget()
        self._told.hide()
        self.hide()
        if was_open:
            self.closed.emit()
        return was_open

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self._rungs:
                self._walk(step)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.forget()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _show_rungs(self) -> None:
        clear_layout(self._lines)
        around = self.parentWidget()
        is_wide = around is None or around.width() >= theme().px(_BESIDE)
        for number, rung in enumerate(self._rungs[:MOST]):
            button = _Rung(rung.words, kind=ButtonKind.LINK, name=f"{rung.words} · {rung.says}")
            button.clicked.connect(lambda _checked=False, number=number: self._put(number))
            says = PlainLabel(rung.says, tone=Tone.MUTED, wraps=True)
            line = row(button, says, gap=10) if is_wide else column(button, says, gap=0)
            line.setStretch(1, 1)
            self._lines.addLayout(line)

    def _walk(self, step: int) -> None:
        self._put((self._at + step) % len(self._rungs))

    def _put(self, number: int) -> None:
        self._at = number
        self.wording.set_text(self._rungs[number].words)
        self.wording.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wording.edit.selectAll()
        self._say(self.wording.text())

    def _say(self, wording: str) -> None:
        says = self._judge(wording.strip()) if wording.strip() else ""
        if says != self._says.text():
            self._says.setText(says)
            self.grown.emit()
        self.show_told(wording.strip(), "")
        self.typed.emit(wording.strip())

    def _take(self) -> None:
        wording, action = self.wording.text(), self._wanted
        if not wording or action is None:
            self.wording.show_wrong("Type the words that may stand there.")
            return
        self.forget()
        self.given.emit(action, wording)


class _Rung(Button):
    """Words to take; where there is no room for them beside what is said of them, they give way, not the page."""

    def __init__(self, words: str, *, kind: ButtonKind, name: str) -> None:
        super().__init__(words, kind=kind, name=name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), super().minimumSizeHint().height())


def _silent(_wording: str) -> str:
    return ""
