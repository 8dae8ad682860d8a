from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import jsonschema

from dialogue_notes.domain.codes import (
    Aim,
    Capacity,
    GroundRule,
    Kind,
    MarginMark,
    SidesAgreement,
    Standing,
)
from dialogue_notes.domain.record import Consent
from dialogue_notes.paths import resource
from dialogue_notes.services.importing.meeting_files import read_meeting_file
from dialogue_notes.services.importing.meeting_schema import SCHEMA
from tests.support.meeting_files import FULL, changed


def test_everything_that_a_file_says_is_in_the_record() -> None:
    record = read_meeting_file(json.dumps(FULL), "f")

    assert record.dialogue.title == "Lakes"
    assert (record.meeting.title, record.meeting.place) == ("Third", "Brennholm")
    assert (record.meeting.date, record.meeting.end_date) == (date(1971, 10, 21), date(1971, 10, 22))
    assert record.meeting.ground_rule is GroundRule.CHATHAM_HOUSE
    agreements = record.meeting.agreements
    assert (agreements.sides, agreements.attendance, agreements.track) == (
        SidesAgreement.ONE_SIDE,
        True,
        False,
    )
    first = record.participants[0]
    assert (first.name, first.aliases, first.scripts) == ("Seo Gyu-won", ("Minister Seo",), ("서규원",))
    assert (first.capacity, first.standing) == (Capacity.FORMER_OFFICIAL, Standing.PRIVATE)
    entry = record.entries[0]
    assert entry.speaker.participant_id == "p1"
    said = entry.intervention
    assert (said.id, said.kind, said.text) == ("t0", Kind.QUOTE, "Ice\u2028and water.")
    assert said.spoken_at == datetime(1971, 10, 21, 10, 20)  # noqa: DTZ001 - times are those of the room
    assert (said.rule, said.rule_reason) == (GroundRule.NOT_FOR_REPORT, "asked for")
    assert (said.aims, said.tags, said.marks) == ((Aim.OPTION,), ("ice",), (MarginMark.UNSURE,))
    assert said.interpreted
    assert said.consent == Consent("Seo", "later")


def test_delegations_are_meant_by_id_or_by_name() -> None:
    record = read_meeting_file(json.dumps(FULL), "f")

    names = {side.id: side.name for side in record.delegations}
    sides = [names[person.delegation_id] for person in record.participants if person.delegation_id]
    assert sides == ["North", "South", "North"]


def test_somebody_without_a_name_is_called_by_their_role() -> None:
    assert read_meeting_file(json.dumps(FULL), "f").participants[2].name == "notetakers"


def test_an_entry_without_an_id_is_called_by_its_place() -> None:
    ids = [entry.intervention.id for entry in read_meeting_file(json.dumps(FULL), "f").entries]
    assert ids == ["t0", "s1t1", "s1t2", "s1t3", "s1t4"]


def test_an_agreement_with_a_consent_was_read_back() -> None:
    entries = read_meeting_file(json.dumps(FULL), "f").entries
    assert [entry.intervention.read_back for entry in entries[2:4]] == [False, True]


def test_the_least_that_a_file_may_hold_is_enough() -> None:
    text = json.dumps(
        {"format": "dialogue-notes/meeting", "version": 1, "meeting": {"title": "T"}, "sessions": []}
    )
    record = read_meeting_file(text, "f")
    assert (record.dialogue.title, record.meeting.date, record.entries) == ("T", None, ())


def test_an_entry_after_midnight_still_belongs_to_the_last_day() -> None:
    text = changed(("sessions", 0, "interventions", 1, "time"), "1971-10-23T00:40")
    assert read_meeting_file(text, "f").entries[1].intervention.spoken_at is not None


def test_the_schema_is_a_valid_one_and_knows_exactly_the_codes_of_the_field() -> None:
    schema = json.loads(resource(SCHEMA).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    person = schema["properties"]["participants"]["items"]["properties"]
    entry = schema["$defs"]["intervention"]["properties"]
    assert schema["$defs"]["ground_rule"]["enum"] == list(GroundRule)
    assert entry["kind"]["enum"] == list(Kind)
    assert entry["marks"]["items"]["enum"] == list(MarginMark)
    assert entry["aims"]["items"]["enum"] == list(Aim)
    assert person["capacity"]["enum"] == [*Capacity, None]
    assert person["standing"]["enum"] == [*Standing, None]


def test_the_sample_meeting_is_one_that_shows_everything() -> None:
    record = read_meeting_file(resource("sample/meeting.json").read_text(encoding="utf-8"), "sample")

    entries = [entry.intervention for entry in record.entries]
    interpreters = [one for one in record.participants if one.capacity is Capacity.INTERPRETER]
    assert (len(record.participants), len(interpreters), len(record.sessions)) == (13, 1, 3)
    assert 60 <= len(entries) <= 90
    assert {entry.kind for entry in entries} == set(Kind)
    assert {mark for entry in entries for mark in entry.marks} == set(MarginMark)
    assert {aim for entry in entries for aim in entry.aims} == set(Aim)
    rules = {record.meeting.ground_rule, *(session.ground_rule for session in record.sessions)}
    assert rules | {entry.rule for entry in entries} == {*GroundRule, None}


def test_real_memoranda_are_read_whole(shared_data: Path) -> None:
    files = sorted((shared_data / "memcons").glob("*.meeting.json"))
    for path in files:
        text = path.read_text(encoding="utf-8")
        entries = read_meeting_file(text, path.name).entries
        said = [
            entry["text"] for session in json.loads(text)["sessions"] for entry in session["interventions"]
        ]
        assert [entry.intervention.text for entry in entries] == said
    assert len(files) == 28
