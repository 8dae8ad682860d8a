"""The demonstration's review: everything that is proposed is decided by keys, then the dangers and the checklist."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.dangers.checklist import ChecklistItem
from dialogue_notes.domain.dangers.danger import Remedy
from dialogue_notes.ui.common.fields import ChoiceField
from dialogue_notes.ui.review.checklist.panel import ChecklistPanel
from dialogue_notes.ui.review.checklist.presenter import ChecklistPresenter
from dialogue_notes.ui.review.dangers.panel import DangersPanel
from dialogue_notes.ui.review.dangers.presenter import DangersPresenter
from dialogue_notes.ui.review.model import Card, MarkLook, Part
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.view import ReviewView

Picture = Callable[[str], None]
"""Keeps a picture of the window under a name."""

EVERYWHERE, HERE, NOT_HERE, NOT_ANYWHERE, IN_OTHER_WORDS, REST = "P", "Shift+P", "Shift+N", "N", "E", "B"
"""Keys of the room: a pseudonym for every place or for this one, not identifying in this one or at all, recast, and
the rest of the group."""
SEEN, REPORTED, WITHHELD = "A", "S", "W"
"""Keys of the dangers: it may stay, reported speech instead of the quotation, withhold the entry."""

CHANCE_NAME = "Ban Chi-ho"
"""A participant whose family name also stands in the record as a word: a seasonal ban."""

ABSENT = (
    ("Hwang", Category.PERSON),
    ("Delacourt", Category.PERSON),
    ("Harrow Lake", Category.ORGANISATION),
    ("Kelm", Category.PLACE),
    ("Dorran", Category.PLACE),
    ("Tarwen", Category.PLACE),
    ("Seoran", Category.PLACE),
)
"""Whom and what a careful reader hides besides the roster; selected by hand where the program does not propose it."""

GIVES_AWAY = (
    ("When I was ambassador", "In other times"),
    ("Speaking for herself", "As a personal thought"),
    ("our side", "one side"),
    ("her institute", "an institute"),
)
"""Phrases by which a speaker could be told, and what may stand for them."""

WHY_IT_MAY_STAY = "Looked at with both heads of delegation"
_IN_THE_MIDDLE = 3


def _no_picture(_name: str) -> None:
    """For whoever only plays."""


def review(hands: Hands, picture: Picture) -> None:
    """Review: one key for each thing that is proposed, a few by hand, some in bulk; then the meeting is reviewed."""
    hands.run_command("Go to Review")
    room = hands.the(ReviewView)
    desk = _Desk(hands, room)
    hands.until(lambda: room.model.rowCount() > 0, "what is to be decided")
    hands.press("Alt+1")
    hands.until(room.cards.hasFocus, "the list of things to decide")
    desk.decide_all(picture)
    desk.hide_the_rest_by_hand()
    see_to_dangers(hands, room, picture)
    answer_checklist(hands, room, picture)
    hands.press("Alt+1")
    hands.until(room.reviewed.isEnabled, "nothing open")
    hands.after(desk.presenter.shown, lambda: hands.click("Mark as reviewed"), "the meeting reviewed")
    hands.until(lambda: room.shown.is_reviewed, "the meeting reviewed")


class _Desk:
    """The list and the record, and what is decided there."""

    def __init__(self, hands: Hands, room: ReviewView) -> None:
        self._hands = hands
        self._room = room
        self.presenter = room.findChildren(ReviewPresenter)[0]

    def decide_all(self, picture: Picture) -> None:
        """Goes through the list until nothing in it waits."""
        decided = 0
        while self._room.model.next_open(-1) >= 0:
            if decided == _IN_THE_MIDDLE:
                picture("4-review")
            self._hands.press("Alt+Down")
            card = self._room.current_card()
            if card is not None:
                self._decide(card)
            decided += 1

    def hide_the_rest_by_hand(self) -> None:
        """Selects what was not proposed, and hides it."""
        room, hands = self._room, self._hands
        for words, category in ABSENT:
            if self._select_if_open(words):
                _choose(hands, room.strip.category, category)
                room.record.setFocus()
                self._press(EVERYWHERE)
        for phrase, instead in GIVES_AWAY:
            if self._select_if_open(phrase):
                self._recast(instead)

    def _decide(self, card: Card) -> None:
        title = card.title.casefold()
        recast = next((instead for phrase, instead in GIVES_AWAY if phrase.casefold() == title), None)
        if card.title == CHANCE_NAME and card.category is Category.PERSON and card.undecided > 1:
            self._hands.press("Return")  # on to the second place, which is a word
            self._press(NOT_HERE)
            self._press(HERE)
        elif recast is not None:
            self._recast(recast)
        elif _identifies(card):
            self._press(EVERYWHERE)
        elif card.part is Part.PERHAPS and not any(map(_identifies, self._room.model.rest_of_group(card))):
            self._hands.press(REST)
            self._hands.until(self._room.columns.bulk.isVisible, "the question for the whole group")
            self._press("Return")
        else:
            self._press(NOT_ANYWHERE)

    def _press(self, key: str) -> None:
        self._hands.after(self.presenter.shown, lambda: self._hands.press(key), "the decision")

    def _recast(self, instead: str) -> None:
        self._hands.press(IN_OTHER_WORDS)
        self._hands.until(self._room.strip.wording.edit.hasFocus, "the wording")
        self._hands.after(self.presenter.shown, partial(self._hands.enter, instead), "the recast phrase")

    def _select_if_open(self, words: str) -> bool:
        """Selects the first place of `words` in the record that is not hidden, as dragging over it would."""
        record = self._room.record
        for row, passage in enumerate(record.passages):
            start = passage.text.find(words)
            if start >= 0 and not any(
                mark.look is MarkLook.HIDDEN and mark.start <= start < mark.end for mark in passage.marks
            ):
                record.setFocus()
                record.select(row, start, start + len(words))
                self._hands.until(lambda: record.selection() is not None, "the selected words")
                return True
        return False


def _identifies(card: Card) -> bool:
    if card.category is Category.PERSON and card.is_participant:
        return True
    return any(words.casefold() in card.title.casefold() for words, _ in ABSENT)


def _choose(hands: Hands, field: ChoiceField, category: Category) -> None:
    """Chooses a category with the arrow keys."""
    field.box.setFocus()
    hands.press("Home")
    while field.code() != category.value:
        hands.press("Down")


def see_to_dangers(hands: Hands, room: ReviewView, picture: Picture = _no_picture) -> None:
    """A quotation without consent becomes reported speech, a private remark is withheld, the others are looked at."""
    hands.press("Alt+1")
    panel = hands.the(DangersPanel)
    presenter = room.findChildren(DangersPresenter)[0]
    hands.after(presenter.shown, lambda: hands.press("D"), "the dangers")
    hands.until(lambda: panel.list.hasFocus() or not panel.model.rowCount(), "the list of dangers")
    picture("4-review-dangers")
    while (row := panel.current()) is not None:
        count = panel.model.rowCount()
        if row.offers(Remedy.REWORD):
            hands.press(REPORTED)
        elif row.offers(Remedy.WITHHOLD) and any(words in row.about for words, _ in ABSENT):
            hands.press(WITHHELD)
        elif (
            row.danger is None or not row.danger.must_be_decided
        ):  # else it was decided just now, and goes by itself
            hands.press(SEEN)
            hands.until(panel.reason.edit.hasFocus, "the question why it may stay")
            hands.enter(WHY_IT_MAY_STAY)
        hands.until(partial(_has_fewer, panel, count), "the danger seen to")


def _has_fewer(panel: DangersPanel, count: int) -> bool:
    return panel.model.rowCount() < count


def answer_checklist(hands: Hands, room: ReviewView, picture: Picture = _no_picture) -> None:
    """No to every question, as somebody might who was in the room."""
    panel = hands.the(ChecklistPanel)
    presenter = room.findChildren(ChecklistPresenter)[0]
    hands.after(presenter.shown, lambda: hands.press("Alt+4"), "the checklist")
    hands.until(lambda: any(line.hasFocus() for line in panel.lines.values()), "a question")
    for number, _ in enumerate(ChecklistItem):
        if number == _IN_THE_MIDDLE:
            picture("4-review-checklist")
        hands.after(presenter.done, lambda: hands.press("N"), "the answer")
