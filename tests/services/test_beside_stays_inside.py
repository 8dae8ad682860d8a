"""Nothing that was only written beside the record is in any export, and its names are looked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.comments import About
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.finds import LeakFoundError
from dialogue_notes.services import comments, exports, summaries
from dialogue_notes.services.parallel import taking
from dialogue_notes.services.parallel.names import guarded
from dialogue_notes.services.parallel.rows import side_by_side
from dialogue_notes.services.places import InlinePlaces
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.vault_terms import vault_terms
from dialogue_notes.services.worker.detection_jobs import SUGGEST
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.record import meeting_record
from tests.services.rapporteurs import SAID, put_beside
from tests.services.recording_room import NOW, Room, make_room


@dataclass(frozen=True, slots=True)
class Desk:
    """A room with a few entries, and a place to export from."""

    room: Room
    places: InlinePlaces
    folder: Path

    def exported(self) -> dict[str, bytes]:
        vault = self.room.vault
        made = summaries.draft_summary(vault, self.room.meeting_id, "inside", accept_suggestions=True)
        paths = exports.export_summary(
            vault, self.places, made.summary_id, tuple(Format), self.folder, draft=True, overwrite=True
        )
        return {path.name: path.read_bytes() for path in paths}

    def suggested(self) -> dict[str, Category]:
        task = review.suggestion_task(self.room.vault, self.room.meeting_id)
        return {one.text: one.category for one in self.places.compute(SUGGEST, task).result()}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    room = make_room(tmp_path / "one.vault")
    recorder = room.recorder()
    recorder.keep(room.vault, "kyc: A hotline would be useful.", NOW, None)
    recorder.keep(room.vault, "hw: The legal side was not discussed.", NOW, None)
    places = InlinePlaces()
    yield Desk(room, places, tmp_path / "out")
    places.close()
    room.vault.close()


def test_an_export_is_the_same_bytes_whatever_stands_beside_the_record(desk: Desk) -> None:
    before = desk.exported()
    vault, meeting_id = desk.room.vault, desk.room.meeting_id
    entry = desk.room.entries()[0]
    record = put_beside(vault, meeting_id)
    row = side_by_side(vault, record).rows[0]
    assert row.left
    assert row.right
    taking.keep_difference(vault, record, row.left.id, row.right.id)
    at = About(intervention_place(entry.id))
    comments.begin(vault, meeting_id, at, "It was the ambassador, surely.", is_second_look=True)
    comments.begin(vault, meeting_id, About(), "Ask the chair.")
    assert desk.exported() == before


def test_words_taken_over_are_exported_as_any_others_are(desk: Desk) -> None:
    record = put_beside(desk.room.vault, desk.room.meeting_id)
    assert b"silent on quotas" not in desk.exported()["summary.txt"]
    entry = stored.entries(desk.room.vault, record)[1]
    taking.take_over(desk.room.vault, entry.id, None, desk.room.entries()[0].id)
    assert b"silent on quotas" in desk.exported()["summary.txt"]


def test_what_is_taken_over_is_looked_through_as_any_entry(desk: Desk) -> None:
    said = [{**SAID[1], "text": "Helen Whitcombe told Oswin so in Geneva."}]
    record = put_beside(desk.room.vault, desk.room.meeting_id, said)
    assert "Helen Whitcombe" not in desk.suggested()
    taking.take_over(desk.room.vault, stored.entries(desk.room.vault, record)[0].id, None)
    assert desk.suggested()["Helen Whitcombe"] is Category.PERSON


def test_a_name_that_only_the_other_record_knows_is_proposed_with_its_reason(desk: Desk) -> None:
    desk.room.recorder().keep(desk.room.vault, "hw: we asked tarrant first", NOW, None)
    put_beside(desk.room.vault, desk.room.meeting_id)
    task = review.suggestion_task(desk.room.vault, desk.room.meeting_id)
    found = [one for one in desk.places.compute(SUGGEST, task).result() if one.text.lower() == "tarrant"]
    assert [one.reason for one in found] == ["name of somebody whom another rapporteur's record names"]
    assert [one.default for one in found] == [True]


def test_for_the_gate_a_stranger_is_somebody_who_never_came(desk: Desk) -> None:
    vault, meeting_id = desk.room.vault, desk.room.meeting_id
    record = meeting_record(vault, meeting_id)
    assert guarded(vault, record) is record
    put_beside(vault, meeting_id)
    found = guarded(vault, record)
    added = found.participants[len(record.participants) :]
    assert [one.name for one in added] == ["Oswin Tarrant"]
    assert found.never_came[-1:] == (added[0].id,)


def test_the_gate_looks_for_names_that_only_the_other_record_knows(desk: Desk) -> None:
    desk.room.recorder().keep(desk.room.vault, "hw: The lawyer is called oswin tarrant.", NOW, None)
    vault, meeting_id = desk.room.vault, desk.room.meeting_id
    made = summaries.draft_summary(vault, meeting_id, "inside", accept_suggestions=False)
    forms = {one.form.lower() for one in summaries.withheld_for(vault, made.summary_id)}
    assert "tarrant" not in forms
    put_beside(vault, meeting_id)
    forms = {one.form.lower() for one in summaries.withheld_for(vault, made.summary_id)}
    assert {"tarrant", "oswin tarrant"} <= forms
    assert "tarrant" in {one.form.lower() for one in vault_terms(vault, desk.folder / "none.txt")}
    with pytest.raises(LeakFoundError):
        exports.export_summary(
            vault, desk.places, made.summary_id, (Format.TEXT,), desk.folder, draft=True, overwrite=True
        )
