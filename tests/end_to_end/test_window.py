"""The main job in one real window, by keys and mouse alone: from a new vault to five exports, a lock, and back."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from dialogue_notes.app.compose import Composition
from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.app.demo_review import answer_checklist, see_to_dangers
from dialogue_notes.ui.common.labels import PlainLabel
from dialogue_notes.ui.meetings.dialogue_pane import DialoguePane
from dialogue_notes.ui.meetings.meeting_pane import MeetingPane
from dialogue_notes.ui.meetings.presenter import MeetingsPresenter
from dialogue_notes.ui.meetings.roster_presenter import RosterPresenter
from dialogue_notes.ui.meetings.view import MeetingsView
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.view import RecordRoom
from dialogue_notes.ui.review.model import Part
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.view import ReviewView
from dialogue_notes.ui.summary.out_presenter import OutPresenter
from dialogue_notes.ui.summary.presenter import SummaryPresenter
from dialogue_notes.ui.summary.view import SummaryView
from dialogue_notes.ui.unlock.view import UnlockView

PASSPHRASE = "seven geese over the lake"
ROSTER = (
    "Name;Delegation;Capacity\n"
    "Ren Tadashi;North shore;former official\n"
    "Oda Michiko;North shore;specialist\n"
    "Baran Kova;North shore;official\n"
    "Elin Marsk;South shore;former official\n"
    "Jo Halden;South shore;specialist\n"
    "Piet Ruys;South shore;legislator\n"
    "Sofia Lind;Hosts;facilitator"
)
LINES = (
    "rt: The ferry could run again if nobody calls it a concession.",
    "em: Marsk asked whether Tadashi would say so at home.",
    "Not this year.",
    '" We have buried the word and kept the ferry.',
    "-- Kova writes everything down.",
    "jh: A timetable is a smaller thing than a treaty. %option",
    "?: The harbour towns want it.",
    "== Each side brings one page on the ferry to the next meeting.",
    "!! Lind sends the dates by 12 May",
    "(Coffee, fifteen minutes)",
)
NAMES = (
    "Tadashi",
    "Ren",
    "Michiko",
    "Oda",
    "Kova",
    "Baran",
    "Marsk",
    "Elin",
    "Halden",
    "Ruys",
    "Lind",
    "Sofia",
)


def test_the_main_job_from_a_new_vault_to_five_exports_and_back_after_a_lock(
    composition: Composition, tmp_path: Path
) -> None:
    hands = Hands(composition.window)
    _make_vault(hands, composition)
    _prepare(hands)
    _record(hands)
    _review(hands)
    out = tmp_path / "out"
    _summarise_and_export(hands, out)
    _look_into(out)
    before = _everything(composition)
    hands.after(composition.office.closed, lambda: hands.press("Ctrl+L"), "the lock")
    assert _shown_words(composition) & set(NAMES) == set()
    hands.type_text(PASSPHRASE)
    hands.after(composition.office.unlocked, lambda: hands.press("Return"), "the open vault")
    hands.until(lambda: bool(hands.the(SummaryView).sources_model.rowCount()), "the summary")
    assert _everything(composition) == before


def _make_vault(hands: Hands, composition: Composition) -> None:
    room = hands.the(UnlockView)
    hands.click("New vault")
    hands.fill("Name of the vault", "Ferry")
    hands.fill("Your name", "Ada Holm")
    for field in ("Passphrase", "The same again"):
        hands.named(QLineEdit, field).setFocus()
        hands.type_text(PASSPHRASE)
    hands.click("Make the vault")
    hands.until(lambda: room.page is room.key_page, "the recovery key")
    labels = room.key_page.findChildren(PlainLabel)
    groups = [label.text() for label in labels if label.accessibleName().startswith("Group ")]
    hands.enter(groups[-1])
    hands.until(lambda: room.page is room.first_page, "the first dialogue")
    hands.enter("Ferry Dialogue")
    hands.until(lambda: composition.office.is_open, "the open vault")


def _prepare(hands: Hands) -> None:
    room = hands.the(MeetingsView)
    presenter = room.findChildren(MeetingsPresenter)[0]
    roster = room.findChildren(RosterPresenter)[0]
    hands.until(hands.the(DialoguePane).isVisible, "the dialogue")
    hands.after(presenter.made, lambda: hands.press("Ctrl+N"), "the new meeting")
    hands.until(hands.the(MeetingPane).isVisible, "the meeting")
    hands.after(
        presenter.meeting_shown, lambda: hands.fill("Title of the meeting", "Third meeting"), "the title"
    )
    hands.press("Ctrl+Shift+V")
    hands.after(roster.table_understood, lambda: hands.type_text(ROSTER), "the table")
    hands.after(roster.table_taken, lambda: hands.press("Ctrl+Return"), "the roster")


def _record(hands: Hands) -> None:
    hands.press("Ctrl+2")
    room = hands.the(RecordRoom)
    desk = room.findChildren(Desk)[0]
    hands.until(lambda: desk.view is not None, "the session")
    hands.until(room.area.edit.hasFocus, "the typing line")
    for line in LINES:
        before = len(desk.model.rows)
        hands.enter(line)
        hands.until(partial(_has_more, desk, before), "the entry on the disk")


def _has_more(desk: Desk, before: int) -> bool:
    return len(desk.model.rows) > before


def _review(hands: Hands) -> None:
    room = hands.the(ReviewView)
    presenter = room.findChildren(ReviewPresenter)[0]
    hands.press("Ctrl+3")
    hands.until(lambda: room.model.rowCount() > 0, "the things to decide")
    while (card := room.current_card()) is not None and card.undecided:
        key = "N" if card.part is Part.PERHAPS else "P"
        hands.after(presenter.decided, partial(hands.press, key), "the decision")
        hands.until(partial(_is_decided, room, card.key), "the next card")
    see_to_dangers(hands, room)
    answer_checklist(hands, room)
    hands.press("Alt+1")
    hands.until(room.reviewed.isEnabled, "nothing open")
    QTest.mouseClick(room.reviewed, Qt.MouseButton.LeftButton)
    hands.until(lambda: room.reviewed.text() == "Reviewed", "the review")


def _is_decided(room: ReviewView, key: str) -> bool:
    card = room.model.card_at(room.model.row_of(key))
    return card is not None and not card.undecided


def _summarise_and_export(hands: Hands, out: Path) -> None:
    room = hands.the(SummaryView)
    presenter = room.findChildren(SummaryPresenter)[0]
    outward = room.findChildren(OutPresenter)[0]
    hands.press("Ctrl+4")
    hands.until(room.draft.isVisible, "the room")
    hands.click("Draft from the whole record")
    hands.until(lambda: room.pages.page_count > 0, "the page")
    hands.click("Approve")
    hands.until(lambda: presenter.snapshot.is_approved, "the approval")
    hands.press("Ctrl+E")
    for words in ("Web page", "Markdown", "Plain text"):
        hands.click(words)
    hands.named(QLineEdit, "Into the folder").setFocus()
    hands.press("Ctrl+A")
    hands.type_text(str(out))
    hands.after(outward.export_done, lambda: hands.click("Export"), "the files")
    hands.press("Escape")


def _look_into(out: Path) -> None:
    """All five are there, say what may be said, and name nobody."""
    pdf = "\n".join(page.extract_text() for page in pypdf.PdfReader(out / "summary.pdf").pages)
    with ZipFile(out / "summary.docx") as parts:
        docx = "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    texts = {"pdf": pdf, "docx": docx}
    for ending in ("html", "md", "txt"):
        texts[ending] = (out / f"summary.{ending}").read_text(encoding="utf-8")
    for ending, text in texts.items():
        assert "concession" in text, ending
        assert "timetable" in text, ending
        assert "“We have buried" not in text, ending  # it is reported speech now
        assert "writes everything down" not in text, ending
        assert [name for name in NAMES if name in text] == [], ending


def _everything(composition: Composition) -> tuple[str, ...]:
    """What each room shows, room by room."""
    hands = Hands(composition.window)
    record, review, summary = hands.the(RecordRoom), hands.the(ReviewView), hands.the(SummaryView)
    desk = record.findChildren(Desk)[0]
    hands.press("Ctrl+2")
    hands.until(lambda: len(desk.model.rows) == len(LINES), "the record")
    rows = tuple(str(desk.model.index(place, 0).data()) for place in range(len(LINES)))
    hands.press("Ctrl+3")
    hands.until(lambda: bool(review.record.toPlainText()), "the review")
    hands.press("Ctrl+4")
    hands.until(lambda: bool(summary.editor.model.rowCount()), "the summary")
    hands.until(lambda: summary.side.approve.text() == "Approved", "the approval")
    points = [summary.editor.model.row_at(place) for place in range(summary.editor.model.rowCount())]
    shown = "\n".join(point.words for point in points if point is not None)
    return (*rows, _digest(review.record.toPlainText()), _digest(shown))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _shown_words(composition: Composition) -> set[str]:
    """Every word in any widget of the locked window."""
    words: set[str] = set()
    for widget in QApplication.allWidgets():
        for name in ("text", "toPlainText", "windowTitle", "accessibleName", "toolTip"):
            told = getattr(widget, name, None)
            value = told() if callable(told) and not isinstance(widget, type) else ""
            if isinstance(value, str):
                words.update(value.replace(".", " ").split())
    return words
