"""A panel of the Review room alone in a window, on a meeting that has dangers: what its tests begin with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.codes import Category, Kind, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.storage import attributions, entities, interventions, meetings, participants, redactions
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault
from tests.ui.reviewing_table import Staff, make_staff

P = TypeVar("P", bound=QWidget)

QUOTE = "We can live with that"
PRIVATE = "Marlow told me privately that it is over."
SELF = "When I was ambassador we tried the same."


@dataclass
class PanelTable(Generic[P]):
    """A member of staff with one panel before them."""

    staff: Staff
    panel: P
    window: QWidget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key press where the focus is in the panel's window."""
        target = QApplication.focusWidget() or self.panel
        QTest.keyClick(target, key, modifiers)
        self.staff.settle()

    def type(self, text: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)

    def write(self, work: Callable[[Vault], object]) -> None:
        """What somebody else does meanwhile."""
        self.staff.composition.office.write(work, lambda _none: None)
        self.staff.settle()
        self.staff.composition.office.record_changed.emit()
        self.staff.settle()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()


def set_table(opened: Composition, panel: P) -> PanelTable[P]:
    """Fills the open vault with dangers and shows the panel; whoever bound it before sees the meeting in it."""
    staff = make_staff(opened)
    opened.office.write(lambda vault: _add_dangers(vault, staff.meeting_id), lambda _none: None)
    staff.settle()
    window = QWidget(opened.window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(panel)
    window.setGeometry(0, 0, 460, 700)
    window.raise_()
    window.show()
    staff.settle()
    return PanelTable(staff, panel, window)


def _add_dangers(vault: Vault, meeting_id: str) -> None:
    """A quotation without consent, a private remark of somebody absent, a self-reference; what is agreed is there."""
    session = meetings.sessions(vault, meeting_id)[0]
    dialogue = meetings.meeting(vault, meeting_id).dialogue_id
    who = participants.participants(vault, meeting_id)[0]
    for number, (text, kind, word, category) in enumerate(
        (
            (QUOTE, Kind.QUOTE, "", Category.PERSON),
            (PRIVATE, Kind.STATEMENT, "Marlow", Category.PERSON),
            (SELF, Kind.STATEMENT, "When I was ambassador", Category.SELF_REFERENCE),
        )
    ):
        one = Intervention(new_id(), session.id, 100 + number, kind, text)
        interventions.add_intervention(vault, one)
        attributions.set_speaker(vault, meeting_id, one.id, Speaker(who.id))
        if word:
            entity = Entity(new_id(), dialogue, category, word)
            entities.add_entity(vault, entity)
            start = text.index(word)
            redactions.add_redactions(vault, [_mark(meeting_id, one, entity, start, start + len(word))])


def _mark(meeting_id: str, one: Intervention, entity: Entity, start: int, end: int) -> Redaction:
    return Redaction(
        id=new_id(),
        meeting_id=meeting_id,
        place=intervention_place(one.id),
        start=start,
        end=end,
        entity_id=entity.id,
        category=entity.category,
        action=RedactionAction.PSEUDONYMISE,
        reason=RedactionReason.THIRD_PERSON_IDENTITY,
        state=RedactionState.SUGGESTED,
        why="a name",
    )
