"""The ground rule as it stands everywhere: icon, word and colour together.

In this module: `RuleChip`, `Chip`.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.ui.common.labels import PlainLabel, restyle
from dialogue_notes.ui.common.layout import row
from dialogue_notes.ui.theme.theme import theme


class Chip(QFrame):
    """Icon and words on a soft ground; colours are names of tokens (`"amber"`, `"amber_soft"`)."""

    def __init__(self, icon: str = "", words: str = "", ink: str = "muted", soft: str = "panel") -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._icon_label = PlainLabel()
        self._words = PlainLabel(strong=True)
        self.setLayout(row(self._icon_label, self._words, margins=(9, 3, 10, 4), gap=6))
        self._icon, self._ink, self._soft = icon, ink, soft
        self.show_words(words)
        theme().changed.connect(self._paint)

    def show_words(self, words: str) -> None:
        """Other words."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._paint()

    def show_look(self, icon: str, words: str, ink: str, soft: str) -> None:
        """Another look."""
        self._icon, self._ink, self._soft = icon, ink, soft
        self.show_words(words)

    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def _paint(self) -> None:
        restyle(self, soft=self._soft)
        restyle(self._words, tone=self._ink)
        if self._icon:
            self._icon_label.setPixmap(theme().pixmap(self._icon, theme().tokens.named()[self._ink], 14))
        self._icon_label.setVisible(bool(self._icon))


RULE_TOKENS: dict[GroundRule, tuple[str, str, str]] = {
    GroundRule.ON_RECORD: ("rule-on-record", "ink", "panel"),
    GroundRule.NOT_FOR_ATTRIBUTION: ("rule-not-for-attribution", "blue", "blue_soft"),
    GroundRule.CHATHAM_HOUSE: ("rule-chatham-house", "amber", "amber_soft"),
    GroundRule.OFF_RECORD: ("rule-off-record", "red", "red_soft"),
    GroundRule.NOT_FOR_REPORT: ("rule-not-for-report", "red", "red_soft"),
}
"""Icon, ink and soft ground of each rule, by name."""


class RuleChip(Chip):
    """A ground rule."""

    def __init__(self, rule: GroundRule = GroundRule.CHATHAM_HOUSE) -> None:
        super().__init__()
        self.show_rule(rule)

    def show_rule(self, rule: GroundRule) -> None:
        """Shows `rule`; a screen reader hears what it is."""
        icon, ink, soft = RULE_TOKENS[rule]
        self.show_look(icon, RULE_WORDS[rule], ink, soft)
        self.setAccessibleName(f"Ground rule: {RULE_WORDS[rule]}")
