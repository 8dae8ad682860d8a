"""The demonstration's last scenes: what is hidden is decided, the summary approved, and five files leave."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QComboBox

from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.domain.codes import Category
from dialogue_notes.errors import KnownError
from dialogue_notes.export.formats import Format
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.view import ReviewView
from dialogue_notes.ui.summary.out_presenter import OutPresenter
from dialogue_notes.ui.summary.presenter import SummaryPresenter
from dialogue_notes.ui.summary.view import SummaryView

Picture = Callable[[str], None]
"""Keeps a picture of the window under a name."""

EVERYWHERE, HERE, NOT_HERE, IN_OTHER_WORDS = "P", "Shift+P", "Shift+N", "E"
"""Keys of the room: a pseudonym for every place or for this one, not identifying in this one, recast."""

CHANCE_NAME = "Ban Chi-ho"
"""A participant whose family name also stands in the record as a word: a seasonal ban."""

BY_HAND = (
    ("Delacourt", Category.PERSON),
    ("Harrow Lake", Category.ORGANISATION),
    ("Tarwen", Category.PLACE),
    ("Seoran", Category.PLACE),
)
"""What the program does not propose and a careful reader hides: a third person, an institute, the sides."""

GIVES_AWAY = (
    ("When I was ambassador we had a telephone", "There used to be a telephone"),
    ("Speaking for herself", "As a personal thought"),
)
"""Phrases by which a speaker could be told, and what may stand for them."""

_IN_THE_MIDDLE = 3


def review(hands: Hands, picture: Picture) -> None:
    """Review: one key for each thing that is proposed, a few by hand, then the meeting is called reviewed."""
    hands.run_command("Go to Review")
    room = hands.the(ReviewView)
    presenter = room.findChildren(ReviewPresenter)[0]
    hands.until(lambda: room.model.rowCount() > 0, "what is to be decided")
    hands.press("Alt+1")
    hands.until(room.cards.hasFocus, "the list of things to decide")
    decided = 0
    while not room.reviewed.isEnabled():
        if decided == _IN_THE_MIDDLE:
            picture("4-review")
        hands.press("Alt+Down")
        card = room.current_card()
        if card is not None and card.title == CHANCE_NAME and card.places > 1:
            hands.press("Return")  # on to the second place, which is a word
            hands.after(presenter.shown, lambda: hands.press(NOT_HERE), "the decision here")
            hands.after(presenter.shown, lambda: hands.press(HERE), "the decision there")
        else:
            hands.after(presenter.shown, lambda: hands.press(EVERYWHERE), "the decision")
        decided += 1
    for words, category in BY_HAND:
        _select(hands, room, words)
        _say_what_it_is(hands, room.strip.category.box, category)
        room.record.setFocus()
        hands.after(presenter.shown, lambda: hands.press(EVERYWHERE), "the decision by hand")
    for phrase, instead in GIVES_AWAY:
        _select(hands, room, phrase)
        hands.press(IN_OTHER_WORDS)
        hands.until(room.strip.wording.edit.hasFocus, "the wording")
        hands.after(presenter.shown, partial(hands.enter, instead), "the recast phrase")
    hands.after(presenter.shown, lambda: hands.click("Mark as reviewed"), "the meeting reviewed")


def _say_what_it_is(hands: Hands, box: QComboBox, category: Category) -> None:
    """Chooses a category with the arrow keys."""
    box.setFocus()
    hands.press("Home")
    while box.currentData() != category.value:
        hands.press("Down")


def _select(hands: Hands, room: ReviewView, words: str) -> None:
    """Selects the first place of `words` in the record, as dragging over them would."""
    room.record.setFocus()
    room.record.moveCursor(QTextCursor.MoveOperation.Start)
    room.record.find(words, QTextDocument.FindFlag.FindCaseSensitively)
    hands.until(lambda: room.record.selection() is not None, "the selected words")


def summarise(hands: Hands, picture: Picture) -> None:
    """Summary: a draft of all that principals may see, looked at on the very page, and approved."""
    hands.run_command("Go to Summary")
    room = hands.the(SummaryView)
    presenter = room.findChildren(SummaryPresenter)[0]
    out = room.findChildren(OutPresenter)[0]
    hands.until(room.draft.isVisible, "the empty page")
    hands.after(out.pages, lambda: hands.click("Draft from the whole record"), "the page")
    picture("5-summary")
    hands.click("Approve")
    hands.until(lambda: presenter.snapshot.is_approved, "the approval")


def export(hands: Hands, folder: Path, picture: Picture) -> list[Path]:
    """Export: all five formats through the leak gate. Raises what stopped it."""
    room = hands.the(SummaryView)
    out = room.findChildren(OutPresenter)[0]
    hands.press("Ctrl+E")
    sheet = room.export_sheet
    hands.until(sheet.isVisible, "the export sheet")
    for form, box in sheet.boxes.items():
        if not box.isChecked():
            hands.click(sheet.boxes[form].text())
    hands.click(sheet.overwrite.text())
    hands.fill("Into the folder", str(folder))
    ended: list[KnownError | None] = []
    out.export_done.connect(lambda _lines: ended.append(None))
    out.export_failed.connect(lambda error, _places: ended.append(error))
    hands.click("Export")
    hands.until(lambda: bool(ended), "the exports")
    if ended[0] is not None:
        raise ended[0]
    picture("6-export")
    return [folder / f"summary.{form.value}" for form in Format]
