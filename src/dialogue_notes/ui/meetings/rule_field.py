"""The choice of a ground rule, with the rule in force beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.ui.common.chips import RULE_TOKENS
from dialogue_notes.ui.common.fields import ChoiceField
from dialogue_notes.ui.common.layout import column
from dialogue_notes.ui.meetings.reason_line import ReasonLine
from dialogue_notes.ui.theme.theme import theme

INHERITED = ""
"""The code of "as the dialogue has it"."""


class RuleField(QWidget):
    """`chosen(code)`: a rule's code, or `INHERITED`. `reason` asks why, when whoever decides wants to know."""

    chosen = Signal(str)

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._inherited = GroundRule.CHATHAM_HOUSE
        self._rule: GroundRule | None = None
        self._whose = ""
        self._field = ChoiceField(caption, ())
        self.reason = ReasonLine()
        self.setLayout(column(self._field, self.reason, gap=6))
        self.setFocusProxy(self._field)
        self._field.chosen.connect(self.chosen)
        self.reason.cancelled.connect(self._restore)
        theme().changed.connect(self._fill)

    def show_rule(self, rule: GroundRule | None, inherited: GroundRule, whose: str) -> None:
        """Shows the rule that is set, or that it follows `whose` ("the dialogue"), which is `inherited`."""
        self._rule, self._inherited, self._whose = rule, inherited, whose
        self.reason.forget()
        self._fill()

    def forget(self) -> None:
        """Nothing of a meeting stays."""
        self.reason.forget()

    def _fill(self) -> None:
        follows = f"As {self._whose}: {RULE_WORDS[self._inherited]}" if self._whose else ""
        choices = [(rule.value, RULE_WORDS[rule]) for rule in GroundRule]
        self._field.set_choices([(INHERITED, follows), *choices] if follows else choices)
        for place in range(self._field.box.count()):
            code = str(self._field.box.itemData(place))
            icon, ink, _soft = RULE_TOKENS[GroundRule(code) if code else self._inherited]
            self._field.box.setItemIcon(place, theme().icon(icon, theme().tokens.named()[ink], 14))
        self._restore()

    def _restore(self) -> None:
        rule = self._rule
        self._field.set_code(rule.value if rule else (INHERITED if self._whose else self._inherited.value))
