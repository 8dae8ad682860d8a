"""Words selected by hand, what is new since a decision, asking again, and who spoke: each by its key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.storage import audit, interventions, review_settings
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.review import decider
from dialogue_notes.ui.review.keys import Deed
from dialogue_notes.ui.review.model import Mark, MarkLook, Part
from tests.ui.conftest import wait_for
from tests.ui.review.conftest import Reviewer

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def marks_in(reviewer: Reviewer, words: str) -> list[Mark]:
    """The marks over some words of the first text that has them."""
    passage = next(one for one in reviewer.view.shown.passages if words in one.text)
    start = passage.text.index(words)
    return [one for one in passage.marks if one.start < start + len(words) and start < one.end]


def select(reviewer: Reviewer, words: str) -> None:
    reviewer.view.record.setFocus()
    assert reviewer.view.record.select_words(words)


def test_words_hidden_by_hand_are_marked_before_they_are_written(reviewer: Reviewer) -> None:
    select(reviewer, "Lantern Accord")
    total = reviewer.view.shown.total
    reviewer.view.deciding.press(Deed.REMOVE)
    assert MarkLook.HIDDEN in {one.look for one in marks_in(reviewer, "Lantern Accord")}
    assert reviewer.view.shown.total >= total
    assert not [one for one in reviewer.staff.redactions() if one.state is RedactionState.ACCEPTED]
    reviewer.after(lambda: None)
    (made,) = marks_in(reviewer, "Lantern Accord")
    assert made.look is MarkLook.HIDDEN
    assert made.redaction_id in {one.id for one in reviewer.staff.redactions()}


def test_words_that_could_not_be_hidden_are_unmarked_again(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> object:
        raise KnownError(ErrorCode.DISK_FULL)

    before = reviewer.view.shown
    select(reviewer, "Lantern Accord")
    monkeypatch.setattr(decider, "redact_selection", fail)
    at_once: list[object] = []
    reviewer.presenter.failed.connect(lambda _error: at_once.append(reviewer.view.shown.passages))
    wait_for(reviewer.presenter.failed, lambda: reviewer.press(KEY.Key_R))
    assert at_once == [before.passages]
    reviewer.staff.settle()
    assert reviewer.view.shown.passages == before.passages
    assert reviewer.view.shown.total == before.total


def test_hiding_by_hand_is_undone_and_done_again_as_one(reviewer: Reviewer) -> None:
    before = reviewer.staff.redactions()
    select(reviewer, "Lantern Accord")
    reviewer.decide(KEY.Key_R)
    reviewer.view.cards.setFocus()
    reviewer.undo()
    assert {one.id for one in reviewer.staff.redactions()} == {one.id for one in before}
    assert MarkLook.HIDDEN not in {one.look for one in marks_in(reviewer, "Lantern Accord")}
    reviewer.redo()
    assert MarkLook.HIDDEN in {one.look for one in marks_in(reviewer, "Lantern Accord")}


def test_blanks_at_the_ends_of_a_selection_do_not_count(reviewer: Reviewer) -> None:
    select(reviewer, " Lantern Accord")
    selection = reviewer.view.record.selection()
    assert selection is not None
    assert (selection.start, selection.end) == (21, 35)


def mention_again(reviewer: Reviewer, name: str) -> None:
    """Somebody types a name that was decided into an entry."""
    staff = reviewer.staff
    entry = staff.read(lambda reader: interventions.intervention(reader, staff.entries[3]))

    def write(vault: Vault) -> None:
        update_entry(vault, staff.meeting_id, entry, replace(entry, text=f"nothing yet, said {name}"))

    staff.composition.office.write(write, lambda _none: None)
    staff.settle()
    wait_for(reviewer.presenter.shown, reviewer.presenter.refresh)
    staff.settle()


def test_what_is_new_since_the_decision_has_its_sign_and_its_key(reviewer: Reviewer) -> None:
    key = reviewer.choose("Helen Whitcombe")
    reviewer.decide(KEY.Key_P)
    mention_again(reviewer, "Whitcombe")
    assert reviewer.card(key).fresh == 1
    assert reviewer.card(key).part is Part.LOOK_AGAIN
    reviewer.choose("Helen Whitcombe")
    looked = next(one for one in reviewer.view.strip.keys.buttons if one.text() == "looked at")
    assert looked.isEnabled()
    reviewer.decide(KEY.Key_O)
    assert reviewer.card(key).fresh == 0
    assert not any(one.fresh for one in reviewer.staff.redactions())
    reviewer.choose("Helen Whitcombe")
    assert not looked.isEnabled()


def test_a_decided_thing_is_asked_about_again_by_its_key(reviewer: Reviewer) -> None:
    key = reviewer.choose("Helen Whitcombe")
    again = next(one for one in reviewer.view.strip.keys.buttons if one.text() == "ask again")
    assert not again.isEnabled()
    reviewer.decide(KEY.Key_P)
    reviewer.choose("Helen Whitcombe")
    assert again.isEnabled()
    reviewer.decide(KEY.Key_U)
    assert {one.state for one in reviewer.of(key)} == {RedactionState.SUGGESTED}
    assert reviewer.card(key).undecided == 3
    assert reviewer.view.message.words().startswith("To be decided again")
    reviewer.undo()
    assert {one.state for one in reviewer.of(key)} == {RedactionState.ACCEPTED}


def test_a_key_that_can_do_nothing_is_not_offered_and_does_nothing(reviewer: Reviewer) -> None:
    reviewer.choose("Helen Whitcombe")
    commands = reviewer.staff.composition.commands
    before = reviewer.staff.redactions()
    assert "review.ask_again" not in {one.id for one in commands.available()}
    reviewer.press(KEY.Key_U)
    reviewer.press(KEY.Key_O)
    assert reviewer.staff.redactions() == before


def test_who_spoke_is_shown_by_the_meetings_setting_which_is_kept(reviewer: Reviewer) -> None:
    view, staff = reviewer.view, reviewer.staff
    assert not any(one.speaker for one in view.shown.passages)
    view.cards.setFocus()
    wait_for(reviewer.presenter.shown, lambda: reviewer.press(KEY.Key_S, ALT))
    staff.settle()
    assert "Kang Yong-chol" in {one.speaker for one in view.shown.passages}
    assert "speakers shown" in view.columns._caption.accessibleName()
    assert staff.read(lambda reader: review_settings.shows_speakers(reader, staff.meeting_id))
    staff.lock_and_unlock()
    assert "Kang Yong-chol" in {one.speaker for one in view.shown.passages}
    wait_for(reviewer.presenter.shown, view.columns.speakers.click)
    staff.settle()
    assert not any(one.speaker for one in view.shown.passages)
    codes = [one.code for one in staff.read(audit.entries)]
    assert [one for one in codes if one.endswith("in_review")] == [
        "speakers_shown_in_review",
        "speakers_hidden_in_review",
    ]


def test_an_empty_comment_leaves_undoing_to_the_room(reviewer: Reviewer) -> None:
    key = reviewer.choose("Helen Whitcombe")
    reviewer.decide(KEY.Key_P)
    reviewer.choose("Helen Whitcombe")
    reviewer.press(KEY.Key_C)
    field = QApplication.focusWidget()
    assert field is not None
    assert field is not reviewer.view.cards
    reviewer.staff.type("x")
    reviewer.press(KEY.Key_Z, CONTROL)
    assert {one.state for one in reviewer.of(key)} == {RedactionState.ACCEPTED}
    reviewer.undo()
    assert {one.state for one in reviewer.of(key)} == {RedactionState.SUGGESTED}


def test_a_second_look_is_taken_back_where_the_focus_was_left_by_it(reviewer: Reviewer) -> None:
    key = reviewer.choose("Helen Whitcombe")
    reviewer.press(KEY.Key_L)
    reviewer.staff.type("who is this")
    wait_for(reviewer.presenter.shown, lambda: reviewer.press(KEY.Key_Return))
    reviewer.staff.settle()
    assert reviewer.card(key).wants_second_look
    wait_for(reviewer.presenter.shown, lambda: reviewer.press(KEY.Key_Z, CONTROL))
    reviewer.staff.settle()
    assert not reviewer.card(key).wants_second_look


def test_tab_goes_from_the_comment_to_what_can_be_done_with_the_thread(reviewer: Reviewer) -> None:
    reviewer.choose("Helen Whitcombe")
    reviewer.press(KEY.Key_C)
    reviewer.staff.type("who is this")
    wait_for(reviewer.presenter.shown, lambda: reviewer.press(KEY.Key_Return))
    reviewer.staff.settle()
    met = []
    for _press in range(6):
        reviewer.press(KEY.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        met.append(focus.accessibleName())
    assert "Settle" in met
