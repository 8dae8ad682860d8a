from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Speaker
from dialogue_notes.services.recording.rules import set_session_rule
from dialogue_notes.services.recording.view import chosen_view, record_view, speaking_since
from dialogue_notes.services.room_notes import break_note
from dialogue_notes.services.typing_codes import typing_code
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


def test_rows_show_code_side_marks_and_doubt(room: Room) -> None:
    recorder = room.recorder()
    for line in (
        "kyc: a %option *",
        "hw?: b",
        "?: c",
        "dm: d",
        "-- e",
        "== f",
        "= g",
        "hx: h",
        "~ pv: i",
        "..",
    ):
        recorder.keep(room.vault, line, NOW, None)
    rows = record_view(room.vault, room.sessions[0].id).rows
    assert [(row.code, row.side, row.notes, row.doubt) for row in rows] == [
        ("KYC", 1, ("important", "option"), ""),
        ("HW?", 2, (), "speaker unsure"),
        ("?", 0, (), "speaker unknown"),
        ("DM", 0, (), ""),
        ("–", 0, (), ""),
        ("==", 0, (), ""),
        ("=", 0, (), ""),
        ("?", 0, (), "no such code"),
        ("PV", 2, (), ""),
        ("..", 0, (), ""),
    ]
    assert rows[0].time == "10:31"


def test_a_rule_shows_only_where_it_differs_from_the_sessions(room: Room) -> None:
    recorder, session = room.recorder(), room.sessions[0].id
    recorder.keep(room.vault, "hw: before", NOW, None)
    set_session_rule(room.vault, session, GroundRule.OFF_RECORD)
    recorder.keep(room.vault, "after", NOW, None)
    assert [row.rule for row in record_view(room.vault, session).rows] == [GroundRule.CHATHAM_HOUSE, None]


def test_agenda_and_roster_are_in_words(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: one", NOW, None)
    recorder.keep(room.vault, "two", NOW + timedelta(minutes=64), None)
    view = record_view(room.vault, room.sessions[0].id)
    assert [(row.number, row.session.title, row.planned) for row in view.sessions] == [
        (1, "Opening views", "09:00–10:00"),
        (2, "Notification of tests", "10:15–11:30"),
    ]
    assert [(row.name, row.side, row.description) for row in view.roster][::2] == [
        ("Kang Yong-chol 강용철", 1, "Side A · former official"),
        ("Helen Whitcombe", 2, "Side B · former official"),
        ("Dieter Moser", 0, "Facilitator · Lakeside Institute"),
    ]


def test_a_break_is_not_speaking_time(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: one", NOW, None)
    recorder.note(room.vault, break_note(room.vault, recorder.session_id, NOW + timedelta(minutes=2)))
    view = record_view(room.vault, room.sessions[0].id)
    assert view.speaker.participant_id == room.people["hw"]
    assert speaking_since(view.rows, view.speaker) is None
    recorder.keep(room.vault, "as I said", NOW + timedelta(minutes=20), None)
    view = record_view(room.vault, room.sessions[0].id)
    assert speaking_since(view.rows, view.speaker) == NOW + timedelta(minutes=20)


def test_who_speaks_and_since_when(room: Room) -> None:
    recorder = room.recorder()
    for minute, line in enumerate(("kyc: a", "hw: b", "-- c", "d", "~ kyc: e")):
        recorder.keep(room.vault, line, NOW + timedelta(minutes=minute), None)
    view = record_view(room.vault, room.sessions[0].id)
    assert view.speaker == Speaker(room.people["hw"])
    assert speaking_since(view.rows, view.speaker) == NOW + timedelta(minutes=1)
    assert speaking_since(view.rows, Speaker(room.people["pv"])) is None


def test_codes_of_names_in_other_scripts_are_spelled_in_latin_letters() -> None:
    assert typing_code("Анна Петрова", ()) == "ap"
    assert typing_code("강용철", ()) == "gyc"


def test_the_session_to_begin_with_is_the_last_one_begun(room: Room) -> None:
    def chosen(wanted: str | None) -> str:
        view = chosen_view(room.vault, room.meeting_id, wanted)
        assert view is not None
        return view.session.title

    assert chosen(None) == "Opening views"
    room.recorder(1).keep(room.vault, "hw: begun", NOW, None)
    assert chosen(None) == "Notification of tests"
    assert chosen(room.sessions[0].id) == "Opening views"
    assert chosen("taken off the agenda") == "Notification of tests"


def test_an_action_tells_where_it_says_who_and_when(room: Room) -> None:
    room.recorder().keep(room.vault, "!! @hw writes by 12 Mar", NOW, None)
    (row,) = record_view(room.vault, room.sessions[0].id).rows
    assert row.accents == ((0, 3), (11, 20))
