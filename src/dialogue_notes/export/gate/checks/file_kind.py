"""What sort of file these bytes are: told from the bytes, and from the name only between kinds of text."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class FileKind(StrEnum):
    """The files that `check` understands."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    PICTURE = "picture"


_PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_HTML_NAMES: Final = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES: Final = (".md", ".markdown")
_PDF_HEAD: Final = 1024
"""Readers look for the header of a PDF this far into a file (ISO 32000-1, annex H)."""


def kind_of(data: bytes, name: str) -> FileKind | None:
    """The kind of a file, or None if it is none that is understood."""
    if b"%PDF-" in data[:_PDF_HEAD]:
        return FileKind.PDF
    if data.startswith(_ZIP):
        return FileKind.DOCX
    if data.startswith(_PICTURES):
        return FileKind.PICTURE
    text = text_of(data)
    if text is None:
        return None
    beginning = text.lstrip("\ufeff \t\r\n")[:_PDF_HEAD].lower()
    if name.lower().endswith(_HTML_NAMES) or beginning.startswith(("<!doctype html", "<html")):
        return FileKind.HTML
    return FileKind.MARKDOWN if name.lower().endswith(_MARKDOWN_NAMES) else FileKind.TEXT


def text_of(data: bytes) -> str | None:
    """The bytes as text, in UTF-8 or in UTF-16 with its mark; None if they are neither."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if is_wide else "utf-8")
    except UnicodeDecodeError:
        return None
