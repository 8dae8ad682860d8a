"""A whole meeting reviewed, summarised and exported with keys alone: no mouse event reaches the window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from dialogue_notes.app.compose import Composition
from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.app.demo_review import answer_checklist, see_to_dangers
from dialogue_notes.domain.codes import MeetingState
from dialogue_notes.services.importing.files import read_import_file
from dialogue_notes.services.importing.importer import import_files
from dialogue_notes.services.meetings import list_overview
from dialogue_notes.services.places import InlinePlaces
from dialogue_notes.storage import meetings
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.review.model import Card
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.view import ReviewView
from dialogue_notes.ui.summary.out_presenter import OutPresenter
from dialogue_notes.ui.summary.presenter import SummaryPresenter
from dialogue_notes.ui.summary.view import SummaryView
from tests.support.valley_meeting import PEOPLE, meeting_file
from tests.ui.conftest import settle

pytestmark = pytest.mark.timeout(300)

WORDED = {
    "When I was ambassador": ("E", "In earlier times"),
    "Our side": ("E", "One side"),
    "Delta Research Institute": ("G", "an institute"),
    "Colonel Dubrin": ("G", "an officer"),
}
"""What gets words of its own, with the key and the words."""
LETTERS = {
    "Minister Orsolya Kestner": "A",
    "Ostrel": "P",
    "Lindau House": "P",
    "Upper Rivers Agency": "P",
    "office@delta-institute.example": "R",
    "Anselm Pell": "N",
}
BY_HAND = ("Wenn market", "Spoke for himself")
GONE = (
    "Seung-ho", "탁승호", "Myung", "명다린", "Da-rin", "Brenvik", "Ottoline", "Harbuni", "Nawfal", "الحربوني", "Qiao",
    "Ruilan", "乔瑞岚", "Torquist", "Ferran", "Gormond", "Anselm", "Kestner", "Orsolya", "Dubrin", "ambassador",
    "Ostrel", "Lindau", "Wenn market", "Upper Rivers", "Delta Research", "office@", "Spoke for himself", "Our side",
)  # fmt: skip
STAYS = (
    "nine weeks of water", "In earlier times we measured the river", "A will of iron", "One side cannot sign",
    "an officer guards the sluices", "What a pell of silence", "14 June", "an institute could host",
)  # fmt: skip


class _Mouse(QObject):
    """Counts what a mouse would do."""

    def __init__(self) -> None:
        super().__init__()
        self.clicks = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.clicks += event.type() is QEvent.Type.MouseButtonPress
        return super().eventFilter(watched, event)


@pytest.fixture
def mouse() -> Iterator[_Mouse]:
    made = _Mouse()
    QApplication.instance().installEventFilter(made)  # type: ignore[union-attr]  # there is one in every such test
    yield made
    QApplication.instance().removeEventFilter(made)  # type: ignore[union-attr]  # as above


def test_a_meeting_is_reviewed_and_exported_by_keys_alone(
    opened: Composition, tmp_path: Path, mouse: _Mouse
) -> None:
    meeting_id = _import(opened, tmp_path)
    hands = Hands(opened.window)
    hands.press("Ctrl+3")
    room = hands.the(ReviewView)
    hands.until(lambda: room.model.rowCount() > 0, "what is to be decided")
    reviewer = _Reviewer(hands, room)

    reviewer.try_and_take_back()
    reviewer.filter()
    reviewer.decide_all()
    reviewer.hide_by_hand()
    hands.until(lambda: not room.reviewed.isEnabled(), "the dangers and the checklist, which are open")
    see_to_dangers(hands, room)
    answer_checklist(hands, room)
    hands.press("Alt+1")
    hands.until(room.reviewed.isEnabled, "nothing open")
    hands.run_command("Mark the meeting as reviewed")
    hands.until(lambda: room.shown.is_reviewed, "the review")
    assert _state(opened, meeting_id) is MeetingState.REVIEWED

    text = _export(hands, tmp_path / "out")
    assert [words for words in GONE if words in text] == []
    assert [words for words in STAYS if words not in text] == []
    assert mouse.clicks == 0


class _Reviewer:
    """A member of staff with a keyboard."""

    def __init__(self, hands: Hands, room: ReviewView) -> None:
        self._hands = hands
        self._room = room
        self._presenter = room.findChildren(ReviewPresenter)[0]

    def try_and_take_back(self) -> None:
        """One decision and its undoing, its doing again, and its undoing for good."""
        self._press("Alt+1", "J")
        before = self._room.shown.decided
        card = self._card()
        self._decide("P")
        assert self._room.shown.decided == before + card.undecided
        for key, decided in (
            ("Ctrl+Z", before),
            ("Ctrl+Shift+Z", before + card.undecided),
            ("Ctrl+Z", before),
        ):
            self._decide(key)
            self._hands.until(partial(self._has_decided, decided), key)

    def filter(self) -> None:
        """The list narrowed to some words, and whole again."""
        whole = self._room.model.rowCount()
        self._press("/")
        self._hands.type_text("kestner")
        self._hands.until(lambda: self._room.model.rowCount() < whole, "the narrow list")
        assert "Kestner" in self._card().title
        self._press("Escape")
        self._hands.until(lambda: self._room.model.rowCount() == whole, "the whole list")

    def decide_all(self) -> None:
        """Every thing of the list: a letter, words of one's own, or its whole group at once."""
        self._press("Alt+1")
        while self._room.model.next_open(-1) >= 0:
            self._press("Alt+Down")
            card = self._card()
            if card.title in WORDED:
                self._worded(*WORDED[card.title])
            elif card.title in LETTERS:
                self._decide(LETTERS[card.title])
            elif card.is_participant:
                self._decide("P")
            elif not any(one.title in {*WORDED, *LETTERS} for one in self._room.model.rest_of_group(card)):
                self._press("B", "N")
                self._decide("Return")
            else:
                self._decide("N")

    def hide_by_hand(self) -> None:
        """Words that nobody proposed, selected with the arrow keys."""
        for words in BY_HAND:
            self._select(words)
            self._worded("E", "Elsewhere" if words == BY_HAND[0] else "As a thought of one person")

    def _select(self, words: str) -> None:
        record = self._room.record
        row = next(at for at, one in enumerate(record.passages) if words in one.text)
        self._press("Alt+2", "Ctrl+Home")
        while record._caret.spot.row < row:
            self._press("Down")
        self._press("Home", *["Right"] * record.passages[row].text.index(words))
        self._press(*["Shift+Right"] * len(words))
        selected = record.selection()
        assert selected is not None
        assert record.passages[row].text[selected.start : selected.end] == words

    def _worded(self, key: str, words: str) -> None:
        self._press(key)
        self._hands.until(self._room.strip.wording.edit.hasFocus, "the wording")
        self._press("Ctrl+A")
        self._hands.after(self._presenter.shown, partial(self._hands.enter, words), "the wording kept")

    def _decide(self, key: str) -> None:
        self._hands.after(self._presenter.shown, partial(self._hands.press, key), f"what {key} does")

    def _press(self, *keys: str) -> None:
        for key in keys:
            self._hands.press(key)

    def _has_decided(self, count: int) -> bool:
        return self._room.shown.decided == count

    def _card(self) -> Card:
        card = self._room.current_card()
        assert card is not None
        return card


