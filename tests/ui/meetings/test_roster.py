"""The roster, typed and pasted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from dialogue_notes.domain.codes import Capacity, Standing
from tests.ui.conftest import settle
from tests.ui.meetings.keyboard import ALT, CONTROL, Room

TABLE = (
    "Name\tSide\tPosition\tCapacity\tStanding\tNative name\n"
    "Kang Yong-chol\tNorthern delegation\tDirector\tformer official\tprivate\t강용철\n"
    "Li Wei\tNorthern delegation\tFellow\tofficial\tprivate\t李伟\n"
    "Helen Whitcombe\tSouthern delegation\tProfessor\tspecialist\t\t\n"
)


def test_people_are_typed_into_the_last_row_and_get_codes_of_their_own(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    meeting.type("Kang Yong-chol")
    meeting.type("Kim Yu-chan")
    people = meeting.snapshot().participants
    assert [each.name for each in people] == ["Kang Yong-chol", "Kim Yu-chan"]
    assert all(each.code for each in people)
    assert len({each.code for each in people}) == 2


def test_a_side_typed_into_the_roster_is_made(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    meeting.type("Kang Yong-chol")
    meeting.cell("Roster", 0, 2)
    meeting.type("Northern delegation")
    found = meeting.snapshot()
    assert found.delegation_name(found.participants[0].delegation_id) == "Northern delegation"


def test_a_code_that_somebody_else_has_is_refused_in_a_line(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    meeting.type("Kang Yong-chol")
    meeting.type("Li Wei")
    taken, other = (each.code for each in meeting.snapshot().participants)
    meeting.cell("Roster", 1, 0)
    meeting.type(taken)
    assert "is taken" in meeting.texts()
    assert meeting.snapshot().participants[1].code == other


def test_the_card_keeps_what_the_table_has_no_room_for(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    meeting.type("Kang Yong-chol")
    meeting.cell("Roster", 0, 1)
    meeting.fill("In other scripts", "강용철, 姜勇哲")
    meeting.fill("Also called", "the ambassador")
    meeting.fill("How many", "3")
    person = meeting.snapshot().participants[0]
    assert person.scripts == ("강용철", "姜勇哲")
    assert person.aliases == ("the ambassador",)
    assert person.count == 3


def test_the_card_shows_how_a_name_was_understood_and_what_to_mend(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    meeting.type("Thai—Field Marshal Thanom Kittikachorn")
    meeting.cell("Roster", 0, 1)
    shown = meeting.texts()
    assert "family name Kittikachorn, given name Thanom, rank Field Marshal, side Thai" in shown
    assert "it belongs under Delegation" in shown
    meeting.type("Thanom Kittikachorn")
    assert "it belongs under Delegation" not in meeting.texts()


DESCRIBED = "May be described as, the widest first"


def test_descriptions_are_typed_into_the_card_and_each_says_how_many_people_it_fits(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    for name in ("Kang Yong-chol", "Helen Whitcombe", "Li Wei"):
        meeting.type(name)
    meeting.cell("Roster", 0, 1)
    words = ("a former official", "a former official, now retired", "a friend of Whitcombe")
    meeting.fill(DESCRIBED, "; ".join((*words, words[0])))
    person = meeting.snapshot().participants[0]
    assert person.descriptors == words
    shown = meeting.texts()
    assert "“a former official” fits only one person in the room: it says who they are." in shown
    assert "“a friend of Whitcombe” holds a name" in shown
    meeting.cell("Roster", 2, 1)
    assert "fits only one person" not in meeting.texts()
    meeting.fill(DESCRIBED, "a former official")
    assert (
        "“a former official” fits 2 people in the room; Principals asks for 3, Wide asks for 5."
        in meeting.texts()
    )


def test_descriptions_are_taken_back_and_nothing_else_that_was_changed_since(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    meeting.type("Kang Yong-chol")
    meeting.cell("Roster", 0, 1)
    meeting.fill(DESCRIBED, "a former official")
    meeting.fill(DESCRIBED, "an adviser")
    meeting.fill("Role", "Director")
    assert meeting.snapshot().participants[0].descriptors == ("an adviser",)
    meeting.cell("Roster", 0, 1)
    meeting.key(Qt.Key.Key_Z, CONTROL)
    person = meeting.snapshot().participants[0]
    assert (person.descriptors, person.role) == (("a former official",), "Director")


def test_locking_leaves_no_description_in_the_card(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    meeting.type("Kang Yong-chol")
    meeting.cell("Roster", 0, 1)
    meeting.fill(DESCRIBED, "a former official of Sarvia")
    meeting.view.forget()
    assert "Sarvia" not in meeting.texts()


def test_somebody_removed_comes_back_the_same_by_undo(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_3, ALT)
    meeting.type("Kang Yong-chol")
    before = meeting.snapshot().participants
    meeting.cell("Roster", 0, 1)
    meeting.key(Qt.Key.Key_Delete)
    assert not meeting.snapshot().participants
    meeting.press("Undo")
    assert meeting.snapshot().participants == before


def _paste(room: Room, table: str) -> None:
    room.key(Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPlainTextEdit)
    focus.insertPlainText(table)
    room.view.paste.read_requested.emit(focus.toPlainText())
    settle(room.composition)


def test_a_table_is_understood_column_by_column_and_taken_in_one_step(meeting: Room) -> None:
    _paste(meeting, TABLE)
    assert (
        "Understood: 3 people, with name, other scripts, delegation, role, capacity, standing."
        in meeting.texts()
    )
    meeting.key(Qt.Key.Key_Return, CONTROL)
    found = meeting.snapshot()
    assert [each.name for each in found.participants] == ["Kang Yong-chol", "Li Wei", "Helen Whitcombe"]
    assert found.participants[0].scripts == ("강용철",)
    assert found.participants[1].capacity is Capacity.OFFICIAL
    assert found.participants[1].standing is Standing.PRIVATE
    assert [each.name for each in found.delegations] == ["Northern delegation", "Southern delegation"]
    assert "Track I½: Li Wei is an official" in meeting.texts()


def test_a_pasted_table_is_taken_back_in_one_step(meeting: Room) -> None:
    _paste(meeting, TABLE)
    meeting.key(Qt.Key.Key_Return, CONTROL)
    meeting.key(Qt.Key.Key_Z, CONTROL)
    assert not meeting.snapshot().participants


def test_a_table_with_a_cell_that_makes_no_sense_names_it_and_adds_nobody(meeting: Room) -> None:
    _paste(meeting, "Name,Capacity\nKang Yong-chol,wizard\n")
    assert "row 2, capacity" in meeting.texts()
    meeting.key(Qt.Key.Key_Return, CONTROL)
    assert not meeting.snapshot().participants
    meeting.key(Qt.Key.Key_Escape)
    assert not meeting.view.paste.isVisible()
