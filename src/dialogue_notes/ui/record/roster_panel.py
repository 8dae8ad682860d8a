"""Who is in the room, beside the record: codes in the colours of their sides, the absent dimmed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout

from dialogue_notes.domain.attendance import NOT_TOLD, Presence
from dialogue_notes.services.attendance import Attendee
from dialogue_notes.services.room_surroundings import RosterRow
from dialogue_notes.ui.common.labels import CapsLabel, ElidedLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import clear_layout, column, row, scrolled
from dialogue_notes.ui.record.panel_looks import edge, wipe
from dialogue_notes.ui.theme.theme import theme
from dialogue_notes.ui.theme.tokens import side_token

WIDTH = 214
_CODE = 40
_INDENT = 14


class PersonButton(QPushButton):
    """One person: code, name, what is known of them, and how they stand where that is worth a word."""

    def __init__(self, line: RosterRow, presence: Presence, deputy_of: str) -> None:
        super().__init__()
        look = theme()
        is_here, who = presence.is_here, line.participant
        code = PlainLabel(who.code.upper(), size=Size.SMALL, strong=is_here)
        token = side_token(line.side) if is_here else "muted"
        code.setStyleSheet(f"color: {look.tokens.named()[token]};")
        code.setFixedWidth(look.px(_CODE))
        code.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        name = ElidedLabel(line.name, tone=Tone.INK if is_here else Tone.MUTED)
        first = row(code, name, gap=6)
        first.setStretch(1, 1)
        sits_for = f"for {deputy_of}" if deputy_of else ""
        about = " · ".join(part for part in (presence.words, sits_for, line.description) if part)
        below = ElidedLabel(about, tone=Tone.MUTED)
        below.setProperty("scale", "small")
        second = row(look.px(_CODE) + 6, below, gap=0)
        second.setStretch(1, 1)
        told = PlainLabel(NOT_TOLD if presence.needs_telling else "", tone=Tone.AMBER, size=Size.SMALL)
        third = row(look.px(_CODE) + 6, told, None, gap=0)
        left = look.px(_INDENT) if deputy_of else 0
        self.setLayout(column(first, second, third, margins=(left, 3, 2, 3), gap=1))
        below.setHidden(not about)
        told.setHidden(not presence.needs_telling)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{line.name}, code {who.code}" if who.code else line.name)
        self.setAccessibleDescription(", ".join(part for part in (about, told.text()) if part))
        tokens = look.tokens
        self.setStyleSheet(
            "PersonButton { background: transparent; border: 2px solid transparent;"
            f" border-radius: {look.px(6)}px; padding: 0px; }}"
            f"PersonButton:hover {{ background: {tokens.hover}; }}"
            f"PersonButton:focus {{ border: 2px solid {tokens.accent}; }}"
        )

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(theme().px(160), layout.sizeHint().height() if layout is not None else theme().px(34))


class RosterPanel(QFrame):
    """Who is in the room, with their typing codes. `person_requested(id)` when one is clicked, or chosen by key."""

    person_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("roster")
        self._caption = CapsLabel("In the room")
        self._people: QVBoxLayout = column(gap=3)
        self._lines: tuple[RosterRow, ...] = ()
        self._attendees: tuple[Attendee, ...] = ()
        inner = column(self._caption, 8, self._people, None, margins=(14, 16, 10, 16), gap=4)
        self.setLayout(column(scrolled(inner), gap=0))
        edge(self, "left", WIDTH)
        theme().changed.connect(lambda: edge(self, "left", WIDTH))

    def show_people(self, lines: Sequence[RosterRow]) -> None:
        """The roster, in its order."""
        self._lines = tuple(lines)
        self._show()

    def show_attendance(self, attendees: tuple[Attendee, ...]) -> None:
        """How they stand: deputies below whom they sit for, the absent dimmed."""
        if attendees != self._attendees:
            self._attendees = attendees
            self._show()

    def forget(self) -> None:
        """For hiding and locking."""
        wipe(self._people)
        self._lines, self._attendees = (), ()
        self._caption.set_words("In the room")

    def _show(self) -> None:
        clear_layout(self._people)
        by_id = {line.participant.id: line for line in self._lines}
        known = [each for each in self._attendees if each.participant.id in by_id]
        seen = {each.participant.id for each in known}
        new = [
            Attendee(line.participant, Presence()) for line in self._lines if line.participant.id not in seen
        ]
        shown = [*known, *(new if not self._attendees else ())]
        names = {line.participant.id: line.participant.name for line in self._lines}
        here = sum(each.participant.count for each in shown if each.presence.is_here)
        self._caption.set_words(f"In the room · {here}")
        for each in shown:
            who = each.participant
            button = PersonButton(by_id[who.id], each.presence, names.get(who.replaces_id or "", ""))
            button.clicked.connect(lambda _checked=False, wanted=who.id: self.person_requested.emit(wanted))
            self._people.addWidget(button)
