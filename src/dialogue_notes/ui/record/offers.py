"""The quiet row under the line: what Tab would put in, and what Enter would do. Always one line of the same height."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_notes.domain.typing_line.completion import Candidate
from dialogue_notes.ui.common.chips import RuleChip
from dialogue_notes.ui.common.labels import ElidedLabel, KeyHint, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import row
from dialogue_notes.ui.record.hint import KEEPS, Hint
from dialogue_notes.ui.theme.theme import theme
from dialogue_notes.ui.theme.tokens import side_token

_SHOWN = 3
_WIDEST_NAME = 170
_HEIGHT = 22


class _Offer(QWidget):
    """One candidate: the key that takes it, its code and its name."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._colour = ""
        self._code = PlainLabel(strong=True, size=Size.SMALL)
        self._name = ElidedLabel(tone=Tone.MUTED)
        self._name.setProperty("scale", "small")
        self.setLayout(row(KeyHint(key), self._code, self._name, gap=9))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def code(self) -> str:
        """What is offered."""
        return self._code.text()

    def show_candidate(self, candidate: Candidate | None, side: int = 0) -> None:
        """Shows one, or nothing."""
        self.setVisible(candidate is not None)
        code = candidate.code if candidate else ""
        self._code.setText(code.upper() if code.isalnum() else code)
        self._name.setText(candidate.name if candidate else "")
        self._name.setMaximumWidth(theme().px(_WIDEST_NAME))
        colour = theme().tokens.named()[side_token(side)]
        if colour != self._colour:  # a style sheet costs more than everything else that a key does here
            self._colour = colour
            self._code.setStyleSheet(f"color: {colour};")


class OfferRow(QWidget):
    """Never wider than its room and never higher or lower: what does not fit is elided, and the record stays put."""

    def __init__(self) -> None:
        super().__init__()
        self._hint = Hint()
        self._picked = 0
        self._offers = [_Offer("Tab"), *(_Offer("↓") for _ in range(_SHOWN - 1))]
        self._words = ElidedLabel(KEEPS, tone=Tone.MUTED)
        self._words.setProperty("scale", "small")
        self._rule = RuleChip()
        self._rule.hide()
        line = row(*self._offers, self._rule, self._words, gap=16)
        line.setStretch(_SHOWN + 1, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)
        self._fit()

    def show_hint(self, hint: Hint) -> None:
        """Other candidates and other words."""
        if hint == self._hint and not self._picked and hint.words == self._words.text():
            return
        self._hint = hint
        self._picked = 0
        self._show()

    def show_picked(self, picked: int) -> None:
        """The arrow down chose another candidate: it stands first, those after it behind."""
        self._picked = picked
        self._show()

    def show_words(self, words: str) -> None:
        """Other words beside the candidates; empty for those of the hint."""
        self._words.setText(words or self._hint.words)

    def shown_codes(self) -> list[str]:
        """The codes of the candidates, in their order."""
        return [offer.code() for offer in self._offers if not offer.isHidden()]

    def words(self) -> str:
        """What is said beside the candidates."""
        return self._words.text()

    def _show(self) -> None:
        hint = self._hint
        count = len(hint.candidates)
        for number, offer in enumerate(self._offers):
            place = (self._picked + number) % count if number < count else 0
            there = number < count
            offer.show_candidate(hint.candidates[place] if there else None, hint.sides[place] if there else 0)
        self._words.setText(hint.words)
        self._rule.setVisible(hint.rule is not None)
        if hint.rule is not None:
            self._rule.show_rule(hint.rule)

    def _fit(self) -> None:
        self.setFixedHeight(theme().px(_HEIGHT))
        self._show()
