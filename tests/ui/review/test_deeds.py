"""Keys of the room beyond hiding: always and never, merging and splitting, whole groups, and what fails."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView, QWidget

from dialogue_notes.domain.codes import RedactionAction, RedactionState
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.reviewing import review
from dialogue_notes.storage import entities
from dialogue_notes.ui.review.hosting import Panels
from dialogue_notes.ui.review.keys import KEYS, Deed
from dialogue_notes.ui.review.list_model import DangerFilter, Filter, Heading
from tests.ui.conftest import wait_for
from tests.ui.review.conftest import Reviewer

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def states(reviewer: Reviewer, key: str) -> set[RedactionState]:
    return {one.state for one in reviewer.of(key)}


def test_a_decision_is_shown_before_it_is_written(reviewer: Reviewer) -> None:
    key = reviewer.choose("Helen Whitcombe")
    reviewer.view.deciding.press(Deed.PSEUDONYM)
    assert reviewer.card(key).undecided == 0
    assert states(reviewer, key) == {RedactionState.SUGGESTED}
    reviewer.after(lambda: None)
    assert states(reviewer, key) == {RedactionState.ACCEPTED}


@pytest.mark.parametrize(
    ("key", "action"),
    [
        (KEY.Key_P, RedactionAction.PSEUDONYMISE),
        (KEY.Key_R, RedactionAction.REMOVE),
        (KEY.Key_W, RedactionAction.WITHHOLD_ENTRY),
    ],
)
def test_each_key_hides_in_its_way(reviewer: Reviewer, key: Qt.Key, action: RedactionAction) -> None:
    entity = reviewer.choose("Pak Jin-sook")
    reviewer.decide(key)
    assert {one.action for one in reviewer.of(entity)} == {action}
    assert states(reviewer, entity) == {RedactionState.ACCEPTED}


def test_recast_asks_for_words_of_ones_own(reviewer: Reviewer) -> None:
    entity = reviewer.choose("Pak Jin-sook")
    reviewer.press(KEY.Key_E)
    assert reviewer.view.strip.wording.text() == ""
    reviewer.staff.type("someone else")
    reviewer.decide(KEY.Key_Return)
    assert {one.replacement for one in reviewer.of(entity)} == {"someone else"}


def test_the_ladder_says_how_many_in_the_room_each_rung_fits(reviewer: Reviewer) -> None:
    reviewer.choose("Kang Yong-chol")
    reviewer.press(KEY.Key_G)
    field, ladder = reviewer.view.strip.wording, reviewer.view.strip.ladder
    first = field.text()
    assert first == "a participant"
    assert "in the room" in ladder.says()
    reviewer.press(KEY.Key_Down)
    assert field.text() != first
    reviewer.press(KEY.Key_Up)
    assert field.text() == first
    reviewer.staff.type("a lighthouse keeper")
    assert "Nobody has counted" in ladder.says()


def test_always_and_never_are_kept_for_the_dialogue(reviewer: Reviewer) -> None:
    always, never = reviewer.choose("Helen Whitcombe"), ""
    reviewer.decide(KEY.Key_A)
    assert "Always hidden" in reviewer.view.message.words()
    never = reviewer.choose("Pak Jin-sook")
    reviewer.decide(KEY.Key_V)
    kept = reviewer.staff.read(
        lambda reader: {key: entities.decisions_on(reader, key)[0] for key in (always, never)}
    )
    assert kept[always].is_always
    assert kept[never].is_never
    assert reviewer.card(always).outcome.endswith(", always in this dialogue")
    assert reviewer.card(never).outcome == "Not identifying, never to be hidden in this dialogue"
    assert states(reviewer, never) == {RedactionState.REJECTED}


def test_merging_asks_what_it_is_the_same_as_and_moves_every_place(reviewer: Reviewer) -> None:
    target = reviewer.choose("Pak Jin-sook")
    places = len(reviewer.of(target))
    source = reviewer.choose("Kang Yong-chol")
    moved = len(reviewer.of(source))
    reviewer.press(KEY.Key_M)
    prompt = reviewer.view.columns.merge
    assert QApplication.focusWidget() is prompt.edit
    reviewer.staff.type("pak")
    reviewer.decide(KEY.Key_Return)
    assert prompt.isHidden()
    assert len(reviewer.of(target)) == places + moved
    assert reviewer.of(source) == []
    assert reviewer.view.cards.hasFocus()
    reviewer.undo()
    assert len(reviewer.of(source)) == moved


def test_a_merge_can_be_left(reviewer: Reviewer) -> None:
    before = reviewer.staff.redactions()
    reviewer.choose("Kang Yong-chol")
    reviewer.press(KEY.Key_M)
    reviewer.press(KEY.Key_Escape)
    assert reviewer.view.columns.merge.isHidden()
    assert reviewer.view.cards.hasFocus()
    assert reviewer.staff.redactions() == before


def test_splitting_gives_the_shown_place_to_a_thing_of_its_own(reviewer: Reviewer) -> None:
    key = reviewer.choose("Helen Whitcombe")
    count = len(reviewer.cards())
    place = reviewer.view.choosing.place_id
    reviewer.decide(KEY.Key_S)
    assert len(reviewer.cards()) == count + 1
    assert place not in {one.id for one in reviewer.of(key)}
    reviewer.undo()
    assert len(reviewer.cards()) == count


def test_a_group_is_decided_at_once_after_saying_how_many(reviewer: Reviewer) -> None:
    reviewer.choose("Helen Whitcombe")
    roster = [card.key for card in reviewer.cards() if card.heading == "People of the roster"]
    reviewer.press(KEY.Key_B)
    prompt = reviewer.view.columns.bulk
    assert prompt.isVisible()
    assert prompt.words().startswith(f"{len(roster)} people of the roster")
    assert prompt.words().endswith("pseudonym")
    reviewer.press(KEY.Key_R)
    assert prompt.words().endswith("remove")
    reviewer.decide(KEY.Key_Return)
    found = [one for one in reviewer.staff.redactions() if one.entity_id in roster]
    assert {(one.state, one.action) for one in found} == {(RedactionState.ACCEPTED, RedactionAction.REMOVE)}
    reviewer.undo()
    assert {one.state for key in roster for one in reviewer.of(key)} == {RedactionState.SUGGESTED}


def test_leaving_the_question_about_a_group_decides_nothing(reviewer: Reviewer) -> None:
    before = reviewer.staff.redactions()
    reviewer.choose("Helen Whitcombe")
    reviewer.press(KEY.Key_B)
    reviewer.press(KEY.Key_Escape)
    assert reviewer.staff.redactions() == before
    assert reviewer.view.cards.hasFocus()


def test_what_cannot_be_written_is_taken_off_the_screen_and_said(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> object:
        raise KnownError(ErrorCode.DISK_FULL)

    key = reviewer.choose("Helen Whitcombe")
    monkeypatch.setattr(review, "accept_entity", fail)
    wait_for(reviewer.presenter.failed, lambda: reviewer.press(KEY.Key_P))
    reviewer.staff.settle()
    assert reviewer.card(key).undecided == 3
    assert states(reviewer, key) == {RedactionState.SUGGESTED}
    assert reviewer.view.message.words()
    assert not reviewer.view.message.words().startswith("Under a pseudonym")


def test_a_decision_that_a_lock_overtakes_is_written(reviewer: Reviewer) -> None:
    key = reviewer.choose("Helen Whitcombe")
    reviewer.view.deciding.press(Deed.PSEUDONYM)
    reviewer.staff.lock_and_unlock()
    assert states(reviewer, key) == {RedactionState.ACCEPTED}


def test_undo_reaches_back_past_a_lock(reviewer: Reviewer) -> None:
    key = reviewer.choose("Helen Whitcombe")
    reviewer.decide(KEY.Key_P)
    reviewer.staff.lock_and_unlock()
    reviewer.view.cards.setFocus()
    reviewer.undo()
    assert states(reviewer, key) == {RedactionState.SUGGESTED}


@pytest.mark.parametrize("key", [KEY.Key_G, KEY.Key_M, KEY.Key_B])
def test_a_lock_in_the_midst_of_a_question_leaves_no_word_of_it(reviewer: Reviewer, key: Qt.Key) -> None:
    reviewer.choose("Kang Yong-chol")
    reviewer.press(key)
    office, view = reviewer.staff.composition.office, reviewer.view
    wait_for(office.closed, office.lock)
    assert view.columns.merge.isHidden()
    assert view.columns.bulk.isHidden()
    assert view.strip.ladder.isHidden()
    assert view.strip.wording.text() == ""
    assert view.columns.merge.list.count() == 0
    assert view.columns.bulk.words() == ""


def test_the_filter_narrows_the_list_as_one_types_and_escape_takes_it_back(reviewer: Reviewer) -> None:
    count = len(reviewer.cards())
    reviewer.view.cards.setFocus()
    reviewer.press(KEY.Key_Slash)
    words = reviewer.view.columns.left.filter.words
    assert QApplication.focusWidget() is words
    reviewer.staff.type("whitc")
    reviewer.press(KEY.Key_Return)
    assert [card.title for card in reviewer.cards()] == ["Helen Whitcombe"]
    assert reviewer.view.cards.hasFocus()
    reviewer.press(KEY.Key_Slash)
    reviewer.press(KEY.Key_Escape)
    assert len(reviewer.cards()) == count
    assert words.text() == ""


def test_a_filter_that_lets_nothing_through_says_so(reviewer: Reviewer) -> None:
    reviewer.view.choosing.narrow(Filter(words="nobody of that name"))
    assert reviewer.view.model.rowCount() == 0
    assert "Esc" in reviewer.view.columns.left.empty.text()
    reviewer.view.choosing.narrow(Filter())
    assert reviewer.view.model.rowCount() > 0


def test_what_is_open_leads_to_it(reviewer: Reviewer) -> None:
    left = reviewer.view.columns.left
    place = next(button for button in left.open_buttons() if "place" in button.text())
    place.click()
    assert reviewer.view.model.filter.danger is DangerFilter.OPEN
    assert reviewer.view.cards.hasFocus()


def panels(reviewer: Reviewer) -> Panels:
    found = reviewer.view.findChild(Panels)
    assert isinstance(found, Panels)
    return found


def test_d_shows_the_dangers_and_escape_the_list_again(reviewer: Reviewer) -> None:
    reviewer.view.cards.setFocus()
    reviewer.press(KEY.Key_D)
    assert panels(reviewer).dangers.isVisible()
    reviewer.press(KEY.Key_Escape)
    assert not panels(reviewer).dangers.isVisible()
    assert reviewer.view.cards.hasFocus()


def test_t_shows_two_records_over_the_texts_and_escape_the_texts_again(reviewer: Reviewer) -> None:
    reviewer.view.cards.setFocus()
    reviewer.press(KEY.Key_T)
    assert panels(reviewer).side.isVisible()
    assert not reviewer.view.record.isVisible()
    reviewer.press(KEY.Key_Escape)
    assert reviewer.view.record.isVisible()
    assert reviewer.view.cards.hasFocus()


@pytest.mark.parametrize("key", [KEY.Key_C, KEY.Key_L])
def test_a_comment_is_written_below_what_the_audience_sees(reviewer: Reviewer, key: Qt.Key) -> None:
    entity = reviewer.choose("Helen Whitcombe")
    reviewer.press(key)
    comments = panels(reviewer).comments
    assert comments.isVisible()
    reviewer.staff.type("who is this")
    wait_for(
        panels(reviewer)._about.saved,
        lambda: reviewer.press(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier),
    )
    reviewer.staff.settle()
    assert reviewer.card(entity).wants_second_look is (key == KEY.Key_L)
    reviewer.press(KEY.Key_Escape)
    assert not comments.isVisible()


def test_a_second_look_that_is_wanted_stands_on_top_with_its_word(reviewer: Reviewer) -> None:
    test_a_comment_is_written_below_what_the_audience_sees(reviewer, KEY.Key_L)
    first = reviewer.view.model.rows[0]
    assert isinstance(first, Heading)
    assert first.words == "Look again"


def test_every_letter_is_a_command_with_its_key_and_a_line_on_the_sheet(reviewer: Reviewer) -> None:
    commands = {one.id: one for one in reviewer.staff.composition.commands.all()}
    for each in KEYS:
        command = commands[f"review.{each.deed.name.lower()}"]
        assert command.keys == (each.deed.value,)
        assert command.words == each.words


def test_every_control_has_a_name(reviewer: Reviewer) -> None:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListView)
    shown = [one for one in reviewer.view.columns.findChildren(QWidget) if one.isVisible()]
    controls = [one for one in shown if isinstance(one, kinds)]
    assert controls
    assert [one for one in controls if not one.accessibleName()] == []
