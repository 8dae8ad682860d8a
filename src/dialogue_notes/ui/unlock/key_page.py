"""The recovery key: shown once, checked by retyping its last group; then the first dialogue gets its title."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.labels import PlainLabel, Size
from dialogue_notes.ui.common.layout import Card, clear_layout, row
from dialogue_notes.ui.unlock.pages import Page

_GROUPS_A_LINE = 4


class KeyPage(Page):
    """`group_typed(text)` when the last group was retyped."""

    group_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            "The recovery key",
            "Write it on paper and keep it away from this computer. It opens the vault if the passphrase is lost. "
            "It is shown this once and is stored nowhere.",
        )
        self._groups = QGridLayout()
        self._groups.setContentsMargins(18, 16, 18, 16)
        self._groups.setVerticalSpacing(12)
        self._typed = LineField("Type the last group to show that you have it")
        self._go_on = Button("It is written down", kind=ButtonKind.PRIMARY)
        self.lay_out(Card(self._groups), self._typed, row(self._go_on, None))
        self._go_on.clicked.connect(self._request)
        self._typed.edit.returnPressed.connect(self._request)

    def show_key(self, key: str) -> None:
        """Shows the key in its groups; they cannot be selected, so that they reach no clipboard."""
        clear_layout(self._groups)
        for place, group in enumerate(key.replace("-", " ").split()):
            label = PlainLabel(group, size=Size.LARGE)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setAccessibleName(f"Group {place + 1}: {' '.join(group)}")
            self._groups.addWidget(label, place // _GROUPS_A_LINE, place % _GROUPS_A_LINE)

    def show_mismatch(self) -> None:
        """The retyped group is another one."""
        self._typed.show_wrong("This is not the last group. Compare it with the paper.")
        self._typed.edit.selectAll()
        self._typed.setFocus()

    def start(self) -> None:
        self._typed.setFocus()

    def forget(self) -> None:
        super().forget()
        clear_layout(self._groups)
        self._typed.forget()

    def _request(self) -> None:
        self.group_typed.emit(self._typed.text())


class FirstDialoguePage(Page):
    """`title_chosen(text)`; an empty text goes on without a dialogue."""

    title_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            "The first dialogue",
            "A dialogue is a series of meetings of the same sides. It holds their meetings, rosters and records.",
        )
        self._name = LineField("Title of the dialogue", placeholder="Lakeside Dialogue")
        self._go_on = Button("Begin", kind=ButtonKind.PRIMARY)
        self._later = Button("Later", kind=ButtonKind.QUIET)
        self.lay_out(self._name, row(self._go_on, self._later, None))
        self._go_on.clicked.connect(self._request)
        self._name.edit.returnPressed.connect(self._request)
        self._later.clicked.connect(lambda: self.title_chosen.emit(""))

    def start(self) -> None:
        self._name.setFocus()

    def forget(self) -> None:
        super().forget()
        self._name.forget()

    def _request(self) -> None:
        if not self._name.text():
            self._name.show_wrong("Give it a title, or press Later.")
            return
        self.title_chosen.emit(self._name.text())
