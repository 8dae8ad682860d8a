"""Exports from a real vault, through the real worker process, read back by other parsers."""

from __future__ import annotations

import hashlib
import io
import resource
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pypdf
import pytest

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.finds import Find, LeakFoundError
from dialogue_notes.services import exports, summaries
from dialogue_notes.services.places import InlinePlaces
from dialogue_notes.services.worker.export_jobs import DRAW_PAGES, MAKE_FILES, PreviewOrder, Staged
from dialogue_notes.storage import attributions, audit, interventions
from dialogue_notes.storage import summaries as stored
from dialogue_notes.storage.identifiers import new_id
from tests.services.recording_room import Room, make_room

EVERY = tuple(Format)
_SMALL = 4096
"""Bytes between the size of a text and that of a PDF."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A room whose meeting has been drafted, and a place to work at."""

    room: Room
    places: InlinePlaces
    summary_id: str
    folder: Path

    def export(self, *formats: Format, draft: bool = True, overwrite: bool = False) -> tuple[Path, ...]:
        return exports.export_summary(
            self.room.vault,
            self.places,
            self.summary_id,
            formats,
            self.folder,
            draft=draft,
            overwrite=overwrite,
        )

    def register(self) -> list[str]:
        return [record.file_name for record in stored.exports(self.room.vault, self.room.meeting_id)]


def say(room: Room, text: str, code: str | None = None, kind: Kind = Kind.STATEMENT) -> None:
    session = room.sessions[0].id
    entry = Intervention(new_id(), session, interventions.next_sequence(room.vault, session), kind, text)
    interventions.add_intervention(room.vault, entry)
    speaker = Speaker(room.people[code] if code else None)
    attributions.set_speaker(room.vault, room.meeting_id, entry.id, speaker)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    room = make_room(tmp_path / "a.vault")
    say(room, "Notice before a test was spoken of as possible.", next(iter(room.people)))
    say(room, "핵실험 사전 통보는 첫걸음이 될 수 있다.")
    outcome = summaries.draft_summary(room.vault, room.meeting_id, "principals", accept_suggestions=True)
    places = InlinePlaces()
    yield Desk(room, places, outcome.summary_id, tmp_path / "out")
    places.close()
    room.vault.close()


def refused(desk: Desk, *formats: Format, draft: bool = True, overwrite: bool = False) -> KnownError:
    with pytest.raises(KnownError) as caught:
        desk.export(*formats, draft=draft, overwrite=overwrite)
    return caught.value


def test_all_formats_are_written_for_the_owner_alone_and_registered(desk: Desk) -> None:
    paths = desk.export(*EVERY)
    assert [path.name for path in paths] == [
        f"summary.{form}" for form in ("pdf", "docx", "html", "md", "txt")
    ]
    assert sorted(desk.folder.iterdir()) == sorted(paths)
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}
    assert stat.S_IMODE(desk.folder.stat().st_mode) == 0o700
    records = stored.exports(desk.room.vault, desk.room.meeting_id)
    assert [record.file_name for record in records] == [path.name for path in paths]
    assert [record.file_hash for record in records] == [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in paths
    ]
    assert {(record.draft, record.profile, record.made_by) for record in records} == {
        (True, "principals", "Ada Holm")
    }
    assert [entry.code for entry in audit.entries(desk.room.vault)].count("exported") == len(EVERY)


def test_a_draft_says_so_on_every_page_and_what_was_said_is_there(desk: Desk) -> None:
    pdf, text = desk.export(Format.PDF, Format.TEXT)
    assert all("DRAFT" in page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.read_bytes())).pages)
    shown = text.read_text(encoding="utf-8")
    assert "DRAFT" in shown
    assert "Notice before a test was spoken of as possible." in shown
    assert "사전 통보" in shown
    assert "Kang" not in shown


def test_only_what_is_approved_goes_out_without_the_stamp(desk: Desk) -> None:
    assert refused(desk, Format.TEXT, draft=False).code is ErrorCode.NOT_APPROVED
    assert not desk.folder.exists()
    summaries.approve(desk.room.vault, desk.summary_id)
    (path,) = desk.export(Format.TEXT, draft=False)
    assert "DRAFT" not in path.read_text(encoding="utf-8")


def test_an_approval_lapses_with_a_change(desk: Desk) -> None:
    summaries.approve(desk.room.vault, desk.summary_id)
    summary = stored.summary(desk.room.vault, desk.summary_id)
    stored.update_summary(desk.room.vault, replace(summary, marking="For wider circulation"))
    assert refused(desk, Format.TEXT, draft=False).code is ErrorCode.NOT_APPROVED


