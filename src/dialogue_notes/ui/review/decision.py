"""The strip below the list: what can be done with the chosen thing, each with its key, and for which reason."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from dialogue_notes.domain.codes import RedactionAction, RedactionReason
from dialogue_notes.domain.language import ACTION_WORDS, CATEGORY_WORDS, REASON_WORDS
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import ChoiceField, LineField
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row

ACTION_KEYS: Mapping[str, RedactionAction] = {
    "P": RedactionAction.PSEUDONYMISE,
    "G": RedactionAction.GENERALISE,
    "R": RedactionAction.REMOVE,
    "E": RedactionAction.RECAST,
    "W": RedactionAction.WITHHOLD_ENTRY,
}
"""One key each (ux.md, Review); N stands for "not identifying"."""

REJECT_KEY = "N"

_WORDED = {RedactionAction.GENERALISE: "a participant", RedactionAction.RECAST: ""}
"""Actions that need a wording, with the one that is offered."""


class DecisionStrip(QFrame):
    """`decided(action, wording)` when an action is chosen and has what it needs; `rejected()` for not identifying."""

    decided = Signal(object, str)
    rejected = Signal()
    abandoned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._scope = PlainLabel(tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self.reason = ChoiceField("Reason", [(each.value, words) for each, words in REASON_WORDS.items()])
        self.category = ChoiceField(
            "It is a", [(each.value, words) for each, words in CATEGORY_WORDS.items()]
        )
        self.category.hide()
        self.wording = LineField("In these words", hint="Enter keeps it, Esc leaves it as it was")
        self.wording.hide()
        self.wording.edit.returnPressed.connect(self._take_wording)
        self._wanted: RedactionAction | None = None
        self._buttons: list[Button] = []
        choices = row(self.category, self.reason, gap=8)
        choices.setStretch(1, 1)
        self.setLayout(column(self._scope, self._grid(), self.wording, choices, gap=8))

    def show_scope(self, words: str, *, can_decide: bool) -> None:
        """Says what a decision would reach, and whether there is anything to decide."""
        self._scope.setText(words)
        for button in self._buttons:
            button.setEnabled(can_decide)
        self.reason.setEnabled(can_decide)
        self.close_wording()

    def show_selection(self, *, is_selected: bool) -> None:
        """Asks what selected words are, since their label would say it ("Place 01")."""
        self.category.setVisible(is_selected)

    def show_reason(self, reason: RedactionReason) -> None:
        """Offers the reason that fits what is chosen."""
        self.reason.set_code(reason.value)

    def chosen_reason(self) -> RedactionReason:
        """The reason that a decision would carry."""
        return RedactionReason(self.reason.code())

    def want(self, action: RedactionAction) -> None:
        """Begins an action: at once, or after its wording was given in place."""
        if action not in _WORDED:
            self.close_wording()
            self.decided.emit(action, "")
            return
        self._wanted = action
        self.wording.set_text(_WORDED[action])
        self.wording.show()
        self.wording.edit.setFocus()
        self.wording.edit.selectAll()

    def close_wording(self) -> bool:
        """Puts the wording away; True when it was open."""
        was_open = self.wording.isVisible()
        self._wanted = None
        self.wording.forget()
        self.wording.hide()
        return was_open

    def forget(self) -> None:
        """Shows nothing of the vault."""
        self.show_scope("", can_decide=False)

    def _take_wording(self) -> None:
        wording = self.wording.text()
        if not wording or self._wanted is None:
            self.wording.show_wrong("Type the words that may stand there.")
            return
        action = self._wanted
        self.close_wording()
        self.decided.emit(action, wording)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for number, (key, action) in enumerate(ACTION_KEYS.items()):
            button = Button(ACTION_WORDS[action].capitalize(), kind=ButtonKind.QUIET, keys=key)
            button.clicked.connect(lambda _checked=False, action=action: self.want(action))
            self._place(grid, button, number)
        no = Button("Not identifying", kind=ButtonKind.QUIET, keys=REJECT_KEY)
        no.clicked.connect(self.rejected)
        self._place(grid, no, len(ACTION_KEYS))
        return grid

    def _place(self, grid: QGridLayout, button: Button, number: int) -> None:
        self._buttons.append(button)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid.addWidget(button, number // 2, number % 2)
