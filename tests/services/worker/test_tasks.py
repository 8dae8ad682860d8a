"""The program's own jobs, done by the program's own worker process with all that it has given up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dialogue_notes.domain.sanitised import (
    PointKind,
    Run,
    SanitisedPoint,
    SanitisedSection,
    SanitisedSummary,
)
from dialogue_notes.domain.sanitising.withheld import TermMatch, WithheldTerm
from dialogue_notes.errors import BugError
from dialogue_notes.export.formats import Format
from dialogue_notes.services.worker.export_jobs import (
    DRAW_PAGES,
    LOOK_INTO,
    MAKE_FILES,
    ExportOrder,
    FileToCheck,
    PreviewOrder,
)
from dialogue_notes.services.worker.process import WorkerProcess
from dialogue_notes.services.worker.tasks import JOBS
from tests.services import worker_jobs

POINT = SanitisedPoint(PointKind.PROSE, "One voice", (Run("asked for a heron survey at the lake."),))
SUMMARY = SanitisedSummary(
    title=(Run("Second round"),),
    subtitle=(),
    marking="For the recipient only",
    method="Held under the Chatham House Rule.",
    sections=(SanitisedSection((Run("Opening"),), (POINT,)),),
)


def ignore(_done: int, _total: int) -> None:
    pass


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerProcess]:
    made = WorkerProcess()
    yield made
    made.close()


def test_every_format_is_made_and_passes_the_gate(worker: WorkerProcess) -> None:
    absent = WithheldTerm("Kingfisher", TermMatch.FOLDED, "identity of a participant")
    staged = worker.run(MAKE_FILES, ExportOrder(SUMMARY, tuple(Format), (absent,)), ignore)
    assert [file.format for file in staged.files] == list(Format)
    assert staged.finds == ()


def test_the_gate_finds_a_withheld_term_in_every_format(worker: WorkerProcess) -> None:
    present = WithheldTerm("Heron", TermMatch.FOLDED, "identity of a participant")
    staged = worker.run(MAKE_FILES, ExportOrder(SUMMARY, tuple(Format), (present,)), ignore)
    assert {find.file for find in staged.finds} == {form.value for form in Format}
    assert staged.files == ()


def test_pages_are_drawn(worker: WorkerProcess) -> None:
    pages = worker.run(DRAW_PAGES, PreviewOrder(SUMMARY, 1.0), ignore)
    assert pages
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_anybodys_file_is_looked_into_within_the_bound_of_memory(worker: WorkerProcess) -> None:
    page = b"<html><head></head><body><!-- told in confidence --><p>Shown.</p></body></html>"
    findings = worker.run(LOOK_INTO, FileToCheck("page.html", page), ignore)
    assert "comment" in {finding.code.value for finding in findings}
    pdf = worker.run(MAKE_FILES, ExportOrder(SUMMARY, (Format.PDF,), ()), ignore).files[0].data
    findings = worker.run(LOOK_INTO, FileToCheck("summary.pdf", pdf), ignore)
    assert "leak" not in {finding.severity.value for finding in findings}


def test_a_job_nobody_knows_is_our_own_fault(worker: WorkerProcess) -> None:
    with pytest.raises(BugError):
        worker.run(worker_jobs.COUNT, 1, ignore)


def test_every_job_is_known_by_its_name_and_bounded() -> None:
    assert len(JOBS) >= 5
    for name, job in JOBS.items():
        assert job.name == name
        assert 0 < job.seconds <= 300
        assert 0 < job.mebibytes <= (2048 if job.untrusted else 8192)
