"""What the window knows of a room.

In this module: `Room`, `RoomView`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


class RoomView(QWidget):
    """The root widget of a room: paper, and two things that the window asks of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")

    def forget(self) -> None:
        """Drops every text of the vault from widgets and models; called on locking."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Puts the focus where a person goes on with their work."""
        self.setFocus()


@dataclass(frozen=True, slots=True)
class Room:
    """A room on the rail. `code` names it ("record"), `enter` is called each time it is shown."""

    code: str
    words: str
    icon: str
    view: RoomView
    enter: Callable[[], None]
