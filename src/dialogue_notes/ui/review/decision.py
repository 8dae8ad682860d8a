"""The strip below the texts: why the chosen place is there, what can be done with it, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from dialogue_notes.domain.codes import RedactionAction, RedactionReason
from dialogue_notes.domain.language import CATEGORY_WORDS, REASON_WORDS
from dialogue_notes.ui.common.fields import ChoiceField, LineField
from dialogue_notes.ui.common.layout import column, panel, row
from dialogue_notes.ui.review.key_buttons import Detail, KeyButton, KeyButtons
from dialogue_notes.ui.review.keys import KEYS, Deed
from dialogue_notes.ui.review.ladder import Ladder
from dialogue_notes.ui.review.model import OfferedWords
from dialogue_notes.ui.review.said import Said
from dialogue_notes.ui.theme.theme import theme

WORDED = frozenset({RedactionAction.GENERALISE, RedactionAction.RECAST})
"""Actions that need a wording."""
_OFFERED = tuple(each for each in KEYS if each.button)
_MOST_USED = 7
"""Keys that stay in the strip where there is room for no more: those that decide."""
_SIDE_BY_SIDE = 560
"""Drawn pixels from which on the reason stands beside the words."""


class DecisionStrip(QFrame):
    """`pressed(letter)` for a button; `worded(action, wording)` when a wording was given; `abandoned` on Esc in it,
    `closed` after both; `grown` while a wording is typed of which other things are said.
    """

    pressed = Signal(str)
    worded = Signal(object, str)
    abandoned = Signal()
    closed = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review-strip")
        self.setAccessibleName("Decide")
        self._said = Said()
        self._is_measured = False
        self.reason = ChoiceField("Reason", [(each.value, words) for each, words in REASON_WORDS.items()])
        self.category = ChoiceField(
            "It is a", [(each.value, words) for each, words in CATEGORY_WORDS.items()]
        )
        self.category.hide()
        self.ladder = Ladder()
        buttons = [KeyButton(each.deed.value, each.button, each.words) for each in _OFFERED]
        self.all_keys = KeyButton("F1", "all keys", "Keys of this room")
        self.keys = KeyButtons(buttons, more=self.all_keys, most_used=_MOST_USED)
        for button, each in zip(buttons, _OFFERED, strict=True):
            button.clicked.connect(lambda _checked=False, letter=each.deed.value: self.pressed.emit(letter))
        self.ladder.given.connect(self.worded)
        self.ladder.left.connect(self.abandoned)
        self.ladder.closed.connect(self._on_closed)
        self.ladder.grown.connect(self._on_grown)
        self._choices = panel(row(self.category, self.reason, gap=8))
        self._is_wide = True
        self._head = row(column(self._said, None), self._choices, gap=18)
        self._head.setStretch(0, 1)
        self._layout = column(self._head, self.keys, self.ladder, margins=(18, 9, 14, 9), gap=6)
        self.setLayout(self._layout)

    @property
    def wording(self) -> LineField:
        """Where the words are typed that take a thing's place."""
        return self.ladder.wording

    def show_why(self, why: str, scope: str, can: Collection[Deed]) -> None:
        """Says why the place is there and what a decision would reach, and offers the keys that can do anything."""
        if self._said.say(why, scope):
            self._is_measured = False
        for button, deed in zip(self.keys.buttons, _OFFERED, strict=True):
            button.setEnabled(deed.deed in can)
        self.reason.setEnabled(bool(can))

    def fit(self, width: int, height: int) -> int:
        """Shows as much as there is room for, least used things last; how high that is, at most about `height`.

        Where the reason stands below the keys, it is what is scrolled to.
        """
        is_wide = width >= theme().px(_SIDE_BY_SIDE)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            (self._head if is_wide else self._layout).addWidget(self._choices)
        asks = not self.ladder.isHidden()
        self.keys.setVisible(not asks)
        self._choices.setVisible(is_wide or not asks)
        below = 0 if is_wide or asks else self._choices.sizeHint().height() + self._layout.spacing()
        self._is_measured = True
        wanted = height + 1
        for detail in Detail:
            self.keys.show_detail(detail)
            self._said.set_brief(is_brief=detail is Detail.CAPS or (asks and not is_wide))
            self._layout.invalidate()
            wanted = self._layout.totalHeightForWidth(width)
            if wanted - below <= height or asks:
                break
        return wanted if wanted <= height else wanted - below

    @property
    def is_measured(self) -> bool:
        """Whether nothing has changed since the last `fit` that needs more or less room."""
        return self._is_measured

    def why_words(self) -> str:
        """What is said of the place."""
        return self._said.words()

    def show_selection(self, *, is_selected: bool) -> None:
        """Asks what selected words are, since their label would say it ("Place 01")."""
        if self.category.isHidden() == is_selected:
            self.category.setVisible(is_selected)
            self._is_measured = False

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
        self.show_why("", "", ())
        self.close_wording()

    def _on_closed(self) -> None:
        self._is_measured = False
        self.closed.emit()

    def _on_grown(self) -> None:
        self.ladder.updateGeometry()  # at once: its height is asked for before the event loop gets to it
        self._is_measured = False
        self.grown.emit()
