"""Questions asked in place, above the typing line: under which rule, and who said it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.chips import RULE_TOKENS
from dialogue_notes.ui.common.labels import ElidedLabel, KeyHint, PlainLabel, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.theme.theme import theme

_RULES = tuple(GroundRule)
_FRENCH_DIGITS = "&é\"'("
"""What the keys 1 to 5 give on AZERTY without Shift."""


class Prompt(QFrame):
    """A question asked in place: hidden until it is asked. `left` when a person leaves it unanswered, with Esc."""

    left = Signal()

    def __init__(self, look: str = "card") -> None:
        super().__init__()
        self.setObjectName(look)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Without an answer."""
        self.forget()
        self.left.emit()

    def forget(self) -> None:
        """Hides itself; one that holds words drops them too."""
        self.hide()


class LinePrompt(Prompt):
    """A question answered in one line. `given(text)` on Enter; it stays, for the answer may be refused."""

    given = Signal(str)

    def __init__(self, name: str, help_words: str, *, width: int, lead: str = "") -> None:
        """`name` says to a screen reader what is typed, in `width` drawn pixels; `lead` stands before the question."""
        super().__init__()
        self._width = width
        self._words = ElidedLabel(strong=True)
        self._wrong = PlainLabel(tone=Tone.RED)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setDragEnabled(False)
        self.edit.returnPressed.connect(lambda: self.given.emit(self.edit.text()))
        self.edit.textEdited.connect(lambda _text: self._wrong.clear())
        help_line = ElidedLabel(help_words, tone=Tone.MUTED)
        leads = [PlainLabel(lead)] if lead else []
        line = row(*leads, self._words, self.edit, self._wrong, help_line, margins=(14, 8, 14, 8), gap=12)
        line.setStretch(line.count() - 1, 1)
        self.setLayout(line)
        theme().changed.connect(self._measure)
        self._measure()

    def open(self, words: str, begun: str, *, is_typed_over: bool = True) -> None:
        """Asks `words`; `begun` stands there, to be typed over or gone on with."""
        self._words.setText(words)
        self._wrong.clear()
        self.edit.setText(begun)
        self.edit.setAccessibleDescription(words)
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_typed_over:
            self.edit.selectAll()
        else:
            self.edit.end(False)

    def show_wrong(self, words: str) -> None:
        """Says what is wrong with the answer."""
        self._wrong.setText(words)

    def forget(self) -> None:
        """Hides it and drops every word."""
        self._words.setText("")
        self._words.setToolTip("")
        self._wrong.clear()
        self.edit.setText("")
        self.edit.setAccessibleDescription("")
        self.hide()

    def _measure(self) -> None:
        self.edit.setFixedWidth(theme().px(self._width))


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
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self._first)
        elif text and text in "12345":
            self._choose(_RULES["12345".index(text)])
        elif text and text in _FRENCH_DIGITS:
            self._choose(_RULES[_FRENCH_DIGITS.index(text)])
        else:
            super().keyPressEvent(event)

    def choose_first(self) -> None:
        """As Enter."""
        self._choose(self._first)

    def _choose(self, rule: GroundRule) -> None:
        self.hide()
        self.chosen.emit(rule.value)


class CodePrompt(LinePrompt):
    """Who said the entries selected: a typing code and Enter."""

    def __init__(self) -> None:
        help_words = "code, hk? when unsure, ? when unknown · Esc leaves it"
        super().__init__("Typing code of the speaker", help_words, width=120)

    def ask(self, count: int, begun: str) -> None:
        """Asks who said `count` entries; `begun` is what was typed already."""
        words = "Who said this entry?" if count == 1 else f"Who said these {count} entries?"
        self.open(words, begun, is_typed_over=False)
