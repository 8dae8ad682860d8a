"""Whether a file of our own is made as it must be: nothing beside the text, constant dates and numbers."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

import pikepdf

from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.checks.html_check import check_html
from dialogue_notes.export.gate.checks.text_check import check_text
from dialogue_notes.export.render.docx import CONSTANT_TIME, PARTS

_CATALOGUE: Final = frozenset(
    {
        "/Type", "/Pages", "/Metadata", "/Lang", "/MarkInfo", "/StructTreeRoot", "/Outlines",
        "/ViewerPreferences", "/PageLabels",
    }
)  # fmt: skip
_FORBIDDEN_KEYS: Final = frozenset(
    {
        "/Annots",
        "/AA",
        "/JS",
        "/EmbeddedFiles",
        "/EF",
        "/OC",
        "/OCProperties",
        "/Thumb",
        "/PieceInfo",
        "/AcroForm",
    }
)
_INFORMATION: Final = frozenset({"/Title", "/Creator"})
_DATES: Final = re.compile(rb"<xmp:(?:CreateDate|ModifyDate|MetadataDate)>")
_END: Final = b"%%EOF"


def flaws(data: bytes, form: Format) -> tuple[str, ...]:
    """What is wrong with a finished file of ours, in words; nothing if it may go out."""
    if form is Format.PDF:
        return _pdf_flaws(data)
    if form is Format.DOCX:
        return _docx_flaws(data)
    text = data.decode("utf-8")
    is_markdown = form is Format.MARKDOWN
    findings = check_html(text) if form is Format.HTML else check_text(text, is_markdown=is_markdown)
    return tuple(f"{finding.code.value}: {finding.where}" for finding in findings)


def _pdf_flaws(data: bytes) -> tuple[str, ...]:
    found: list[str] = []
    if data.count(_END) != 1:
        found.append("more than one revision")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found += [f"{key} in the catalogue" for key in pdf.Root if key not in _CATALOGUE]
        found += [f"{key} in the information" for key in pdf.docinfo if key not in _INFORMATION]
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary):
                found += [f"{key} in an object" for key in _FORBIDDEN_KEYS if key in item]
        metadata = pdf.Root.Metadata.read_bytes()
    if _DATES.search(metadata):
        found.append("a date in the metadata")
    return tuple(found)


def _docx_flaws(data: bytes) -> tuple[str, ...]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    found = (
        [] if tuple(entry.filename for entry in entries) == PARTS else ["other parts than there should be"]
    )
    found += [f"a time on {entry.filename}" for entry in entries if entry.date_time != CONSTANT_TIME]
    found += [f"extra data on {entry.filename}" for entry in entries if entry.extra or entry.comment]
    return tuple(found)
