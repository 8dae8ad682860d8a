"""Questions asked in place, above the typing line: under which rule, and who said it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.chips import RULE_TOKENS
from dialogue_notes.ui.common.labels import KeyHint, PlainLabel, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.theme.theme import theme

_RULES = tuple(GroundRule)
_FRENCH_DIGITS = "&é\"'("
"""What the keys 1 to 5 give on AZERTY without Shift."""


class Forgetful(Protocol):
    """What shows words of the vault and can drop them all."""

    def forget(self) -> None:
        """Hides itself and drops every word."""


class Prompt(QFrame):
    """A question asked in place. `left` when a person leaves it unanswered."""

    left = Signal()

    def forget(self) -> None:
        """Hides itself; one that holds words drops them too."""
        self.hide()


class LeadingBar(Prompt):
    """A bar above the line that has the keys while it is shown."""

    def take_focus(self) -> None:
        """To what in it listens to keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class RulePrompt(Prompt):
    """One key for a rule: 1 to 5, Enter for the one offered first, Esc to leave. `chosen(rule)`, `left`."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName("Ground rule of what follows")
        self._first = GroundRule.CHATHAM_HOUSE
        self._words = PlainLabel(strong=True)
        self._first_words = PlainLabel(tone=Tone.MUTED)
        self._buttons: dict[GroundRule, Button] = {}
        choices = []
        for number, rule in enumerate(_RULES, start=1):
            button = Button(RULE_WORDS[rule], kind=ButtonKind.QUIET, icon=RULE_TOKENS[rule][0])
            button.setAccessibleDescription(f"key {number}")
            button.clicked.connect(lambda _checked=False, rule=rule: self._choose(rule))
            self._buttons[rule] = button
            choices.append(row(KeyHint(str(number)), button, None, gap=2))
        self.setLayout(
            column(
                row(self._words, self._first_words, None),
                column(*choices, gap=0),
                margins=(14, 10, 14, 8),
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def ask(self, words: str, first: GroundRule) -> None:
        """Asks `words`; Enter gives `first`."""
        self._first = first
        self._words.setText(words)
        self._first_words.setText(f"Enter: {RULE_WORDS[first]} · Esc leaves it")
        self.setAccessibleName(f"{words} {self._first_words.text()}")
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self._first)
        elif text and text in "12345":
            self._choose(_RULES["12345".index(text)])
        elif text and text in _FRENCH_DIGITS:
            self._choose(_RULES[_FRENCH_DIGITS.index(text)])
        else:
            event.ignore()

    def choose_first(self) -> None:
        """As Enter."""
        self._choose(self._first)

    def _choose(self, rule: GroundRule) -> None:
        self.hide()
        self.chosen.emit(rule.value)


class CodePrompt(Prompt):
    """Who said the entries selected: a typing code and Enter. `given(text)`, `left` on Esc."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._words = PlainLabel(strong=True)
        self._wrong = PlainLabel(tone=Tone.RED)
        self.edit = QLineEdit()
        self.edit.setAccessibleName("Typing code of the speaker")
        self.edit.setDragEnabled(False)
        self.edit.setFixedWidth(theme().px(120))
        self.edit.returnPressed.connect(lambda: self.given.emit(self.edit.text()))
        self.edit.textEdited.connect(lambda _text: self._wrong.clear())
        help_words = PlainLabel("code, hk? when unsure, ? when unknown · Esc leaves it", tone=Tone.MUTED)
        self.setLayout(
            row(self._words, self.edit, self._wrong, help_words, None, margins=(14, 8, 14, 8), gap=12)
        )
        self.hide()

    def ask(self, count: int, begun: str) -> None:
        """Asks who said `count` entries; `begun` is what was typed already."""
        self._words.setText("Who said this entry?" if count == 1 else f"Who said these {count} entries?")
        self._wrong.clear()
        self.edit.setText(begun)
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.end(False)

    def show_wrong(self, words: str) -> None:
        """Says what is wrong with the code."""
        self._wrong.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def forget(self) -> None:
        """Hides it and drops what was typed."""
        self.edit.setText("")
        self._wrong.clear()
        self.hide()