def test_a_file_that_is_there_is_replaced_only_when_that_was_allowed(desk: Desk) -> None:
    (path,) = desk.export(Format.TEXT)
    path.write_bytes(b"older")
    assert refused(desk, Format.HTML, Format.TEXT).code is ErrorCode.DESTINATION_EXISTS
    assert [one.name for one in desk.folder.iterdir()] == ["summary.txt"]
    assert path.read_bytes() == b"older"
    desk.export(Format.TEXT, overwrite=True)
    assert path.read_bytes() != b"older"


def test_a_folder_is_made_one_level_deep_and_no_deeper(desk: Desk) -> None:
    deep = replace(desk, folder=desk.folder / "further" / "down")
    assert refused(deep, Format.TEXT).code is ErrorCode.DESTINATION_NOT_WRITABLE
    assert not desk.folder.exists()


def test_a_file_in_place_of_the_folder_is_refused(desk: Desk) -> None:
    desk.folder.write_bytes(b"")
    assert refused(desk, Format.TEXT).code is ErrorCode.DESTINATION_NOT_WRITABLE


def test_all_formats_are_written_or_none(desk: Desk) -> None:
    desk.folder.mkdir()
    (desk.folder / "summary.md").write_bytes(b"older")
    (desk.folder / "summary.txt").mkdir()
    assert refused(desk, Format.MARKDOWN, Format.TEXT, overwrite=True).code is ErrorCode.DESTINATION_EXISTS
    assert (desk.folder / "summary.md").read_bytes() == b"older"
    assert desk.register() == []


def test_a_failure_while_writing_puts_everything_back(desk: Desk) -> None:
    formats = (Format.TEXT, Format.PDF)
    prepared = exports.prepare_export(desk.room.vault, desk.summary_id, formats, draft=True)
    staged = desk.places.compute(MAKE_FILES, prepared.order).result()
    text, pdf = (len(file.data) for file in staged.files)
    assert text < _SMALL < pdf
    desk.folder.mkdir()
    (desk.folder / "summary.txt").write_bytes(b"older")
    allowed = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_SMALL, allowed[1]))
    try:
        with pytest.raises(KnownError) as caught:
            exports.finish_export(desk.room.vault, prepared, staged, desk.folder, overwrite=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, allowed)
    assert caught.value.code is ErrorCode.DISK_FAILED
    assert [path.name for path in desk.folder.iterdir()] == ["summary.txt"]
    assert (desk.folder / "summary.txt").read_bytes() == b"older"
    assert desk.register() == []


def test_a_leak_stops_everything_and_is_noted_without_content(desk: Desk) -> None:
    prepared = exports.prepare_export(desk.room.vault, desk.summary_id, EVERY, draft=True)
    find = Find("pdf", "page 1", "family name of a participant", 1, "Kang")
    with pytest.raises(LeakFoundError) as caught:
        exports.finish_export(desk.room.vault, prepared, Staged((), (find,)), desk.folder, overwrite=False)
    assert caught.value.finds == (find,)
    assert "Kang" not in caught.value.message
    assert not desk.folder.exists()
    assert desk.register() == []
    assert [
        dict(entry.facts) for entry in audit.entries(desk.room.vault) if entry.code == "export_stopped"
    ] == [{"summary": desk.summary_id, "finds": "1"}]


def test_the_worker_keeps_back_every_file_when_one_holds_a_withheld_term(desk: Desk) -> None:
    prepared = exports.prepare_export(desk.room.vault, desk.summary_id, (Format.TEXT,), draft=True)
    terms = (replace(prepared.order.terms[0], form="spoken of as possible", allowed=0),)
    staged = desk.places.compute(
        MAKE_FILES, replace(prepared.order, terms=terms, formats=(Format.PDF,))
    ).result()
    assert staged.files == ()
    assert {find.file for find in staged.finds} == {"pdf", "txt"}


def test_two_exports_of_the_same_summary_are_the_same_bytes(desk: Desk) -> None:
    first = [path.read_bytes() for path in desk.export(*EVERY)]
    second = [
        path.read_bytes() for path in replace(desk, folder=desk.folder.with_name("again")).export(*EVERY)
    ]
    assert first == second


def test_the_preview_is_the_pages_of_the_pdf(desk: Desk) -> None:
    summary = summaries.summary_state(desk.room.vault, desk.summary_id).sanitised
    assert summary is not None
    (page,) = desk.places.compute(DRAW_PAGES, PreviewOrder(summary, 1.0)).result()
    assert page.startswith(b"\x89PNG")


def test_a_docx_of_an_export_holds_no_name_in_any_part(desk: Desk) -> None:
    (path,) = desk.export(Format.DOCX)
    with zipfile.ZipFile(path) as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())
    for name in ("Kang", "Yong", "Whitcombe", "Vance", "강용철", "Ada Holm"):
        assert name.encode() not in content
