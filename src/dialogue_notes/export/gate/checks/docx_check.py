"""What a DOCX would give away: its parts, who wrote it, comments, links and embedded files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from dialogue_notes.export.gate.checks.docx_text import WORD, text_findings
from dialogue_notes.export.gate.checks.findings import Finding, FindingCode, info, warning
from dialogue_notes.export.gate.checks.picture_check import check_picture
from dialogue_notes.export.gate.checks.zip_limits import open_zip
from dialogue_notes.export.gate.docx_reading import xml_root

_TEXT_PARTS: Final = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")
_PERSONAL: Final = frozenset(
    {"creator", "lastModifiedBy", "subject", "keywords", "description", "category", "Company", "Manager"}
)
_TECHNICAL: Final = frozenset(
    {"created", "modified", "lastPrinted", "revision", "Application", "Template", "TotalTime"}
)
_PICTURES: Final = (".png", ".jpg", ".jpeg")
_TELLING_PARTS: Final = (
    ("customXml/", FindingCode.METADATA, "custom data"),
    ("docProps/custom", FindingCode.METADATA, "properties of its own"),
    ("docProps/thumbnail", FindingCode.EMBEDDED_THUMBNAIL, "a small copy that may show an earlier state"),
    ("word/embeddings/", FindingCode.ATTACHMENT, "an embedded file"),
    ("word/vbaProject", FindingCode.SCRIPT, "macros"),
    ("word/people", FindingCode.METADATA, "the names of those who commented or changed"),
    ("word/afchunk", FindingCode.ATTACHMENT, "another document inside"),
)


def check_docx(data: bytes) -> tuple[Finding, ...]:
    """Findings in a DOCX. Raises what `open_zip` and lxml raise; `KeyError` when it is no Word document."""
    parts = open_zip(data)
    _ = parts["word/document.xml"]
    return tuple(finding for name, content in sorted(parts.items()) for finding in _in_part(name, content))


def _in_part(name: str, content: bytes) -> Iterator[Finding]:
    for beginning, code, words in _TELLING_PARTS:
        if name.lower().startswith(beginning.lower()) and not name.endswith(".rels"):
            yield warning(code, name, words)
    if name.endswith(_PICTURES):
        yield from check_picture(content, name)
    if not name.endswith((".xml", ".rels")):
        return
    root = xml_root(content)
    if name.startswith("docProps/"):
        yield from _properties(name, root)
    elif name.endswith(".rels"):
        yield from _relations(name, root)
    elif name.startswith("word/comments") and len(root):
        yield warning(FindingCode.COMMENT, name, f"{len(root)} comments")
    elif name.startswith(_TEXT_PARTS):
        yield from text_findings(name, root)
    elif name == "word/settings.xml" and root.find(f"{WORD}rsids") is not None:
        yield info(FindingCode.REVISION, name, "numbers that tie it to other versions of the same document")


def _properties(name: str, root: etree._Element) -> Iterator[Finding]:
    for item in root.iter():
        tag: object = item.tag
        field = etree.QName(tag).localname if isinstance(tag, str) else ""
        if not (item.text or "").strip():
            continue
        if field in _PERSONAL:
            yield warning(FindingCode.METADATA, name, f"{field} is filled in")
        elif field in _TECHNICAL:
            yield info(FindingCode.METADATA, name, f"{field} is filled in")


def _relations(name: str, root: etree._Element) -> Iterator[Finding]:
    for relation in root:
        if relation.get("TargetMode") != "External":
            continue
        kind = str(relation.get("Type", "")).rsplit("/", 1)[-1]
        if kind == "hyperlink":
            yield info(FindingCode.EXTERNAL_ADDRESS, name, "a link")
        else:
            yield warning(FindingCode.EXTERNAL_ADDRESS, name, f"fetched when opened ({kind})")
