"""What is asked in the sheet "Who is here": told the rule or not, a deputy's name, a walk-in."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from dialogue_notes.domain.typing_line.layouts import readings
from dialogue_notes.services.attendance import WalkIn
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import ChoiceField, LineField
from dialogue_notes.ui.common.labels import PlainLabel, Tone, restyle
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.record.prompts import Prompt

_QUESTION = "Told the ground rule?"


class ToldQuestion(Prompt):
    """Enter or Y: told; N: not told; Esc: nobody asked. `answered(bool | None)`."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__("message")
        self.setAccessibleName(_QUESTION)
        restyle(self, tone="amber")
        self._words = PlainLabel(strong=True, wraps=True)
        told = Button("Told", kind=ButtonKind.PRIMARY, keys="Return")
        not_told = Button("Not told", keys="N")
        leave = Button("Leave it open", kind=ButtonKind.QUIET, keys="Esc")
        told.clicked.connect(lambda: self._answer(is_told=True))
        not_told.clicked.connect(lambda: self._answer(is_told=False))
        leave.clicked.connect(self.leave)
        self.setLayout(column(self._words, row(told, not_told, leave, None), margins=(12, 9, 12, 9)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def ask(self, name: str) -> None:
        """Asks whether `name` was told the ground rule."""
        self._words.setText(f"{name}: told the ground rule?")
        self.setAccessibleName(self._words.text())
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hides it, without an answer."""
        self._words.clear()
        self.setAccessibleName(_QUESTION)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = readings(event.text()) if event.text() else ()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or "y" in typed:
            self._answer(is_told=True)
        elif "n" in typed:
            self._answer(is_told=False)
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Nobody asked."""
        self._answer(is_told=None)

    def _answer(self, *, is_told: bool | None) -> None:
        self.forget()
        self.answered.emit(is_told)


class _Form(Prompt):
    """Enter in any line gives it."""

    def __init__(self, first: LineField) -> None:
        super().__init__()
        self.name = first

    def forget(self) -> None:
        """Hides it and drops what was typed."""
        self.name.forget()
        self.hide()

    def has_name(self) -> bool:
        """Whether there is a name; says so below the field where there is none."""
        self.name.show_wrong("" if self.name.text() else "A name is needed.")
        return bool(self.name.text())


class DeputyForm(_Form):
    """`given(name)` of whoever sits in for somebody."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__(LineField("Deputy", placeholder="Name of the deputy"))
        self.setLayout(column(self.name, margins=(12, 9, 12, 9)))
        self.name.edit.returnPressed.connect(self._give)

    def ask(self, name: str) -> None:
        """Asks who sits in for `name`."""
        self.name.forget()
        self.name.set_caption(f"Who sits in for {name}?")
        self.show()
        self.name.setFocus()

    def forget(self) -> None:
        self.name.set_caption("Deputy")
        super().forget()

    def _give(self) -> None:
        if self.has_name():
            name = self.name.text()
            self.forget()
            self.given.emit(name)


class WalkInForm(_Form):
    """`given(WalkIn)`."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__(LineField("Walk-in", placeholder="Name"))
        self._side = ChoiceField("Side", [("", "none")])
        self._role = LineField("Role", placeholder="Minister of …")
        help_words = PlainLabel("A guest: the track stays as it is.", tone=Tone.MUTED)
        fields = row(self.name, self._side, self._role, gap=12)
        self.setLayout(column(fields, help_words, margins=(12, 9, 12, 9)))
        for field in (self.name, self._role):
            field.edit.returnPressed.connect(self._give)

    def ask(self, sides: Iterable[tuple[str, str]]) -> None:
        """Asks who came in; `sides` are delegations by id and name."""
        self.forget()
        self._side.set_choices([("", "none"), *sides])
        self.show()
        self.name.setFocus()

    def forget(self) -> None:
        self._role.forget()
        self._side.set_choices([("", "none")])
        super().forget()

    def _give(self) -> None:
        if self.has_name():
            given = WalkIn(self.name.text(), self._side.code() or None, self._role.text())
            self.forget()
            self.given.emit(given)
