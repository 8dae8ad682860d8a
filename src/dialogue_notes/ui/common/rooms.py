"""What the window knows of a room.

In this module: `Forgetful`, `Room`, `RoomView`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget


class Forgetful(Protocol):
    """What shows words of the vault and can drop them all."""

    def forget(self) -> object:
        """Drops every word, from widgets and models."""


class RoomView(QWidget):
    """The root widget of a room: paper, and where the focus goes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")

    def take_focus(self) -> None:
        """Puts the focus where a person goes on with their work."""
        self.setFocus()


@dataclass(frozen=True, slots=True)
class Room:
    """A room on the rail. `code` names it ("record"), `enter` is called each time it is shown, `forget` on locking:
    it drops every text of the vault from widgets and models.
    """

    code: str
    words: str
    icon: str
    view: RoomView
    enter: Callable[[], None]
    forget: Callable[[], None]
