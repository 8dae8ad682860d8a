"""The formats of an export; apart from the renderers, so that naming one loads no typesetter."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """A format; its value is the ending of the file's name."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