def _export(hands: Hands, folder: Path) -> str:
    room = hands.the(SummaryView)
    presenter, out = room.findChildren(SummaryPresenter)[0], room.findChildren(OutPresenter)[0]
    hands.press("Ctrl+4")
    hands.until(room.draft.isVisible, "the empty page")
    hands.after(out.pages, lambda: hands.run_command("Draft from the whole record"), "the page")
    hands.run_command("Approve this summary")
    hands.until(lambda: presenter.snapshot.is_approved, "the approval")
    hands.press("Ctrl+E")
    sheet = room.export_sheet
    hands.until(sheet.isVisible, "the export sheet")
    _tab_to(hands, "Plain text")
    hands.press("Space")
    _tab_to(hands, "Into the folder")
    hands.press("Ctrl+A")
    hands.type_text(str(folder))
    hands.after(out.export_done, lambda: hands.press("Return"), "the files")
    assert len(PEOPLE) > len(list(folder.iterdir())) > 0
    return (folder / "summary.txt").read_text(encoding="utf-8")


def _tab_to(hands: Hands, name: str) -> None:
    """Goes to a control by Tab, as far as it takes."""
    for _step in range(40):
        widget = QApplication.focusWidget()
        shown = getattr(widget, "text", str)
        if widget is not None and name in {widget.accessibleName(), shown()}:
            return
        hands.press("Tab")
    pytest.fail(f"Tab does not lead to {name}")


def _import(opened: Composition, folder: Path) -> str:
    """The meeting in the open vault, chosen."""
    file = folder / "valley.json"
    file.write_text(json.dumps(meeting_file()), encoding="utf-8")

    def work(vault: Vault) -> None:
        places = InlinePlaces()
        import_files(vault, places, [read_import_file(file)]).result()
        places.close()

    chosen: list[str] = []

    def choose(overview: tuple[object, ...]) -> None:
        dialogue = overview[-1]
        meeting = dialogue.meetings[0].meeting  # type: ignore[attr-defined]  # a DialogueOverview
        chosen.append(meeting.id)
        opened.office.choose_meeting(meeting.dialogue_id, meeting.id)

    opened.office.write(work, lambda _none: None)
    settle(opened)
    opened.office.read(list_overview, choose)
    settle(opened)
    return chosen[0]


def _state(opened: Composition, meeting_id: str) -> MeetingState:
    found: list[MeetingState] = []
    opened.office.read(lambda reader: meetings.meeting(reader, meeting_id).state, found.append)
    settle(opened)
    return found[0]
