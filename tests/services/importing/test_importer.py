from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dialogue_notes.domain.codes import GroundRule, Kind, MeetingState
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.paths import resource
from dialogue_notes.services.importing.files import (
    MAX_BYTES,
    ImportKind,
    UntrustedFile,
    read_import_file,
    text_of,
)
from dialogue_notes.services.importing.importer import ImportOutcome, import_files
from dialogue_notes.services.places import InlinePlaces, ThreadedPlaces
from dialogue_notes.storage import audit, dialogues, meetings
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Vault
from tests.support.vaults import new_vault

ROSTER = UntrustedFile(
    "r.csv", ImportKind.ROSTER, b"name,side,code\nTong Ruilan,South,tr\nSeo Gyu-won,North,\n"
)
NOTES = UntrustedFile("day one.md", ImportKind.MARKDOWN, "# Opening\ntr: First.\n\nSecond 둘째.\n".encode())


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = new_vault(tmp_path / "v.vault")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def places() -> Iterator[InlinePlaces]:
    inline = InlinePlaces()
    yield inline
    inline.close()


def _meeting(title: str = "Third", **more: Any) -> UntrustedFile:
    content = {
        "format": "dialogue-notes/meeting",
        "version": 1,
        "dialogue": {"title": "Lakes"},
        "meeting": {"title": title},
        "delegations": [{"id": "a", "name": "North"}],
        "participants": [{"id": "a", "name": "Ellery", "delegation": "a"}],
        "sessions": [{"title": "Opening", "interventions": [{"id": "a", "speaker": "a", "text": "Ice."}]}],
        **more,
    }
    return UntrustedFile(f"{title}.json", ImportKind.MEETING, json.dumps(content).encode())


def _import(
    vault: Vault, places: InlinePlaces, *files: UntrustedFile, to: str | None = None
) -> ImportOutcome:
    return import_files(vault, places, files, to).result()


def _is_empty(vault: Vault) -> bool:
    return not dialogues.dialogues(vault) and not meetings.meetings(vault)


def test_a_meeting_file_becomes_a_meeting_with_speakers_and_codes(vault: Vault, places: InlinePlaces) -> None:
    outcome = _import(vault, places, _meeting())

    assert (outcome.interventions, outcome.participants) == (1, 1)
    record = meeting_record(vault, outcome.meeting_ids[0])
    (person,) = record.participants
    (entry,) = record.entries
    assert (record.dialogue.title, record.meeting.state) == ("Lakes", MeetingState.OPEN)
    assert (entry.intervention.text, entry.intervention.sequence) == ("Ice.", 1)
    assert entry.speaker.participant_id == person.id
    assert person.delegation_id == record.delegations[0].id
    assert person.code


def test_the_sample_meeting_comes_in_whole(vault: Vault, places: InlinePlaces) -> None:
    data = resource("sample/meeting.json").read_bytes()
    outcome = _import(vault, places, UntrustedFile("meeting.json", ImportKind.MEETING, data))

    record = meeting_record(vault, outcome.meeting_ids[0])
    given = [entry for session in json.loads(data)["sessions"] for entry in session["interventions"]]
    assert [entry.intervention.text for entry in record.entries] == [entry["text"] for entry in given]
    names = {person.id: person.name for person in record.participants}
    ids = {person["id"]: person["name"] for person in json.loads(data)["participants"]}
    assert [names.get(entry.speaker.participant_id or "") for entry in record.entries] == [
        ids.get(entry.get("speaker", "")) for entry in given
    ]
    assert len({person.code for person in record.participants}) == len(record.participants)


def test_dialogues_and_sides_are_known_by_title_and_name(vault: Vault, places: InlinePlaces) -> None:
    first = _import(vault, places, _meeting("Third"))
    second = _import(
        vault,
        places,
        _meeting("Fourth", delegations=[{"id": "x", "name": " north"}], participants=[], sessions=[]),
    )

    assert len(dialogues.dialogues(vault)) == 1
    record = meeting_record(vault, second.meeting_ids[0])
    assert record.dialogue == meeting_record(vault, first.meeting_ids[0]).dialogue
    assert [side.name for side in record.delegations] == ["North"]


