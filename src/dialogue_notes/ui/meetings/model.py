"""The tree of dialogues and their meetings, as an item model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

Index = QModelIndex | QPersistentModelIndex


class TreeRole(IntEnum):
    """What an item holds beside its words."""

    ID = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2
    IS_DIALOGUE = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class TreeMeeting:
    """A meeting in the tree; `detail` is its dates, state and number of entries in words."""

    id: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class TreeDialogue:
    """A dialogue in the tree."""

    id: str
    title: str
    meetings: tuple[TreeMeeting, ...]


class DialogueModel(QStandardItemModel):
    """Dialogues at the top, their meetings below."""

    def show_dialogues(self, dialogues: Iterable[TreeDialogue]) -> None:
        """Replaces everything."""
        self.clear()
        for dialogue in dialogues:
            count = len(dialogue.meetings)
            words = {0: "no meeting yet", 1: "1 meeting"}.get(count, f"{count} meetings")
            top = _item(dialogue.id, dialogue.title, words, is_dialogue=True)
            for meeting in dialogue.meetings:
                top.appendRow(_item(meeting.id, meeting.title, meeting.detail, is_dialogue=False))
            self.appendRow(top)

    def index_of(self, item_id: str) -> QModelIndex:
        """Where the dialogue or meeting of that id stands; an invalid index when nowhere."""
        found = self.match(
            self.index(0, 0), TreeRole.ID, item_id, 1, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        )
        return found[0] if found else QModelIndex()


def _item(item_id: str, title: str, detail: str, *, is_dialogue: bool) -> QStandardItem:
    item = QStandardItem(title)
    item.setEditable(False)
    item.setData(item_id, TreeRole.ID)
    item.setData(detail, TreeRole.DETAIL)
    item.setData(is_dialogue, TreeRole.IS_DIALOGUE)
    item.setData(f"{title}, {detail}", Qt.ItemDataRole.AccessibleTextRole)
    return item
