"""A dialogue by itself: its title, the rule of all its meetings, its sides; and what to do first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_notes.domain.record import Delegation, Dialogue
from dialogue_notes.domain.rules import DEFAULT_RULE
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import clear_layout, column, panel, row
from dialogue_notes.ui.meetings.rule_field import RuleField
from dialogue_notes.ui.theme.theme import theme


class DialoguePane(QWidget):
    """`titled(text)`, `delegation_renamed(id, name)`, `delegation_added(name)`, `meeting_requested()`."""

    titled = Signal(str)
    delegation_renamed = Signal(str, str)
    delegation_added = Signal(str)
    meeting_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.dialogue: Dialogue | None = None
        self._delegations: tuple[Delegation, ...] = ()
        self._title = LineField("Title of the dialogue")
        self.rule = RuleField("Ground rule of the dialogue")
        self._sides: QVBoxLayout = column(gap=6)
        self._new_side = LineField("Another side", placeholder="Side A")
        first = Button("New meeting", kind=ButtonKind.PRIMARY, icon="plus")
        first.clicked.connect(self.meeting_requested)
        self._box = panel(
            column(
                PlainLabel("The dialogue", size=Size.TITLE),
                PlainLabel(
                    "What is set here holds for each of its meetings, unless a meeting says otherwise.",
                    tone=Tone.MUTED,
                    wraps=True,
                ),
                6, self._title, self.rule, 10, CapsLabel("Sides"), self._sides, self._new_side, 10,
                row(first, None), None,
                margins=(28, 24, 28, 24),
                gap=10,
            ),
            "room",
        )  # fmt: skip
        self._box.setFixedWidth(theme().px(520))
        self.setLayout(row(self._box, None, gap=0))
        self._title.finished.connect(self._on_title)
        self._new_side.finished.connect(self._on_new_side)

    def show_dialogue(self, dialogue: Dialogue, delegations: tuple[Delegation, ...]) -> None:
        """Shows a dialogue and its sides."""
        is_same = self.dialogue is not None and self.dialogue.id == dialogue.id
        self.dialogue = dialogue
        for field, text in ((self._title, dialogue.title), (self._new_side, "")):
            (field.refresh_text if is_same else field.set_text)(text)
        self.rule.show_rule(dialogue.ground_rule, DEFAULT_RULE, "")
        if delegations != self._delegations:
            self._show_sides(delegations)

    def focus_title(self) -> None:
        """Puts the caret into the title, all of it selected."""
        self._title.setFocus()
        self._title.edit.selectAll()

    def forget(self) -> None:
        """No title or name stays."""
        self.dialogue = None
        self._title.forget()
        self._new_side.forget()
        self.rule.forget()
        self._show_sides(())

    def _show_sides(self, delegations: tuple[Delegation, ...]) -> None:
        self._delegations = delegations
        clear_layout(self._sides)
        for place, delegation in enumerate(delegations, 1):
            field = LineField(f"Side {place}")
            field.set_text(delegation.name)
            field.finished.connect(partial(self._on_side, delegation))
            self._sides.addWidget(field)

    def _on_title(self, title: str) -> None:
        if title:
            self.titled.emit(title)
        else:
            self._title.show_wrong("A dialogue needs a title.")

    def _on_side(self, delegation: Delegation, name: str) -> None:
        if name and name != delegation.name:
            self.delegation_renamed.emit(delegation.id, name)

    def _on_new_side(self, name: str) -> None:
        if name:
            self.delegation_added.emit(name)
