"""Comments in the panel, by keys alone, with every word on the disk and none left after locking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.comments import About, CommentThread
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.spans import Span
from dialogue_notes.services import comments
from dialogue_notes.storage.half_typed import HalfTyped, half_typed
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.review.comments.binding import bind_comments
from dialogue_notes.ui.review.comments.model import Topic
from dialogue_notes.ui.review.comments.panel import CommentsPanel
from dialogue_notes.ui.review.comments.presenter import FIELD, ROOM, CommentsPresenter
from tests.ui.conftest import focused, wait_for
from tests.ui.reviewing_table import Staff, make_staff

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Desk(Staff):
    """Staff with the panel before them, looking at the first words of the first entry."""

    panel: CommentsPanel
    presenter: CommentsPresenter
    topic: Topic

    def threads(self) -> tuple[CommentThread, ...]:
        return self.read(lambda reader: comments.threads(reader, self.meeting_id))

    def words(self) -> list[list[str]]:
        return [[one.text for one in thread.comments] for thread in self.threads()]

    def write(self, text: str) -> None:
        """Types a comment and keeps it."""
        self.panel.take_focus()
        self.type(text)
        wait_for(self.presenter.saved, lambda: self.press(Qt.Key.Key_Return))
        self.settle()

    def push(self, words: str) -> None:
        """Presses a button of the first card that has it, by the key."""
        for card in self.panel.cards():
            for button in card.findChildren(QPushButton):
                if button.text() == words:
                    button.setFocus()
                    self.press(Qt.Key.Key_Return)
                    return
        raise AssertionError(words)

    def shown(self) -> str:
        return "\n".join(label.text() for label in self.panel.findChildren(QLabel))


@pytest.fixture
def desk(opened: Composition) -> Iterator[Desk]:
    staff = make_staff(opened)
    panel, presenter = CommentsPanel(), CommentsPresenter(opened.office)
    bind_comments(panel, presenter)
    panel.setParent(opened.window)
    panel.setGeometry(opened.window.rect())
    panel.show()
    panel.raise_()
    topic = Topic(About(intervention_place(staff.entries[0]), Span(0, 5)), "“words”")
    presenter.choose(topic)
    wait_for(presenter.shown, presenter.enter)
    panel.take_focus()
    yield Desk(opened, staff.meeting_id, staff.entries, panel, presenter, topic)
    panel.close()
    panel.deleteLater()


def test_enter_keeps_a_comment_and_shift_enter_is_a_new_line(desk: Desk) -> None:
    desk.type("Is this the son?")
    desk.press(Qt.Key.Key_Return, SHIFT)
    desk.write("Ask the chair.")
    assert desk.words() == [["Is this the son?\nAsk the chair."]]
    assert desk.threads()[0].about == desk.topic.about
    assert desk.panel.field.edit.toPlainText() == ""
    assert focused() is desk.panel.field.edit
    assert "Is this the son?" in desk.shown()
    assert "Anna Berg" in desk.shown()


def test_a_comment_without_words_is_not_kept(desk: Desk) -> None:
    desk.type("  ")
    desk.press(Qt.Key.Key_Return)
    assert desk.words() == []


def test_a_reply_joins_its_thread_and_escape_gives_the_purpose_up_but_no_words(desk: Desk) -> None:
    desk.write("Is this the son?")
    desk.push("Reply")
    desk.type("The fa")
    desk.press(Qt.Key.Key_Escape)
    assert desk.panel.field.edit.toPlainText() == "The fa"
    desk.push("Reply")
    desk.write("ther.")
    assert desk.words() == [["Is this the son?", "The father."]]


def test_a_comment_is_changed_removed_and_brought_back(desk: Desk) -> None:
    desk.write("Is this the son?")
    desk.push("Edit")
    assert desk.panel.field.edit.toPlainText() == "Is this the son?"
    desk.write(" Surely.")
    assert desk.words() == [["Is this the son? Surely."]]
    wait_for(desk.presenter.done, lambda: desk.push("Remove"))
    desk.settle()
    assert desk.words() == []
    desk.panel.take_focus()
    wait_for(desk.presenter.undone, desk.panel.message.press_action)
    desk.settle()
    assert desk.words() == [["Is this the son? Surely."]]


def test_settled_threads_fold_to_a_line_and_open_again(desk: Desk) -> None:
    desk.write("Is this the son?")
    wait_for(desk.presenter.done, lambda: desk.push("Settle"))
    desk.settle()
    assert "Is this the son?" not in desk.shown()
    assert "Settled by Anna Berg" in desk.shown()
    desk.push("Show 1 comment")
    assert "Is this the son?" in desk.shown()
    wait_for(desk.presenter.done, lambda: desk.push("Open again"))
    desk.settle()
    assert desk.threads()[0].is_open


def test_what_is_typed_while_a_comment_is_being_kept_stays(desk: Desk) -> None:
    desk.type("Is this the son?")

    def go_on() -> None:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        desk.type(" Or not")

    wait_for(desk.presenter.saved, go_on)
    desk.settle()
    assert desk.words() == [["Is this the son?"]]
    assert desk.panel.field.edit.toPlainText() == " Or not"


def test_what_is_half_typed_is_left_alone_by_other_acts(desk: Desk) -> None:
    desk.write("Is this the son?")
    desk.type("On second tho")
    wait_for(desk.presenter.done, lambda: desk.push("Settle"))
    desk.settle()
    assert desk.panel.field.edit.toPlainText() == "On second tho"


def test_a_second_look_is_asked_for_with_a_reason_and_settled_with_one(desk: Desk) -> None:
    desk.panel.begin_comment(is_second_look=True)
    desk.write("Fits two people.")
    assert desk.threads()[0].is_second_look
    assert "second look is wanted" in desk.shown()
    desk.push("Settle")
    assert desk.threads()[0].is_open
    desk.write("The chair told me.")
    assert not desk.threads()[0].is_open
    assert desk.words() == [["Fits two people.", "The chair told me."]]


def test_the_button_asks_for_a_second_look_too(desk: Desk) -> None:
    desk.panel.field.look.setFocus()
    desk.press(Qt.Key.Key_Return)
    desk.write("Fits two people.")
    assert desk.threads()[0].is_second_look


def test_other_topics_show_their_own_threads_and_the_whole_meeting_shows_all(desk: Desk) -> None:
    desk.write("About the words.")
    wait_for(desk.presenter.shown, lambda: desk.presenter.choose(Topic()))
    assert "About the words." not in desk.shown()
    desk.write("About the meeting.")
    assert "About the words." not in desk.shown()
    wait_for(desk.presenter.shown, desk.panel.whole.click)
    assert "About the words." in desk.shown()
    assert "2 open in this meeting" in desk.shown()
    place = wait_for(desk.panel.place_requested, lambda: desk.push("Go there"))
    assert place == [desk.topic.about]


def test_an_act_that_fails_keeps_what_was_typed(desk: Desk) -> None:
    desk.write("Is this the son?")
    desk.push("Reply")
    desk.type("The father.")
    thread = desk.threads()[0]

    def take_away(vault: Vault) -> None:
        comments.remove(vault, thread.id, thread.comments[0].id)

    desk.composition.office.write(take_away, lambda _none: None)
    wait_for(desk.presenter.failed, lambda: desk.press(Qt.Key.Key_Return))
    assert desk.panel.field.edit.toPlainText() == "The father."
    assert desk.panel.message.words()


def test_half_typed_words_survive_a_lock_and_are_given_back_once(desk: Desk) -> None:
    desk.type("On second tho")
    wait_for(desk.presenter.forgotten, desk.lock_and_unlock)
    assert desk.panel.field.edit.toPlainText() == ""
    stored = desk.read(lambda reader: half_typed(reader, desk.meeting_id, ROOM))
    assert stored == (HalfTyped(FIELD, "On second tho", 13),)
    assert desk.read(lambda reader: half_typed(reader, desk.meeting_id)) == ()
    desk.presenter.choose(desk.topic)
    wait_for(desk.presenter.half_typed, desk.presenter.enter)
    desk.settle()
    assert desk.panel.field.edit.toPlainText() == "On second tho"
    assert desk.read(lambda reader: half_typed(reader, desk.meeting_id, ROOM)) == ()


def test_nothing_is_left_once_it_forgets(desk: Desk) -> None:
    desk.write("Is this the son?")
    desk.type("half")
    desk.panel.forget()
    QApplication.processEvents()
    assert "son" not in desk.shown()
    assert desk.panel.cards() == ()
    assert desk.panel.field.edit.toPlainText() == ""
    assert not desk.panel.field.edit.document().isUndoAvailable()


def test_escape_leaves_the_panel(desk: Desk) -> None:
    wait_for(desk.panel.left, lambda: desk.press(Qt.Key.Key_Escape))
