"""Every action of the program in one registry: shown in the palette, and bound to its keys.

In this module: `Command`, `Commands`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from dialogue_notes.errors import BugError, ErrorCode


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One action. `room` limits it and its keys to a room; None is everywhere a vault is open.

    `keys` are Qt's portable spellings ("Ctrl+K", "F9"); the first is the one shown. `is_bound` False shows them
    without binding them, for keys that the room's own widgets listen to (Enter in a list). Never Ctrl+Alt: it is
    AltGr. Where a room has a use of its own for a key of the whole window, the room's is done.
    """

    id: str
    words: str
    run: Callable[[], None] = field(repr=False)
    keys: tuple[str, ...] = ()
    enabled: Callable[[], bool] = field(default=_always, repr=False)
    room: str | None = None
    while_locked: bool = False
    is_bound: bool = True


class Commands(QObject):
    """The registry. Keys work in the window given with `bind_to`; those of one room only while it is shown."""

    ran = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._commands: dict[str, Command] = {}
        self._shortcuts: list[tuple[Command, str, QShortcut]] = []
        self._window: QWidget | None = None
        self._room: str | None = None
        self._is_locked = True

    def add(self, *commands: Command) -> None:
        """Takes commands in; an id that is known already, or a Ctrl+Alt key, is a BugError."""
        for command in commands:
            if command.id in self._commands or any("Alt" in key and "Ctrl" in key for key in command.keys):
                raise BugError(ErrorCode.BUG, detail=f"command {command.id}")
            self._commands[command.id] = command
            if self._window is not None:
                self._bind(command, self._window)

    def bind_to(self, window: QWidget) -> None:
        """Makes the keys work in `window`, those of commands yet to come too."""
        self._window = window
        for command in self._commands.values():
            self._bind(command, window)

    def set_room(self, room: str | None, *, is_locked: bool) -> None:
        """For the window: which room's keys work now."""
        self._room = room
        self._is_locked = is_locked
        self._enable_keys()

    def available(self) -> tuple[Command, ...]:
        """What can be done here and now, in the order of registration."""
        return tuple(each for each in self._commands.values() if self._is_here(each) and each.enabled())

    def all(self) -> Iterable[Command]:
        """Every command, also what cannot be done now."""
        return tuple(self._commands.values())

    def run(self, command_id: str) -> None:
        """Does a command, if it can be done now."""
        command = self._commands[command_id]
        if self._is_here(command) and command.enabled():
            command.run()
            self.ran.emit(command_id)

    def _is_here(self, command: Command) -> bool:
        if self._is_locked:
            return command.while_locked
        return command.room is None or command.room == self._room

    def _bind(self, command: Command, window: QWidget) -> None:
        if not command.is_bound:
            return
        for key in command.keys:
            shortcut = QShortcut(QKeySequence(key), window, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda command=command: self.run(command.id))
            self._shortcuts.append((command, key, shortcut))
        self._enable_keys()

    def _enable_keys(self) -> None:
        here = [(command, key) for command, key, _ in self._shortcuts if self._is_here(command)]
        own = {key for command, key in here if command.room is not None}
        for command, key, shortcut in self._shortcuts:
            shortcut.setEnabled(self._is_here(command) and (command.room is not None or key not in own))