def test_nothing_of_a_command_is_kept_when_one_of_its_files_is_wrong(
    vault: Vault, places: InlinePlaces
) -> None:
    broken = UntrustedFile("b.json", ImportKind.MEETING, b'{"format": "dialogue-notes/meeting"}')

    with pytest.raises(KnownError) as caught:
        _import(vault, places, _meeting(), broken)

    assert caught.value.code is ErrorCode.FILE_NOT_UNDERSTOOD
    assert caught.value.details["path"] == "b.json"
    assert _is_empty(vault)


def test_roster_and_notes_go_to_the_meeting_named(vault: Vault, places: InlinePlaces) -> None:
    meeting_id = _import(vault, places, _meeting()).meeting_ids[0]

    outcome = _import(vault, places, NOTES, ROSTER, to=meeting_id)

    record = meeting_record(vault, meeting_id)
    assert outcome == ImportOutcome((meeting_id,), 2, 2)
    names = {person.id: person.name for person in record.participants}
    assert list(names.values()) == ["Ellery", "Tong Ruilan", "Seo Gyu-won"]
    assert [side.name for side in record.delegations] == ["North", "South"]
    assert [session.title for session in record.sessions] == ["Opening"]
    assert [entry.intervention.text for entry in record.entries] == ["Ice.", "First.", "Second 둘째."]
    assert [entry.intervention.sequence for entry in record.entries] == [1, 2, 3]
    assert names[record.entries[1].speaker.participant_id or ""] == "Tong Ruilan"


def test_roster_and_notes_go_to_the_one_meeting_file_beside_them(vault: Vault, places: InlinePlaces) -> None:
    outcome = _import(vault, places, ROSTER, NOTES, _meeting())
    record = meeting_record(vault, outcome.meeting_ids[0])
    assert (len(record.participants), len(record.entries), len(record.sessions)) == (3, 3, 1)


def test_notes_alone_make_a_meeting(vault: Vault, places: InlinePlaces) -> None:
    outcome = _import(vault, places, ROSTER, NOTES)
    record = meeting_record(vault, outcome.meeting_ids[0])
    assert (record.meeting.title, len(record.participants), len(record.entries)) == ("day one", 2, 2)


@pytest.mark.parametrize(
    "files",
    [(ROSTER,), (ROSTER, _meeting("A"), _meeting("B"))],
    ids=["a roster alone", "two meetings to choose from"],
)
def test_a_roster_without_a_meeting_is_wrong_use(
    vault: Vault, places: InlinePlaces, files: tuple[UntrustedFile, ...]
) -> None:
    with pytest.raises(KnownError) as caught:
        _import(vault, places, *files)
    assert caught.value.code is ErrorCode.WRONG_USE
    assert _is_empty(vault)


def test_a_meeting_file_cannot_go_into_a_meeting(vault: Vault, places: InlinePlaces) -> None:
    meeting_id = _import(vault, places, _meeting()).meeting_ids[0]
    with pytest.raises(KnownError) as caught:
        _import(vault, places, _meeting("Fourth"), to=meeting_id)
    assert caught.value.code is ErrorCode.WRONG_USE


def test_a_meeting_that_is_not_there_is_named_so(vault: Vault, places: InlinePlaces) -> None:
    with pytest.raises(KnownError) as caught:
        _import(vault, places, NOTES, to="nowhere")
    assert caught.value.code is ErrorCode.NOT_FOUND


def test_nothing_is_added_to_a_closed_meeting(vault: Vault, places: InlinePlaces) -> None:
    meeting_id = _import(vault, places, _meeting()).meeting_ids[0]
    meetings.update_meeting(vault, replace(meetings.meeting(vault, meeting_id), state=MeetingState.CLOSED))
    with pytest.raises(KnownError) as caught:
        _import(vault, places, NOTES, to=meeting_id)
    assert caught.value.code is ErrorCode.MEETING_CLOSED


def test_nobody_is_put_on_the_roster_twice(vault: Vault, places: InlinePlaces) -> None:
    meeting_id = _import(vault, places, _meeting()).meeting_ids[0]
    again = UntrustedFile("r.csv", ImportKind.ROSTER, b"name\nTong Ruilan\nellery\n")
    with pytest.raises(KnownError) as caught:
        _import(vault, places, again, to=meeting_id)
    assert caught.value.details["place"] == "participant 2"
    assert len(meeting_record(vault, meeting_id).participants) == 1


