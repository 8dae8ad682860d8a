"""The Review room in the real window on a meeting that was noted, driven by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.ui.review.decider import Decider
from dialogue_notes.ui.review.model import Card
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.view import ReviewView
from tests.ui.conftest import wait_for
from tests.ui.reviewing_table import Staff, make_staff

PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass
class Reviewer:
    """A member of staff in the Review room."""

    staff: Staff

    @property
    def view(self) -> ReviewView:
        view = self.staff.composition.window._rooms["review"].view
        assert isinstance(view, ReviewView)
        return view

    @property
    def presenter(self) -> ReviewPresenter:
        found = self.view.findChild(ReviewPresenter)
        assert isinstance(found, ReviewPresenter)
        return found

    @property
    def decider(self) -> Decider:
        found = self.presenter.findChild(Decider)
        assert isinstance(found, Decider)
        return found

    def cards(self) -> list[Card]:
        """The things in the list, in its order."""
        model = self.view.model
        return [card for row in range(model.rowCount()) if (card := model.card_at(row)) is not None]

    def choose(self, title: str) -> str:
        """Chooses a thing by its name, with the focus on the list."""
        key = next(card.key for card in self.cards() if card.title == title)
        self.view.cards.setFocus()
        self.view.cards.setCurrentIndex(self.view.model.index(self.view.model.row_of(key)))
        return key

    def card(self, key: str) -> Card:
        """A thing as it stands."""
        return next(card for card in self.view.shown.cards if card.key == key)

    def current(self) -> Card:
        """The thing that is chosen."""
        card = self.view.current_card()
        assert card is not None
        return card

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.staff.press(key, modifiers)

    def decide(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Presses a key and waits until what it decided is written and shown."""
        self.after(lambda: self.staff.press(key, modifiers))

    def after(self, act: Callable[[], object]) -> None:
        wait_for(self.presenter.decided, act)
        self.staff.settle()

    def undo(self) -> None:
        wait_for(self.decider.undone, lambda: self.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
        self.staff.settle()

    def redo(self) -> None:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        wait_for(self.decider.redone, lambda: self.press(Qt.Key.Key_Z, both))
        self.staff.settle()

    def of(self, key: str) -> list[Redaction]:
        """What is stored of a thing in this meeting."""
        return [one for one in self.staff.redactions() if one.entity_id == key]

    def seen(self) -> str:
        """What the audience sees, once it follows what was decided."""
        self.presenter._preview.stop()
        wait_for(self.presenter.seen, self.presenter._read_seen)
        return self.view.seen.toPlainText()


def enter_room(opened: Composition) -> Reviewer:
    """Fills the vault, opens the room and waits until the record was looked through."""
    reviewer = Reviewer(make_staff(opened))
    opened.window.show_room("review")
    while not reviewer.view.model.rowCount():
        wait_for(reviewer.presenter.shown, lambda: None)
    reviewer.staff.settle()
    return reviewer


@pytest.fixture
def reviewer(opened: Composition) -> Reviewer:
    """In the Review room, the record looked through."""
    return enter_room(opened)
