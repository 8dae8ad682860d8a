"""A DOCX taken apart: each part of the zip, its shown text and all else in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

from dialogue_notes.export.gate.binary import letters_in
from dialogue_notes.export.gate.views import Sight, View

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT: Final = f"{_W}t"
_BREAKS: Final = frozenset({f"{_W}p", f"{_W}br", f"{_W}tab", f"{_W}cr"})
_SHOWN_PARTS: Final = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")


def read_docx(data: bytes) -> tuple[View, ...]:
    """Views of every part; also of the zip's own names and comments."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        views = [view for entry in archive.infolist() for view in _part(entry.filename, archive.read(entry))]
        labels = [archive.comment.decode("utf-8", "replace")]
        for entry in archive.infolist():
            labels += [entry.filename, entry.comment.decode("utf-8", "replace"), letters_in(entry.extra)]
    return (*views, View("names in the zip", Sight.UNSEEN, "\n".join(labels), kind="docx names"))


def xml_root(data: bytes) -> etree._Element:
    """The root of a part; entities are not resolved and nothing is fetched.

    Raises `lxml.etree.XMLSyntaxError`.
    """
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _part(name: str, data: bytes) -> Iterator[View]:
    if not name.endswith((".xml", ".rels")):
        yield View(f"part {name}", Sight.BINARY, letters_in(data))
        return
    root = xml_root(data)
    is_shown = name.startswith(_SHOWN_PARTS)
    shown: list[str] = []
    unseen: list[str] = []
    for node in root.iter():
        _sort(node, shown if is_shown else unseen, unseen)
    if is_shown:
        yield View(f"text of {name}", Sight.VISIBLE, "".join(shown))
    yield View(f"beside the text of {name}", Sight.UNSEEN, "\n".join(unseen), kind=f"docx {name}")


def _sort(node: etree._Element, shown: list[str], unseen: list[str]) -> None:
    """Puts one node's text, name and attributes where they belong."""
    tag: object = node.tag  # for a comment or a processing instruction it is no name but a function
    if not isinstance(tag, str):
        unseen += [node.text or "", node.tail or ""]
        return
    if tag in _BREAKS:
        shown.append("\n")
    (shown if tag == _TEXT else unseen).append(node.text or "")
    unseen.append(etree.QName(tag).localname)
    unseen += [f"{etree.QName(name).localname} {value!s}" for name, value in node.attrib.items()]
    if node.tail and node.tail.strip():
        unseen.append(node.tail)
