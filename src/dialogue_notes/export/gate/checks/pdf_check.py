"""What a PDF would give away: hidden text, earlier states, notes, attachments, scripts, who made it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Final

import pikepdf
import pypdfium2

from dialogue_notes.export.gate.checks.findings import Finding, FindingCode, info, leak, warning
from dialogue_notes.export.gate.checks.pdf_hidden import hidden_text
from dialogue_notes.export.gate.pdf_reading import text_by_pdfium

_PERSONAL: Final = {
    "/Author": "the author",
    "/Subject": "a subject",
    "/Keywords": "keywords",
    "/Company": "a firm",
}
_TECHNICAL: Final = {
    "/Creator": "the program it was written with",
    "/Producer": "the program that made it",
    "/CreationDate": "when it was made",
    "/ModDate": "when it was changed",
}
_OF_TEX: Final = "/PTEX."
_XMP_PERSONAL: Final = re.compile(
    rb"<dc:creator>(?!\s*<rdf:Seq>\s*</rdf:Seq>)|<xmpMM:History|<photoshop:AuthorsPosition|pdf:Keywords=?.?[^\s<\"]"
)
_END: Final = re.compile(rb"%%EOF[\r\n]*")
_SCRIPT_ACTIONS: Final = frozenset({"/JavaScript", "/Launch"})
_SENDING_ACTIONS: Final = frozenset({"/SubmitForm", "/ImportData", "/GoToR", "/GoToE"})
_WORD: Final = re.compile(r"\w{2,}")


def check_pdf(data: bytes) -> tuple[Finding, ...]:
    """Findings in a PDF; the libraries' own errors pass through (encryption, damage)."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        findings = [
            *_metadata(pdf),
            *_revisions(data, is_linearised=pdf.is_linearized),
            *_objects(pdf),
            *_layers(pdf),
            *_annotations(pdf),
        ]
    document = pypdfium2.PdfDocument(data)
    try:
        document.init_forms()
        findings += hidden_text(document)
    finally:
        document.close()
    return tuple(findings)


def _metadata(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    where = "document information"
    for key, value in pdf.docinfo.as_dict().items():
        if not str(value).strip():
            continue
        if key in _PERSONAL:
            yield warning(FindingCode.METADATA, where, f"{_PERSONAL[key]} is filled in")
        elif key in _TECHNICAL:
            yield info(FindingCode.METADATA, where, f"{_TECHNICAL[key]} is filled in")
        elif key.startswith(_OF_TEX):
            yield info(FindingCode.METADATA, where, "the version of the program that made it is filled in")
        elif key not in {"/Title", "/Trapped"}:
            yield warning(FindingCode.METADATA, where, "a field of its own is filled in")
    metadata = pdf.Root.get("/Metadata")
    if isinstance(metadata, pikepdf.Stream) and _XMP_PERSONAL.search(metadata.read_bytes()):
        yield warning(FindingCode.METADATA, "metadata stream", "an author or a history of changes")


def _revisions(data: bytes, *, is_linearised: bool) -> Iterator[Finding]:
    """Earlier states that the file still holds; a file made for the web has two ends and one state."""
    ends = [match.end() for match in _END.finditer(data)][1 if is_linearised else 0 :]
    if len(ends) < 2:  # noqa: PLR2004 - one end, one state
        return
    yield warning(FindingCode.REVISION, "the file", f"{len(ends) - 1} earlier states can be restored")
    now = set(_WORD.findall(" ".join(text_by_pdfium(data))))
    for end in ends[:-1]:
        try:
            then = set(_WORD.findall(" ".join(text_by_pdfium(data[:end]))))
        except pypdfium2.PdfiumError:  # this end closed no whole file
            continue
        if then - now:
            yield leak(FindingCode.REVISION, "the file", "an earlier state holds words that were taken out")
            return


def _objects(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """What any object may carry, whether a page uses it or not."""
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary):
            continue
        where = f"object {item.objgen[0]}"
        action = str(item.get("/S", ""))
        if "/JS" in item or action in _SCRIPT_ACTIONS:
            yield warning(FindingCode.SCRIPT, where, "a script or a program is started")
        elif action in _SENDING_ACTIONS:
            yield warning(FindingCode.EXTERNAL_ADDRESS, where, "another file is opened or data are sent")
        if "/EF" in item or "/EmbeddedFiles" in item:
            yield warning(FindingCode.ATTACHMENT, where, "an attached file")
        if "/Thumb" in item:
            yield warning(
                FindingCode.EMBEDDED_THUMBNAIL, where, "a small copy that may show an earlier state"
            )
        if "/PieceInfo" in item:
            yield warning(FindingCode.METADATA, where, "private data of the program that made it")


def _layers(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    layers = pdf.Root.get("/OCProperties")
    if isinstance(layers, pikepdf.Dictionary):
        default = layers.get("/D", pikepdf.Dictionary())
        is_off = len(default.get("/OFF", pikepdf.Array())) > 0 or str(default.get("/BaseState", "")) == "/OFF"
        if is_off:
            yield warning(FindingCode.HIDDEN_TEXT, "layers", "a layer is switched off")


def _annotations(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    for number, page in enumerate(pdf.pages, start=1):
        annotations = page.obj.get("/Annots", pikepdf.Array())
        for annotation in annotations.as_list() if isinstance(annotations, pikepdf.Array) else ():
            if isinstance(annotation, pikepdf.Dictionary):
                yield from _annotation(annotation, f"page {number}")


def _annotation(annotation: pikepdf.Dictionary, where: str) -> Iterator[Finding]:
    match str(annotation.get("/Subtype", "")):
        case "/Link":
            if "/URI" in annotation.get("/A", pikepdf.Dictionary()):
                yield info(FindingCode.EXTERNAL_ADDRESS, where, "a link")
        case "/Widget":
            yield info(FindingCode.ANNOTATION, where, "a field of a form")
        case "/Redact":
            yield leak(
                FindingCode.ANNOTATION, where, "a place marked for redaction whose text was not taken out"
            )
        case "/FileAttachment":
            yield warning(FindingCode.ATTACHMENT, where, "an attached file")
        case _:
            yield warning(FindingCode.ANNOTATION, where, "a note or mark on the page")
