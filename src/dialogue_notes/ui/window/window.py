"""The one window: Unlock while locked; else the rail, the band and a stack of rooms that come by name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from dialogue_notes.errors import DialogueNotesError
from dialogue_notes.lockdown.enforcement import Enforcement
from dialogue_notes.lockdown.self_test import self_test
from dialogue_notes.ui.common.commands import Command, Commands
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.common.rooms import Room, RoomView
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.palette.palette import ID as PALETTE
from dialogue_notes.ui.palette.palette import Palette
from dialogue_notes.ui.theme.theme import theme
from dialogue_notes.ui.window.band import Band
from dialogue_notes.ui.window.lock_key import LockKey, close_what_is_open
from dialogue_notes.ui.window.rail import Rail
from dialogue_notes.ui.window.shield import ShieldSheet

TITLE = "dialogue-notes"
"""Constant: a title bar or a task switcher must not tell what is worked on (targets K11)."""


class Window(QMainWindow):
    """Holds the rooms. Rooms are added with `add_room` and shown with `show_room`; locking empties them all."""

    def __init__(
        self, office: Office, commands: Commands, enforcement: Enforcement, unlock: RoomView
    ) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.resize(1280, 800)
        self.setMinimumSize(900, 560)
        self._office = office
        self._commands = commands
        self._unlock = unlock
        self._rooms: dict[str, Room] = {}
        self._current = ""
        self._is_leaving = False
        self.band = Band()
        self._rail = Rail()
        self._stack = QStackedWidget()
        self._message = InlineMessage()
        self.clock_line = InlineMessage()
        self._outer = QStackedWidget()
        self._lay_out()
        self._palette = Palette(self._outer, commands)
        self.shield = ShieldSheet(self._outer, enforcement, self_test)
        self.band.show_shield(enforcement.headline, is_enforced=enforcement.is_kernel_enforced)
        self._connect()
        commands.bind_to(self)
        self._add_commands()
        self._show_locked()

    def add_room(self, room: Room) -> None:
        """Puts a room on the rail; Ctrl and its place there is its key."""
        keys = f"Ctrl+{len(self._rooms) + 1}"
        self._rooms[room.code] = room
        self._rail.add(room, keys)
        self._stack.addWidget(room.view)
        self._commands.add(
            Command(f"room.{room.code}", f"Go to {room.words}", lambda: self.show_room(room.code), (keys,))
        )

    def show_room(self, code: str) -> None:
        """Shows a room and puts the focus where its work goes on."""
        if not self._office.is_open:
            return
        room = self._rooms[code]
        self._current = code
        self._stack.setCurrentWidget(room.view)
        self._rail.show_room(code)
        self._commands.set_room(code, is_locked=False)
        room.enter()
        room.view.take_focus()

    @property
    def current_room(self) -> str:
        """The code of the room shown, or shown last before locking."""
        return self._current

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closes once everything is on the disk; when that fails, stays and shows why, and closes if asked again."""
        self._is_leaving = self._office.is_open and not _is_logging_out()
        self._office.lock()
        event.setAccepted(not self._is_leaving)

    def _on_closed(self) -> None:
        if self._is_leaving:
            self.close()

    def _on_error(self, error: DialogueNotesError) -> None:
        self._is_leaving = False
        self._message.show_error(error)

    def _hand_in_fields(self) -> None:
        """A field takes what was typed when it is left, and locking leaves it: with the window in the background too,
        where leaving the window alone is no leaving of the field. Left as for a popup it keeps what is selected.
        """
        field = self.focusWidget()
        if field is not None:
            QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))

    def _lay_out(self) -> None:
        house = QWidget()
        house.setObjectName("paper")
        for line in (self._message, self.clock_line):
            line.setProperty("place", "banner")
        right = column(self.band, self._message, self.clock_line, self._stack, gap=0)
        house.setLayout(row(self._rail, right, gap=0))
        self._outer.addWidget(self._unlock)
        self._outer.addWidget(house)
        self._house = house
        self.setCentralWidget(self._outer)

    def _connect(self) -> None:
        self._rail.room_requested.connect(self.show_room)
        self._rail.commands_requested.connect(self._palette.show_sheet)
        self.band.shield_requested.connect(self.shield.show_sheet)
        self._office.unlocked.connect(self._show_unlocked)
        self._office.locked.connect(self._show_locked)
        self._office.room_wanted.connect(self.show_room)
        self._office.locking.connect(self._hand_in_fields)
        self._office.closed.connect(self._on_closed)
        self._office.error_raised.connect(self._on_error)
        LockKey(self).pressed.connect(self._office.lock)

    def _add_commands(self) -> None:
        look = theme()
        self._commands.add(
            Command(PALETTE, "Find a command", self._palette.show_sheet, ("Ctrl+K", "F1"), while_locked=True),
            Command("lock", "Lock now", self._office.lock, ("Ctrl+L",)),
            Command(
                "zoom.in", "Larger text", partial(look.zoom_by, 1), ("Ctrl++", "Ctrl+="), while_locked=True
            ),
            Command("zoom.out", "Smaller text", partial(look.zoom_by, -1), ("Ctrl+-",), while_locked=True),
            Command("zoom.reset", "Text at its usual size", look.reset_zoom, ("Ctrl+0",), while_locked=True),
            Command("shield", "What keeps me offline", self.shield.show_sheet, while_locked=True),
        )

    def _show_unlocked(self) -> None:
        self._outer.setCurrentWidget(self._house)
        if self._rooms:
            self.show_room(self._current or next(iter(self._rooms)))

    def _show_locked(self) -> None:
        close_what_is_open()
        self._palette.forget()
        self.shield.forget()
        self._message.forget()
        self.clock_line.forget()
        for room in self._rooms.values():
            room.forget()
        self._outer.setCurrentWidget(self._unlock)
        self._commands.set_room(None, is_locked=True)
        self._unlock.take_focus()


def _is_logging_out() -> bool:
    """Whether the desktop's session ends: a window that refused to close then would stop that."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
