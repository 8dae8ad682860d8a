"""What was last said of an act, wherever in the room: only that stands, and its "Undo" takes back what it names."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.office import Office


class LastWords(QObject):
    """Holds the messages of the room and its panels. There is one order of all acts (decision 0166), so what is said
    of an earlier one goes when something else is said, and with another meeting all goes.
    """

    def __init__(self, messages: Iterable[InlineMessage], office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = tuple(messages)
        self._office = office
        self._meeting_id = office.chosen.meeting_id
        for one in self._messages:
            one.spoke.connect(lambda one=one: self._forget_others(one))
        office.meeting_changed.connect(self._change_meeting)

    def withdraw(self) -> None:
        """Another act is on its way to the disk: what is offered until it is said would take that back."""
        for one in self._messages:
            one.withdraw()

    def forget(self) -> None:
        """Nothing is said any more."""
        for one in self._messages:
            one.forget()

    def _forget_others(self, speaking: InlineMessage) -> None:
        for one in self._messages:
            if one is not speaking and not one.isHidden():
                one.forget()

    def _change_meeting(self) -> None:
        if self._office.chosen.meeting_id != self._meeting_id:
            self._meeting_id = self._office.chosen.meeting_id
            self.forget()
