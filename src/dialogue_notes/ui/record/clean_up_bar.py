"""The bar of the clean-up, below the entry it is about: why it needs a look, and what each key does."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QProgressBar

from dialogue_notes.domain.typing_line.layouts import readings
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, panel, row
from dialogue_notes.ui.common.positions import shown_text
from dialogue_notes.ui.common.reading import ReadingPane
from dialogue_notes.ui.record.clean_up_keys import ENTER, LEAVE, UNDO, UNDO_TYPING, CleanUpAction
from dialogue_notes.ui.record.prompts import LeadingBar
from dialogue_notes.ui.record.wrapped_row import WrappedRow
from dialogue_notes.ui.theme.theme import theme

_PANE_HEIGHT = 66


@dataclass(frozen=True, slots=True)
class CleanUpShown:
    """One item as the bar shows it. `field_name` asks for something typed; `text` stands there already. `raw` and
    `proposal` are shown side by side where there is a proposal.
    """

    progress: str
    done: int
    total: int
    reason: str = field(repr=False)
    actions: tuple[CleanUpAction, ...] = ()
    field_name: str = ""
    text: str = field(default="", repr=False)
    raw: str = field(default="", repr=False)
    proposal: str = field(default="", repr=False)


class CleanUpBar(LeadingBar):
    """`acted(key)` for a key of an item, `given(text)` for what was typed, `stepped(1 or -1)` on the arrow keys,
    `left` on Esc.
    """

    acted = Signal(str)
    given = Signal(str)
    stepped = Signal(int)
    edit_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Clean-up")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: CleanUpShown | None = None
        self._buttons_of: tuple[CleanUpAction, ...] = ()
        self._progress = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Clean-up done")
        self.reason = PlainLabel(strong=True, wraps=True)
        self.wrong = PlainLabel(tone=Tone.RED)
        self.edit = _Line(self)
        self.raw, self.proposal = ReadingPane("As it was typed"), ReadingPane("As prose")
        sides = row(
            column(PlainLabel("As typed", tone=Tone.MUTED, size=Size.SMALL), self.raw, gap=2),
            column(PlainLabel("As prose", tone=Tone.MUTED, size=Size.SMALL), self.proposal, gap=2),
            gap=18,
        )
        self._sides = panel(sides)
        self._actions = WrappedRow()
        steps = PlainLabel("← →", tone=Tone.MUTED, size=Size.SMALL)
        steps.setAccessibleName("arrow keys: the one before, the next one")
        top = row(CapsLabel("Clean-up"), self._progress, steps, self._bar, gap=12)
        top.setStretch(3, 1)
        typed = row(self.edit, self.wrong, gap=12)
        typed.setStretch(0, 1)
        self._typed = panel(typed)
        self.setLayout(
            column(top, self.reason, self._sides, self._typed, self._actions, margins=(14, 9, 14, 9), gap=7)
        )
        theme().changed.connect(self._fit)
        self._fit()

    def show_item(self, shown: CleanUpShown) -> None:
        """Shows an item and takes the focus, to the field where something is to be typed."""
        self._shown = shown
        self._progress.setText(shown.progress)
        self._bar.setRange(0, max(1, shown.total))
        self._bar.setValue(shown.done)
        self.reason.setText(shown.reason)
        self.wrong.clear()
        self._sides.setVisible(bool(shown.proposal))
        for pane, text in ((self.raw, shown.raw), (self.proposal, shown.proposal)):
            pane.forget()
            pane.end().insertText(shown_text(text), pane.character_format())
        self._show_field(shown)
        self._show_actions(shown)
        words = f"{shown.progress}. {shown.reason}"
        self.setAccessibleDescription(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.take_focus()

    def take_focus(self) -> None:
        """To the field, or to the bar itself, which listens to its keys."""
        (self.edit if self._typed.isVisibleTo(self) else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_wrong(self, words: str) -> None:
        """Says what is wrong with what was typed."""
        self.wrong.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown, key = self._shown, event.key()
        if shown is None:
            event.ignore()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.acted.emit(ENTER)
        elif found := _key_of(event, shown.actions):
            self.acted.emit(found)
        else:
            event.ignore()

    def forget(self) -> None:
        """Hides it and drops every word."""
        self._shown = None
        for label in (self._progress, self.reason, self.wrong):
            label.clear()
        self.setAccessibleDescription("")
        self.edit.setText("")
        self.raw.forget()
        self.proposal.forget()
        self._buttons_of = ()
        self._actions.show_buttons(())
        self.hide()

    def _show_field(self, shown: CleanUpShown) -> None:
        self._typed.setVisible(bool(shown.field_name))
        self.edit.setAccessibleName(shown.field_name)
        self.edit.setPlaceholderText(shown.field_name)
        self.edit.setText(shown.text)

    def _show_actions(self, shown: CleanUpShown) -> None:
        if shown.actions == self._buttons_of:  # making buttons is what a next item would take longest for
            return
        self._buttons_of = shown.actions
        self._actions.show_buttons(map(self._button, shown.actions))

    def _button(self, action: CleanUpAction) -> Button:
        button = Button(action.words, kind=ButtonKind.QUIET, keys=action.key)
        button.clicked.connect(lambda: self._press(action.key))
        return button

    def _press(self, key: str) -> None:
        if key == LEAVE:
            self.left.emit()
        elif key == UNDO_TYPING:
            self.acted.emit(UNDO)
        elif key == ENTER and self._typed.isVisibleTo(self):
            self.given.emit(self.edit.text())
        else:
            self.acted.emit(key)

    def _fit(self) -> None:
        for pane in (self.raw, self.proposal):
            pane.setFixedHeight(theme().px(_PANE_HEIGHT))


class _Line(QLineEdit):
    """What is typed for an item. While it is empty, arrow keys step from item to item."""

    def __init__(self, bar: CleanUpBar) -> None:
        super().__init__()
        self._bar = bar
        self.setAccessibleName("What is typed for this entry")
        self.setProperty("face", "record")
        self.setDragEnabled(False)
        self.setMaxLength(10_000_000)
        self.textEdited.connect(lambda _text: bar.wrong.clear())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._bar.edit_left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:  # Qt's own would hand it on to the bar
            self._bar.given.emit(self.text())
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self._bar.acted.emit(UNDO)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and not self.text():
            self._bar.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)


def _key_of(event: QKeyEvent, actions: tuple[CleanUpAction, ...]) -> str:
    """The action's key that was pressed, whatever the keyboard layout."""
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return ""
    text = event.text().strip()
    pressed = (text.lower(),) if text.isascii() else readings(text)  # A and Q are never taken for each other
    return next((action.key for action in actions if action.key.lower() in pressed), "")
