"""A line that asks in place for the reason of a looser rule: Enter sets it, Esc leaves the rule as it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.labels import restyle
from dialogue_notes.ui.common.layout import column, row


class ReasonLine(QFrame):
    """Hidden until `ask`. `cancelled` when it was left without a reason."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("message")
        restyle(self, tone="amber")
        self._give: Callable[[str], None] | None = None
        self._reason = LineField("Reason", placeholder="Both chairs agreed at 14:20, in plenary")
        self._apply = Button("Loosen the rule", kind=ButtonKind.PRIMARY)
        self._leave = Button("Leave it", kind=ButtonKind.QUIET, keys="Esc")
        self.setLayout(column(self._reason, row(self._apply, self._leave, None), margins=(12, 9, 12, 9)))
        self._apply.clicked.connect(self._on_apply)
        self._reason.edit.returnPressed.connect(self._on_apply)
        self._leave.clicked.connect(self._on_leave)
        self.hide()

    def ask(self, rule: GroundRule | None, give: Callable[[str], None]) -> None:
        """Asks who allowed `rule` (None: that of what it belongs to) and why; `give(reason)` gets the answer."""
        self._give = give
        name = f"“{RULE_WORDS[rule]}”" if rule else "This"
        words = f"{name} lets more out. Who allowed it, and why?"
        self._reason.edit.setAccessibleDescription(words)
        self._reason.show_wrong("")
        self.setAccessibleName(words)
        self._reason.set_caption(words)
        self._reason.set_text("")
        self.show()
        self._reason.setFocus()

    def forget(self) -> None:
        """Hides the line and drops what was typed."""
        self._give = None
        self._reason.forget()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_leave()
            return
        super().keyPressEvent(event)

    def _on_apply(self) -> None:
        if not self._reason.text():
            self._reason.show_wrong("A looser rule needs a stated reason.")
            self._reason.setFocus()
            return
        give, reason = self._give, self._reason.text()
        self.forget()
        if give is not None:
            give(reason)

    def _on_leave(self) -> None:
        self.forget()
        self.cancelled.emit()
