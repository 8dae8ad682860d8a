"""The strip below the list: why the chosen place is there, what can be done with it, each with its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from dialogue_notes.domain.codes import RedactionAction, RedactionReason
from dialogue_notes.domain.language import CATEGORY_WORDS, REASON_WORDS
from dialogue_notes.ui.common.fields import ChoiceField, LineField
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.review.key_buttons import KeyButton, KeyButtons
from dialogue_notes.ui.review.keys import KEYS
from dialogue_notes.ui.review.ladder import Ladder
from dialogue_notes.ui.review.model import OfferedWords

WORDED = frozenset({RedactionAction.GENERALISE, RedactionAction.RECAST})
"""Actions that need a wording."""


class DecisionStrip(QFrame):
    """`pressed(letter)` for a button; `worded(action, wording)` when a wording was given; `abandoned` on Esc in it."""

    pressed = Signal(str)
    worded = Signal(object, str)
    abandoned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Decide")
        self._why = PlainLabel(wraps=True)
        self._scope = PlainLabel(tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self.reason = ChoiceField("Reason", [(each.value, words) for each, words in REASON_WORDS.items()])
        self.category = ChoiceField(
            "It is a", [(each.value, words) for each, words in CATEGORY_WORDS.items()]
        )
        self.category.hide()
        self.ladder = Ladder()
        shown = [each for each in KEYS if each.button]
        self.keys = KeyButtons(KeyButton(each.deed.value, each.button, each.words) for each in shown)
        for button, each in zip(self.keys.buttons, shown, strict=True):
            button.clicked.connect(lambda _checked=False, letter=each.deed.value: self.pressed.emit(letter))
        self.ladder.given.connect(self.worded)
        self.ladder.left.connect(self.abandoned)
        choices = row(self.category, self.reason, gap=8)
        choices.setStretch(1, 1)
        self._layout = column(self._why, self._scope, self.keys, self.ladder, choices, gap=6)
        self.setLayout(self._layout)

    @property
    def wording(self) -> LineField:
        """Where the words are typed that take a thing's place."""
        return self.ladder.wording

    def show_why(self, why: str, scope: str, *, can_decide: bool) -> None:
        """Says why the place is there and what a decision would reach, and whether there is anything to decide."""
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._scope.setText(scope)
        self._scope.setVisible(bool(scope))
        self.keys.set_enabled(is_enabled=can_decide)
        self.reason.setEnabled(can_decide)

    def wanted_height(self, width: int) -> int:
        """How high it would be in such a width, were there room."""
        return self._layout.totalHeightForWidth(width)

    def why_words(self) -> str:
        """What is said of the place."""
        return f"{self._why.text()}\n{self._scope.text()}"

    def show_selection(self, *, is_selected: bool) -> None:
        """Asks what selected words are, since their label would say it ("Place 01")."""
        self.category.setVisible(is_selected)

    def show_reason(self, reason: RedactionReason) -> None:
        """Offers the reason that fits what is chosen."""
        self.reason.set_code(reason.value)

    def chosen_reason(self) -> RedactionReason:
        """The reason that a decision would carry."""
        return RedactionReason(self.reason.code())

    def want(
        self, action: RedactionAction, rungs: tuple[OfferedWords, ...], judge: Callable[[str], str]
    ) -> None:
        """Begins an action: at once, or after its wording was given in place."""
        if action in WORDED:
            self.ladder.ask(action, rungs if action is RedactionAction.GENERALISE else (), judge)
            return
        self.ladder.forget()
        self.worded.emit(action, "")

    def close_wording(self) -> bool:
        """Puts the wording away; True when it was open."""
        return self.ladder.forget()

    def forget(self) -> None:
        """Shows nothing of the vault."""
        self.show_why("", "", can_decide=False)
        self.close_wording()
