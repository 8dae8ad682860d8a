"""`check`: what a finished file would give away, ours or anyone's."""

from __future__ import annotations

from typing import Final

from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.errors import DialogueNotesError, ErrorCode, KnownError
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.checks.docx_check import check_docx
from dialogue_notes.export.gate.checks.file_kind import FileKind, kind_of, text_of
from dialogue_notes.export.gate.checks.findings import Finding, FindingCode, leak
from dialogue_notes.export.gate.checks.html_check import check_html
from dialogue_notes.export.gate.checks.pdf_check import check_pdf
from dialogue_notes.export.gate.checks.picture_check import check_picture
from dialogue_notes.export.gate.checks.text_check import check_text
from dialogue_notes.export.gate.search import search

_FORMATS: Final = {
    FileKind.PDF: Format.PDF,
    FileKind.DOCX: Format.DOCX,
    FileKind.HTML: Format.HTML,
    FileKind.MARKDOWN: Format.MARKDOWN,
    FileKind.TEXT: Format.TEXT,
}


def check(data: bytes, name: str, terms: tuple[WithheldTerm, ...] = ()) -> tuple[Finding, ...]:
    """Findings in a file, and each of the withheld terms that stands in it; each finding once.

    Raises `KnownError(FILE_NOT_UNDERSTOOD)` with the file's name when it is damaged, encrypted or
    of a kind that is not understood. For strangers' files, so only in the worker process.
    """
    kind = kind_of(data, name)
    if kind is None:
        raise _not_understood(name, "it is no PDF, DOCX, HTML, text, PNG or JPEG")
    try:
        findings = [*_by_kind(kind, data), *_withheld(kind, data, terms)]
    except DialogueNotesError:
        raise
    except Exception:  # noqa: BLE001 - four parsers meet a stranger's bytes, and any may fail in any way
        raise _not_understood(name, f"it is damaged, or encrypted ({kind.value})") from None
    return tuple(dict.fromkeys(findings))


def _by_kind(kind: FileKind, data: bytes) -> tuple[Finding, ...]:
    match kind:
        case FileKind.PDF:
            return check_pdf(data)
        case FileKind.DOCX:
            return check_docx(data)
        case FileKind.PICTURE:
            return check_picture(data)
        case FileKind.HTML:
            return check_html(text_of(data) or "")
        case FileKind.MARKDOWN | FileKind.TEXT:
            return check_text(text_of(data) or "", is_markdown=kind is FileKind.MARKDOWN)


def _withheld(kind: FileKind, data: bytes, terms: tuple[WithheldTerm, ...]) -> list[Finding]:
    if not terms or kind not in _FORMATS:
        return []
    plain = data if kind in {FileKind.PDF, FileKind.DOCX} else (text_of(data) or "").encode("utf-8")
    return [
        leak(FindingCode.WITHHELD_TERM, find.place, find.reason)
        for find in search(plain, _FORMATS[kind], terms)
    ]


def _not_understood(name: str, detail: str) -> KnownError:
    return KnownError(ErrorCode.FILE_NOT_UNDERSTOOD, path=name, place="the file", detail=detail)
