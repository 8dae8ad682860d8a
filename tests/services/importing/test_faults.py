from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.importing.json_text import line_of
from dialogue_notes.services.importing.meeting_files import read_meeting_file
from tests.support.meeting_files import changed


def _refusal(text: str) -> KnownError:
    with pytest.raises(KnownError) as caught:
        read_meeting_file(text, "spring.json")
    assert caught.value.code is ErrorCode.FILE_NOT_UNDERSTOOD
    assert caught.value.details["path"] == "spring.json"
    assert "\n" not in caught.value.message
    return caught.value


@pytest.mark.parametrize(
    ("path", "value", "place", "expected"),
    [
        (("meeting", "titel"), "x", "meeting.titel (line ", "not known here; expected one of: title, date"),
        (("meeting", "title"), "", "meeting.title (line ", "text in one line"),
        (("meeting", "title"), "a\nb", "meeting.title (line ", "text in one line"),
        (("meeting", "title"), 5, "meeting.title (line ", "text in one line"),
        (("meeting", "date"), "21.10.1971", "meeting.date (line ", "a date such as 1971-10-21"),
        (("meeting", "date"), "1971-02-30", "meeting.date (line ", "no such day"),
        (("meeting", "end_date"), "1971-10-20", "meeting.end_date (line ", "before the beginning"),
        (
            ("meeting", "ground_rule"),
            "secret",
            "meeting.ground_rule (line ",
            "on_record, not_for_attribution",
        ),
        (
            ("meeting", "agreements"),
            {"sides": "yes"},
            "meeting.agreements.sides (line ",
            "no, one_side, named",
        ),
        (("meeting", "agreements"), {"track": True}, "meeting.agreements.track (line ", "no, yes"),
        (("delegations", 0, "name"), None, "delegations[0].name (line ", "text in one line"),
        (("participants", 1, "id"), "p1", "participants[1].id (line ", "stands twice"),
        (
            ("participants", 1, "delegation"),
            "d7",
            "participants[1].delegation (line ",
            "no delegation has this id",
        ),
        (
            ("participants", 1, "capacity"),
            "boss",
            "participants[1].capacity (line ",
            "official, former_official",
        ),
        (("participants", 1, "count"), 0, "participants[1].count (line ", "from 1 to 10000"),
        (("participants", 1, "count"), 1.5, "participants[1].count (line ", "from 1 to 10000"),
        (("participants", 1), {"count": 2}, "participants[1] (line ", "a name or a role"),
        (
            ("sessions", 0, "interventions", 1, "id"),
            "t0",
            "sessions[0].interventions[1].id (line ",
            "stands twice",
        ),
        (
            ("sessions", 0, "interventions", 1, "tags"),
            ["fish", "room:hands_off:on_record"],
            "interventions[1].tags[1] (line ",
            "only the program itself",
        ),
        (
            ("sessions", 0, "interventions", 1, "tags"),
            ["sync:999999999"],
            "interventions[1].tags[0] (line ",
            "only the program itself",
        ),
        (
            ("sessions", 0, "interventions", 1, "speaker"),
            "p9",
            "interventions[1].speaker (line ",
            "no participant",
        ),
        (
            ("sessions", 0, "interventions", 1, "kind"),
            "talk",
            "interventions[1].kind (line ",
            "statement, quote",
        ),
        (
            ("sessions", 0, "interventions", 1, "time"),
            "10:20",
            "interventions[1].time (line ",
            "1971-10-21T10:20:00",
        ),
        (
            ("sessions", 0, "interventions", 1, "time"),
            "1971-10-21T10:20:00Z",
            "interventions[1].time (line ",
            "without a zone",
        ),
        (
            ("sessions", 0, "interventions", 1, "time"),
            "1971-10-21T25:00:00",
            "interventions[1].time (line ",
            "no such time",
        ),
        (
            ("sessions", 0, "interventions", 1, "time"),
            "1971-10-20T10:00:00",
            "interventions[1].time (line ",
            "outside the days",
        ),
        (
            ("sessions", 0, "interventions", 1, "time"),
            "1971-10-24T10:00:00",
            "interventions[1].time (line ",
            "outside the days",
        ),
        (("sessions", 0, "interventions", 1, "text"), " ", "interventions[1].text (line ", "it is empty"),
        (("sessions", 0, "interventions", 1, "text"), None, "interventions[1].text (line ", "a text"),
        (("sessions", 0, "interventions", 1), {}, "interventions[1] (line ", "“text” is missing"),
        (
            ("sessions", 0, "interventions", 1, "marks"),
            ["loud"],
            "interventions[1].marks[0] (line ",
            "important, check",
        ),
        (
            ("sessions", 0, "interventions", 1, "consent"),
            {"when": "x"},
            "interventions[1].consent (line ",
            "“by”",
        ),
        (
            ("sessions", 0, "interventions", 1, "interpreted"),
            "no",
            "interventions[1].interpreted (line ",
            "true or false",
        ),
        (
            ("sessions", 0, "interventions", 1, "text"),
            "\ud800",
            "interventions[1].text (line ",
            "half a character",
        ),
        (("version",), 2, "version (line ", "expected 1"),
        (("format",), "notes", "format (line ", "dialogue-notes/meeting"),
    ],
)
def test_a_fault_is_named_with_its_field_its_line_and_what_was_expected(
    path: tuple[str | int, ...], value: object, place: str, expected: str
) -> None:
    error = _refusal(changed(path, value))
    assert place in error.details["place"]
    assert expected in error.details["detail"]


def test_the_line_named_is_the_one_where_the_value_stands() -> None:
    text = '{"format": "dialogue-notes/meeting", "version": 1,\n"meeting": {\n"title":\n  7}, "sessions": []}'
    assert _refusal(text).details["place"] == "meeting.title (line 4)"


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "7", "null", "{", '{"a": 1,}', '{"format": NaN}', "[" * 100_000, "[" * 500 + "]" * 500,
        "9" * 5000, '{"a": {"b": 1, "b": 2}}', "{" * 20, '"' + "a" * 1000,
        "[" + "1," * 700_000 + "1]", "{}", '{"format": true}', '{"version": 1.0}',
    ],
)  # fmt: skip
def test_what_is_no_meeting_file_at_all_is_refused(text: str) -> None:
    _refusal(text)


def test_a_key_that_stands_twice_is_named() -> None:
    error = _refusal('{"format": "dialogue-notes/meeting",\n "meeting": {"title": "a", "title": "b"}}')
    assert error.details["place"] == "meeting (line 2)"
    assert "“title” stands twice" in error.details["detail"]


def test_refusals_do_not_repeat_what_was_said() -> None:
    error = _refusal(changed(("sessions", 0, "interventions", 1, "kind"), "the minister lied"))
    assert "minister" not in error.message


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@given(JSON_VALUES)
def test_no_json_value_breaks_the_reader(value: object) -> None:
    with pytest.raises(KnownError):
        read_meeting_file(json.dumps(value), "f")


@given(st.sampled_from(["meeting", "delegations", "participants", "sessions", "dialogue"]), JSON_VALUES)
def test_no_value_of_a_known_key_breaks_the_reader(key: str, value: object) -> None:
    try:
        read_meeting_file(changed((key,), value), "f")
    except KnownError as error:
        assert error.code is ErrorCode.FILE_NOT_UNDERSTOOD  # noqa: PT017 - most values are refused, a few fit


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    with pytest.raises(KnownError):
        read_meeting_file(text, "f")


def test_the_line_of_a_value_that_is_not_there_is_unknown() -> None:
    assert line_of('{"a": 1}', ("b",)) is None
    assert line_of("[1]", (5,)) is None
