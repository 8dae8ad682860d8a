from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Aim, Kind, MarginMark
from dialogue_notes.domain.record import Participant
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.importing.notes_text import NotesSession, read_notes

DAY = date(2026, 5, 18)
ROSTER = (
    Participant("p1", "m", 0, "Kang Yong-chol", scripts=("강용철",), code="kyc"),
    Participant("p2", "m", 1, "Ellery", aliases=("Maggie",), code="me"),
)


def _read(text: str, *, is_markdown: bool = False, day: date | None = DAY) -> tuple[NotesSession, ...]:
    return read_notes(text, "notes", ROSTER, day, is_markdown=is_markdown)


def _texts(sessions: tuple[NotesSession, ...]) -> list[tuple[str, list[str]]]:
    return [(one.title, [entry.intervention.text for entry in one.entries]) for one in sessions]


def test_a_line_of_text_is_an_entry_and_a_heading_a_session() -> None:
    text = "Before.\n# First\nOne.\n\nTwo.\r\n## Second ##\nThree\u2028still three."
    assert _texts(_read(text)) == [
        ("Notes", ["Before."]),
        ("First", ["One.", "Two."]),
        ("Second", ["Three\u2028still three."]),
    ]


def test_a_paragraph_or_item_of_markdown_is_an_entry() -> None:
    text = "# First\nOne line\ngoes on.\n\n- an item\n  of two lines\n- another\n1. counted\n# Empty\n"
    assert _texts(_read(text, is_markdown=True)) == [
        ("First", ["One line goes on.", "an item of two lines", "another", "counted"])
    ]


def test_lines_are_read_as_the_typing_line_reads_them() -> None:
    text = "kyc: First.\nSecond.\n== Read back.\n1105: Late. %option\n+ More.\n*\nme:\nHers."
    (session,) = _read(text)
    speakers = [entry.speaker.participant_id for entry in session.entries]
    first, _, agreed, late, hers = (entry.intervention for entry in session.entries)
    assert speakers == ["p1", "p1", None, "p1", "p2"]
    assert (first.text, hers.text) == ("First.", "Hers.")
    assert (agreed.kind, agreed.read_back) == (Kind.AGREEMENT, True)
    assert late.spoken_at == datetime(2026, 5, 18, 11, 5)  # noqa: DTZ001 - times are those of the room
    assert late.text == "Late. More."
    assert (late.aims, late.marks) == ((Aim.OPTION,), (MarginMark.IMPORTANT,))


@pytest.mark.parametrize("name", ["Kang Yong-chol", "kang  yong-chol", "강용철"])
def test_a_whole_name_before_a_colon_names_the_speaker(name: str) -> None:
    (session,) = _read(f"{name}: Said so.")
    (entry,) = session.entries
    assert (entry.speaker.participant_id, entry.intervention.text) == ("p1", "Said so.")


def test_half_a_name_before_a_colon_names_nobody() -> None:
    (session,) = _read("Kang: Said so.")
    assert session.entries[0].speaker.participant_id is None


def test_nobody_speaks_at_the_beginning_of_a_session() -> None:
    assert _read("# A\nkyc: One.\n# B\nTwo.")[1].entries[0].speaker.participant_id is None


def test_a_typed_time_stays_in_the_text_when_there_is_no_day() -> None:
    (session,) = _read("1105: Late.", day=None)
    assert session.entries[0].intervention.text == "11:05 Late."
    assert session.entries[0].intervention.spoken_at is None


def test_what_would_change_an_entry_that_is_not_there_is_kept_as_typed() -> None:
    (session,) = _read("+ goes on")
    assert [entry.intervention.text for entry in session.entries] == ["+ goes on"]


@pytest.mark.parametrize("text", ["", " \n\n", "# Only a heading\n"])
def test_notes_without_an_entry_are_refused(text: str) -> None:
    with pytest.raises(KnownError) as caught:
        _read(text)
    assert caught.value.code is ErrorCode.FILE_NOT_UNDERSTOOD


@given(st.text(), st.booleans())
def test_no_text_breaks_the_reader(text: str, is_markdown: bool) -> None:  # noqa: FBT001 - hypothesis names it
    try:
        sessions = _read(text, is_markdown=is_markdown)
    except KnownError:
        return
    assert all(session.entries for session in sessions)
