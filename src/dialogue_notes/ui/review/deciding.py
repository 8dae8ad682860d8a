"""From keys, buttons and palette to what is asked for: each letter once, for list, record and strip alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_notes.domain.codes import Category, RedactionAction
from dialogue_notes.services.reviewing.selection import Wish
from dialogue_notes.ui.review.choosing import Choosing
from dialogue_notes.ui.review.columns import Columns
from dialogue_notes.ui.review.decision import WORDED
from dialogue_notes.ui.review.doable import doable
from dialogue_notes.ui.review.keys import ACTIONS, DEEDS, HERE_TOO, Deed
from dialogue_notes.ui.review.list_model import CardModel
from dialogue_notes.ui.review.model import Card, Part, places_words

_PLAIN = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)


class Deciding(QObject):
    """Letters act while the list or the record has the focus, and only then: fields keep their letters.

    The signals are those of the view.
    """

    decide_requested = Signal(str, str, object)
    redact_requested = Signal(object, object)
    always_requested = Signal(str, object)
    never_requested = Signal(str)
    merge_requested = Signal(object, str)
    split_requested = Signal(object)
    bulk_requested = Signal(object, str)
    look_requested = Signal(str, str)
    looked_requested = Signal(str)
    again_requested = Signal(str)
    words_requested = Signal(str, object)
    choices_requested = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QObject, columns: Columns, model: CardModel, choosing: Choosing) -> None:
        super().__init__(parent)
        self._columns = columns
        self._model = model
        self._choosing = choosing
        self._place_only = ""
        self._focus_before: QWidget | None = None
        self._merged = ""
        self._group: tuple[str, ...] = ()
        strip = columns.strip
        strip.pressed.connect(lambda letter: self.press(DEEDS[letter]))
        strip.worded.connect(self._decide)
        strip.abandoned.connect(self._give_focus_back)
        columns.merge.given.connect(self._merge)
        columns.bulk.given.connect(self._decide_group)
        for prompt in (columns.merge, columns.bulk):
            prompt.left.connect(self._give_focus_back)
        columns.left.cards.installEventFilter(self)
        columns.record.installEventFilter(self)

    def press(self, deed: Deed, *, here_only: bool = False) -> None:
        """What a key of the room does; `here_only` for the one place that is shown."""
        card, record = self._choosing.card(), self._columns.record
        if deed in _ELSEWHERE:
            self.opened.emit(deed.value)
        elif deed in {Deed.NEXT, Deed.PREVIOUS}:
            self._choosing.step(1 if deed is Deed.NEXT else -1)
        elif deed in ACTIONS:
            self._want(ACTIONS[deed], here_only=here_only)
        elif card is not None and not record.has_selection:
            self._do(deed, card, here_only=here_only)

    def forget(self) -> None:
        """Drops what was begun."""
        self._place_only = self._merged = ""
        self._group = ()
        self._focus_before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take_key(event):
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _PLAIN:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choosing.next_place()
            return True
        deed = DEEDS.get(event.text().upper())
        if deed is None:
            return False
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.press(deed, here_only=is_shifted and deed in HERE_TOO)
        return True

    def _want(self, action: RedactionAction, *, here_only: bool) -> None:
        selection, record = self._columns.record.selection(), self._columns.record
        card = self._choosing.card()
        if selection is None and (record.has_selection or card is None):
            return
        self._place_only = self._choosing.place_id if here_only else ""
        if action in WORDED:
            self._keep_focus()
            self.words_requested.emit(card.key if card is not None and selection is None else "", action)
        else:
            self._decide(action, "")

    def _do(self, deed: Deed, card: Card, *, here_only: bool) -> None:
        place = self._choosing.place_id if here_only else ""
        deeds: dict[Deed, Callable[[], None]] = {
            Deed.NOT_IDENTIFYING: lambda: self._reject(card, place),
            Deed.ALWAYS: lambda: self._always(card),
            Deed.NEVER: lambda: self._never(card),
            Deed.MERGE: lambda: self._ask_merge(card),
            Deed.SPLIT: lambda: self._split(card),
            Deed.BULK: lambda: self._ask_bulk(card),
            Deed.LOOKED_AT: lambda: self.looked_requested.emit(card.key),
            Deed.ASK_AGAIN: lambda: self.again_requested.emit(card.key),
            Deed.SECOND_LOOK: lambda: self.look_requested.emit(card.key, self._choosing.place_id),
        }
        if deed in doable(card):
            deeds[deed]()

    def _decide(self, action: RedactionAction, wording: str) -> None:
        strip, record = self._columns.strip, self._columns.record
        selection = record.selection()
        wish = Wish(action, strip.chosen_reason(), replacement=wording)
        card = self._choosing.card()
        if selection is not None:
            record.drop_selection()
            self.redact_requested.emit(selection, replace(wish, category=Category(strip.category.code())))
        elif card is not None and not record.has_selection:
            self._choosing.go_on_when_decided()
            self.decide_requested.emit(card.key, self._place_only, wish)
        self._place_only = ""
        self._give_focus_back()

    def _reject(self, card: Card, place: str) -> None:
        self._choosing.go_on_when_decided()
        self.decide_requested.emit(card.key, place, None)

    def _always(self, card: Card) -> None:
        self._choosing.go_on_when_decided()
        reason = self._columns.strip.chosen_reason()
        self.always_requested.emit(card.key, Wish(RedactionAction.PSEUDONYMISE, reason))

    def _never(self, card: Card) -> None:
        self._choosing.go_on_when_decided()
        self.never_requested.emit(card.key)

    def _split(self, card: Card) -> None:
        if card.places > 1 and self._choosing.place_id:
            self.split_requested.emit((self._choosing.place_id,))

    def _ask_merge(self, card: Card) -> None:
        self._merged = card.key
        self._keep_focus()
        self.choices_requested.emit(card.key)

    def _merge(self, into: str) -> None:
        merged, self._merged = self._merged, ""
        self._give_focus_back()
        if merged and into != merged:
            self.merge_requested.emit((merged,), into)

    def _ask_bulk(self, card: Card) -> None:
        rest = self._model.rest_of_group(card)
        if not rest:
            return
        self._group = tuple(one.key for one in rest)
        self._keep_focus()
        places = sum(one.undecided + one.again for one in rest)
        what = card.heading.lower() if len(rest) > 1 else f"of “{card.heading}”"
        first = Deed.NOT_IDENTIFYING if card.part is Part.PERHAPS else Deed.PSEUDONYM
        self._columns.bulk.ask(f"{len(rest):,} {what} in {places_words(places)}", first)

    def _decide_group(self, letter: str) -> None:
        keys, self._group = self._group, ()
        self._give_focus_back()
        self._choosing.go_on_when_decided()
        self.bulk_requested.emit(keys, letter)

    def _keep_focus(self) -> None:
        self._focus_before = QApplication.focusWidget()

    def _give_focus_back(self) -> None:
        before, self._focus_before = self._focus_before, None
        if before is not None:
            mine = before if before is self._columns.record else self._columns.left.cards
            mine.setFocus(Qt.FocusReason.OtherFocusReason)


_ELSEWHERE = frozenset({Deed.COMMENT, Deed.DANGERS, Deed.SIDE_BY_SIDE, Deed.FILTER})
