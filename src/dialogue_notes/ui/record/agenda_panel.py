"""The agenda beside the record: its sessions, planned and as they ran, and the keys of the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dialogue_notes.domain.agenda_times import TimeWords
from dialogue_notes.services.room_surroundings import SessionRow
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import CapsLabel, ElidedLabel, KeyHint, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import clear_layout, column, row, scrolled
from dialogue_notes.ui.record.panel_looks import edge, wipe
from dialogue_notes.ui.theme.theme import theme

_ROOM_KEYS = (
    ("hands_off", "F9", "Hands off"),
    ("hide", "F12", "Hide"),
    ("attendance", "F2", "Who is here"),
    ("break", "F5", "Break"),
    ("cheat_sheet", "F1", "Cheat sheet"),
)
WIDTH = 196


class SessionButton(QPushButton):
    """A session of the agenda: number, title, and its times below: planned, real, and how it stands."""

    def __init__(self, line: SessionRow, *, is_chosen: bool) -> None:
        super().__init__()
        self._is_chosen = is_chosen
        self._title = ElidedLabel(
            f"{line.number} {line.session.title}",
            tone=Tone.INK if is_chosen else Tone.MUTED,
            strong=is_chosen,
        )
        self._planned = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self._real = PlainLabel(tone=Tone.INK if is_chosen else Tone.MUTED, size=Size.SMALL)
        self._remark = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self._rest = PlainLabel(tone=Tone.ACCENT, size=Size.SMALL, strong=True)
        self._late = PlainLabel(tone=Tone.AMBER, size=Size.SMALL, strong=True)
        labels = (self._title, self._planned, self._real, self._rest, self._remark, self._late)
        self.setLayout(column(*labels, margins=(9, 8, 9, 8), gap=3))
        self.setAutoDefault(False)
        self.setAccessibleName(f"Session {line.number}: {line.session.title}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_times(TimeWords(line.planned))
        tokens = theme().tokens
        ground = tokens.panel if is_chosen else "transparent"
        self.setStyleSheet(
            f"SessionButton {{ background: {ground}; border: 2px solid transparent;"
            f" border-radius: {theme().px(7)}px; padding: 0px; }}"
            f"SessionButton:hover {{ background: {tokens.hover}; }}"
            f"SessionButton:focus {{ border: 2px solid {tokens.accent}; }}"
        )

    def show_times(self, words: TimeWords) -> None:
        """What is said of its times."""
        planned = f"planned {words.planned}" if words.planned and words.real else words.planned
        pieces = (planned, words.real, words.rest, words.remark, words.late)
        labels = (self._planned, self._real, self._rest, self._remark, self._late)
        for label, piece in zip(labels, pieces, strict=True):
            label.setText(piece)
            label.setHidden(not piece)
        open_word = "open" if self._is_chosen else ""
        named = (f"planned {words.planned}" if words.planned else "", *pieces[1:], open_word)
        self.setAccessibleDescription(", ".join(piece for piece in named if piece))
        self.updateGeometry()

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
        self._buttons: dict[str, SessionButton] = {}
        self._words: dict[str, TimeWords] = {}
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
        edge(self, "right", WIDTH)
        theme().changed.connect(lambda: edge(self, "right", WIDTH))

    def show_sessions(self, lines: Sequence[SessionRow], chosen: str) -> None:
        """The sessions of the meeting; `chosen` is the one recorded in."""
        clear_layout(self._sessions)
        self._buttons = {}
        for line in lines:
            button = SessionButton(line, is_chosen=line.session.id == chosen)
            wanted = line.session.id
            button.clicked.connect(lambda _checked=False, wanted=wanted: self.session_requested.emit(wanted))
            self._sessions.addWidget(button)
            self._buttons[wanted] = button
        self.show_times(self._words)

    def show_times(self, words: Mapping[str, TimeWords]) -> None:
        """How the sessions stand in time, by id; touches only what changed."""
        for session_id, button in self._buttons.items():
            if session_id in words:
                button.show_times(words[session_id])
        self._words = dict(words)

    def forget(self) -> None:
        """For hiding and locking."""
        wipe(self._sessions)
        self._buttons, self._words = {}, {}
