"""What the worker process does for exports: renders, reads back, draws, looks into strangers' files.

Only plain data cross the pipe. The process holds no key, and never learns which vault the words came from.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from dialogue_notes.domain.sanitised import SanitisedSummary
from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.domain.summary_words import DRAFT
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.checks.findings import Finding
from dialogue_notes.export.gate.finds import Find
from dialogue_notes.services.place_tasks import Report
from dialogue_notes.services.worker.jobs import Job


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """A summary to be made into files; `terms` are what none of them may hold."""

    summary: SanitisedSummary = field(repr=False)
    formats: tuple[Format, ...]
    terms: tuple[WithheldTerm, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A finished file that exists in memory only."""

    format: Format
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Staged:
    """Finished files, and what the gate found in them: with any find, `files` is empty."""

    files: tuple[StagedFile, ...]
    finds: tuple[Find, ...]


@dataclass(frozen=True, slots=True)
class PreviewOrder:
    """A summary whose pages are to be shown; `scale` is pixels a point."""

    summary: SanitisedSummary = field(repr=False)
    scale: float


@dataclass(frozen=True, slots=True)
class FileToCheck:
    """A file to be looked into; `name` only tells kinds of text apart and stands in errors."""

    name: str
    data: bytes = field(repr=False)
    terms: tuple[WithheldTerm, ...] = field(default=(), repr=False)


def make_files(order: ExportOrder, report: Report) -> Staged:
    """Renders each format and reads it back.

    The text alone is read too, whatever the formats: a PDF keeps the letters of some scripts in the order in
    which they are painted. Raises what `render` raises.
    """
    from dialogue_notes.export.gate.search import search  # noqa: PLC0415 - loads three PDF libraries
    from dialogue_notes.export.gate.structure import flaws  # noqa: PLC0415 - as above
    from dialogue_notes.export.render.formats import render  # noqa: PLC0415 - loads the typesetter

    files: list[StagedFile] = []
    finds: list[Find] = []
    steps = (*order.formats, *({Format.TEXT} - set(order.formats)))
    for done, form in enumerate(steps):
        report(done, len(steps))
        data = render(order.summary, form)
        finds += search(data, form, order.terms)
        finds += [Find(form.value, "the file itself", flaw, 1, "") for flaw in flaws(data, form)]
        if form in order.formats:
            files.append(StagedFile(form, data))
    return Staged(() if finds else tuple(files), tuple(finds))


def draw_pages(order: PreviewOrder, report: Report) -> tuple[bytes, ...]:
    """The pages of the very PDF as PNG, in order. Raises what `render_pdf` raises."""
    from dialogue_notes.export.preview import page_pictures  # noqa: PLC0415 - loads PDFium
    from dialogue_notes.export.render.pdf import render_pdf  # noqa: PLC0415 - loads the typesetter

    report(0, 2)
    pdf = render_pdf(order.summary)
    report(1, 2)
    return page_pictures(pdf, order.scale)


def look_into(file: FileToCheck, report: Report) -> tuple[Finding, ...]:
    """Everything that `check` finds in a file. Raises `KnownError(FILE_NOT_UNDERSTOOD)`."""
    from dialogue_notes.export.gate.checks.check import check  # noqa: PLC0415 - loads three PDF libraries

    report(0, 1)
    return check(file.data, file.name, file.terms)


def with_draft_notice(summary: SanitisedSummary) -> SanitisedSummary:
    """The summary with DRAFT first among what stands on every page."""
    return replace(summary, notices=(DRAFT, *summary.notices))


MAKE_FILES: Final = Job("make files", make_files, ExportOrder, Staged, seconds=300, mebibytes=8192)
DRAW_PAGES: Final = Job(
    "draw pages", draw_pages, PreviewOrder, tuple[bytes, ...], seconds=120, mebibytes=8192
)
LOOK_INTO: Final = Job(
    "look into a file", look_into, FileToCheck, tuple[Finding, ...], seconds=120, untrusted=True
)
EXPORT_JOBS: Final = (MAKE_FILES, DRAW_PAGES, LOOK_INTO)