def test_rules_loosened_by_a_file_are_counted_in_the_audit_log(vault: Vault, places: InlinePlaces) -> None:
    entries = [{"text": "Said.", "ground_rule": rule} for rule in GroundRule]
    _import(vault, places, _meeting(sessions=[{"ground_rule": "chatham_house", "interventions": entries}]))
    (entry,) = [entry for entry in audit.entries(vault) if entry.code == "imported"]
    assert dict(entry.facts)["loosened"] == "2"


def test_what_the_file_says_of_an_entry_is_kept(vault: Vault, places: InlinePlaces) -> None:
    said = {
        "kind": "quote",
        "text": "We would.",
        "consent": {"by": "E"},
        "rule_reason": "r",
        "tags": ["x", "y"],
    }
    outcome = _import(vault, places, _meeting(sessions=[{"interventions": [said]}]))
    (entry,) = meeting_record(vault, outcome.meeting_ids[0]).entries
    kept = entry.intervention
    assert (kept.kind, kept.tags, kept.rule_reason) == (Kind.QUOTE, ("x", "y"), "r")
    assert kept.consent is not None


@pytest.fixture
def threads() -> Iterator[ThreadedPlaces]:
    places = ThreadedPlaces()
    yield places
    places.close()


def test_the_places_of_the_window_do_the_same(tmp_path: Path, threads: ThreadedPlaces) -> None:
    vault = threads.write(lambda: new_vault(tmp_path / "w.vault")).result(60)
    assert import_files(vault, threads, [_meeting()]).result(60).interventions == 1
    threads.write(vault.close).result(60)


def test_an_import_that_is_cancelled_while_it_writes_leaves_nothing(
    tmp_path: Path, threads: ThreadedPlaces
) -> None:
    vault = threads.write(lambda: new_vault(tmp_path / "w.vault")).result(60)
    many = _meeting(sessions=[{"interventions": [{"text": f"Entry {n}."} for n in range(900)]}])
    task = import_files(vault, threads, [many])
    task.on_progress(lambda _done, total: task.cancel() if total == 900 else None)
    with pytest.raises(KnownError) as caught:
        task.result(60)
    assert caught.value.code is ErrorCode.CANCELLED
    assert threads.write(lambda: _is_empty(vault)).result(60)
    threads.write(vault.close).result(60)


@pytest.mark.parametrize(
    ("data", "place", "expected"),
    [
        ("naïve".encode("latin-1"), "line 1", "not UTF-8"),
        (b"one\ntwo \xff\n", "line 2", "not UTF-8"),
        ("text".encode("utf-16"), "the file", "UTF-16"),
        ("text".encode("utf-32"), "the file", "UTF-32"),
        (b"PK\x03\x04rest", "the file", "ZIP, Word or Excel"),
        (b"%PDF-1.7", "the file", "a PDF"),
    ],
)
def test_a_file_that_is_not_utf_8_is_refused_by_what_it_is(data: bytes, place: str, expected: str) -> None:
    with pytest.raises(KnownError) as caught:
        text_of(UntrustedFile("notes.txt", ImportKind.NOTES, data))
    assert caught.value.details["place"] == place
    assert expected in caught.value.details["detail"]


def test_a_byte_order_mark_is_dropped() -> None:
    assert text_of(UntrustedFile("n.txt", ImportKind.NOTES, "\ufeffab".encode())) == "ab"


def test_a_file_is_read_by_the_ending_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "Notes.MD"
    path.write_bytes(b"x")
    assert read_import_file(path) == UntrustedFile("Notes.MD", ImportKind.MARKDOWN, b"x")


def test_files_that_cannot_be_taken_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").touch()
    (tmp_path / "folder.md").mkdir()
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    codes = []
    for name in ("a.docx", "folder.md", "large.txt", "missing.txt"):
        with pytest.raises(KnownError) as caught:
            read_import_file(tmp_path / name)
        codes.append(caught.value.code)
    unreadable, not_understood = ErrorCode.FILE_UNREADABLE, ErrorCode.FILE_NOT_UNDERSTOOD
    assert codes == [not_understood, unreadable, not_understood, unreadable]


def test_a_file_shows_none_of_its_bytes() -> None:
    assert "secret" not in repr(UntrustedFile("n.txt", ImportKind.NOTES, b"secret"))
