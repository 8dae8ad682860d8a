"""The panels beside the record: the agenda with its sessions, and who is in the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dialogue_notes.services.recording_view import RosterRow, SessionRow
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import CapsLabel, ElidedLabel, KeyHint, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import clear_layout, column, row, scrolled
from dialogue_notes.ui.record.row_layout import side_token
from dialogue_notes.ui.theme.theme import theme

_ROOM_KEYS = (("hands_off", "F9", "Hands off"), ("hide", "F12", "Hide"), ("cheat_sheet", "F1", "Cheat sheet"))


class SessionButton(QPushButton):
    """A session of the agenda: number, title, and its times below."""

    def __init__(self, line: SessionRow, *, is_chosen: bool) -> None:
        super().__init__()
        self._title = ElidedLabel(
            f"{line.number} {line.session.title}",
            tone=Tone.INK if is_chosen else Tone.MUTED,
            strong=is_chosen,
        )
        times = " · ".join(part for part in (line.planned, line.lasted) if part)
        self._times = PlainLabel(times, tone=Tone.MUTED, size=Size.SMALL)
        for label in (self._title, self._times):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(column(self._title, self._times, margins=(9, 8, 9, 8), gap=3))
        self._times.setHidden(not times)
        self.setAutoDefault(False)
        self.setAccessibleName(f"Session {line.number}: {line.session.title}")
        self.setAccessibleDescription(f"{times}, open" if is_chosen else times)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tokens = theme().tokens
        ground = tokens.panel if is_chosen else "transparent"
        self.setStyleSheet(
            f"SessionButton {{ background: {ground}; border: 2px solid transparent;"
            f" border-radius: {theme().px(7)}px; padding: 0px; }}"
            f"SessionButton:hover {{ background: {tokens.hover}; }}"
            f"SessionButton:focus {{ border: 2px solid {tokens.accent}; }}"
        )

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(theme().px(160), layout.sizeHint().height() if layout is not None else theme().px(34))


class AgendaPanel(QFrame):
    """`session_requested(id)`, and `command_requested(code)` for the keys of the room."""

    session_requested = Signal(str)
    command_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("agenda")
        self._sessions: QVBoxLayout = column(gap=4)
        pieces: list[QWidget | QVBoxLayout | int | None] = [
            CapsLabel("Agenda"),
            self._sessions,
            18,
            CapsLabel("Room"),
        ]
        keys = []
        for code, key, words in _ROOM_KEYS:
            button = Button(words, kind=ButtonKind.QUIET)
            button.setAccessibleDescription(key)
            button.clicked.connect(lambda _checked=False, code=code: self.command_requested.emit(code))
            keys.append(row(KeyHint(key), button, None, margins=(9, 0, 0, 0), gap=0))
        inner = column(*pieces, *keys, None, margins=(16, 16, 16, 16), gap=6)
        self.setLayout(column(scrolled(inner), gap=0))
        _edge(self, "right", 196)
        theme().changed.connect(lambda: _edge(self, "right", 196))

    def show_sessions(self, lines: Sequence[SessionRow], chosen: str) -> None:
        """The sessions of the meeting; `chosen` is the one recorded in."""
        clear_layout(self._sessions)
        for line in lines:
            button = SessionButton(line, is_chosen=line.session.id == chosen)
            wanted = line.session.id
            button.clicked.connect(lambda _checked=False, wanted=wanted: self.session_requested.emit(wanted))
            self._sessions.addWidget(button)

    def forget(self) -> None:
        """For hiding and locking."""
        _wipe(self._sessions)


class RosterPanel(QFrame):
    """Who is in the room, with their typing codes in the colours of their sides."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("roster")
        self._caption = CapsLabel("In the room")
        self._people: QVBoxLayout = column(gap=9)
        inner = column(self._caption, 8, self._people, None, margins=(16, 16, 12, 16), gap=4)
        self.setLayout(column(scrolled(inner), gap=0))
        _edge(self, "left", 214)
        theme().changed.connect(lambda: _edge(self, "left", 214))

    def show_people(self, lines: Sequence[RosterRow]) -> None:
        """The roster, in its order."""
        clear_layout(self._people)
        self._caption.set_words(f"In the room · {sum(line.participant.count for line in lines)}")
        for line in lines:
            self._people.addLayout(_person(line))

    def forget(self) -> None:
        """For hiding and locking."""
        _wipe(self._people)
        self._caption.set_words("In the room")


def _person(line: RosterRow) -> QVBoxLayout:
    code = PlainLabel(line.participant.code.upper(), size=Size.SMALL, strong=True)
    code.setStyleSheet(f"color: {theme().tokens.named()[side_token(line.side)]};")
    code.setFixedWidth(theme().px(34))
    code.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
    name = ElidedLabel(line.name)
    below = ElidedLabel(line.description, tone=Tone.MUTED)
    below.setProperty("scale", "small")
    first = row(code, name, gap=6)
    first.setStretch(1, 1)
    second = row(theme().px(40), below, gap=0)
    second.setStretch(1, 1)
    return column(first, second, gap=1) if line.description else column(first, gap=1)


def _wipe(layout: QLayout) -> None:
    """Empties a layout, and its widgets at once: Qt destroys them only when it comes round to it."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            _wipe(inner)
        elif widget is not None:
            for each in (widget, *widget.findChildren(QWidget)):
                each.setAccessibleName("")
                each.setAccessibleDescription("")
                each.setToolTip("")
                if isinstance(each, PlainLabel):
                    each.forget()
    clear_layout(layout)


def _edge(panel: QFrame, side: str, width: int) -> None:
    """The hairline towards the record, and the width at the present zoom."""
    panel.setFixedWidth(theme().px(width))
    line = theme().tokens.line
    panel.setStyleSheet(
        f"QFrame#{panel.objectName()} {{ background: transparent; border: none; border-{side}: 1px solid {line}; }}"
    )
