"""The seat plan of a meeting, arranged by keys and by dragging."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.codes import Capacity
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.seating import SeatPlan
from dialogue_notes.services import meetings as services
from dialogue_notes.services.seating import Seating, read_seating
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.common.seat_picture import Chair
from dialogue_notes.ui.meetings.seat_sheet import SeatSheet
from tests.ui.conftest import focused, settle, wait_for
from tests.ui.meetings.keyboard import ALT, CONTROL, Room

PEOPLE = (
    ("Han Kyung-soo", "South", Capacity.OFFICIAL),
    ("Li Wei", "North", Capacity.SPECIALIST),
    ("So Min-ji", "South", Capacity.SPECIALIST),
    ("Interpreter", "North", Capacity.INTERPRETER),
    ("Petra Vance", "", Capacity.CHAIR),
)


def fill(vault: Vault, dialogue_id: str, meeting_id: str) -> None:
    for name, side, capacity in PEOPLE:
        delegation = services.add_delegation(vault, dialogue_id, side).id if side else None
        services.add_participant(
            vault, Participant("", meeting_id, 0, name, delegation_id=delegation, capacity=capacity)
        )


@pytest.fixture
def plan(meeting: Room) -> Room:
    """The sheet, open on a meeting of five."""
    office = meeting.composition.office
    chosen = office.chosen
    done: list[None] = []
    office.write(lambda vault: fill(vault, chosen.dialogue_id or "", chosen.meeting_id or ""), done.append)
    settle(meeting.composition)
    office.meeting_changed.emit()
    settle(meeting.composition)
    meeting.key(Qt.Key.Key_4, ALT)
    settle(meeting.composition)
    assert sheet(meeting).isVisible()
    return meeting


def sheet(room: Room) -> SeatSheet:
    found = room.view.findChild(SeatSheet)
    assert isinstance(found, SeatSheet)
    return found


def chair(room: Room, name: str) -> Chair:
    found = [each for each in sheet(room).picture.chairs.values() if each.sitter.participant.name == name]
    return found[0]


def shown(room: Room) -> tuple[tuple[str, ...], ...]:
    seating = sheet(room).picture.seating
    assert seating is not None
    return names(seating)


def stored(room: Room) -> tuple[tuple[str, ...], ...]:
    found: list[Seating] = []
    meeting_id = room.composition.office.chosen.meeting_id or ""
    room.composition.office.read(lambda reader: read_seating(reader, meeting_id), found.append)
    settle(room.composition)
    assert found[0].is_arranged
    return names(found[0])


def names(seating: Seating) -> tuple[tuple[str, ...], ...]:
    plan: SeatPlan = seating.plan
    called = {each.participant.id: each.participant.name for each in seating.sitters}
    return tuple(tuple(called[who] for who in row) for row in (plan.table, plan.behind, plan.beside))


BY_SIDE = (("Petra Vance", "Han Kyung-soo", "So Min-ji", "Li Wei"), ("Interpreter",), ())


def test_it_begins_by_delegation_and_arrow_keys_exchange_neighbours(plan: Room) -> None:
    assert shown(plan) == BY_SIDE
    chair(plan, "Petra Vance").setFocus()
    plan.key(Qt.Key.Key_Right)
    assert chair(plan, "Petra Vance").hasFocus()
    assert shown(plan) != BY_SIDE
    settle(plan.composition)
    assert stored(plan) == shown(plan)
    plan.key(Qt.Key.Key_Left)
    settle(plan.composition)
    assert stored(plan) == BY_SIDE


def test_each_step_is_taken_back_by_undo(plan: Room) -> None:
    plan.press("As the roster stands")
    by_roster = (("Han Kyung-soo", "Li Wei", "So Min-ji", "Petra Vance"), ("Interpreter",), ())
    assert shown(plan) == stored(plan) == by_roster
    chair(plan, "Li Wei").setFocus()
    plan.key(Qt.Key.Key_Delete)
    settle(plan.composition)
    assert shown(plan)[2] == ("Li Wei",)
    plan.key(Qt.Key.Key_Z, CONTROL)
    settle(plan.composition)
    assert shown(plan) == stored(plan) == by_roster
    plan.press("Seat by delegation")
    assert shown(plan) == BY_SIDE


def test_space_puts_somebody_in_the_second_row_and_enter_seats_who_has_no_seat(plan: Room) -> None:
    chair(plan, "So Min-ji").setFocus()
    plan.key(Qt.Key.Key_Space)
    assert shown(plan)[1] == ("Interpreter", "So Min-ji")
    plan.key(Qt.Key.Key_Delete)
    assert shown(plan)[2] == ("So Min-ji",)
    assert chair(plan, "So Min-ji").accessibleName().startswith("No seat: So Min-ji")
    plan.key(Qt.Key.Key_Return)
    settle(plan.composition)
    assert stored(plan) == (("Petra Vance", "Han Kyung-soo", "Li Wei", "So Min-ji"), ("Interpreter",), ())


def drag(room: Room, name: str, to: QPoint) -> None:
    """From the middle of a chair to a place in the picture, as a mouse does it."""
    taken, picture = chair(room, name), sheet(room).picture
    start = taken.rect().center()
    QTest.mousePress(taken, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.2, 0.6, 1.0):
        from_ = taken.mapTo(picture, start)
        there = from_ + (to - from_) * share
        spot = QPointF(taken.mapFrom(picture, there))
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            spot,
            QPointF(picture.mapToGlobal(there)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(taken, event)
    QTest.mouseRelease(taken, Qt.MouseButton.LeftButton, pos=start)
    settle(room.composition)


def test_dropped_on_somebody_the_two_change_places(plan: Room) -> None:
    drag(plan, "Li Wei", chair(plan, "Han Kyung-soo").geometry().center())
    assert shown(plan) == stored(plan)
    assert shown(plan)[0] == ("Petra Vance", "Li Wei", "So Min-ji", "Han Kyung-soo")


def test_dropped_beside_somebody_it_is_their_place_and_the_others_move_up(plan: Room) -> None:
    to = chair(plan, "Interpreter").geometry()
    drag(plan, "Li Wei", QPoint(to.left() - 70, to.center().y()))
    assert shown(plan)[:2] == (("Petra Vance", "Han Kyung-soo", "So Min-ji"), ("Li Wei", "Interpreter"))


def test_dropped_below_somebody_has_no_seat_and_dropped_back_has_one(plan: Room) -> None:
    chair(plan, "So Min-ji").setFocus()
    plan.key(Qt.Key.Key_Delete)
    settle(plan.composition)
    drag(plan, "Li Wei", chair(plan, "So Min-ji").geometry().center() + QPoint(200, 0))
    assert set(shown(plan)[2]) == {"So Min-ji", "Li Wei"}
    drag(plan, "So Min-ji", chair(plan, "Han Kyung-soo").geometry().center())
    assert shown(plan)[0] == ("Petra Vance", "So Min-ji", "Han Kyung-soo")


def test_a_chair_let_go_where_it_was_changes_nothing(plan: Room) -> None:
    spot = chair(plan, "Li Wei").geometry()
    drag(plan, "Li Wei", spot.center() + QPoint(30, 0))
    assert shown(plan) == BY_SIDE
    assert chair(plan, "Li Wei").geometry() == spot


def test_closing_gives_the_focus_back_and_locking_leaves_no_name(plan: Room) -> None:
    plan.key(Qt.Key.Key_Escape)
    assert not sheet(plan).isVisible()
    assert sheet(plan).picture.chairs == {}
    assert focused() is not sheet(plan).picture
    plan.key(Qt.Key.Key_4, ALT)
    settle(plan.composition)
    assert len(sheet(plan).picture.chairs) == len(PEOPLE)
    office = plan.composition.office
    wait_for(office.closed, office.lock)
    assert sheet(plan).picture.chairs == {}
