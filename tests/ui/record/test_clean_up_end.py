"""The end of the clean-up: people and papers, closing the session, and what ends the clean-up itself."""

from __future__ import annotations

from dialogue_notes.domain.papers import Custody
from dialogue_notes.services import attendance, papers
from dialogue_notes.storage import meetings
from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.record.desk import wall_clock
from dialogue_notes.ui.record.parts.clean_up import OFFER
from tests.ui.record.conftest import Table
from tests.ui.record.test_clean_up import KEY, bar_of, press, progress, selected, start


def test_people_and_papers_come_last_and_are_noted_with_one_key(table: Table) -> None:
    table.enter("hw: one")
    recorder = table.view._desk.recorder
    assert recorder is not None
    office, now = table.composition.office, wall_clock()
    guest = attendance.WalkIn("Minister Rohani")
    office.keep(lambda vault: attendance.walk_in(vault, recorder, guest, attendance.When(now), told=False))
    paper = papers.NewPaper("Draft of the notice", "hw", Custody.LENT)
    office.keep(lambda vault: papers.hand_out(vault, recorder, paper, now))
    table.settle()
    bar = start(table)
    assert progress(table) == "1 of 2"
    assert bar.reason.text().startswith("Minister Rohani came in")
    assert selected(table) == []
    press(table, KEY.Key_Y)
    assert "Draft of the notice" in bar.reason.text()
    press(table, KEY.Key_Y)
    assert bar.reason.text() == "Nothing is open."
    assert table.read(lambda reader: attendance.not_told(reader, table.meeting_id)) == ()
    assert not any(line.paper.is_out for line in table.read(lambda r: papers.papers(r, table.meeting_id)))
    press(table, KEY.Key_U)
    assert progress(table) == "2 of 2"


def test_at_the_end_the_session_is_closed_by_one_key_or_left_open(table: Table) -> None:
    table.enter("?: one")
    bar = start(table)
    press(table, KEY.Key_Return)
    assert bar.reason.text() == "Still open: 1 speaker unknown."
    press(table, KEY.Key_L)
    assert not bar.isVisible()
    ended = table.read(lambda reader: meetings.session(reader, table.sessions[0]))
    assert ended.ended_at is not None
    assert table.view.message.words() != OFFER
    start(table)  # mending goes on in a session that has ended
    press(table, KEY.Key_H, KEY.Key_W, KEY.Key_Return)
    assert table.entries()[0].flags == ()
    assert not any(button.text() == "closes the session" for button in bar.findChildren(Button))


def test_it_is_offered_when_the_session_ends(table: Table) -> None:
    table.enter("?: one")
    table.composition.commands.run("record.end_session")
    table.settle()
    assert table.view.message.words() == OFFER
    table.view.message.press_action()
    table.settle()
    assert bar_of(table).isVisible()
    assert progress(table) == "1 of 1"


def test_hands_off_ends_it_and_nothing_can_be_typed_into_it(table: Table) -> None:
    table.enter("?: one")
    bar = start(table)
    press(table, KEY.Key_F9)
    assert not bar.isVisible()
    press(table, KEY.Key_F10)
    assert not bar.isVisible()
    assert "ands are off" in table.view.message.words()
