"""A summary as DOCX from our own bare template: real styles, no trace of who made it or when."""

from __future__ import annotations

import io
import zipfile
from typing import Final

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run as DocxRun
from lxml.etree import _Element

from dialogue_notes.domain.sanitised import PointKind, RunStyle, SanitisedSummary
from dialogue_notes.errors import BugError, ErrorCode
from dialogue_notes.export.render.blocks import PAGE_WORD, Block, BlockKind, Layout, lay_out
from dialogue_notes.export.render.scripts import DOCUMENT_LANGUAGE, Direction, direction, languages
from dialogue_notes.export.render.spans import Span, spans_of
from dialogue_notes.paths import resource

_TEMPLATE: Final = "docx/bare.docx"
PARTS: Final = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/footer1.xml",
    "word/header1.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
)
"""Every part of the file, in order; a file with any other is not ours."""

CONSTANT_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can name."""

_STYLES: Final = {
    BlockKind.TITLE: "Title",
    BlockKind.SUBTITLE: "Subtitle",
    BlockKind.METHOD: "Method",
    BlockKind.HEADING: "Heading1",
    BlockKind.ATTENDANCE: "Attendance",
    BlockKind.DISCLAIMER: "Disclaimer",
}
_POINT_STYLES: Final = {
    PointKind.PROSE: "Point",
    PointKind.QUOTE: "PointQuote",
    PointKind.AGREED: "PointAgreed",
    PointKind.ACTION: "PointAction",
    PointKind.NOTE: "Remark",
}
_RUN_STYLES: Final = {RunStyle.PLAIN: "", RunStyle.LABEL: "Label", RunStyle.MARKER: "Marker"}
_RIGHT_TO_LEFT: Final = frozenset({"ar", "he"})
_EAST_ASIAN_FONTS: Final = {"zh": "SimSun", "ja": "MS Mincho", "ko": "Batang"}


def render_docx(summary: SanitisedSummary) -> bytes:
    """An Office Open XML document of exactly `PARTS`, with constant times inside."""
    layout = lay_out(summary)
    document = docx.Document(str(resource(_TEMPLATE)))
    _fill_frame(document, layout)
    for block in layout.blocks:
        _add_block(document, block)
    saved = io.BytesIO()
    document.save(saved)
    return _with_constant_times(saved.getvalue())


def _fill_frame(document: Document, layout: Layout) -> None:
    """The marking and the notices above every page; the marking and the page's number below."""
    section = document.sections[0]
    header, footer = section.header, section.footer
    _set_direction(header.paragraphs[0], direction(layout.marking))
    _add_text(header.paragraphs[0], layout.marking, "")
    for notice in layout.notices:
        paragraph = header.add_paragraph()
        _set_style(paragraph, "Notice")
        _set_direction(paragraph, direction(notice))
        _add_text(paragraph, notice, "")
    last = footer.paragraphs[0]
    _add_text(last, layout.marking, "FooterMarking")
    last.add_run("\t")
    _add_field(last, "PAGE")
    last.add_run(PAGE_WORD)
    _add_field(last, "NUMPAGES")


def _add_block(document: Document, block: Block) -> None:
    paragraph = document.add_paragraph()
    is_point = block.kind is BlockKind.POINT
    _set_style(paragraph, _POINT_STYLES[block.point] if is_point else _STYLES[block.kind])
    _set_direction(paragraph, block.direction)
    if block.lead:
        is_strong = block.point in {PointKind.AGREED, PointKind.ACTION}
        _add_text(paragraph, block.lead, "StrongLead" if is_strong else "Lead")
        paragraph.add_run(" ")
    for span in spans_of(block.runs):
        _add_span(paragraph, span, _RUN_STYLES[span.style])
    if block.notes:
        paragraph.add_run(" ")
        _add_text(paragraph, block.notes, "Sureness")


def _add_text(paragraph: Paragraph, text: str, style: str) -> None:
    for stretch, language in languages(text):
        _add_span(paragraph, Span(stretch, language), style)


def _add_span(paragraph: Paragraph, span: Span, style: str) -> None:
    run = paragraph.add_run(span.text)
    if style:
        _append(run, "w:rStyle", val=style)
    if span.language in _EAST_ASIAN_FONTS:
        _append(run, "w:rFonts", eastAsia=_EAST_ASIAN_FONTS[span.language], hint="eastAsia")
    if span.language in _RIGHT_TO_LEFT:
        _append(run, "w:rtl")
        _append(run, "w:lang", bidi=span.language)
    elif span.language in _EAST_ASIAN_FONTS:
        _append(run, "w:lang", eastAsia=span.language)
    elif span.language != DOCUMENT_LANGUAGE:
        _append(run, "w:lang", val=span.language)


def _append(run: DocxRun, tag: str, **attributes: str) -> None:
    """Adds a property to a run; callers keep to the order that the schema asks for."""
    run._r.get_or_add_rPr().append(_element(tag, **attributes))  # noqa: SLF001 - python-docx's own way to what it lacks


def _set_style(paragraph: Paragraph, style: str) -> None:
    paragraph._p.style = style  # noqa: SLF001 - by id: looking styles up by name costs a search a paragraph


def _set_direction(paragraph: Paragraph, way: Direction) -> None:
    if way is Direction.RTL:
        paragraph._p.get_or_add_pPr().append(_element("w:bidi"))  # noqa: SLF001 - as above


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    field = _element("w:fldSimple", instr=instruction)
    run, text = _element("w:r"), _element("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - as above


def _element(tag: str, **attributes: str) -> _Element:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _with_constant_times(saved: bytes) -> bytes:
    """The same parts in a fixed order, with one constant time and no name of the system that made them."""
    with zipfile.ZipFile(io.BytesIO(saved)) as made:
        if sorted(made.namelist()) != sorted(PARTS):
            raise BugError(ErrorCode.BUG, detail="the document has other parts than it should")
        contents = {name: made.read(name) for name in PARTS}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in PARTS:
            entry = zipfile.ZipInfo(name, CONSTANT_TIME)
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, contents[name], zipfile.ZIP_DEFLATED)
    return file.getvalue()
